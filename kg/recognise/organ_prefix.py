"""What stands before an organ's own name: its division as written, or a class word (市, 县) for the one spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.model.mention import Mention
from kg.text import gazetteer
from kg.text.pieces import Pieces

_CLASS = frozenset("省市县区州旗镇乡")
_NO_CLASS_BEFORE = frozenset("我全该各本城县市区州省个级地都超夜门外两多几管新园发假范作验")
"""Before 市, 县 …: 我市, 各县市, 城市: no class word that stands for one division."""


_AUTONOMOUS = ("自治区", "自治州", "自治县", "自治旗")


class Prefix(NamedTuple):
    """Where an organ's name begins, and the official name of its division where the text writes one."""

    start: int
    division: str | None


def by_end(found: Iterable[Mention]) -> dict[int, Mention]:
    """The divisions found so far by where they end, the longest where several do."""
    places: dict[int, Mention] = {}
    for mention in found:
        if mention.type == "Place" and mention.level != "village" and not mention.by.endswith(("joint", "pair")):
            known = places.get(mention.end)
            if known is None or mention.start < known.start:
                places[mention.end] = mention
    return places


def before(text: str, p: Pieces, start: int, places: Mapping[int, Mention]) -> Prefix | None:
    """The prefix that ends at `start`: a chain of places (聊城市|东昌府区) or a class word that stands alone."""
    if start in places:
        place = places[start]
        first = start
        while first in places and places[first].start < first and not (first < start and _apart(places[first])):
            first = places[first].start
        return Prefix(first, official(place))
    if text[max(0, start - 3) : start] in _AUTONOMOUS:
        return Prefix(start - 3, None)
    if start > 0 and text[start - 1] in _CLASS and p.boundary(start - 1):
        if start > 1 and text[start - 2] in _NO_CLASS_BEFORE:
            return None
        return Prefix(start - 1, None)
    return None


def _apart(place: Mention) -> bool:
    """Whether a place before another division only says where that one lies: 广西|柳州市…, but 聊城市东昌府区…."""
    return place.by == "places.short" and place.level in ("province", "country")


def after_province(found: Sequence[Mention], start: int) -> int:
    """`start` of a name moved over the province that only says where the division lies which the name begins with."""
    starts = {mention.start for mention in found if mention.type == "Place"}
    ends = (m.end for m in found if m.type == "Place" and m.start == start and _apart(m) and m.end in starts)
    return max(ends, default=start)


def official(place: Mention) -> str | None:
    """The name by which an organ of `place` is called: a town's with its county (莘县樱桃园镇)."""
    if place.code and place.level == "town":
        gaz = gazetteer.load()
        above = gaz.by_code(gaz.ancestors(place.code)[0]) if gaz.ancestors(place.code) else None
        return (above.name if above and above.level == "county" else "") + (place.name or place.surface)
    return place.name
