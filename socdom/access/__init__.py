"""Who may see the dashboard: accounts, invitations, sessions and guesses. No page and no server."""
