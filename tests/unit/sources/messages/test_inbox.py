"""Files, folders and zips."""

from __future__ import annotations

import zipfile

import pytest

from socdom.errors import DeliveryError, ParameterError
from socdom.sources.messages.inbox import Limits
from socdom.sources.messages.read import read_messages
from socdom.sources.messages.records import Allocation, Client
from tests.lib.messages import Sent, bsns, loose_schemas, write

BSNS = bsns(3)


def allocation(number, bsn=BSNS[0], provider="42420001"):
    client = Client(bsn, "1950-01-31", "2")
    product = Allocation(bsn, str(number), "", "01", "2024-01-04", "10:00:00", "2024-01-10", "", "", 0)
    return Sent("wmo", "301", provider, f"n{number}", "2024-01-05", (client,), (product,))


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    return loose_schemas(tmp_path_factory.mktemp("xsd"))


def zipped(path, members, **more):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def numbers(found):
    return sorted(found.parts["voorzieningen_wmo"].texts["provision"])


def test_file_folder_and_zip_give_the_same(tmp_path, schemas):
    messages = [allocation(number) for number in (7, 8, 9)]
    folder = write(tmp_path / "in", messages[:2])
    write(folder / "dieper" / "nog dieper", messages[2:])
    archive = zipped(tmp_path / "in.zip", {f"map/{i}.xml": m.xml() for i, m in enumerate(messages)})
    from_folder, from_zip = (read_messages(place, schemas, "GM0766") for place in (folder, archive))
    assert numbers(from_folder) == numbers(from_zip) == ["7", "8", "9"]
    assert from_folder.checksum == from_zip.checksum
    one = read_messages(folder / "bericht_0.xml", schemas, "GM0766")
    assert numbers(one) == ["7"]
    assert one.checksum != from_zip.checksum


def test_a_zip_in_the_folder_is_read_and_other_files_are_counted(tmp_path, schemas):
    folder = write(tmp_path, [allocation(7)])
    zipped(folder / "b.ZIP", {"x.xml": allocation(8).xml(), "__MACOSX/x.xml": b"rommel", ".x.xml": b"rommel"})
    (folder / "lijst.csv").write_text("a;b", encoding="utf-8")
    (folder / ".DS_Store").write_bytes(b"\0")
    found = read_messages(folder, schemas, "GM0766")
    assert numbers(found) == ["7", "8"]
    assert found.set_aside == ()
    assert "1 bestand is geen XML of zip en is overgeslagen." in found.notes


def test_what_is_wrong_in_a_zip_is_set_aside_and_the_rest_goes_on(tmp_path, schemas):
    inner = zipped(tmp_path / "binnen.zip", {"a.xml": allocation(1).xml()}).read_bytes()
    wrong = {
        "../buiten.xml": allocation(2).xml(),
        "/wortel.xml": allocation(2).xml(),
        "..\\buiten.xml": allocation(2).xml(),
        "C:/buiten.xml": allocation(2).xml(),
        "binnen.zip": inner,
        "lijst.txt": b"a",
        "goed.xml": allocation(7).xml(),
    }
    found = read_messages(zipped(tmp_path / "in.zip", wrong), schemas, "GM0766")
    assert numbers(found) == ["7"]
    reasons = [item.reason for item in found.set_aside]
    assert sum("plek buiten de zip" in reason for reason in reasons) == 4
    assert sum("zip in een zip" in reason for reason in reasons) == 1
    assert sum("geen XML" in reason for reason in reasons) == 1
    assert not (tmp_path.parent / "buiten.xml").exists()


