"""Honours: qualifications, titles, awards and places on lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import rows
from kg.recognise.hit import Hit, apart, mentions
from kg.recognise.phrase_start import start_of
from kg.recognise.reading import Reading, read
from kg.text import lexicon
from kg.text.matcher import Matcher, OverlapMatcher
from kg.text.words import known

_LEVEL = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,3}批|首批|(?:19|20)\d\d年度)*"
    r"(?:(?:国家|世界|国际|省部?|市|县|区|部|厅|领航|卓越|先进|基础)级|国家|全国|中国|世界|省级?以上|市级?以上|(?<!全)省(?!级))*(?:（[\u3400-\u9fff]{2,8}）)?"
    r"(?:农业产业化|农产品加工业?|制造业|工业|科技|特色|先进|首批|重点|现代农业|“[^”]{1,8}”产业)*$"
)
_RANK = re.compile(r"国家|全国|中国|世界|国际|省|市|级|部|第.{1,3}批|首批|年度")
_QUOTE = re.compile(r"[“‘]([^“”‘’\n]{2,40})[”’]")
_AFTER_QUOTE = re.compile(r"(?:等)?(?:荣誉|称号|奖|大奖|金奖|奖项|殊荣|美誉|荣誉称号)")
_BETWEEN = re.compile(r"[^，。；！？\n“”]{0,14}$")
_CLAUSE = re.compile(r"[，。；！？\n]")
_CERTIFIED = re.compile(
    r"(?:欧盟|美国|国际|国家|中国|德国)?"
    r"(?:[A-Za-z][A-Za-z0-9\-]{1,10}|“?[两三]品一标”?|绿色食品|有机食品|有机产品|质量管理体系|环境管理体系)"
    r"[\u3400-\u9fff]{0,6}认证"
)
_BATCH = re.compile(r"(?:第[一二三四五六七八九十百\d]{1,3}批|首批|(?:19|20)\d\d年度)$")
_ORDINARY = re.compile(
    r"[首枚块]枚?$|人员|考生|学生|面试|体检|中奖|候选|黑$|失信|采购|招标|中标|负面|死亡|遇难|逃犯|机构$|获奖"
)
_RANKED = re.compile(
    r"(?:[\u3400-\u9fff]{2,16})?\d{2,3}强(?:企业)?"
    r"|(?:中国|全国|世界|中华|华夏|天下|亚洲|全省|[东西中]部)[\u3400-\u9fff]{0,6}第一[县市镇村]"
)
_GIVES_WEAK = frozenset(
    [
        "获", "通过", "通过了", "取得", "取得了", "获得", "成为", "列为", "颁发", "创建", "争创", "获得了",
        "位列", "名列", "拿下", "登上", "拿到", "进了", "进入", "走上", "摘下", "获奖",
    ]
)  # fmt: skip
_PLAIN = frozenset(
    [
        "这些",
        "多个",
        "各类",
        "相关",
        "多项",
        "诸多",
        "各种",
        "国家",
        "国际",
        "世界",
        "全国",
        "奥运",
        "资格",
        "安全",
        "身份",
        "国家级",
        "模范",
        "光荣",
        "先进",
    ]
)
_STATE = re.compile(
    r"(?:(?:19|20)\d\d年度?|第[一二三四五六七八九十百\d]{1,3}[批届]|首[批届])?"
    r"(?:国家级?|全国|中国|中华|世界级?|国际|[省部]级|省(?!委|政府|里|内|城|会)|市级|[“‘][^”’]{2,16}[”’])"
)
_HOME = re.compile(r"(?:中国|全国|国家|世界)(?:[\u3400-\u9fff]{2,6}|[“‘][\u3400-\u9fff]{2,8}[”’])之[乡都城]")
_DATED = re.compile(r"^(?:第[一二三四五六七八九十百\d]{1,3}[批届]|首[批届]|(?:19|20)\d\d年度?)")
_ENTITLED = 5
_ROW = re.compile(r"^(?:[\u3400-\u9fff]{0,4}荣誉|[\u3400-\u9fff]{0,4}称号|荣誉称号|奖|大奖|奖项|殊荣)")
_NEXT_QUOTE = re.compile(r"[、和及]?[“‘]([^“”‘’\n]{2,40})[”’]")
_COMMON = ("人才", "产品", "中心", "企业", "人物", "专家", "家庭", "学校", "社区", "县", "市", "镇", "村")
"""Last nouns too common for a quotation to be a title by them alone."""
_STRONG = re.compile(r"\d{1,3}强(?:企业)?")
_NEAR = 12
_TITLE = 4
_PEOPLE = re.compile(
    r"(?:\d+|[一二三四五六七八九十百]+)[余多]?[名人位家个][\u3400-\u9fff]{0,8}?(?=全国|国家|中华|中国|省|市)"
)
_LISTED = 3


@cache
def _classes() -> Matcher:
    return Matcher(_class_words())


@cache
def _class_words() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("honor_classes") if row[1:] != ("never",))


@cache
def _levelled() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("honor_classes") if row[1:] == ("level",))


@cache
def _heads() -> OverlapMatcher:
    return OverlapMatcher(_kinds())


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for word, kind, *_ in lexicon.rows("honor_heads")}


@cache
def _gives() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, lexicon.words("honor_verbs"))) + ")")


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every honour: classes of qualification wherever named, and what a verb of winning or giving has as its object."""
    reading = read(article.text)
    places = {m.end: m.start for m in sorted(found, key=lambda m: -m.start) if m.type == "Place" and not m.anaphor}
    barred = {m.end for m in found if m.type in ("Government", "Company", "Person", "Institution") and not m.anaphor}
    hits: list[Hit] = []
    for finder in (
        _won(reading, barred, places), _rows(article.text), _named(reading, places), _entitled(reading, barred),
        _certified(article.text),
    ):  # fmt: skip
        hits.extend(apart(finder, hits))
    return mentions(article, "Honor", "honors", hits)


