"""Who asks: everybody, who has an account, or who came through a proxy that knows its users."""