def test_half_a_zip_and_a_damaged_member(tmp_path, schemas):
    good = zipped(tmp_path / "heel.zip", {"a.xml": allocation(1).xml(), "b.xml": allocation(2).xml()})
    data = good.read_bytes()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "half.zip").write_bytes(data[: len(data) // 2])
    broken = bytearray(data)
    for place in range(60, 90):
        broken[place] ^= 0xFF
    (tmp_path / "in" / "kapot.zip").write_bytes(broken)
    found = read_messages(tmp_path / "in", schemas, "GM0766")
    assert [item.reason for item in found.set_aside] == [
        "de zip is beschadigd of niet heel",
        "dit deel van de zip is beschadigd",
    ]
    assert numbers(found) == ["2"]


def test_a_zip_that_grows_too_much(tmp_path, schemas):
    bomb = zipped(
        tmp_path / "bom.zip", {"a.xml": allocation(1).xml() + b" " * 3_000_000, "b.xml": allocation(2).xml()}
    )
    found = read_messages(bomb, schemas, "GM0766", limits=Limits(ratio=100))
    assert ["te groot" in item.reason for item in found.set_aside] == [True]
    assert numbers(found) == ["2"]
    found = read_messages(bomb, schemas, "GM0766", limits=Limits(unpacked=2_000_000, ratio=10**6))
    assert "de zip is uitgepakt groter dan 2 MB" in {item.reason for item in found.set_aside}
    found = read_messages(bomb, schemas, "GM0766", limits=Limits(members=1))
    assert [item.reason for item in found.set_aside] == ["de zip heeft meer dan 1 bestanden"]


def test_a_zip_with_a_password(tmp_path, schemas):
    archive = zipped(tmp_path / "in.zip", {"a.xml": allocation(1).xml()})
    data = bytearray(archive.read_bytes())
    data[6] |= 1  # the flag in the header of the member, and in the list of members
    data[data.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(data)
    found = read_messages(archive, schemas, "GM0766")
    assert [item.reason for item in found.set_aside] == ["de zip heeft een wachtwoord; lever hem zonder"]


def test_a_name_with_a_long_number_is_masked_and_still_found(tmp_path, schemas):
    names = [f"client {BSNS[0]}.xml", f"client {BSNS[1]}.xml", "1234.56.789.xml", "301_2024-01-05.xml"]
    folder = write(tmp_path / "in", [allocation(number) for number in range(4)], names)
    for name in names:
        (folder / name).write_bytes(b"kapot")
    found = read_messages(folder, schemas, "GM0766")
    assert [item.file for item in found.set_aside] == [
        "… (bestand 1).xml".replace(" (bestand 1).xml", ".xml (bestand 1)"),
        "301_2024-01-05.xml",
        "client ….xml (bestand 3)",
        "client ….xml (bestand 4)",
    ]
    assert not any(bsn in str(item) for item in found.set_aside for bsn in BSNS)


def test_a_row_is_found_back_in_its_file(tmp_path, schemas):
    folder = write(tmp_path, [allocation(7), allocation(3)], ["b.xml", "a.xml"])
    found = read_messages(folder, schemas, "GM0766")
    text = allocation(7).xml()
    line = text[: text.index(b"<m:ToegewezenProduct>")].count(b"\n") + 1
    assert list(found.parts["voorzieningen_wmo"].texts["provision"]) == ["3", "7"]
    assert found.place("voorzieningen_wmo", 2) == f"b.xml, regel {line}"


def test_nothing_there(tmp_path, schemas):
    with pytest.raises(DeliveryError, match="hier staat een map"):
        read_messages(tmp_path / "weg", schemas, "GM0766")
    with pytest.raises(DeliveryError, match="hier staan berichten"):
        read_messages(tmp_path, schemas, "GM0766")


def test_schemas_that_are_not_there(tmp_path, schemas):
    folder = write(tmp_path / "in", [allocation(7)])
    with pytest.raises(ParameterError, match="bronnen.berichten.xsd"):
        read_messages(folder, tmp_path / "geen", "GM0766")
    part = tmp_path / "deel"
    (part / "wmo" / "xsd").mkdir(parents=True)
    (part / "wmo" / "xsd" / "WMO323.xsd").write_bytes((schemas / "wmo" / "WMO323.xsd").read_bytes())
    with pytest.raises(ParameterError, match=r"hier ontbreekt WMO301\.xsd"):
        read_messages(folder, part, "GM0766")
    (part / "wmo" / "xsd" / "WMO301.xsd").write_text("geen schema", encoding="utf-8")
    with pytest.raises(ParameterError, match=r"WMO301\.xsd is een XSD-bestand"):
        read_messages(folder, part, "GM0766")


def test_the_library_gives_a_member_in_pieces(tmp_path, schemas):
    """A message larger than what is read at once."""
    many = Sent(
        "wmo", "301", "42420001", "1", "2024-01-05", allocation(1).clients,
        tuple(allocation(number).records[0] for number in range(1, 2000)),
    )  # fmt: skip
    assert len(many.xml()) > 500_000
    found = read_messages(zipped(tmp_path / "in.zip", {"a.xml": many.xml()}), schemas, "GM0766")
    assert len(numbers(found)) == 1999
