"""All rows of a table that are wanted, in one question or more, counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from socdom.sources.cbs.client import CbsClient
from socdom.sources.cbs.errors import CHANGED, FETCH_AGAIN, fail
from socdom.sources.cbs.filters import conditions, split
from socdom.sources.cbs.request import TableRequest


def known_dimensions(request: TableRequest, dimensions: Sequence[str], measures: Sequence[object]) -> None:
    """Nothing when the table has the dimensions of which keys are asked, and is a table with figures at all.

    Raises:
        CbsError: it lacks one; the fault names those it has.
    """
    if not dimensions or not measures or len(set(dimensions)) < len(dimensions):
        fail(request.table, "de beschrijving van de tabel klopt niet", CHANGED)
    unknown = sorted(set(request.keys) - set(dimensions))
    if unknown:
        rule = f"de tabel heeft deze dimensies niet: {', '.join(unknown)}; wel {', '.join(dimensions)}"
        fail(request.table, rule, CHANGED)


def parts_of(request: TableRequest, keys: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Per dimension of which not all keys are wanted: the conditions of which a row must meet one.

    Args:
        keys: dimension → its keys as CBS has them.

    Raises:
        CbsError: a dimension has none of the wanted keys or periods.
    """
    parts = []
    for name, known in keys.items():
        found = conditions(request, name, known)
        if found is None:
            continue
        if not found:
            rule = f"geen van de gevraagde codes of perioden staat in {name}"
            fail(request.table, rule, "Controleer de code van de gemeente en de jaren in gemeente.yml.")
        parts.append(found)
    return parts


def all_rows(
    client: CbsClient,
    table: str,
    host: str,
    parts: Sequence[Sequence[str]],
    *,
    path: str,
    count_path: str,
    options: Mapping[str, str],
) -> list[dict[str, Any]]:
    """The rows that meet a condition of each part.

    Args:
        path, count_path: of the set with rows, and of the set whose rows are counted.
        options: options of the address, besides the filter.

    Raises:
        CbsError: CBS does not answer, or gives another number of rows than it says to have.
    """
    rows: list[dict[str, Any]] = []
    for text in split(parts):
        filtered = {"$filter": text} if text else {}
        found = client.rows(table, host, path, {**options, **filtered})
        total = client.count(table, host, count_path, filtered)
        if total is not None and total != len(found):
            rule = f"het CBS zegt {total} rijen te hebben en geeft er {len(found)}"
            fail(table, rule, FETCH_AGAIN)
        rows += found
    return rows
