"""What back offices call the columns that socdom needs, the usual name first.

Under "delivery.column" what holds in one delivery only; it comes instead of what holds under "column".
"""

from __future__ import annotations

from collections.abc import Mapping

from socdom.sources.delivery_spec import Column, DeliveryFile

_START = (
    "begindatum", "ingangsdatum", "startdatum", "datum ingang", "datum begin", "datum start", "datum aanvang",
    "aanvangsdatum", "start", "ingang", "begin", "ingangsdatum voorziening", "startdatum voorziening",
    "begindatum voorziening", "geldig vanaf", "geldig van", "datum van", "van", "vanaf", "dat ingang", "dat begin",
    "begindatum zorg", "startdatum zorg", "datumaanvangzorg", "feitelijke startdatum", "start datum",
)  # fmt: skip
_END = (
    "einddatum", "datum einde", "datum eind", "eind datum", "beeindigingsdatum", "datum beeindiging", "stopdatum",
    "datum stop", "einde", "eind", "geldig tot", "geldig t m", "geldig tot en met", "tot en met", "t m", "tot", "tm",
    "einddatum voorziening", "dat einde", "dat eind", "einddatum zorg", "datum tot", "datum tot en met",
    "feitelijke einddatum",
)  # fmt: skip
_END_REASON = (
    "reden beeindiging", "beeindigingsreden", "reden einde", "reden eind", "einde reden", "eindereden",
    "reden uitstroom", "uitstroomreden", "reden stop", "stopreden", "reden beeindigen", "reden afsluiting",
)  # fmt: skip
_RECEIVED = (
    "ontvangen", "ontvangstdatum", "datum ontvangst", "ontvangen op", "datum ontvangen", "dat ontvangst",
    "datum binnenkomst", "datum binnengekomen", "binnengekomen op", "datum registratie",
)  # fmt: skip

