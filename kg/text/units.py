"""Measure words and units: which one stands at a place, and what it measures."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kg.text import lexicon

_LATIN = re.compile(r"[A-Za-zμΩ]")
_PAIRED = re.compile(r"[（(]([^（）()\d]{1,3})[）)]")


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as printed, where it ends, and its kind (column 2 of ontology/lexicon/units.tsv)."""

    name: str
    end: int
    kind: str


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    runs_into: tuple[str, ...]
    digits: bool


@cache
def _table() -> dict[str, _Entry]:
    table = {}
    for row in lexicon.rows("units"):
        into = tuple(word for word in row[2].split("|") if word) if len(row) > 2 else ()
        table[row[0]] = _Entry(kind=row[1], runs_into=into, digits=len(row) > 3 and row[3] == "digits")
    return table


@cache
def _longest() -> int:
    return max(map(len, _table()))


def unit_at(text: str, at: int, arabic: bool) -> Unit | None:
    """The longest unit that begins at `at`, with its divisor (微克/立方米) and twin (台（套）), else None.

    A unit is none where it runs into another word (三台风, 2万人才), nor, for doubtful ones, after a Chinese numeral.
    """
    table = _table()
    for size in range(min(_longest(), len(text) - at), 0, -1):
        entry = table.get(text[at : at + size])
        end = at + size
        if entry is None or (entry.digits and not arabic) or text.startswith(entry.runs_into, end):
            continue
        if _LATIN.match(text, end - 1) and (_LATIN.match(text, end) or text[end : end + 1].isdigit()):
            continue
        return _extended(text, at, end, entry.kind, arabic)
    return None


def _extended(text: str, at: int, end: int, kind: str, arabic: bool) -> Unit:
    if text.startswith(("/", "／"), end):
        divisor = unit_at(text, end + 1, True)
        if divisor is not None:
            return Unit(name=text[at : divisor.end], end=divisor.end, kind=f"{kind} per {divisor.kind}")
    twin = _PAIRED.match(text, end)
    if twin and twin[1] in _table():
        end = twin.end()
    return Unit(name=text[at:end], end=end, kind=kind)
