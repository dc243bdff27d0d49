"""The licence of an installed package in SPDX, and whether it goes together with EUPL-1.2.

What a package says of itself comes first: the expression of its metadata, else what it wrote in the older fields.
Those often say no more than "BSD"; then the text of the licence that is installed with it tells which one.
"""

from __future__ import annotations

from importlib.metadata import Distribution

from license_expression import LicenseSymbol, get_spdx_licensing

# Software under the EUPL may use these as libraries and hand them on. Permissive ones ask only for their text. The MPL and the
# LGPL stand in the appendix of the EUPL; they are used as they are, as libraries apart, so each keeps its own licence.
COMPATIBLE = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "HPND", "ISC", "MIT", "MIT-0", "MIT-CMU"),
        *("PSF-2.0", "Python-2.0", "Unlicense", "Zlib", "OFL-1.1", "EUPL-1.2"),
        *("MPL-1.1", "MPL-2.0", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"),
    }
)  # fmt: skip

# What people wrote where SPDX has another name.
_WRITTEN = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 3-Clause License": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC license": "ISC",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
}

# Words that stand in one licence and not in the others, the most telling first.
_TEXTS = (
    ("Neither the name", "BSD-3-Clause"),
    ("may not be used to endorse", "BSD-3-Clause"),
    ("Redistribution and use in source and binary forms", "BSD-2-Clause"),
    ("Permission is hereby granted, free of charge", "MIT"),
    ("Apache License", "Apache-2.0"),
)

# Read by a person, because no rule above can: three licences to choose from; a licence like that of Python.
_READ = {
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "matplotlib": "PSF-2.0",
}

_SPDX = get_spdx_licensing()


def licence_of(package: Distribution) -> str | None:
    """The licence of an installed package as SPDX writes it, or None when it cannot be told."""
    name = package.metadata["Name"].lower()
    if name in _READ:
        return _READ[name]
    said = [package.metadata.get("License-Expression"), package.metadata.get("License")]
    classifiers = package.metadata.get_all("Classifier") or []
    said += [line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License ::")]
    for words in said:
        if words and (known := _WRITTEN.get(words, words)) and _is_spdx(known):
            return known
    return _by_text(package)


def accepted(expression: str) -> bool:
    """Whether a licence in SPDX goes together with EUPL-1.2: of "OR" one part is enough, of "AND" all must."""
    return _accepted(_SPDX.parse(expression, validate=True))


def _accepted(part: object) -> bool:
    if isinstance(part, LicenseSymbol):
        return part.key in COMPATIBLE
    if not isinstance(part, (_SPDX.OR, _SPDX.AND)):
        return False
    whole = any if isinstance(part, _SPDX.OR) else all
    return whole(_accepted(inner) for inner in part.args)


def _is_spdx(words: str) -> bool:
    return len(words) < 200 and "\n" not in words and not _SPDX.validate(words).errors


def _by_text(package: Distribution) -> str | None:
    names = ("licen", "copying")
    files = [file for file in package.files or [] if file.name.lower().startswith(names)]
    texts = [file.read_binary().decode("utf-8", "replace") for file in files]
    for text in [package.metadata.get("License") or "", *texts]:
        flat = " ".join(text.split())
        for words, licence in _TEXTS:
            if words in flat:
                return licence
    return None
