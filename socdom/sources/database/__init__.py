"""Deliveries in a database: any address that SQLAlchemy knows, read only."""

from socdom.sources.database.parts import read_database

__all__ = ["read_database"]
