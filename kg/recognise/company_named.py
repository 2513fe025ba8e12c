"""Names that the words around them make firms', whatever they look like: 打入X、Y供应商体系, 与X和Y签约, 配套X等车企.

Brands without a word of trade are unknown words, foreign names, or everyday words. Only the place they stand in tells
them from goods and branches, and a row of them says more than one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kg.recognise.company_full import bounds, no_companies
from kg.recognise.product_phrase import levels
from kg.recognise.reading import Reading, is_name_part
from kg.recognise.sector import modifiers, processes, sectors
from kg.text import gazetteer, lexicon
from kg.text.companies import known_companies, place_prefix, split_trade, trades
from kg.text.persons import is_chinese, is_foreign
from kg.text.words import known, tagged

_SUPPLIER = re.compile(
    r"(?:集团|公司)?[的等]?(?:[“\"][^”\"]{1,6}供应商[”\"]|(?:全球|核心|合格|优秀|战略|一级|重要|稳定|主要|指定|独家){0,2}"
    r"(?:供应商|供货商|供应体系|采购体系|配套体系|供应链体系))"
)
_FIRMS = re.compile(
    r"等[^，。；、：“”]{0,14}?(?:企业|公司|车企|药企|房企|厂商|巨头|客户|主机厂|整车厂|运营商|券商|品牌)(?!家|的?(?:产品|职工|员工))"
)
_SIGNED = re.compile(
    r"(?:成功|正式|顺利|先后|分别|共同|再次|双方|也|已|达成)?"
    r"(?:签约|签订|签署|合资|合作(?=[，。；、]|协议|建设|成立|共建|开发|研发)|达成|建立(?:长期|战略|稳定)|联合成立|共同出资)"
)
_OWNED = re.compile(
    r"(?:旗下(?:拥有|有)|旗下的|子公司(?:有)?|收购了?|并购了?|控股了?|参股了?|入股(?!份)了?|卖进了?|配套给|供货给)(?=[\u4e00-\u9fffA-Za-z])"
)
_OWNED_END = re.compile(r"[，。；：！？\n（(“”]|两家|[三四五六七八九十\d]+家|等|的|持股|公司")
_ENTER = re.compile(r"打入|进入|加入|跻身|纳入|成为了?|获评|入选|融入|通过|获得了?|[是为]")
_SERVE = re.compile(
    r"服务于?|配套|供应给?|供货给?|提供给|[卖销]给|卖进|卖到|出售给|销售给|[有为像如与同由和是]|包括|吸引了?|引[进来入]了?|落户了?|"
    r"集聚了?|聚集了?|培育出?了?|涌现出?了?|诞生了?|携手|联合|[了出]"
)
_WITH = re.compile(r"[与同跟]|携手|联合|和")
_MARK = re.compile(r"、|以及|[和与及]")
_PAUSE = "，。；：！？,;:!?\n“”‘’《》（）()—… \t"
_MODEL = re.compile(r"[A-Za-z]{1,4}-?\d{1,4}[A-Za-z]{0,2}$")
_FUNCTION = frozenset("的了在着过到将被把让由向从对是等于其这那各该某每")
_OFFICE = re.compile(
    r"(?:书记|主席|总统|总理|首相|[部市县省镇村厂校行院]长|政府|大学|学[院校]|[中小]学|医院|[局部院所办委会站队省市县区镇乡村国州商者们员人户民团军社厅报网台]|街道|社区|中心|平台|机构|单位|"
    r"部门|企业|公司|组织|联盟|基金|银行|党|地区|城市|高校|院校|园|基地|家|[双多各对甲乙]方|行业|经济体)(?<!集团)$"
)
_LONGEST, _SHORTEST, _BRAND, _REACH = 10, 2, 6, 60
_CUT_TAGS = frozenset({"m", "p", "c", "d", "r", "uj", "ul", "x", "u"})


class _Row(NamedTuple):
    """Names that stand in one row, and how sure their place is: `tail` where a word for firms ends the row."""

    items: list[tuple[int, int]]
    tail: bool


def named(reading: Reading, places: Mapping[int, int], foreign: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Spans of the names in rows that stand where only firms stand."""
    for row in _rows(reading.text):
        items = [_bare(reading.text, start, end, places, foreign) for start, end in row.items]
        modelled = [end < stop for (_, end), (_, stop) in zip(items, row.items, strict=True)]
        looks = [2 if model else _look(reading, *item) for item, model in zip(items, modelled, strict=True)]
        if not items or min(looks) < 0:
            continue
        person = not row.tail and any(is_chinese(reading.text[start:end]) for start, end in items)
        if not person and (sum(looks) * 2 >= len(items) * 3 if len(items) < 3 else sum(looks) >= len(items)):
            yield from items


