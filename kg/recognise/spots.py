"""Places as they are found one by one, before their codes are settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from kg.model.mention import Level


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that names a place; `name` its full name as far as the words tell."""

    start: int
    end: int
    name: str | None
    level: Level
    confidence: float
    by: str
    listed: bool = False
    """Whether `name` is to be looked up in the gazetteer (several divisions may bear it)."""
    full: bool = True
    """Whether the text writes the full form (聊城市) and no short one (聊城)."""
    code: str | None = None


def by_end(spots: Iterable[Spot]) -> dict[int, int]:
    """End → start of the spots, the longest where several end at one place."""
    ends: dict[int, int] = {}
    for spot in spots:
        ends[spot.end] = min(spot.start, ends.get(spot.end, spot.start))
    return ends


def overlaps(spots: Sequence[Spot], start: int, end: int) -> bool:
    """Whether any of `spots` overlaps the stretch."""
    return any(spot.start < end and start < spot.end for spot in spots)
