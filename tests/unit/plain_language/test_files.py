"""Which texts are found in a file, and on which line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socdom.plain_language.code import code_texts
from socdom.plain_language.files import file_texts
from socdom.plain_language.markdown import markdown_texts
from socdom.plain_language.model import FILLED_IN, Voice
from socdom.plain_language.templates import template_texts

CODE = '''"""A docstring van een module in het Nederlands."""
import re

NAME = "sleutel van een tabel"
PATTERN = re.compile("de zin van het patroon")
WORDS = "de het een van".split()
KEYS = "een;twee van;drie van de"


def f(count):
    """Een docstring die niemand leest."""
    assert count, "dit is een fout van de maker"
    told = (
        f"Er zijn {count} mensen "
        "met hulp in de wijk."
    )
    return told + "This is not for the reader of the page" + "Lees {naam} op de pagina."


HTML = """<p>Dit is de eerste zin.</p>
<p>Dit is de {tweede} zin.</p>"""
'''


def test_code() -> None:
    found = [(text.line, text.content) for text in code_texts("a.py", CODE)]
    assert found == [
        (4, "sleutel van een tabel"),
        (14, f"Er zijn {FILLED_IN} mensen met hulp in de wijk."),
        (17, f"Lees {FILLED_IN} op de pagina."),
        (20, "Dit is de eerste zin."),
        (21, f"Dit is de {FILLED_IN} zin."),
    ]


def test_a_template() -> None:
    source = """{# Niet voor de lezer #}
<h1 title="Een titel">{{ title }}</h1>
{% if x %}<p>De <a href="/x">eerste</a> zin
met {{ n }} woorden.</p>{% else %}<p>Geen.</p>{% endif %}
<p>Hier.{{ " Dit is in de wijk." if area }}</p>
<script>var de = "het een van";</script>
"""
    found = [(text.line, text.content) for text in template_texts("a.j2", source)]
    assert found == [
        (5, "Dit is in de wijk."),
        (2, "Een titel"),
        (3, f"De eerste zin met {FILLED_IN} woorden."),
        (4, "Geen."),
        (5, f"Hier.{FILLED_IN}"),
    ]


def test_a_part_in_another_language_is_left_out_and_lines_stay_right() -> None:
    source = '# Titel\n\n<div lang="en">\n\nIn English.\n\n</div>\n\n<div lang="nl">\n\nDe zin.\n\n</div>\n## Kop\n\nTekst.\n'
    found = [(text.line, " ".join(text.content.split())) for text in markdown_texts("a.md", source)]
    assert found == [(1, "# Titel De zin."), (14, "## Kop Tekst.")]


def test_markdown() -> None:
    source = "---\nrol: beleidsadviseur\n---\n## Waarom?\n\n**Vast** te _stellen_: [de bron](http://x.nl/y).\n\n```\ncode\n```\n\n## Leeg\n"
    found = [(text.line, text.content) for text in markdown_texts("a.md", source)]
    assert found == [(4, "## Waarom?\n\nVast te stellen: de bron."), (12, "## Leeg")]


def test_between_two_tables_and_after_indented_code_text_is_read() -> None:
    source = (
        "Een.\n\n| a | b |\n|---|---|\n\nTwee.\n\n1. Drie:\n\n   ```\n   code\n   ```\n\nVier.\n\n| c |\n"
    )
    (text,) = markdown_texts("a.md", source)
    assert text.content.split() == ["Een.", "Twee.", "1.", "Drie:", "Vier."]


def test_yml_and_notebook(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "naam: Lindeveen\ndoelen:\n  - tekst: Het doel is er voor de raad.\n    nummer: 3\n"
    )
    cells = [
        {"cell_type": "code", "source": ["x = 1"]},
        {"cell_type": "markdown", "source": ["Dit is\n", "de tekst."]},
    ]
    (tmp_path / "b.ipynb").write_text(json.dumps({"cells": cells}))
    (tmp_path / "c.csv").write_text("dit is geen tekst voor de lezer")
    found = [
        (text.place, text.line, text.content)
        for name in ("a.yml", "b.ipynb", "c.csv")
        for text in file_texts(tmp_path / name, name, Voice.FIXED)
    ]
    assert found == [("a.yml", 3, "Het doel is er voor de raad."), ("b.ipynb, cel 2", 0, "Dit is\nde tekst.")]


@pytest.mark.parametrize(
    ("name", "content"), [("a.py", "def"), ("a.yml", "a: [b"), ("a.ipynb", "{"), ("a.md", "\xff")]
)
def test_what_is_not_what_its_name_says(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    with pytest.raises(ValueError, match=r"\w"):
        list(file_texts(tmp_path / name, name, Voice.FIXED))
