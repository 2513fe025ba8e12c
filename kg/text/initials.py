"""Pinyin initials of names, so that `kg search ztkc` finds 卓通客车 and `cq` finds 重庆."""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from typing import Any
from unicodedata import normalize

from kg.text import lexicon

_MOST = 8
"""Spellings kept of one name: enough for three characters of two readings each."""


@cache
def _readings() -> Any:
    # pypinyin's phrase dictionary takes a second to load; one character at a time needs only its character table
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT


@cache
def _several() -> dict[str, str]:
    """Characters with two living readings in names, and the initials of both."""
    return {row[0]: row[1] for row in lexicon.rows("readings")}


@cache
def _initial(ch: str) -> str:
    """The initial or initials of one character; "" for punctuation."""
    if ch in _several():
        return _several()[ch]
    reading = _readings().get(ord(ch))
    if reading is None:
        return ch.lower() if ch.isalnum() else ""
    # a vowel with a tone mark, without it
    return normalize("NFD", reading[0])[0]


def initials(name: str) -> tuple[str, ...]:
    """First letters of the readings of each character, the usual reading first: 长春 → cc, zc; letters and digits
    stay as they are.
    """
    letters = [letter for ch in name if (letter := _initial(ch))]
    return tuple(dict.fromkeys("".join(some) for some in islice(product(*letters), _MOST)))
