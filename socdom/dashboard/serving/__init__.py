"""The server: the door, the addresses, the connection of a page to its kernel, and what Voilà is repaired in."""
