"""What a password must be: long, and not easy to guess (NIST SP 800-63B-4). No rules about capitals or signs.

Lists of much used passwords hold hardly any of fifteen characters. What people make of that length out of fear of a
rule is a much used word with a tail: a year, a row of keys, the word once more, their name. So those parts are taken
out, and enough must be left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LEAST, MOST = 15, 200
_LEFT = 8  # characters that are not of a weak part
_DIFFERENT = 6
_SHORTEST_NAME = 3
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc",
)
_RUN = 3  # keys in a row
_YEAR = re.compile(r"(19|20)\d\d")
_AGAIN = re.compile(r"(.+?)\1+")
_SIGNS = str.maketrans("013457@$!", "oieastasi")
# Of the lists of much used passwords in the Netherlands, and what is near at hand here.
_WORDS = (
    "wachtwoord password passwort geheim secret welkom welcome hallo hello inloggen login toegang admin test demo "
    "gemeente gemeenteraad raadslid raad griffie dashboard socdom sociaal domein kwartaal cijfers "
    "nederland holland amsterdam rotterdam utrecht ajax feyenoord voetbal juliana oranje koning "
    "januari februari maart april mei juni juli augustus september oktober november december "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lente zomer herfst winter vakantie "
    "iloveyou ikhouvanjou schatje liefje lieverd mama papa oma opa dragon monkey master shadow sunshine princess "
    "letmein computer internet google pokemon superman batman starwars qwerty azerty"
).split()

TOO_SHORT = f"Gebruik ten minste {LEAST} tekens."
TOO_LONG = f"Gebruik ten hoogste {MOST} tekens."
EASY = "Dit is makkelijk te raden. Neem een paar woorden die niets met elkaar te maken hebben."


def why_not(password: str, names: Iterable[str] = ()) -> str:
    """The Dutch reason why a password cannot be used; "" when it can.

    Args:
        names: what is known of who sets it, as the mail address and the municipality.
    """
    text = unicodedata.normalize("NFKC", password)
    if len(text) < LEAST:
        return TOO_SHORT
    if len(text) > MOST:
        return TOO_LONG
    left = _strong_part(text.casefold(), names)
    return "" if len(left) >= _LEFT and len(set(left)) >= _DIFFERENT else EASY


def _strong_part(text: str, names: Iterable[str]) -> str:
    for run in _runs():
        text = text.replace(run, "")
    text = _YEAR.sub("", text).translate(_SIGNS)
    parts = {
        part for name in names for part in re.split(r"\W+", name.casefold()) if len(part) >= _SHORTEST_NAME
    }
    for word in sorted({*_WORDS, *parts}, key=len, reverse=True):
        text = text.replace(word.translate(_SIGNS), "")
    return _AGAIN.sub(r"\1", re.sub(r"[\W_]", "", text))


def _runs() -> list[str]:
    """Keys in a row, forward and back; the longest first, so that nothing of one is left."""
    found = {
        row[start : start + size]
        for line in _ROWS
        for row in (line, line[::-1])
        for size in range(_RUN, len(row) + 1)
        for start in range(len(row) - size + 1)
    }
    return sorted(found, key=len, reverse=True)
