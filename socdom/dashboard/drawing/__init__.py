"""Charts drawn before anybody asks for them, by one quiet process beside the server."""
