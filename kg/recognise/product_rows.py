"""Products that no lexicon has: what is listed before a word for goods, counted as machines are, or made by name.

Goods are an open class. Three frames say that a noun phrase names some whatever its noun is: a row before a word for
goods (X、Y等农产品), a measure that only things are counted with (3台X, 卖出X260吨), and verbs that nothing but goods
follow (主要生产X、Y, 专做X).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.recognise.company_full import bounds
from kg.recognise.product_phrase import context, levels, start_of
from kg.recognise.reading import Reading, Word
from kg.recognise.sector import processes, sectors
from kg.text import lexicon
from kg.text.words import known

_CLASS = re.compile(
    r"等(?:[\d一二两三四五六七八九十多几百]+[余多]?(?:种|款|类|个|大类|余种|多种|个系列))?(?:[\u4e00-\u9fff]{2,4}?)?"
    r"(?:产品|农产品|农副产品|土特产|特产|商品|作物|农作物|水果|蔬菜|瓜果|粮食|杂粮|家电|电器|设备|装备|器械|机械|农机|机具|物资|材料|原料|"
    r"食品|药品|药材|饮品|饮料|饰品|工艺品|手工艺品|用品|日用品|车型|机型|零部件|部件|配件|树种|花卉|菌类|消费品|耗材|器材|水产|海鲜|小吃|"
    r"美食|服装|服饰|调味品|化工品|矿产|农资|家具|厨具|仪器|车辆)"
    r"(?!服务|行业|产业|企业|公司|研发|制造业|市场(?!上)|质量|安全|领域|结构|标准|开发|展)"
)
_MADE = re.compile(
    r"(?:主要生产|专门生产|专业生产|主营|专做|专产|主产|盛产|主打|主要产品[有为是]|主要产品包括|产品有|产品包括|产品涵盖|主要经营|专门制作|"
    r"主要种植|主要养殖|主要从事|种植了?|养殖了?|试种了?|套种了?|引种了?|饲养了?|栽种了?|种着|种上了?|养起了?|种起了?)"
    r"(?:了?[\d.]+[余多]?万?(?:亩|头|只|棵|株|公顷|尾|羽|棚))?(?:的)?"
)
_NUMBER = r"(?:\d[\d.]*[余多]?[万亿千百]?[余多]?|[一二两三四五六七八九十百千万数几半]+[余多]?)"
_COUNTED = re.compile(
    rf"{_NUMBER}(?:台套|台|辆|艘|吨|公斤|斤|箱|瓶|盒|袋|株|棵|件套)(?:的|各类|各式|各种|新型|大型|国产|进口|优质)?"
)
_AFTER = re.compile(
    r"(?:[约近超达共]|超过|累计|已达)?\d[\d.]*[余多]?[万亿千百]?[余多]?(?:吨|公斤|斤|台|辆|艘|套|件|头|只|亩|株|瓶|盒|箱|枚|双|米|平方米|立方米)"
)
_SOLD = re.compile(
    r"(?:卖出|售出|销售|交付|生产|产出|种植|种|养殖|养|出栏|收购|采购|出口|进口|捐赠|订购|采收|收获|运来|存栏|供应|发运|调运|采摘)了?$"
)
_MARK = re.compile(r"、|以及|[和与及]")
_END = frozenset("，。；：！？,;:!?\n“”‘’《》（）()—… \t等的")
_RIGHT = frozenset({"n", "nz", "b", "j", "ng", "eng", "g", "nrt", "nr", "zg", "an"})
_LAST = frozenset({"n", "nz", "ng", "nrt", "nr", "zg", "g", "ns", "nt", "eng", "vn"})
_LONGEST, _SHORTEST, _ITEMS = 12, 2, 12


class Goods(NamedTuple):
    """A product that a frame names: its span and how sure the frame is."""

    start: int
    end: int
    confidence: float
    rule: str


@cache
def _no_goods() -> frozenset[str]:
    return frozenset(lexicon.words("product_not"))


def framed(reading: Reading, places: Mapping[int, int], stops: Sequence[int]) -> Iterator[Goods]:
    """The products that the frames of `reading` name; `stops` are ends of what no product's name swallows."""
    text = reading.text
    for hit in _CLASS.finditer(text):
        items = _row_before(reading, hit.start(), places, stops)
        fits = [_thing(reading, item) for item in items]
        if len(items) > 1 and all(fits):
            yield from (Goods(*item, 0.65, "row") for item in items)
    for hit in _MADE.finditer(text):
        if reading.inside(hit.start()) is None:
            yield from (Goods(*item, 0.65, "made") for item in _row_after(reading, hit.end(), places))
    for hit in _COUNTED.finditer(text):
        item = _right(reading, hit.end(), places)
        if item and _concrete(text[item[0] : item[1]]):
            yield Goods(*item, 0.6, "counted")
    for hit in _AFTER.finditer(text):
        yield from _before_number(reading, hit.start(), places, stops)


