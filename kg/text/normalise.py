"""Unify how characters are printed, one character to one character, so that offsets hold."""

from __future__ import annotations

from unicodedata import normalize

_WIDE = {code: chr(code - 0xFEE0) for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
_PRINTED = str.maketrans(
    {**_WIDE, 0xFF05: "%", 0xFF0E: ".", 0x3000: " ", 0x00A0: " ", 0x2022: "·", 0x30FB: "·", 0x2027: "·", 0xFF65: "·"}
)


def unify(text: str) -> str:
    """Full-width digits, letters, ％ and ． become half-width, the many middle dots one: `１２％` → `12%`.

    Punctuation keeps its Chinese form. The result is as long as `text`.
    """
    return text.translate(_PRINTED)


def squash(text: str) -> str:
    """`text` without any white space: what quote and page must agree on."""
    return "".join(text.split())


_MARKS = str.maketrans("", "", "“”\"'‘’《》「」『』〈〉·")


def key(name: str) -> str:
    """What the spellings of one name share: widths, case, blanks, quotation marks and dots do not tell names apart.

    >>> key("“ＴＣＬ” 科技") == key("tcl科技")
    True
    """
    plain = squash(normalize("NFKC", unify(name))).casefold()
    return plain.translate(_MARKS) or plain
