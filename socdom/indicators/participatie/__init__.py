"""Indicators of the Participatiewet."""

ORDER = ("bijstand_huishoudens", "bijstand_personen", "bijstand_instroom", "bijstand_uitstroom_werk")
