"""Columns as text in Dutch notation, and a CSV file written at once. Each distinct value is written out
once."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np

from socdom.sources.demo.days import FAR
from socdom.whole_files import put_file


def date_text(days: np.ndarray) -> np.ndarray:
    """31-12-2020; FAR and beyond is open, so empty."""
    distinct, places = np.unique(days, return_inverse=True)
    iso = np.datetime_as_string(distinct.astype("datetime64[D]"))
    days_and_texts = zip(distinct.tolist(), iso.tolist(), strict=True)
    texts = ["" if day >= FAR else f"{text[8:]}-{text[5:7]}-{text[:4]}" for day, text in days_and_texts]
    return np.array(texts)[places]


def cents_text(cents: np.ndarray) -> np.ndarray:
    """123456 → "1.234,56"."""
    distinct, places = np.unique(cents, return_inverse=True)
    texts = [
        f"{'-' if value < 0 else ''}{abs(value) // 100:,}".replace(",", ".") + f",{abs(value) % 100:02d}"
        for value in distinct.tolist()
    ]
    return np.array(texts)[places]


def euros_text(euros: np.ndarray) -> np.ndarray:
    """1234.0 → "1.234"."""
    return np.array([f"{round(value):,}".replace(",", ".") for value in euros])


def write_csv(path: Path, columns: dict[str, np.ndarray]) -> None:
    """utf-8 with a mark at the start, semicolons; the file appears whole or not at all."""
    import pyarrow as pa
    from pyarrow import csv

    table = pa.table({name: pa.array(values.tolist(), pa.string()) for name, values in columns.items()})
    options = csv.WriteOptions(include_header=False, delimiter=";", quoting_style="none")
    content = io.BytesIO(b"\xef\xbb\xbf" + ";".join(columns).encode() + b"\n")
    content.seek(0, io.SEEK_END)
    csv.write_csv(table, content, options)
    put_file(path, content.getvalue(), mode=0o600)
