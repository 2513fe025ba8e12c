"""Places that the gazetteer lists: full forms wherever they stand, short forms where they stand for the place."""

from __future__ import annotations

import re
from functools import cache

from kg.recognise.spots import Spot
from kg.text import gazetteer, lexicon, words
from kg.text.gazetteer import Division, Gazetteer
from kg.text.pieces import Pieces, stops

_CITY_GLUED = frozenset("场民值面容井")
"""聊城市|场, 济南市|民: the short form and another word."""
_LEVEL_WORD = frozenset("省市县区旗镇乡")
_BRAND_NEXT = re.compile(
    r"大学|学院|医科|师范|理工|工业大学|农业大学|银行|证券|日报|晚报|晨报|早报|卫视|电视台|新闻网|大道|大街|[东南西北中]?[路街]|"
    r"饭店|宾馆|大厦|时间(?!内)|话|菜|鸡|烤鸭|梆子|高速|高铁|铁路|机场|火车站|[东南西北]站|港(?!口|澳)|地铁|电网|联通|移动|电信"
)
_KINDS_OF_CITY = frozenset({"郊区", "城区", "矿区", "市区", "新区", "老城区"})
"""Districts that are called like parts of any city."""
_DIRECTIONS = frozenset({"东北", "西北", "西南", "东南"})
_DIRECTED = re.compile(r"[角部风侧面向隅方边口门缘坡麓岸路街郊大]|亚|偏")
"""What makes a mere direction of them: 东北|角."""
_CLASS_NEXT = re.compile(
    r"[市县省]|政府|议会|总统|首相|总理|外长|海关|经济技术|经济开发|经开区|高新|开发区|度假区|旅游度假|综合保税|综保区"
)
"""What makes one dictionary word of a place and its zone (苏州高新区)."""
_CHINA_NEXT = re.compile(
    r"银行|移动|电信|联通|石化|石油|海油|中车|建筑|建设银行|铁建|中铁|铁路|科学院|工程院|社科院|社会科学院|农科院|农业科学院|"
    r"共产党|人民解放军|特色|式|梦|人民银行|人民大学|农业大学|石油大学|海洋大学|政法大学|传媒大学|科学技术大学|地质大学|矿业大学|"
    r"电科|航天|航空工业|重汽|一汽|船舶|兵器|华能|华电|大唐|国电|能建|电建|交建|中化|中冶|五矿|铝业|黄金|储备|邮政|烟草|平安|人寿|"
    r"人保|太保|国航|国旅|共青团|科协|记协|作协|文联|残联|红十字会|足协|篮协"
)


def spots(text: str, p: Pieces, home: str | None) -> list[Spot]:
    """The listed places of `text` by start; they do not overlap. Codes are left open."""
    gaz = gazetteer.load()
    taken: list[Spot] = []
    position = 0
    for start, end, name in gaz.find(text):
        if start < position:
            continue
        last = taken[-1] if taken and taken[-1].end == start else None
        above = last is not None and last.level in ("country", "province", "city")
        spot = _spot(text, p, gaz, (start, end), name, chained=last is not None, above=above)
        if spot and last is not None and _of_another(gaz, last, spot):
            whole = text[last.start : end]
            taken[-1] = Spot(start=last.start, end=end, name=whole, level="zone", confidence=0.85, by="places.zone")
            position = end
            continue
        if spot and name in _KINDS_OF_CITY and not (last and _inside(gaz, last, spot)):
            continue
        if spot and (not _needs_support(spot, name) or _supported(spot, name, last, text, home)):
            taken.append(spot)
            position = end
    return taken


def _spot(
    text: str, p: Pieces, gaz: Gazetteer, at: tuple[int, int], name: str, *, chained: bool, above: bool
) -> Spot | None:
    start, end = at
    first = gaz.named(name)[0]
    full = gaz.is_full(name) and (first.coded or name[-1] in _LEVEL_WORD)
    stands = (
        _full_form(text, p, start, end, name, chained=chained)
        if full
        else _short_form(text, p, at, name, first, chained=above)
    )
    if not stands:
        return None
    return Spot(
        start=start,
        end=end,
        name=name if full and first.coded else first.name,
        level=first.level,
        confidence=0.95 if full else 0.85,
        by="places.full" if full else "places.short",
        listed=first.coded,
        full=full,
    )


