"""Which division an article is speaking of at a given place: what 我市, 该县 and a bare 县人大 mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from kg.link.group import Group
from kg.model.mention import Level, Mention
from kg.text import gazetteer

_LEVEL_OF: dict[str, tuple[Level, ...]] = {
    "省": ("province",), "市": ("city",), "县": ("county",), "区": ("county", "zone"), "镇": ("town",), "乡": ("town",),
    "街": ("town",), "村": ("village",), "旗": ("county",), "州": ("city",),
}  # fmt: skip


class Division(msgspec.Struct, frozen=True):
    """A division in focus: its full name, level, and code where it has one."""

    name: str
    level: Level
    code: str | None


class Focus:
    """The places of one page in order of mention, with the paper's home behind them."""

    def __init__(self, places: Iterable[Group], home: str | None) -> None:
        self._seen: dict[str, list[tuple[int, Division]]] = defaultdict(list)
        for group in places:
            if group.level is None:
                continue
            division = _as_called(group.name, group.level, group.code)
            for member in group.members:
                self._seen[member.mention.article].append((member.mention.start, division))
        for seen in self._seen.values():
            seen.sort(key=lambda item: (item[0], item[1].name))
        self.home = _home(home)

    def division_for(self, mention: Mention, initial: str) -> Division | None:
        """The division that 市, 县, 区, 镇 or 省 (`initial`) stands for, None where nothing settles it: 市 and 省
        are the home's, 县 and 镇 the last named.
        """
        levels = _LEVEL_OF.get(initial)
        if levels is None:
            return None
        home = self._home_at(levels)
        if initial in "市省" and home is not None:
            return home
        return self._last(mention, levels) or home or self._only(mention.article, levels)

    def _last(self, mention: Mention, levels: Sequence[Level]) -> Division | None:
        seen = self._seen[mention.article]
        index = bisect_left(seen, mention.start, key=lambda item: item[0])
        return next((d for _, d in reversed(seen[:index]) if d.level in levels), None)

    def _only(self, article: str, levels: Sequence[Level]) -> Division | None:
        named = {d for _, d in self._seen[article] if d.level in levels}
        return next(iter(named)) if len(named) == 1 else None

    def _home_at(self, levels: Sequence[Level]) -> Division | None:
        """The home division, or the one above it, of these levels (the province of a city's paper)."""
        if self.home is None:
            return None
        if self.home.level in levels:
            return self.home
        gaz = gazetteer.load()
        for code in gaz.ancestors(self.home.code) if self.home.code else ():
            above = gaz.by_code(code)
            if above is not None and above.level in levels:
                return Division(above.name, above.level, above.code)
        return None


def _home(name: str | None) -> Division | None:
    named = gazetteer.load().named(name) if name else ()
    found = next((division for division in named if division.coded), None)
    return _as_called(found.name, found.level, found.code) if found else None


def _as_called(name: str, level: Level, code: str | None) -> Division:
    """北京 is a province by its code, but 全市 to its papers."""
    return Division(name, "city" if level == "province" and name.endswith("市") else level, code)
