"""A file of duiding reads back as it was written, whatever people type; or it is refused with a fault."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from socdom.errors import ParameterError
from socdom.parameters.duiding import PARTS, parse_duiding
from socdom.parameters.duiding_draft import ABOVE, Draft, draft_text, read_draft

AWKWARD = (
    "---", "\n---\n", "## ", "##", "# ", "### Kop", "## Waarom?", "<!--", "-->", "<!-", "->", "```", "\n", "\r", "\r\n", "\x85",
    "\u2028", "\ufeff", "&lt;", "*", "**zo**", "[a](b)", "|", "rol: x", "#", ": ", "'", '"', "{", "%", "é", "\U0001f600", "\ud800",
    "\t", " ", "12", "123456782", "null", "2021-02-18", "ja", "a", "Waarom?",
)  # fmt: skip
texts = st.lists(st.sampled_from(AWKWARD) | st.text(max_size=4), max_size=8).map("".join)
# As they come from a file: utf-8, and with a mark at each end only.
comments = texts.map(
    lambda text: text.replace("\ud800", "").replace("\r", "").replace("<", "").replace(">", "")
).map(lambda text: f"<!--{text} -->")
notes = st.dictionaries(
    st.sampled_from((ABOVE, *PARTS)), st.lists(comments, min_size=1, max_size=2).map(tuple), max_size=3
)
drafts = st.builds(
    Draft,
    indicator=st.just("wmo_clienten"),
    rol=texts,
    datum=st.none() | st.dates(),
    status=st.sampled_from(("concept", "goedgekeurd")),
    parts=st.fixed_dictionaries(dict.fromkeys(PARTS, texts)),
    notes=notes,
)


def on_disk(text: str) -> str:
    """As a file gives it back: every end of a line is a line feed."""
    return text.encode().decode().replace("\r\n", "\n").replace("\r", "\n")


@given(drafts)
def test_written_is_read_back_or_refused(draft: Draft) -> None:
    try:
        text = draft_text(draft)
    except ParameterError:
        return
    assert read_draft(on_disk(text), "a.md") == draft.tidy
    assert draft_text(read_draft(on_disk(text), "a.md")) == text


@given(drafts)
def test_only_what_is_written_is_published(draft: Draft) -> None:
    """No comment reaches a page, and no text gets lost beside one."""
    calm = replace(draft, status="concept", notes={**draft.notes, PARTS[0]: ("<!-- GEHEIM -->",)})
    try:
        text = draft_text(calm)
    except ParameterError:
        return
    assert dict(parse_duiding(on_disk(text), "a.md").parts) == calm.tidy.parts
    assert not any("GEHEIM" in part for part in calm.parts.values())
