"""The engine: an indicator's definition in, figures for all quarters and groups out."""
