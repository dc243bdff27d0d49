"""Deliveries in files: csv, Excel, ods and Parquet."""