NAMES: Mapping[str, tuple[str, ...]] = {
    "person": (
        "bsn", "burgerservicenummer", "bsn client", "client bsn", "bsn nummer", "bsnnr", "bsn nr", "burger service nr",
        "bsn klant", "bsn persoon", "bsn jeugdige", "bsn inwoner", "bsn burger", "bsn aanvrager", "sofinummer",
        "sofi nummer", "bsn sofi", "bsn sofinummer", "bsn sofinr",
    ),
    "birth_date": (
        "geboortedatum", "geb datum", "geb dat", "datum geboorte", "dat geboorte", "datum geb", "gebdatum", "geboorte",
        "geboortedag", "geboortedatum client", "gbdatum", "dat geb",
    ),
    "sex": ("geslacht", "geslachtsaanduiding", "sekse", "gesl", "geslacht client", "m v", "man vrouw", "gender"),
    "household": (
        "huishoudnummer", "gezinsnummer", "huishoudennummer", "huishouden nummer", "huishoud nr", "gezin nr",
        "huishoud id", "huishouden id", "gezin id", "huishouden", "gezin", "relatienummer", "relatie nr",
        "huishouding", "nr huishouden", "nummer huishouden", "nummer gezin", "adres id", "adresnummer bag",
        "dossiernummer gezin", "leefeenheid", "leefeenheidnummer", "leefeenheid nr",
    ),
    "area": (
        "buurtcode", "cbs buurt", "cbs buurtcode", "buurt code", "buurt", "code buurt", "buurt cbs", "bu code",
        "buurtnummer", "buurt nr", "bucode", "cd buurt",
    ),
    "provision": (
        "voorzieningnummer", "voorzieningsnummer", "voorziening nr", "voorziening id", "toewijzingnummer",
        "toewijzingsnummer", "toewijzing nr", "beschikkingnummer", "beschikkingsnummer", "beschikking nr",
        "indicatienummer", "indicatie nr", "indicatie id", "nummer voorziening", "nr voorziening", "toewijzing id",
        "productnummer client", "regelnummer toewijzing",
    ),
    "category": (
        "productcategorie", "product categorie", "iwmo categorie", "ijw categorie", "categorie", "productcat",
        "prod cat", "productcategorie code", "code productcategorie", "categoriecode", "categorie product",
        "product categorie code", "zorgcategorie",
    ),
    "form": (
        "leveringsvorm", "levering vorm", "verstrekkingsvorm", "financieringsvorm", "vorm", "zin pgb", "zin of pgb",
        "pgb zin", "leveringswijze", "wijze van levering", "soort levering", "verstrekkingswijze",
    ),
    "provider": (
        "aanbieder", "zorgaanbieder", "leverancier", "naam aanbieder", "aanbieder naam", "zorgaanbieder naam",
        "naam zorgaanbieder", "zorgverlener", "instelling", "aanbiedercode", "code aanbieder", "agb code", "agb",
        "agb aanbieder", "agb code aanbieder", "agb code zorgaanbieder", "declarant", "crediteur",
    ),
    "assigned": (
        "toewijzingsdatum", "datum toewijzing", "datum toegewezen", "toewijzing datum", "toegewezen op",
        "beschikkingsdatum", "datum beschikking", "datum besluit", "besluitdatum", "beschikking afgegeven",
        "dat beschikking", "dat toewijzing", "datum afgifte beschikking", "datum afgifte",
    ),
    "start": _START,
    "end": _END,
    "clienten.start": (
        "van", "vanaf", "adres van", "adres vanaf", "datum vestiging", "datum aanvang adreshouding", "woont vanaf",
        "aanvang adres", "datum ingang adres", "ingangsdatum adres", "begindatum adres", "geldig vanaf", "geldig van",
        "datum begin adres", "begindatum", "ingangsdatum", "startdatum", "datum ingang", "datum aanvang", "datum van",
        "datum vanaf", "inschrijfdatum", "datum inschrijving",
    ),
    "clienten.end": (
        "tot", "tot en met", "adres tot", "adres t m", "datum vertrek", "datum einde adreshouding", "woont tot",
        "einde adres", "datum einde adres", "einddatum adres", "geldig tot", "geldig t m", "geldig tot en met",
        "einddatum", "datum einde", "t m", "datum tot", "datum tot en met", "uitschrijfdatum", "datum uitschrijving",
    ),
    "end_reason": _END_REASON,
    "change_reason": (
        "reden wijziging", "wijzigingsreden", "reden wijziging toewijzing", "wijziging reden", "reden mutatie",
        "mutatiereden",
    ),
    "referrer": (
        "verwijzer", "verwijzer type", "type verwijzer", "soort verwijzer", "verwijzertype", "verwijzende instantie",
        "verwijzer code", "code verwijzer", "verwezen door",
    ),
    "application": (
        "aanvraagnummer", "aanvraag nr", "aanvraag id", "nummer aanvraag", "zaaknummer", "zaak nr", "zaak id",
        "meldingnummer", "meldingsnummer", "dossiernummer",
    ),
    "law": ("wet", "wettelijk kader", "wettelijke grondslag", "domein", "regeling", "wetgeving", "soort wet"),
    "received": _RECEIVED,
    "aanvragen.received": (
        *_RECEIVED, "aanvraagdatum", "datum aanvraag", "datum melding", "meldingsdatum", "dat aanvraag",
        "aanvraag ontvangen", "ingediend op", "datum ingediend",
    ),
    "vroegsignalen.received": (*_RECEIVED, "signaaldatum", "datum signaal", "datum melding", "meldingsdatum"),
    "declaraties.received": (
        *_RECEIVED, "declaratiedatum", "datum declaratie", "dagtekening", "declaratie dagtekening", "factuurdatum",
        "datum factuur", "datum ingediend", "ingediend op",
    ),
    "decided": (
        "besluit", "besluitdatum", "datum besluit", "beschikkingsdatum", "datum beschikking", "beschikt op",
        "datum afhandeling", "afhandeldatum", "datum afgehandeld", "dat besluit", "dat beschikking",
    ),
    "outcome": (
        "uitkomst", "resultaat", "besluit", "soort besluit", "uitkomst aanvraag", "resultaat aanvraag", "beslissing",
        "afdoening", "wijze van afdoening", "besluit soort", "uitslag",
    ),
    "benefit": (
        "uitkeringsnummer", "uitkering nr", "uitkering id", "nummer uitkering", "clientnummer uitkering",
        "dossiernummer", "regelingnummer", "uitkeringnummer",
    ),
    "reintegration": (
        "reintegratienummer", "re integratienummer", "trajectnummer", "traject nr", "traject id", "instrumentnummer",
        "voorzieningnummer", "reintegratie nr", "reintegratie id",
    ),
    "reintegratie.category": (
        "soort", "soort voorziening", "soort traject", "soort reintegratie", "trajectsoort", "type voorziening",
        "instrument", "type traject", "soort instrument", "re integratievoorziening",
    ),
    "trajectory": (
        "trajectnummer", "traject nr", "traject id", "dossiernummer", "dossier nr", "dossier id",
        "schuldhulpnummer", "nummer traject", "zaaknummer",
    ),
    "registered": (
        "aanmelddatum", "datum aanmelding", "aanmeldingsdatum", "aangemeld op", "datum aangemeld", "dat aanmelding",
        "intakedatum", "datum intake", "datum melding", "meldingsdatum",
    ),
    "signal": ("signaalnummer", "signaal nr", "signaal id", "nummer signaal", "meldingnummer", "meldingsnummer"),
    "kind": (
        "soort", "soort signaal", "soort achterstand", "type signaal", "soort vaste last", "vaste last",
        "type achterstand", "soort schuldeiser", "signaalpartner soort", "signaalsoort",
    ),
    "contacted": (
        "contactdatum", "datum contact", "contact op", "datum eerste contact", "datum contactpoging", "dat contact",
    ),
    "result": ("uitkomst", "resultaat", "resultaat contact", "uitkomst contact", "reactie", "resultaat signaal"),
    "declaration": (
        "declaratienummer", "declaratie nr", "declaratie id", "referentienummer", "referentie nr", "factuurregel",
        "factuurregelnummer", "declaratieregel", "declaratieregelnummer", "regelnummer", "declaratieregel id",
        "prestatienummer", "factuurnummer", "factuur nr",
    ),
    "service_start": (
        "dienst van", "begindatum prestatie", "prestatie begindatum", "productperiode begin", "begin productperiode",
        "periode van", "begindatum periode", "datum prestatie", "prestatiedatum", "zorgperiode van", "begindatum",
        "ingangsdatum", "startdatum", "datum van", "van", "productperiode begindatum", "begindatum dienst",
    ),
    "volume": (
        "volume", "geleverd volume", "hoeveelheid", "aantal", "gedeclareerd volume", "aantal eenheden",
        "volume gedeclareerd", "omvang",
    ),
    "unit": ("eenheid", "eenheid code", "code eenheid", "eenheidcode", "volume eenheid", "tariefeenheid"),
    "amount": (
        "bedrag", "ingediend bedrag", "gedeclareerd bedrag", "declaratiebedrag", "toegekend bedrag",
        "bedrag declaratie", "factuurbedrag", "bedrag in euro", "bedrag eur", "totaalbedrag", "betaald bedrag",
        "kosten",
    ),
    "quarter": ("kwartaal", "periode", "jaar kwartaal", "kwartaal jaar", "peilkwartaal", "jaarkwartaal"),
    "age_from": ("leeftijd van", "leeftijd vanaf", "van leeftijd", "leeftijdsgroep van", "leeftijd min"),
    "age_to": ("leeftijd tot", "leeftijd tot en met", "leeftijd t m", "leeftijdsgroep tot", "leeftijd max"),
    "persons": ("aantal", "aantal inwoners", "inwoners", "aantal personen", "personen", "bevolking"),
    "households": ("aantal", "aantal huishoudens", "huishoudens", "particuliere huishoudens"),
    "taakveld": ("taakveld", "taakveldcode", "taakveld code", "code taakveld", "iv3 taakveld", "taakveld nr"),
    "side": ("soort", "lasten baten", "lasten of baten", "baten lasten", "l b", "lb", "bl", "kant", "soort bedrag"),
    "budget": (
        "begroot", "begroting", "begroot bedrag", "begroting na wijziging", "bijgestelde begroting", "raming",
        "begrotingsbedrag", "geraamd", "actuele begroting",
    ),
    "realised": (
        "gerealiseerd", "realisatie", "werkelijk", "gerealiseerd bedrag", "werkelijk bedrag", "uitgegeven", "geboekt",
        "realisatie tot en met", "werkelijke cijfers",
    ),
}  # fmt: skip

# Names that could be of something else too: only the cells can tell.
UNSURE: Mapping[str, tuple[str, ...]] = {
    "category": (
        "product",
        "productcode",
        "productsoort",
        "soort product",
        "voorziening",
        "soort voorziening",
    ),
    "outcome": ("status", "afhandeling"),
    "end_reason": ("reden", "status einde"),
    "law": ("soort", "product", "cluster", "afdeling"),
    "sex": ("aanhef",),
}


def names_of(spec: DeliveryFile, column: Column) -> tuple[str, ...]:
    """What suppliers call a column of a delivery, the usual name first; socdom's own name is not among them."""
    return NAMES.get(f"{spec.delivery}.{column.name}", NAMES.get(column.name, ()))
