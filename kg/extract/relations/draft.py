"""A relation as a rule proposes it, before vocabulary, modality and doubles are looked at."""

from __future__ import annotations

from typing import NamedTuple


class Draft(NamedTuple):
    """`low` and `high` are indexes of `Coded.code`: the words that the relation rests on."""

    subject: str
    predicate: str
    object: str
    low: int
    high: int
    by: str
    sure: float
