"""What an explanation shows, as Markdown."""

from __future__ import annotations

from socdom.report.reference_markdown import as_markdown, pipe_table

SHOWN = """<style>.a{color:red}</style><div class="socdom">
<table><caption>clienten.csv</caption>
<thead><tr><td></td><th scope="col">1e&nbsp;kw. 2020</th></tr></thead>
<tbody><tr><th scope="row">Inwoners &amp; buren</th><td> 2 </td></tr></tbody></table>
<figure><svg role="img" aria-label="Lijngrafiek: 2 en 3."><text>onzichtbaar</text><svg aria-label="binnen"></svg></svg>
<figcaption>Een noot.</figcaption></figure><p>Een <strong>zin</strong>.</p></div>"""


def test_tables_sentences_and_the_text_of_a_drawing() -> None:
    assert as_markdown(SHOWN).split("\n\n") == [
        "**clienten.csv**",
        "|  | 1e kw. 2020 |\n| --- | --- |\n| Inwoners & buren | 2 |",
        "*Tekening.* Lijngrafiek: 2 en 3.",
        "Een noot.",
        "Een zin.",
    ]


def test_a_bar_in_a_cell_stays_in_its_cell_and_a_short_row_is_filled_up() -> None:
    assert pipe_table([["a", "b"], ["1|2"]]) == "| a | b |\n| --- | --- |\n| 1\\|2 |  |"
