"""Downloads of one view over HTTP: headers, what does not exist, and that nothing can be changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.lib.file_server import Server, serving
from tests.lib.rich_edition import write_rich
from tests.lib.views import fetched

CSV = "/cijfer/jeugdhulp_gebruik.csv"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    rendered = tmp_path_factory.mktemp("downloads")
    write_rich(rendered)
    with serving(rendered / "lindeveen" / "2020Q4") as started:
        yield started


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [
        (
            f"{CSV}?wijk=WK999902",
            "text/csv; charset=utf-8",
            "2020-K4-lindeveen-jeugdhulp-gebruik-noorderlinde.csv",
        ),
        (
            "/cijfer/jeugdhulp_gebruik.xlsx?soort=wijken&kwartaal=2020Q3",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "2020-K3-lindeveen-jeugdhulp-gebruik-wijken.xlsx",
        ),
    ],
)
def test_a_view_is_given_with_a_name_that_tells_what_it_is(
    server: Server, rich, address: str, kind: str, name: str
) -> None:
    status, headers, body = server.ask(address)
    assert status == 200
    assert body == fetched(rich, address.removeprefix("/"))
    assert headers["Content-Type"] == kind
    assert headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert headers["Cache-Control"] == "no-cache"


def test_the_head_can_be_asked_for_and_what_was_kept_is_not_sent_again(server: Server) -> None:
    whole, head = server.ask(CSV), server.ask(CSV, "HEAD")
    assert (head[0], head[2]) == (200, b"")
    for name in ("Content-Length", "Content-Type", "Content-Disposition", "Etag"):
        assert head[1][name] == whole[1][name]
    assert int(head[1]["Content-Length"]) == len(whole[2]) > 0
    assert server.ask(CSV, **{"If-None-Match": whole[1]["Etag"]})[0] == 304


REFUSED = (
    "/cijfer/",
    "/cijfer/jeugdhulp_gebruik",
    "/cijfer/jeugdhulp_gebruik.json",
    "/cijfer/jeugdhulp_gebruik.csv.xlsx",
    "/cijfer/jeugdhulp_gebruik.csv/",
    "/cijfer/jeugdhulp_gebruik.csv%00",
    "/cijfer/../bestanden/cijfers.csv",
    "/cijfer/..%2fmanifest.csv",
    "/cijfer/Jeugdhulp_gebruik.csv",
    "/cijfer/bestaat_niet.csv",
    "/cijfer/__class__.csv",
    f"/cijfer/{'a' * 500}.csv",
    f"{CSV}?wijk=WK000000",
    f"{CSV}?wijk=%FF%FE",
    f"{CSV}?soort=vorm&wijk=WK999902",
    f"{CSV}?soort=../../figures.parquet",
    f"{CSV}?kwartaal=2020Q3&kwartaal=2020Q3",
)


@pytest.mark.parametrize("path", REFUSED)
def test_anything_else_does_not_exist(server: Server, path: str) -> None:
    for method in ("GET", "HEAD"):
        status, _, body = server.ask(path, method)
        assert status == 404
        assert body in (b"fout 404", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(server: Server, method: str) -> None:
    assert server.ask(CSV, method, **{"Content-Length": "0"})[0] == 405
