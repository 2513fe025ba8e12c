"""Company names that end with a legal form or another form of a firm: where such a name begins, and whether it is one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.recognise.reading import Reading, Word, is_name_part
from kg.text import lexicon
from kg.text.companies import form_kinds, known_companies, parse, place_prefix, split_trade, trades

_HARD = frozenset("，。；：、！？,;:!?\n \t…—《》【】“”‘’「」\"'/|／")
_STOP_TAGS = frozenset({"uj", "ul", "uz", "ug", "ud", "uv", "y", "e", "o", "r", "t", "x", "w"})
_ORDINARY_LEADS = frozenset({"v", "vn", "vd", "ad", "d", "a", "c", "p", "f", "q", "i", "l", "n", "s", "b", "an"})
_REACH = 32
_BRAND = 2
_LONGEST_BRAND = 8
_NOT_AFTER = {
    "集团": re.compile(r"军|化|购|式|犯|赛|作战|成员|内|企业(?!家)"),
    "公司": re.compile(r"法|制|治理|债|章程|化|\+|＋|股票|股权"),
    "厂": re.compile(r"房|区|家|商|长|矿|子|址|里|网|外|内|务"),
    "总厂": re.compile(r"房|区|长"),
}
_NO_BRAND = re.compile(r"^(?:某|甲|乙|丙|丁|该|本|这|那|各|贵|我|所|上述|两|多|几|数|诸)|^[A-Z]$|^(?:IT|AI|PPP|SPV|VR|AR|MCN|GPS|IC|IP)$")
_NO_FIRM = re.compile(r"产教$|医联$|联校$|办学$|学校$|(?:幼儿园|中学|小学|教育|医院|犯罪|诈骗|既得利益|公共|基金会)$")
_BRANCH = re.compile(r"(?:[\u4e00-\u9fff]{2,6}?)(?:分公司|支公司|分行|支行|分厂)")
_UTILITY = frozenset({"公交", "自来水", "水务", "热力", "燃气", "供电", "电力", "港口", "城投", "机场", "地铁", "轨道", "旅游", "文旅"})


class FullName(NamedTuple):
    """A name found: its span, and how sure it is that it names a company."""

    start: int
    end: int
    confidence: float


@cache
def _forms() -> re.Pattern[str]:
    forms = [form for form in lexicon.words("company_forms") if form_kinds()[form] != "house"]
    return re.compile("|".join(map(re.escape, forms)))


@cache
def bounds() -> frozenset[str]:
    """Words that stand before a company's name and never in it."""
    return frozenset(lexicon.words("name_bounds"))


def full_names(reading: Reading, places: Mapping[int, int], foreign: frozenset[int]) -> list[FullName]:
    """Every company name of the text that ends with a form; `foreign` are the ends of foreign countries' names."""
    text = reading.text
    names: list[FullName] = []
    for hit in _forms().finditer(text):
        kind = form_kinds()[hit.group()]
        wrong = _NOT_AFTER.get(hit.group())
        if (wrong and wrong.match(text, hit.end())) or text.startswith("工厂", hit.start() - 1):
            continue
        start, pieces = _start(reading, places, foreign, hit.start())
        sure = _judge(text[start : hit.start()], hit.group(), kind, pieces)
        if sure:
            names.append(FullName(start, _with_branch(text, hit.end(), places), sure))
    return names


def _with_branch(text: str, end: int, places: Mapping[int, int]) -> int:
    """The end of …有限公司河津分公司, where a place and a branch follow."""
    hit = _BRANCH.match(text, end)
    if hit and place_prefix(hit.group() + "xx") and not any(w in hit.group() for w in "的在和与由"):
        return hit.end()
    return end


