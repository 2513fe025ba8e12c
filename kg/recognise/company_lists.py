"""Companies in lists: where one item is sure, or the words around the list say 企业, its other items are firms too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.recognise.company_full import bounds, name_start, no_companies
from kg.recognise.product_phrase import levels
from kg.recognise.reading import Reading, is_name_part
from kg.recognise.sector import modifiers, sectors
from kg.text.companies import known_companies, ordinary, place_prefix, split_trade, trades
from kg.text.words import known, tagged

_PIECE = r"[^，。；：、！？,;:!?\n\s“”‘’《》（）()—]"
_RUN = re.compile(rf"{_PIECE}{{2,40}}(?:、{_PIECE}{{2,14}}){{1,20}}{_PIECE}{{0,12}}")
_LED = re.compile(r"以([^，。；：！？“”《》]{5,36}?)为(?:龙头|骨干|链主|领军|代表)")
_AFTER = re.compile(
    r"等?(?:[\d一二两三四五六七八九十多余几数百]+[余多]?家)?[^，。；、的]{0,8}?(?:企业|公司|集团|车企|药企|厂商)|"
    r"(?:成为|成长为|作为|均为|都是|是|为)[^，。；]{0,8}?(?:龙头|骨干|企业|链主|领军)"
)
_BEFORE = re.compile(
    r"(?:企业|公司|客户|供应商|股东|集团|行业|产业(?=有))[”]?[，：]?(?:分别|主要|包括|包含|涌现出|有|是|为|如|例如|像|了)*$"
)
_COUNT = re.compile(
    r"等?[\d一二两三四五六七八九十多余几数百]+[余多]?家[^，。；、的]{0,8}?(?:企业|公司|车企|药企|厂商|厂家)"
)
_OFFICE = re.compile(r"(?:代表|平台|中心|委员会|协会|政府|大学|学院|医院|局|部|院|所|办|站|队|省|市|县|区|镇|村|人)$")
_JOINT = re.compile(r"和|与|以及|及")
_CUT_TAGS = frozenset({"v", "p", "d", "uj", "ul", "u", "r", "m", "q", "c", "t", "f", "y", "x", "vn", "ad"})
_LONGEST, _BARE, _SHORTEST = 12, 4, 2
_FUNCTION = frozenset("于是在的了着与等被把")
_SURE = 0.45
_ENOUGH = 2


class Item(NamedTuple):
    """One item of a list: whether it looks like a firm's name, whether a word of trade says so, and whether it may
    be one where the words around the list say 企业 (a place and two characters, an unknown word)."""

    start: int
    end: int
    likely: bool
    trade: bool
    maybe: bool = False


def listed_names(
    reading: Reading, places: Mapping[int, int], sure: Sequence[tuple[int, int]], bases: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Spans of the items of every list that is one of companies.

    `sure` are the spans of companies found so far, `bases` what short names are worth before their context.
    """
    text = reading.text
    for run in _RUN.finditer(text):
        items = _items(reading, places, run.start(), run.end())
        if len(items) < _ENOUGH:
            continue
        if _counted(text, items) or _mostly_sure(items, sure):
            yield from ((item.start, item.end) for item in items if item.likely or item.maybe)
        elif _of_firms(text, items, sure, bases):
            yield from ((item.start, item.end) for item in items if item.likely)
    for led in _LED.finditer(text):
        items = _items(reading, places, led.start(1), led.end(1))
        if len(items) >= _ENOUGH and all(item.likely and item.trade for item in items):
            yield from ((item.start, item.end) for item in items)


def _mostly_sure(items: Sequence[Item], sure: Sequence[tuple[int, int]]) -> bool:
    """Whether at least two items, and half of the list, are companies found already."""
    certain = sum(any(s <= item.start < e or item.start <= s < item.end for s, e in sure) for item in items)
    return certain >= _ENOUGH and certain * 2 >= len(items)


def _counted(text: str, items: Sequence[Item]) -> bool:
    """Whether firms are counted behind a list (等5家车企, 两家子公司) all of whose items may be some."""
    fit = all(item.likely or item.maybe for item in items)
    return fit and _COUNT.match(text, items[-1].end) is not None


def _of_firms(
    text: str, items: Sequence[Item], sure: Sequence[tuple[int, int]], bases: Mapping[tuple[int, int], float]
) -> bool:
    """Whether a list is one of companies: by an item that is sure, by words around it, or by two that look it."""
    likely = [item for item in items if item.likely]
    if len(likely) * 3 < len(items) * 2 or not likely:
        return False
    if _AFTER.match(text, items[-1].end) or _BEFORE.search(text, max(0, items[0].start - 12), items[0].start):
        return True
    certain = {span for span in sure if span[0] >= items[0].start and span[1] <= items[-1].end}
    if certain and len(likely) == len(items):
        return True
    return sum(bases.get((item.start, item.end), 0.0) >= _SURE for item in likely) >= _ENOUGH


