"""The rule by which each kind of figure is counted, in Dutch, from the definition as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from socdom.dutch import listing
from socdom.editions.definition import Definition
from socdom.narrative.counting_words import (
    TABLES,
    chosen_codes,
    day_of,
    from_of,
    in_period,
    labelled,
    rows_of,
    term_of,
    to_of,
    unit_of,
)

Sentences = tuple[str, ...]
_Rule = Callable[[Definition], Sentences]

_STATISTICS = {
    "mediaan": "Het cijfer is de mediaan: de helft duurde korter, de helft langer.",
    "p90": "Het cijfer is het 90e percentiel: van elke 100 duurden er minstens 90 hooguit zo lang.",
}
_OPEN_STATISTICS = {
    "mediaan": "Het cijfer is de mediaan: de helft is korter open, de helft langer.",
    "p90": "Het cijfer is het 90e percentiel: van elke 100 zijn er minstens 90 hooguit zo lang open.",
}
_MEASURES = {"uur": "uren", "etmaal": "etmalen", "stuk": "stuks"}
_ONCE = "Wie er meer heeft, telt één keer."
_NEGATIVE = "Ligt de tweede datum vóór de eerste, dan telt het niet mee."
_CONVERTED = {"uur": ("Minuten en dagdelen rekenen we om: een dagdeel is 4 uur.",)}
_BY = {
    "service_quarter": "hulp is gegeven",
    "received_quarter": "rekening is ontvangen",
}
_BUDGETS = {
    "realised": "We tellen wat sinds 1 januari is geboekt, tot en met het kwartaal.",
    "budget": "We nemen de begroting van het hele jaar, zoals die in het kwartaal was.",
    "use": "We delen wat sinds 1 januari is geboekt door de begroting van het hele jaar.",
}


def counting_rule(definition: Definition) -> Sentences:
    """Dutch sentences that say what is counted: the numerator, or the statistic."""
    return _RULES[definition.kind](definition)


def known_kinds() -> frozenset[str]:
    """Names of the kinds that have words."""
    return frozenset(_RULES)


def _gap(definition: Definition) -> Sentences:
    days = definition.parameters["gap_days"]
    if days is None:
        return ()
    told = f"Een onderbreking van hooguit {days} dagen hoort bij dezelfde periode."
    # Only the lists of codes of Wmo and youth help know such an ending.
    if definition.selection is None or definition.selection.table != "provisions":
        return (told,)
    return (told, "Een einde dat alleen op papier staat, is geen einde: de hulp gaat door.")


def _persons_active(d: Definition) -> Sentences:
    return (
        f"We tellen de personen met {rows_of(d)} die in {in_period(d)} minstens één dag liepen.",
        f"Dat is: begonnen op of vóór de laatste dag, en niet geëindigd vóór de eerste dag van {in_period(d)}.",
        _ONCE,
    )


def _stock(d: Definition) -> Sentences:
    units = d.parameters["of"] != "rows"
    told = f"{unit_of(d)} met {rows_of(d)}" if units else unit_of(d)
    return (
        f"We tellen de {told} op de laatste dag van {in_period(d)}.",
        *([_ONCE] if units else []),
        "Wat op die dag zelf eindigt, telt niet meer mee.",
        *(["Zo telt het CBS ook."] if rows_of(d) == TABLES["provisions"] else []),
        *_gap(d),
    )


def _inflow(d: Definition) -> Sentences:
    begun = f"We tellen de {unit_of(d)} van wie {rows_of(d)} in {in_period(d)} beginnen."
    before = f"Daarvóór waren er meer dan {d.parameters['gap_days']} dagen zonder."
    return (begun, before, *_twice(d, "begint"), *_gap(d))


def _twice(d: Definition, what: str) -> Sentences:
    """In a quarter nobody begins or stops twice, as a pause is longer than that; in a year it is possible."""
    return (f"Wie in het jaar twee keer {what}, telt twee keer.",) if d.every == "jaar" else ()


def _outflow(d: Definition) -> Sentences:
    return (
        f"We tellen de {unit_of(d)} van wie de laatste {rows_of(d)} in {in_period(d)} eindigen.",
        f"Daarna zijn er meer dan {d.parameters['gap_days']} dagen zonder.",
        *_twice(d, "stopt"),
        *([_reasons(d)] if d.parameters["reasons"] else []),
        *_gap(d),
    )


def _reasons(d: Definition) -> str:
    codes = [labelled(d, "end_reason", code) for code in d.parameters["reasons"]]
    return f"Alleen met deze reden van het einde: {listing(codes)}."


def _reentry(d: Definition) -> Sentences:
    days = d.parameters["within_days"]
    share = d.parameters["share"]
    return (
        f"We tellen de {unit_of(d)} van wie {rows_of(d)} in {in_period(d)} beginnen.",
        f"De vorige keer eindigde hooguit {days} dagen daarvoor.",
        *(["We delen door iedereen die begint."] if share else []),
        *_twice(d, "begint"),
        f"Van de eerste {days} dagen van de registratie is er geen cijfer: wat daarvoor was, weten we niet.",
        *_gap(d),
    )


def _duration(d: Definition) -> Sentences:
    return (
        f"We meten het aantal {d.parameters['unit']} van {from_of(d)} tot {to_of(d)}.",
        _finished(d),
        _NEGATIVE,
        _STATISTICS[d.parameters["statistic"]],
    )


def _share_within(d: Definition) -> Sentences:
    return (
        _finished(d),
        _NEGATIVE,
        f"Het cijfer is het deel waarbij er hooguit {term_of(d)} tussen zitten. Precies {term_of(d)} hoort daarbij.",
    )


def _finished(d: Definition) -> str:
    return f"We nemen de {rows_of(d)} waarvan {to_of(d)} in {in_period(d)} valt, en {from_of(d)} bekend is."


def _share(d: Definition) -> Sentences:
    part = ". ".join(chosen_codes(d, d.parameters["part"]))
    return (
        f"We nemen de {rows_of(d)} waarvan de {day_of(d.parameters['at'])} in {in_period(d)} valt.",
        f"Het cijfer is het deel daarvan met dit kenmerk. {part}.",
    )


def _open_count(d: Definition) -> Sentences:
    return (*_open_cases(d), "Het cijfer is hun aantal.")


def _open_age(d: Definition) -> Sentences:
    return (
        *_open_cases(d),
        f"We meten het aantal {d.parameters['unit']} van {from_of(d)} tot die dag.",
        _OPEN_STATISTICS[d.parameters["statistic"]],
    )


def _open_beyond(d: Definition) -> Sentences:
    return (
        *_open_cases(d),
        f"Het cijfer is het deel dat dan langer dan {term_of(d)} open is.",
    )


def _open_cases(d: Definition) -> Sentences:
    return (
        f"Het gaat om de {rows_of(d)} die op de laatste dag van {in_period(d)} open zijn.",
        f"Open is: {from_of(d)} was op of vóór die dag, en {to_of(d)} is er dan nog niet.",
    )


def _events(d: Definition) -> Sentences:
    when = f"waarvan de {day_of(d.parameters['at'])} in {in_period(d)} valt"
    if d.parameters["of"] == "rows":
        return (f"We tellen de {rows_of(d)} {when}.",)
    return (f"We tellen de {unit_of(d)} met {rows_of(d)} {when}.", _ONCE)


def _amount(d: Definition) -> Sentences:
    return (
        "We tellen de bedragen van de declaraties op.",
        _by(d),
        "Wat is teruggevraagd of gecrediteerd, gaat eraf.",
    )


def _amount_per_person(d: Definition) -> Sentences:
    return (
        *_amount(d),
        f"We delen door het aantal personen met een declaratie in {in_period(d)}.",
    )


def _unit_price(d: Definition) -> Sentences:
    measure = d.parameters["measure"]
    return (
        f"We nemen de declaraties in {_MEASURES[measure]}.",
        _by(d),
        "We tellen de bedragen op en delen door de hoeveelheid. Veel hulp tegen een prijs weegt dus zwaar mee.",
        *_CONVERTED.get(measure, ()),
    )


def _amount_change(d: Definition) -> Sentences:
    return (
        *_amount(d),
        "Daarvan trekken we het bedrag van een jaar eerder af. Van het eerste jaar is er dus geen cijfer.",
        "Het verschil bestaat uit drie delen, die precies optellen.",
        "Hoeveelheid: meer of minder hulp, tegen de oude prijs.",
        "Prijs: dezelfde soort hulp tegen een andere prijs.",
        "Samenstelling: de rest, zoals een verschuiving naar duurdere of goedkopere hulp.",
    )


def _concentration(d: Definition) -> Sentences:
    top = d.parameters["top"]
    return (
        "We tellen de bedragen van de declaraties op, per aanbieder.",
        _by(d),
        f"Het cijfer is het deel van alle euro's dat naar de {top} grootste aanbieders gaat.",
        "Declaraties zonder aanbieder tellen niet mee, en ook geen aanbieder met 0 euro of minder.",
        f"Zijn er hooguit {top} aanbieders, dan is er geen cijfer.",
    )


def _overlap(d: Definition) -> Sentences:
    unit, least = unit_of(d), d.parameters["at_least"]
    return (
        f"We tellen de {unit} die in {in_period(d)} onder minstens {least} van deze vier wetten hulp hebben.",
        "De wetten zijn: Wmo, Jeugdwet, Participatiewet (bijstand) en schuldhulp.",
        f"Eén dag in {in_period(d)} is genoeg. De hulp hoeft niet tegelijk te lopen.",
        *(["Het huishouden is dat wat nu bekend is."] if d.parameters["of"] == "households" else []),
        *([f"We delen door de {unit} met hulp onder minstens één wet."] if d.parameters["share"] else []),
    )


def _budget(d: Definition) -> Sentences:
    return (
        _BUDGETS[d.parameters["what"]],
        f"Het gaat om de {d.parameters['side']} van deze taakvelden: {_taakvelden(d.parameters['taakvelden'])}.",
        "Ontbreekt in een kwartaal een taakveld dat in dat jaar wel voorkomt, dan is er geen cijfer.",
    )


def _taakvelden(lists: Mapping[str, list[str]]) -> str:
    """The codes from the first year on, and from each year in which they changed."""
    told, before = [], None
    for year, codes in sorted(lists.items()):
        if codes != before:
            told.append(f"vanaf {year} {listing(codes)}")
        before = codes
    return "; ".join(told)


def _population(d: Definition) -> Sentences:
    return (f"We nemen de inwoners op de eerste dag van {in_period(d)}, zoals de gemeente ze levert.",)


def _external(d: Definition) -> Sentences:
    return (
        "We nemen de getallen over zoals de bron ze heeft gepubliceerd.",
        "Delen we ze nog, dan staat dat in de uitleg van het cijfer.",
    )


def _by(d: Definition) -> str:
    return f"Een declaratie telt in {in_period(d)} waarin de {_BY[d.parameters['by']]}."


_RULES: dict[str, _Rule] = {
    "Amount": _amount,
    "AmountChange": _amount_change,
    "AmountPerPerson": _amount_per_person,
    "Budget": _budget,
    "Concentration": _concentration,
    "Duration": _duration,
    "Events": _events,
    "External": _external,
    "Inflow": _inflow,
    "OpenAge": _open_age,
    "OpenBeyond": _open_beyond,
    "OpenCount": _open_count,
    "Outflow": _outflow,
    "Overlap": _overlap,
    "PersonsActive": _persons_active,
    "Population": _population,
    "Reentry": _reentry,
    "Share": _share,
    "ShareWithin": _share_within,
    "Stock": _stock,
    "UnitPrice": _unit_price,
}