def _start(
    reading: Reading, places: Mapping[int, int], foreign: frozenset[int], form_start: int
) -> tuple[int, list[Word]]:
    """Where the name before a form begins, and the words between place and form, nearest first."""
    text, position = reading.text, form_start
    floor = max(0, form_start - _REACH)
    pieces: list[Word] = []
    while position > floor:
        if position in places and places[position] >= floor:
            if position in foreign and any(is_name_part(p.text, p.tag) for p in pieces):
                return position, pieces
            return _before_place(reading, places, position), pieces
        char = text[position - 1]
        if char in "）)":
            opening = max(text.rfind("（", floor, position), text.rfind("(", floor, position))
            if opening < 0 or "简称" in text[opening:position]:
                break
            position = opening
            continue
        if char in _HARD or char in "（(":
            break
        word = next(reading.leftward(position, floor))
        if _ends_name(word, pieces, text, position, places):
            break
        pieces.append(word)
        position = word.start
    kept = _trim(pieces)
    return (kept[-1].start if kept else position if not pieces else form_start), kept


def _before_place(reading: Reading, places: Mapping[int, int], end: int) -> int:
    """The start of the chain of places that ends at `end` (山东|聊城), or of the parent firm before it (国网|山东)."""
    position = end
    while position in places and places[position] < position:
        position = places[position]
    for size in range(6, 1, -1):
        if position >= size and reading.text[position - size : position] in known_companies():
            return position - size
    return position


def _ends_name(word: Word, pieces: Sequence[Word], text: str, position: int, places: Mapping[int, int]) -> bool:
    """Whether `word`, left of what was gathered, is where the name stops."""
    if word.text in ("和", "与") and word.start in places and pieces and len(pieces[-1].text) == 1:
        return False  # 山东|和|美|集团: no conjunction, since a place and one character stand around it
    if word.text in bounds():
        return not (word.text in trades() and _brand_size(pieces) < _BRAND)
    if word.text.isdigit() or (word.tag in ("m", "q") and word.text[0] in "0123456789两几数"):
        return True
    return word.tag in _STOP_TAGS and not is_name_part(word.text, word.tag)


def _is_trade(word: str) -> bool:
    return word in trades() or not split_trade(word)[0]


def _brand_size(pieces: Sequence[Word]) -> int:
    return sum(len(piece.text) for piece in pieces if not _is_trade(piece.text))


def _trim(pieces: list[Word]) -> list[Word]:
    """Drop ordinary words from the left (they are last in `pieces`) as long as a brand is left without them."""
    kept = list(pieces)
    while len(kept) > 1:
        last, rest = kept[-1], kept[:-1]
        named = any(is_name_part(p.text, p.tag) and len(p.text) >= _BRAND and not _is_trade(p.text) for p in rest)
        ordinary = not is_name_part(last.text, last.tag) and last.tag in _ORDINARY_LEADS and len(last.text) > 1
        too_long = _brand_size(kept) > _LONGEST_BRAND and _brand_size(rest) >= _BRAND
        if (ordinary and named) or (ordinary and too_long) or last.tag in ("p", "c", "uj", "d"):
            kept = rest
        else:
            break
    return kept


def _judge(core: str, form: str, kind: str, pieces: Sequence[Word]) -> float:
    """How sure a core and a form are a company's name; 0.0 for a generic phrase (物业公司, 骨干集团)."""
    if not core or _NO_BRAND.search(core) or len(core) < _BRAND:
        return 0.0
    if kind != "limited" and _NO_FIRM.search(core):
        return 0.0
    parts = parse(core + form)
    branded = any(is_name_part(p.text, p.tag) and not _is_trade(p.text) for p in pieces)
    if core in known_companies():
        return 0.95
    if kind == "limited":
        return 0.95 if parts.brand or (parts.place and parts.trade) else 0.0
    if branded and len(parts.brand) >= _BRAND:
        return 0.85 if kind == "group" else 0.8
    if parts.place and parts.trade and (kind == "group" or set(parts.trade) & _UTILITY):
        return 0.8
    if kind == "group" and parts.place and parts.brand:
        return 0.7
    return 0.0
