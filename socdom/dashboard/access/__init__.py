"""The pages to log in and to choose a password, and what a page shows to who is logged in."""
