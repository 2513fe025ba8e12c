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
    verb: int | None = None
    """Where in `Coded.code` the word begins that says it; None where no single word does."""
    still: bool = False
    """Whether names that stand together say it, with no verb: what is planned or denied around them leaves it true."""
