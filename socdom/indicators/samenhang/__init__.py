"""Indicators of who has help under more than one law."""

ORDER = (
    "samenhang_personen",
    "samenhang_huishoudens",
    "samenhang_aandeel_personen",
    "samenhang_aandeel_huishoudens",
    "samenhang_drie_of_meer",
    "samenhang_personen_jaar",
    "samenhang_huishoudens_jaar",
)
