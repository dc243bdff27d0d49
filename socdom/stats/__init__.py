"""Statistical methods, one per file: arrays in, arrays out; nothing here knows the sociaal domein."""