def _items(reading: Reading, places: Mapping[int, int], start: int, end: int) -> list[Item]:
    """The items of the list in `start`–`end`: the first bounded on its left, the last on its right."""
    text = reading.text
    cuts = [mark.start() for mark in re.finditer("、", text[start:end])]
    edges = [start, *(start + cut + 1 for cut in cuts)]
    stops = [*(start + cut for cut in cuts), end]
    pieces = list(zip(edges, stops, strict=True))
    first, last = pieces[0], pieces[-1]
    joint = next((m for m in _JOINT.finditer(text, *last) if reading.inside(m.start()) is None), None)
    if joint and joint.start() - last[0] >= _SHORTEST:
        pieces[-1:] = [(last[0], joint.start()), (joint.end(), last[1])]
    if cuts:
        begin = name_start(reading, places, first[1])
        pieces[0] = (max(begin, first[0]), first[1])
    pieces[-1] = (pieces[-1][0], _right_end(reading, *pieces[-1]))
    return [_item(text, low, high) for low, high in pieces if high > low]


def _right_end(reading: Reading, start: int, end: int) -> int:
    """Where the last item ends: before the first ordinary word that is no trade and no noun."""
    position, trade_end = start, 0
    for word in reading.rightward(start):
        if word.start >= end or word.text in bounds() or word.text in ("等", "各", "两", "三"):
            break
        trade = not split_trade(word.text)[0]
        stop = word.tag in _CUT_TAGS and known(word.text) and not trade and word.start > start
        if stop:
            break
        position = min(word.end, end)
        trade_end = position if trade else trade_end
    return trade_end if trade_end > start + _SHORTEST else position


def _item(text: str, start: int, end: int) -> Item:
    name = text[start:end]
    brand, tail = split_trade(name)
    place = place_prefix(name + "xx")
    if name in known_companies():
        return Item(start, end, True, True)
    if not _SHORTEST <= len(name) <= _LONGEST or name in no_companies() or name in sectors() or name in levels():
        return Item(start, end, False, False)
    if not name.isalnum() or "企业" in name or ordinary(name) or name[:1] in "各多几数某该本":
        return Item(start, end, False, False)
    rest = name[len(place) :]
    if tail and brand:
        return Item(start, end, _branded(brand.removeprefix(place), tail[-1], place), True)
    made = bool(place) and rest in levels() and len(rest) > 1
    clean, named = _look(rest)
    goods = _about_goods(rest)
    likely = made or (clean and named and len(rest) >= _BARE and not goods)
    short = bool(place) and _SHORTEST <= len(rest) <= _BARE and not known(rest)
    maybe = not goods and not _OFFICE.search(name) and (short or (clean and not known(name)))
    return Item(start, end, likely and not _OFFICE.search(name), False, maybe)


def _branded(brand: str, trade: str, place: str) -> bool:
    """Whether brand and trade look like a firm; a weak trade (技术) needs an unknown brand of two to four."""
    strength = trades()[trade]
    if not brand:
        return bool(place) and strength == "firm"
    clean, named = _look(brand)
    if strength == "weak":
        return clean and named and not ordinary(brand) and not brand.isascii() and len(brand) <= _BARE
    plain = ordinary(brand) and strength == "firm" and brand not in sectors() and brand not in modifiers()
    return (clean and named) or plain


def _look(text: str) -> tuple[bool, bool]:
    """Whether no ordinary word of two characters stands in `text`, and whether something in it looks like a name."""
    words = tagged(text)
    parts = [is_name_part(word, tag) and tag not in ("m", "t", "r") for word, tag in words]
    singles = sum(len(word) == 1 for word, _ in words)
    clean = not any(char in _FUNCTION for char in text) and all(
        part or len(word) == 1 or tag == "ns" for part, (word, tag) in zip(parts, words, strict=True)
    )
    return clean, any(parts) or singles > 1


def _about_goods(name: str) -> bool:
    """Whether an unknown name begins or ends with a branch or a product, as goods do (光伏电池片)."""
    sizes = range(2, min(len(name), 6) + 1)
    ends = {name[-size:] for size in sizes}
    return any(end in levels() or end in sectors() for end in ends) or any(name[:size] in sectors() for size in sizes)
