"""Pinyin initials of names, so that `kg search ztkc` finds 中通客车."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _readings() -> Any:
    # pypinyin's phrase dictionary takes a second to load; one character at a time needs only its character table
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT


@cache
def _initial(ch: str) -> str:
    reading = _readings().get(ord(ch))
    if reading is None:
        return ch.lower() if ch.isalnum() else ""
    return _plain(reading[0])


def _plain(letter: str) -> str:
    """A vowel with a tone mark without it."""
    from unicodedata import normalize

    return normalize("NFD", letter)[0]


def initials(name: str) -> str:
    """First letters of the common reading of each character: 中通客车 → ztkc; letters and digits stay."""
    return "".join(_initial(ch) for ch in name)