def _row_before(reading: Reading, end: int, places: Mapping[int, int], stops: Sequence[int]) -> list[tuple[int, int]]:
    """The items listed up to `end`, the last first; the first item of the row is bounded as a product's name is."""
    text = reading.text
    items: list[tuple[int, int]] = []
    position = end
    while len(items) < _ITEMS:
        low = max((text.rfind(mark, max(0, position - _LONGEST), position) for mark in "、和与"), default=-1)
        pause = max(
            (text.rfind(mark, max(0, position - _LONGEST - 1), position) for mark in "，。；：！？\n“”《》（）"),
            default=-1,
        )
        if low > pause and (text[low] == "、" or reading.inside(low) is None) and low >= 0:
            items.append((low + 1, position))
            position = low
            continue
        last = next(reading.leftward(position), None)
        if last is not None and last.end <= position and last.text[0].isalnum():
            head = max(last.start, pause + 1)
            begin = max(pause + 1, start_of(reading, head, stops, places, False, True))
            items.append((_after_verb(reading, begin, head), position))
        break
    return items


def _after_verb(reading: Reading, start: int, head: int) -> int:
    """`start` moved behind the verbs and function words that lead to a name (装满|香橙, 连|电话)."""
    for word in reading.rightward(start):
        if word.start >= head or not (known(word.text) and word.tag[0] in "vdpcru"):
            return start
        start = word.end
    return start


def _row_after(reading: Reading, start: int, places: Mapping[int, int]) -> list[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    position = start
    while len(items) < _ITEMS:
        item = _right(reading, position, places)
        if item is None:
            break
        items.append(item)
        mark = _MARK.match(reading.text, item[1])
        if mark is None:
            break
        position = mark.end()
    return items


def _right(reading: Reading, start: int, places: Mapping[int, int]) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`: up to the first word that is no noun; None where it names no thing."""
    pieces: list[Word] = []
    position = start
    for word in reading.rightward(start):
        part = (
            word.tag in _RIGHT or word.text in processes() or (not known(word.text) and word.tag not in ("m", "t", "r"))
        )
        single = len(word.text) == 1 and known(word.text) and word.tag not in _RIGHT
        leads = not pieces and (word.text in bounds() or word.text in context("before"))
        if word.start != position or not part or single or word.text[0] in _END or leads:
            break
        pieces.append(word)
        position = word.end
    while pieces and (pieces[-1].tag not in _LAST or pieces[-1].tag == "vn" or pieces[-1].text in processes()):
        pieces.pop()
    if not pieces:
        return None
    item = (pieces[0].start, pieces[-1].end)
    follows = reading.text[item[1] : item[1] + 1]
    loose = (
        follows
        and follows not in "，。；：、！？和与及等的，）”\n销远供畅出进已将从在年为一约近超达共卖"
        and not follows.isdigit()
    )
    return None if loose or not _thing(reading, item) else item


def _before_number(reading: Reading, end: int, places: Mapping[int, int], stops: Sequence[int]) -> Iterator[Goods]:
    """What was sold or grown right before its number: 卖出|大闸蟹|260吨."""
    last = next(reading.leftward(end), None)
    if last is None or last.end != end or last.tag not in _LAST:
        return
    start = start_of(reading, last.start, stops, places, False, True)
    led = _SOLD.search(reading.text, max(0, start - 4), start)
    if led and _thing(reading, (start, end)):
        yield Goods(start, end, 0.65, "sold")


def _thing(reading: Reading, item: tuple[int, int]) -> bool:
    """Whether a stretch may name goods: words only, no branch, no abstract noun at its end."""
    name = reading.text[item[0] : item[1]]
    if not _SHORTEST <= len(name) <= _LONGEST or not name.replace("-", "").isalnum() or name in bounds():
        return False
    if reading.inside(item[0]) or reading.inside(item[1]):
        return False
    if any(name[-size:] in _no_goods() for size in range(1, min(len(name), 4) + 1)):
        return False
    last = next(reading.leftward(item[1]), None)
    noun = last is not None and (last.tag in _LAST or not known(last.text))
    return name not in _fields() and (noun or any(name[-size:] in levels() for size in range(2, len(name) + 1)))


@cache
def _fields() -> frozenset[str]:
    """Branches that are no goods too."""
    return frozenset(
        word for word in sectors() if word not in levels() and word.endswith(("业", "经济", "工程", "服务"))
    )


def _concrete(name: str) -> bool:
    """Whether a counted thing is a machine or a good rather than cargo in general: its noun is more than two words."""
    return len(name) > _SHORTEST and not any(name.endswith(word) for word in ("车次", "货物", "垃圾", "物资", "标箱"))
