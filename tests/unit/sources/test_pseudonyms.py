"""The key file and the hashes made with it."""

from __future__ import annotations

import hashlib
import hmac
import stat
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import ParameterError
from socdom.sources.pseudonyms import load_key, pseudonyms, sealed

KEY, OTHER_KEY = b"a" * 32, b"b" * 32


def test_key_is_made_once_and_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "config" / "socdom" / "sleutel"
    key = load_key(path)
    assert len(key) == 32
    assert load_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["sleutel"]


def test_two_keys_differ(tmp_path: Path) -> None:
    assert load_key(tmp_path / "a") != load_key(tmp_path / "b")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o602])
def test_key_that_others_can_read_or_write_is_refused(tmp_path: Path, mode: int) -> None:
    load_key(tmp_path / "sleutel")
    (tmp_path / "sleutel").chmod(mode)
    with pytest.raises(ParameterError, match="alleen u mag de sleutel kunnen lezen"):
        load_key(tmp_path / "sleutel")


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 33])
def test_key_of_another_length_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sleutel"
    path.touch(mode=0o600)
    path.write_bytes(content)
    with pytest.raises(ParameterError, match="precies 32 bytes"):
        load_key(path)
    assert path.read_bytes() == content


def test_key_inside_the_repository_is_refused_before_it_is_made(tmp_path: Path) -> None:
    outside = tmp_path / "elders"
    outside.symlink_to(tmp_path / "project")
    (tmp_path / "project").mkdir()
    for path in (tmp_path / "project" / "data" / "sleutel", outside / "sleutel"):
        with pytest.raises(ParameterError, match="buiten de projectmap"):
            load_key(path, tmp_path / "project")
        assert not path.exists()


def test_hash_is_hmac_sha256_cut_to_63_bits() -> None:
    own_key = hmac.new(KEY, b"person", hashlib.sha256).digest()
    digest = hmac.new(own_key, b"999990019", hashlib.sha256).hexdigest()
    expected = int(digest[:16], 16) // 2
    assert pseudonyms(pd.Series(["999990019"]), KEY, "person").tolist() == [expected]


def test_hashes_are_stable_per_key_and_kind() -> None:
    values = pd.Series(["1", "2", "1", "3"], index=[9, 8, 7, 6])
    first = pseudonyms(values, KEY, "person")
    assert first.index.tolist() == [9, 8, 7, 6]
    assert str(first.dtype) == "int64"
    assert (first >= 0).all()
    assert first[9] == first[7]
    assert first.nunique() == 3
    assert not set(first) & set(pseudonyms(values, OTHER_KEY, "person"))
    assert not set(first) & set(pseudonyms(values, KEY, "household"))


def test_many_identifiers_do_not_collide() -> None:
    assert pseudonyms(pd.Series(range(100_000)).astype("str"), KEY, "person").is_unique


def test_no_identifiers_give_no_hashes() -> None:
    assert pseudonyms(pd.Series([], dtype="str"), KEY, "person").tolist() == []


def test_a_sealed_checksum_cannot_be_made_without_the_key() -> None:
    """Else whoever tries all BSNs finds the one in a delivery with a single row."""
    checksum = hashlib.sha256(b"bsn;begindatum\n").hexdigest()
    own_key = hmac.new(KEY, b"checksum", hashlib.sha256).digest()
    assert sealed(checksum, KEY) == hmac.new(own_key, checksum.encode(), hashlib.sha256).hexdigest()
    assert len({checksum, sealed(checksum, KEY), sealed(checksum, OTHER_KEY)}) == 3