def _named(reading: Reading, places: dict[int, int]) -> Iterator[Hit]:
    """Classes of qualification, with their level, batch and year."""
    text = reading.text
    for start, end, word in _classes().find(text):
        begin = start
        lead = _LEVEL.search(text, max(0, start - 30), start)
        if lead:
            begin = lead.start()
        if text[begin : begin + 1] == "省" and begin + 1 in places:
            begin += 1
        whole = word in _levelled() or text[begin - 1] in "省市县区"
        while whole and begin in places and places[begin] < begin:
            begin = places[begin]
            batch = _BATCH.search(text[max(0, begin - 8) : begin])
            begin -= len(batch.group()) if batch else 0
        if word in _levelled() and not _RANK.search(text[begin:start]):
            continue
        undated = _DATED.sub("", text[begin:end])
        if undated.startswith("省") and undated[1:2] not in ("级", "部", "以"):
            undated = "省级" + undated[1:]
        if word + "企业" in _class_words():
            undated += "企业"
        name = undated if undated != text[begin:end] and len(undated) >= len(word) + 2 else None
        yield Hit(begin, end, 0.9 if begin < start or len(word) > 4 else 0.8, "class", name)


def _won(reading: Reading, barred: set[int], places: dict[int, int]) -> Iterator[Hit]:
    """The object of a verb of winning or giving: a quotation, or what ends in an honour's noun."""
    text = reading.text
    for verb in _gives().finditer(text):
        clause = _CLAUSE.search(text, verb.end())
        stop = min(clause.start() if clause else len(text), verb.end() + 64)
        weak = verb.group() in _GIVES_WEAK
        quoted = False
        for quote in _QUOTE.finditer(text, verb.end(), min(len(text), stop + 40)):
            if quote.start() >= stop or not _BETWEEN.match(text[verb.end() : quote.start()]):
                break
            inner = quote.group(1)
            if _AFTER_QUOTE.match(text, quote.end()) or (not weak and _titled(inner)) or inner.endswith("奖"):
                yield Hit(quote.start() + 1, quote.end() - 1, 0.9, "quoted")
                quoted = True
                yield from _further(text, quote.end())
            break
        if not quoted:
            yield from _object(reading, verb.end(), stop, weak, barred, places)


