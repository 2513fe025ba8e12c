"""What an office is called: a core word (书记, 局长, 总经理) with what belongs to it before (副, 党组, 技术, 研发部).

Where the organisation ends and the title begins is what this grammar decides: 莘县|县委书记, 某某公司|技术副总经理.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, cast

from kg.text import lexicon

Body = Literal["country", "place", "party", "government", "company", "institution", "any"]
_LONGEST_CORE, _LONGEST_PART = 9, 9


class Office(NamedTuple):
    """A title that ends at `end`; `core` is its last word, `body` the kind of body that has such an office."""

    starts: tuple[int, ...]
    """Where it may begin, the longest first; the last ones are shorter titles inside `core` (部长 in 组织部部长)."""
    end: int
    core: str
    body: Body


@cache
def cores() -> Mapping[str, Body]:
    """Each office of the lexicon with the kind of body that has it."""
    return {row[0]: cast(Body, row[1]) for row in lexicon.rows("titles")}


@cache
def _parts() -> frozenset[str]:
    return frozenset(lexicon.words("title_parts"))


def office_before(text: str, end: int, floor: int = 0) -> Office | None:
    """The office whose title ends at `end` and begins at `floor` or later.

    >>> office_before("某局党组副书记", 7)
    Office(starts=(2, 4, 5), end=7, core='副书记', body='party')
    """
    known = cores()
    for size in range(min(_LONGEST_CORE, end - floor), 1, -1):
        core = text[end - size : end]
        if core in known:
            starts = [end - size]
            shorter = [end - less for less in range(size - 1, 1, -1) if text[end - less : end] in known]
            while (wider := _part_before(text, starts[-1], floor)) is not None:
                starts.append(wider)
            return Office((*reversed(starts), *shorter), end, core, known[core])
    return None


def _part_before(text: str, end: int, floor: int) -> int | None:
    parts = _parts()
    for size in range(min(_LONGEST_PART, end - floor), 0, -1):
        if text[end - size : end] in parts:
            return end - size
    return None
