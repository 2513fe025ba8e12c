"""Which division 我市, 我县 and 全市 mean on a page."""

from __future__ import annotations

import re
from collections import Counter

from kg.text import gazetteer
from kg.text.normalise import squash

_MEANT = re.compile(r"[我全本][市县区州]|[市县区州][委政]")
_LEAST = 3
_SHARE = 0.5


def find(text: str) -> str | None:
    """Full name of the city (where the page says 我县 and never 我市, of the county) that it is about, if one is.

    The one named most, with its counties counted in; none where no city has at least half of all that is named, as in
    a national paper.
    """
    text = squash(text)
    known = gazetteer.load()
    if not _MEANT.search(text):
        return None
    county = ("我县" in text or "全县" in text) and not re.search("我市|全市", text)
    counts: Counter[str] = Counter()
    level = "county" if county else "city"
    end = 0
    for start, stop, name in known.find(text):
        if start < end or name in gazetteer.ordinary():
            continue
        end = stop
        place = known.settle(name)
        if place is None:
            continue
        line = (place.code, *known.ancestors(place.code))
        wanted = next((code for code in line if len(code) == 6 and _level(known, code) == level), None)
        if wanted:
            counts[wanted] += 3 if known.is_full(name) else 1
    if not counts:
        return None
    (best, times), *_ = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if times < _LEAST or times < _SHARE * sum(counts.values()):
        return None
    place = known.by_code(best)
    return place.name if place else None


def _level(known: gazetteer.Gazetteer, code: str) -> str | None:
    place = known.by_code(code)
    return place.level if place else None