def _further(text: str, end: int) -> Iterator[Hit]:
    """The quotations that follow the first one at once: 荣获“甲”“乙”、“丙”称号."""
    while quote := _NEXT_QUOTE.match(text, end):
        yield Hit(quote.start(1), quote.end(1), 0.8, "quoted")
        end = quote.end()


def _rows(text: str) -> Iterator[Hit]:
    for start, end in rows.quoted(text, _ROW):
        yield Hit(start + 1, end - 1, 0.8, "quoted")


def _entitled(reading: Reading, barred: set[int]) -> Iterator[Hit]:
    """Titles and prizes that need no verb, since a rank of the state stands before them (全国敬老先进集体)."""
    text = reading.text
    ends: dict[int, tuple[int, str]] = {}
    for start, end, word in _ranked_heads().find(text):
        if end not in ends or start < ends[end][0]:
            ends[end] = (start, word)
    for end, (head, _) in sorted(ends.items()):
        cut = reading.inside(end)
        if (cut is not None and known(cut.text)) or not _ends(reading, end):
            continue
        begin = start_of(reading, head, barred)
        rank = _STATE.match(text, begin, head)
        if rank and end - rank.end() >= _ENTITLED and not _ORDINARY.search(text[begin:end]):
            yield Hit(begin, end, 0.75, "title")


@cache
def _ranked_heads() -> OverlapMatcher:
    return OverlapMatcher(
        [*lexicon.words("honor_titles"), *(word for word, kind in _kinds().items() if kind == "award")]
    )


def _titled(inner: str) -> bool:
    return inner.endswith(tuple(word for word in _kinds() if word not in _COMMON))


def _object(
    reading: Reading, low: int, stop: int, weak: bool, barred: set[int], places: dict[int, int]
) -> Iterator[Hit]:
    text = reading.text
    ends: dict[int, tuple[int, str]] = {}
    for start, end, word in _heads().find(text[low:stop]):
        if low + end not in ends or low + start < ends[low + end][0]:
            ends[low + end] = (low + start, word)
    best: Hit | None = None
    for end, (head, word) in sorted(ends.items()):
        cut = reading.inside(end)
        if end in places or (cut is not None and known(cut.text)) or not _ends(reading, end):
            continue
        begin = start_of(reading, head, barred, low)
        people = _PEOPLE.match(text, begin, head)
        begin = people.end() if people else begin
        modifier = text[begin:head]
        kind = _kinds()[word]
        if begin > low + _NEAR or len(modifier) < 2 or modifier in _PLAIN or _ORDINARY.search(modifier):
            continue
        ranked = kind == "title" and not weak and len(modifier) >= _TITLE and _RANK.search(modifier)
        classed = any(at == len(modifier) for _, at, _ in _classes().find(modifier))
        if kind == "award" or ranked or (kind == "list" and len(modifier) >= _LISTED and not classed):
            strong = _STRONG.match(text, end)
            end = strong.end() if strong else end
            best = Hit(begin, end, 0.8 if kind == "award" else 0.7, kind)
    if best:
        yield best


def _ends(reading: Reading, end: int) -> bool:
    after = next(reading.rightward(end), None)
    return after is None or after.start > end or not after.tag.startswith(("n", "a", "b", "j", "k"))


def _certified(text: str) -> Iterator[Hit]:
    for match in _CERTIFIED.finditer(text):
        yield Hit(match.start(), match.end(), 0.8, "certificate")
    for match in _HOME.finditer(text):
        yield Hit(match.start(), match.end(), 0.8, "rank")
    for match in _RANKED.finditer(text):
        yield Hit(match.start(), match.end(), 0.6, "rank")
