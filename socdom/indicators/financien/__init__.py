"""Indicators of what the municipality budgeted and booked for the sociaal domein."""

ORDER = (
    "lasten_jeugd",
    "lasten_wmo",
    "lasten_bijstand",
    "begroting_jeugd",
    "begroting_wmo",
    "begroting_bijstand",
    "benutting_jeugd",
    "benutting_wmo",
    "benutting_bijstand",
)
