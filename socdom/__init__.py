"""socdom: figures about the Dutch sociaal domein, from a municipality's deliveries to its council."""

__version__ = "0.8.0"