def _rows(text: str) -> Iterator[_Row]:
    for end_mark, lead in ((_SUPPLIER, _ENTER), (_FIRMS, _SERVE), (_SIGNED, _WITH)):
        for hit in end_mark.finditer(text):
            start = (
                max((text.rfind(mark, max(0, hit.start() - _REACH), hit.start()) for mark in _PAUSE), default=-1) + 1
            )
            items = _split(text, start, hit.start(), lead, first=lead is _WITH)
            if items:
                yield _Row(items, lead is not _WITH)
    for hit in _OWNED.finditer(text):
        end = _OWNED_END.search(text, hit.end(), hit.end() + _REACH)
        if end and end.start() > hit.end():
            yield _Row(_pieces(text, hit.end(), end.start()), False)


def _split(text: str, start: int, end: int, lead: re.Pattern[str], first: bool) -> list[tuple[int, int]]:
    """The names of the row that ends at `end`, after the word that leads to it (the first such word where `first`)."""
    comma = text.find("、", start, end)
    leads = list(lead.finditer(text, start, end if first or comma < 0 else comma))
    leads = [one for one in leads if end - one.end() >= _SHORTEST]
    if first:
        leads = leads[:1]
    if leads:
        return _pieces(text, leads[-1].end(), end)
    if lead is _SERVE and comma > 0 and text[max(0, start - 1) : start] != "、":
        return _pieces(text, start, end)
    return []


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    begin = start
    for mark in _MARK.finditer(text, start, end):
        items.append((begin, mark.start()))
        begin = mark.end()
    return [*items, (begin, end)]


def _bare(text: str, start: int, end: int, places: Mapping[int, int], foreign: frozenset[int]) -> tuple[int, int]:
    """A name without the foreign country before it and the model after it (韩国|卓远|S7)."""
    low = next((other for other in sorted(foreign) if places.get(other) == start and other <= end - _SHORTEST), start)
    model = _MODEL.search(text, low, end)
    return low, model.start() if model and model.start() - low >= _SHORTEST else end


@cache
def _plain() -> frozenset[str]:
    """Words that name no firm although such rows hold them: kinds of organs, goods in general."""
    return frozenset(lexicon.words("place_generic")) | frozenset(lexicon.words("institution_generic"))


def _look(reading: Reading, start: int, end: int) -> int:
    """-1 where the stretch cannot be a firm's name, 0 for a plain word, 1 or 2 where it may be or looks like one."""
    name = reading.text[start:end]
    if not _SHORTEST <= len(name) <= _LONGEST or not name.isalnum() or any(char in _FUNCTION for char in name):
        return -1
    if name in known_companies():
        return 2
    if any(name in words for words in (sectors(), levels(), no_companies(), processes())):
        return -1
    if name in modifiers():
        return 0
    if (name in _plain() and not known(name)) or gazetteer.load().named(name) or _OFFICE.search(name):
        return -1
    own = name[len(place_prefix(name + "xx")) :]
    brand, trade = split_trade(own)
    words = tagged(brand)
    if any(tag in _CUT_TAGS and (len(word) > 1 or word in _FUNCTION) for word, tag in words):
        return -1
    if any(tag in ("v", "vd") and len(word) > 1 and known(word) for word, tag in words) or len(brand) > _BRAND:
        return -1
    if trade and brand and not known(name):
        return 2 if trades()[trade[-1]] != "weak" or _odd(brand) else 1
    if name in bounds() or _goods(own):
        return -1
    if len(name) >= 3 and is_foreign(name):
        return 2
    cut = reading.inside(start) or reading.inside(end)
    if (cut is not None and known(cut.text)) or any(_verbal(word, tag) for word, tag in tagged(own)):
        return -1
    if not _odd(own) or len(own) > _BRAND:
        return 0 if known(name) else -1
    return 2


def _verbal(word: str, tag: str) -> bool:
    return word in bounds() or (tag in ("v", "vn", "vd", "ad") and len(word) > 1 and known(word))


def _odd(text: str) -> bool:
    """Whether a word of `text` is none of the dictionary's or a name there, or all of it single characters."""
    words = tagged(text)
    return any(is_name_part(word, tag) for word, tag in words) or len(words) == len(text) > 1


def _goods(name: str) -> bool:
    return any(name[-size:] in levels() or name[-size:] in sectors() for size in range(2, min(len(name), 6)))
