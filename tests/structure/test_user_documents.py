"""The documents for users say what is so: made anew they are the same, short enough, in the language they say."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import socdom
from socdom.indicators import catalogue
from socdom.pipeline.reference import catalogue_of_definitions
from socdom.report.house_style import house_style
from socdom.report.pdf import can_make_pdf
from socdom.workbench.gemeente import Gemeente
from tests.lib.typed import give, typed_commands

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.glob("*.md") if path.name != "README.md")
GUIDES = sorted(DOCS.glob("handleiding-*.md"))
_SUMMARY = re.compile(
    r'\A# [^\n]+\n\n<div lang="(en|nl)">\n\n\*\*In (?:English|het Nederlands)\.\*\* .*?\n\n</div>\n', re.S
)


def test_the_catalogue_is_what_the_definitions_say() -> None:
    page = (DOCS / "catalogus.md").read_text(encoding="utf-8")
    assert catalogue_of_definitions() == page, "run `make docs`"
    assert re.findall(r"^- \*\*Naam in de gegevens:\*\* \[`(\w+)`\]", page, re.M) != []
    assert set(re.findall(r'^<a id="(\w+)"></a>$', page, re.M)) >= set(catalogue())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_says_on_top_in_the_other_language_what_it_is(path: Path) -> None:
    found = _SUMMARY.match(path.read_text(encoding="utf-8"))
    assert found, f"{path.name}: no summary in the other language"
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    language = "Dutch" if found[1] == "en" else "English"
    assert f"| [{path.name}]({path.name}) | {language} |" in index


@pytest.mark.skipif(not can_make_pdf(), reason="pango is absent")
def test_the_guide_for_council_and_griffie_is_two_pages() -> None:
    import weasyprint

    text = (DOCS / "handleiding-griffie-en-raad.md").read_text(encoding="utf-8")
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    page = (
        f'<html lang="nl"><head><style>{house_style()}</style></head><body><main>{body}</main></body></html>'
    )
    assert len(weasyprint.HTML(string=page).render().pages) == 2


@pytest.mark.parametrize(
    "words", sorted({words for path in GUIDES for words in typed_commands(path.read_text(encoding="utf-8"))})
)
def test_every_command_of_a_guide_can_be_given_so(words: str) -> None:
    give(words)


def test_every_call_in_the_guide_for_analysts_can_be_made_so() -> None:
    text = (DOCS / "handleiding-analist.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    calls = [
        node
        for node in ast.walk(ast.parse("\n".join(blocks)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("sd", "hier")
    ]
    assert len(calls) > 5
    for call in calls:
        is_method = call.func.value.id == "hier"
        asked = getattr(Gemeente if is_method else socdom, call.func.attr)
        itself = (None,) if is_method else ()
        inspect.signature(asked).bind(*itself, *call.args, **{word.arg: None for word in call.keywords})


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_pictures_and_pages_of_a_guide_exist(path: Path) -> None:
    named = re.findall(r"\]\((?!http)([^)#]+)", path.read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (DOCS / name).exists()] == []