def _full_form(text: str, p: Pieces, start: int, end: int, name: str, *, chained: bool) -> bool:
    if (
        name in _kinds()
        or (name == "和县" and text[end : end + 1] in ("委", "政", "里", "区", "级", "纪", "人"))
        or (len(name) == 2 and name[-1] in "镇乡")
    ):
        return chained
    if name[-1] == "市" and text[end : end + 1] in _CITY_GLUED and not text.startswith("民政", end):
        return False
    if name.endswith(("镇", "乡")) and text[end : end + 1] in ("村", "镇", "亲"):
        return chained
    if chained or (len(name) > 4 and name[-1] not in "镇乡"):
        return True
    return p.boundary(start)


def _short_form(text: str, p: Pieces, at: tuple[int, int], name: str, place: Division, *, chained: bool) -> bool:
    start, end = at
    if text.startswith(("协同发展", "一体化", "岸"), end) or not (p.boundary(start) or len(name) > 3 or chained):
        return False
    if name in _DIRECTIONS and _DIRECTED.match(text, end):
        return False
    if not p.boundary(end) and len(name) < 4 and not _CLASS_NEXT.match(text, end) and not _pair(p, end):
        return False
    if place.level == "geo" and name[-1] in "河江山湖海" and _goes_on_left(p, start):
        return False
    if name == "中国":
        return not _CHINA_NEXT.match(text, end)
    return place.level in ("country", "geo") or not _BRAND_NEXT.match(text, end)


def _inside(gaz: Gazetteer, city: Spot, district: Spot) -> bool:
    """Whether `district` is listed for the city that stands before it (阳泉市|郊区)."""
    above = {place.code for place in gaz.named(city.name or "")}
    return any(above & set(gaz.ancestors(place.code)) for place in gaz.named(district.name or ""))


def _of_another(gaz: Gazetteer, city: Spot, zone: Spot) -> bool:
    """Whether `zone`, listed for one city, is here a zone of another that stands before it (某市|滨海新区)."""
    if not (zone.name or "").endswith("新区") or city.level not in ("province", "city", "county"):
        return False
    return not _inside(gaz, city, zone)


def _pair(p: Pieces, end: int) -> bool:
    """Whether the dictionary word that `end` cuts goes on with another place (广西|南宁)."""
    rest = p.after(end)
    return len(rest) > 1 and bool(gazetteer.load().named(rest)) and p.boundary(end + len(rest))


def _goes_on_left(p: Pieces, start: int) -> bool:
    """Whether an unknown character stands before, so that the river may have a longer name (漳|卫河)."""
    word = p.before(start)[1]
    return len(word) == 1 and word.isalnum() and not stops(word)


def _needs_support(spot: Spot, surface: str) -> bool:
    """Short forms of counties, and such as are words: places only where the text around speaks for it."""
    return not spot.full and (
        (spot.level == "county" and spot.listed) or (spot.level != "geo" and surface in gazetteer.ordinary())
    )


def _supported(spot: Spot, surface: str, last: Spot | None, text: str, home: str | None) -> bool:
    """A parent directly before it, its full form in the text, or (for no ordinary word) its city in the text."""
    gaz = gazetteer.load()
    options = gaz.named(surface)
    if last and last.name:
        above = {place.code for place in gaz.named(last.name)}
        reach = 1 if surface in gazetteer.ordinary() else 3
        if any(above & set(gaz.ancestors(place.code)[:reach]) for place in options):
            return True
    if any(place.name != surface and place.name in text for place in options):
        return True
    if surface in gazetteer.ordinary():
        return not spot.listed and any(
            gaz.ancestors(place.code)[:1] and _named(place.parent, text) for place in options
        )
    if _given_name(text, spot.start):
        return False
    homes = {place.code for place in gaz.named(home)} if home else set()
    if any(place.parent in homes or place.code in homes or _named(place.parent, text) for place in options):
        return True
    return len(options) == 1 and not options[0].name.endswith("区") and words.tag(surface) == "ns"


def _given_name(text: str, start: int) -> bool:
    """A surname, alone after a blank or a title's end, before it: the place is a given name (樊|海宁)."""
    return start > 1 and text[start - 1] in _surnames() and text[start - 2] in " 、\n长员师任授记"


@cache
def _surnames() -> frozenset[str]:
    return frozenset(lexicon.words("surnames"))


def _named(code: str | None, text: str) -> bool:
    """Whether the text names the city (or country) with this code."""
    place = gazetteer.load().by_code(code) if code else None
    return place is not None and place.level in ("city", "country") and (place.short or place.name) in text


@cache
def _kinds() -> frozenset[str]:
    return frozenset(lexicon.words("place_kinds"))
