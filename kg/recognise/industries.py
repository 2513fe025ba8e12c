"""Industries: X产业, X行业, X业, branches listed before a shared 等产业, and making something as a trade (客车制造)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise.reading import Reading, places_by_end, read
from kg.recognise.sector import Phrase, content, listed, modifiers, peel, phrase, processes, sectors
from kg.text import lexicon
from kg.text.matcher import Matcher
from kg.text.words import known

_HEAD = re.compile(r"产业|行业|领域")
_OTHER = {
    "产业": re.compile(
        r"集群|链|园|基地|化|工人|带(?!动)|集聚|联盟|基金|协会|研究|技术|政策|学院|学会|商会|大会|论坛|峰会|博览|路|体系|"
        r"结构|大脑|互联网|生态圈|合作区|示范|新城|集团|公司|大军|股|队|孵化|投资|部|局|委|人才|区|设计|用地|遗产|工程|"
        r"项目|配套|强[镇县市]|帮|态|振兴|扶"
    ),
    "行业": re.compile(
        r"协会|商会|标准|组织|主管|内|外|领先|榜首|前列|第一|首位|之|学会|平均|水平|垄断|规范|准入|自律|壁垒|门槛"
    ),
    "领域": re.compile(r"$^"),
}
_EXAMPLES = re.compile(r"等?为(?:代表|主|重点|支撑|龙头|引领|核心|主体)的[^，。；]{0,10}?产业")
_JOINT = re.compile(r"[”]?(?:、|和|与|及|以及)[“]?")
_SHORT = 2
_FULL = 3
_LONGEST = 12
_BARE_GENERIC = frozenset(("工业", "农业", "服务业", "第一产业"))
_ROW = 3
_FIGURES = re.compile(r"(?:业)?(?:增加值|总?产值|营业收入|营收|投资额|利润(?:总额)?|税收|销售收入)")
_LED = re.compile(
    r"(?:大力|积极|加快|着力|重点|优先|全力|做大|做强|做优|超前|前瞻|深入|持续)?(?:发展|培育|壮大|做强|做优|布局|深耕|聚焦|主攻|瞄准|投身|涉足|进军|转向|"
    r"主导产业为|产业有|致力于|从事|围绕|推动|推进)(?:起了?|了|以)?(?:传统|新兴|特色|绿色|高端|先进|优质)?[“]?$"
)
_GROWS = re.compile(
    r"[”]?(?:[，。；、和与及等”]|发展(?![改和])|集群|蓬勃|崛起|兴起|快速|高质量|加快|实现|升级|强[市县省国]|取得|并举|突破)"
)
_TECHNICAL_ROW = re.compile(r"[^，。；]{0,40}?等[^，。；、]{0,6}(?:技术|手段|工具|平台|应用|服务)")
_SHORT_BRANCH = (
    "种业",
    "渔业",
    "林业",
    "奶业",
    "果业",
    "茶业",
    "糖业",
    "牧业",
    "蚕业",
    "盐业",
    "矿业",
    "乳业",
    "花业",
    "酒业",
)
_ORGAN = re.compile(
    r"局|部|厅|委|院|站|所|大学|学|公司|集团|合作社|人|户|协会|条例|法|政|行政|资源|资料|总?社|工人|职工|农场|有限|股份|银行|控股|干部|系统|主管|"
    r"董事|总经理|和草原|与草原|草原|工程师|工程|基地|中心|厂|园"
)
_TECHNIQUES = re.compile(r"等?[^，。；、]{0,6}(?:技术|手段|工具|平台|应用|概念|专业|学科|课程|基础设施|知识)")
_STRONG = re.compile(r"强[市省国县]|百强|单项冠军|\d+强")
_MAKING = re.compile(r"(?:制造|生产|养殖)(?=领军|龙头|骨干|头部|行业|产业|、|等)")
_MAKER = re.compile(r"(?:制造|加工|养殖|种植|冶炼|[^产行企事就作专]业)$|(?:电缆|设备|器材|药品|化肥|水泥)生产$")


class _Hit(NamedTuple):
    start: int
    end: int
    confidence: float
    rule: str


@cache
def _fields() -> frozenset[str]:
    return frozenset(lexicon.words("industry_fields"))


@cache
def _trades() -> Matcher:
    """Branches whose own name says that they are one (建筑业, 房地产业, 低空经济)."""
    return Matcher([*(word for word in sectors() if word.endswith("业")), *lexicon.words("industry_words")])


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every named branch of the economy; 传统产业, 新兴产业 and 产业 alone are none."""
    reading, places = read(article.text), places_by_end(found)
    regions = {m.end: m.start for m in found if m.type == "Place" and not m.anaphor}
    hits: dict[tuple[int, int], _Hit] = {}
    for head in _HEAD.finditer(article.text):
        for hit in _headed(reading, head, places, regions):
            hits.setdefault((hit.start, hit.end), hit)
    for example in _EXAMPLES.finditer(article.text):
        for hit in _list(reading, example.start(), places, regions, True):
            hits.setdefault((hit.start, hit.end), hit)
    for hit in (*_own(reading), *_making(reading, places), *_rows(reading), *_developed(reading), *_short(reading)):
        if not any(start <= hit.start and hit.end <= end for start, end in hits):
            hits[hit.start, hit.end] = hit
    return [
        Mention(
            article=article.id, start=hit.start, end=hit.end, type="Industry",
            surface=article.printed[hit.start : hit.end], confidence=hit.confidence, by=f"industries.{hit.rule}",
        )
        for _, hit in sorted(hits.items())
    ]  # fmt: skip


def _headed(
    reading: Reading, head: re.Match[str], places: Mapping[int, int], regions: Mapping[int, int]
) -> Iterator[_Hit]:
    """What stands before 产业, 行业 or 领域: one branch, or several in a list."""
    text, word = reading.text, head.group()
    if _OTHER[word].match(text, head.end()):
        return
    strict = word == "领域"
    tail = head.start() if _ends_in_branch(text, head.start()) else peel(text, head.start())
    if text.endswith("等", 0, tail):
        yield from _list(reading, tail - 1, places, regions, strict or tail < head.start())
        return
    name = phrase(reading, tail, {})
    if name is None or (tail < head.start() and strict):
        return
    bare = text[name.start : tail]
    if text.endswith(("、", "和", "及"), 0, name.start):
        others = listed(reading, name.start - 1, {})
        known = [item for item in others if text[item.start : item.end] in sectors()]
        if known and (strict or bare in sectors()):
            yield from (_Hit(item.start, item.end, 0.75, "listed") for item in known)
    if strict:
        if bare in sectors():
            yield _Hit(name.start, tail, 0.6, "field")
        return
    if tail < head.start() and text.endswith(("、", "和", "及", "与"), 0, name.start) and _branch(bare):
        yield _Hit(name.start, tail, 0.7, "counted")
    if _names(bare, regions, name.start, tail) and tail == head.start():
        start = _after_region(regions, name.start, tail)
        yield _Hit(start, head.end(), 0.85 if bare in sectors() else 0.75, "named")


def _ends_in_branch(text: str, end: int) -> bool:
    """Whether a known branch ends at `end`, even one that ends in a modifier (低空经济)."""
    return any(text[end - size : end] in sectors() for size in range(min(_LONGEST, end), 2, -1))


def _rows(reading: Reading) -> Iterator[_Hit]:
    """Known branches in a row of three or more (A、B、C), or one with its own figures (化工、医药增加值)."""
    text = reading.text
    found = [hit for hit in _sectors().find(text) if not (reading.inside(hit[0]) or reading.inside(hit[1]))]
    row: list[tuple[int, int, str]] = []
    for hit in [*found, (len(text) + 9, len(text) + 9, "")]:
        if row and text[row[-1][1] : hit[0]] not in ("、", "和", "及", "与", "以及"):
            figured = _FIGURES.match(text, row[-1][1]) is not None
            plain = sum(word in _fields() for *_, word in row)
            technical = _TECHNIQUES.match(text, row[-1][1]) is not None
            if (len(row) >= _ROW and plain * 2 < len(row) and not technical) or (figured and not plain):
                yield from (_Hit(start, end, 0.6, "row") for start, end, _ in row)
            row = []
        row.append(hit)


def _developed(reading: Reading) -> Iterator[_Hit]:
    """A known branch that is developed, entered or focused on (大力发展|低空经济), and those listed with it."""
    text = reading.text
    joined = -1
    for start, end, word in _sectors().find(text):
        cut = reading.inside(start) or reading.inside(end)
        plain = word in _fields() or word in modifiers() or (len(word) == _SHORT and not word.endswith("业"))
        if cut is not None and known(cut.text):
            continue
        led = _LED.search(text, max(0, start - 12), start) is not None or start == joined
        if led and _GROWS.match(text, end):
            technical = _TECHNICAL_ROW.match(text, end) is not None
            if not technical and word not in _fields() and (not plain or start == joined):
                yield _Hit(start, end, 0.6, "developed")
            mark = _JOINT.match(text, end)
            joined = mark.end() if mark else -1


def _short(reading: Reading) -> Iterator[_Hit]:
    """A branch of two characters that is a word of its own in the text (种业是…), no part of an organ's name."""
    for word in reading.words:
        if word.text in _SHORT_BRANCH and not _ORGAN.match(reading.text, word.end):
            before = reading.ending(word.start)
            if before is None or not (before.tag in ("nz", "ns", "nt", "nr") or not known(before.text)):
                yield _Hit(word.start, word.end, 0.6, "short")


@cache
def _sectors() -> Matcher:
    return Matcher(word for word in sectors() if word not in _BARE_GENERIC)


def _list(
    reading: Reading, end: int, places: Mapping[int, int], regions: Mapping[int, int], strict: bool
) -> Iterator[_Hit]:
    """The branches listed before 等产业 (any noun phrase) or 等领域 (known branches only, or most of them known)."""
    items = listed(reading, end, {})
    texts = [reading.text[item.start : item.end] for item in items]
    if strict and sum(text in _fields() for text in texts) * 2 >= len(texts):
        return
    known = sum(_branch(text) for text in texts)
    for item, text in zip(items, texts, strict=True):
        sure = _branch(text) and not (strict and text in _fields())
        if sure or (_names(text, regions, item.start, item.end) and known * 2 >= len(texts) and known):
            yield _Hit(item.start, item.end, 0.8 if sure else 0.65, "listed")
        elif not strict and len(texts) > 1 and known and _names(text, regions, item.start, item.end):
            yield _Hit(item.start, item.end, 0.55, "listed")


def _branch(text: str) -> bool:
    """Whether a phrase is, or ends with, a known branch."""
    sizes = range(min(len(text), _LONGEST), 1, -1)
    return any(text[-size:] in sectors() for size in sizes) or bool(text not in processes() and _MAKER.search(text))


def _names(bare: str, regions: Mapping[int, int], start: int, end: int) -> bool:
    """Whether a phrase says which branch: more than modifiers, a place or a process."""
    core = content(bare)
    inside = _after_region(regions, start, end)
    if len(core) < _SHORT or (core in processes() and core not in sectors()) or len(bare) > _LONGEST or inside >= end:
        return False
    return not re.search(r"链|企业|集团|公司|[0-9]|省|该|某", core)


def _after_region(regions: Mapping[int, int], start: int, end: int) -> int:
    """`start` moved behind the places that begin the phrase: 聊城|汽车产业."""
    by_start = {begin: stop for stop, begin in regions.items()}
    position = start
    while position in by_start and by_start[position] <= end:
        position = by_start[position]
    return position


def _own(reading: Reading) -> Iterator[_Hit]:
    """Branches named by a word of their own: 建筑业, 房地产业, 制造业."""
    for start, end, word in _trades().find(reading.text):
        after = _STRONG.match(reading.text, end) or _OTHER["产业"].match(reading.text, end)
        if len(word) < _FULL or word in _BARE_GENERIC or after:
            continue
        if reading.inside(end) is None and reading.inside(start) is None:
            yield _Hit(start, end, 0.7, "own")


def _making(reading: Reading, places: Mapping[int, int]) -> Iterator[_Hit]:
    """Making something as a trade: 作为客车制造领军企业, 电子元器件制造、电线电缆生产等."""
    for hit in _MAKING.finditer(reading.text):
        name = phrase(reading, hit.end(), places)
        if name and not name.placed and name.end - name.start > len(hit.group()) + 1 and _beside(reading.text, name):
            yield _Hit(name.start, name.end, 0.6, "making")


def _beside(text: str, name: Phrase) -> bool:
    """Whether a making that stands in a list has another branch beside it; outside lists it needs none."""
    around = []
    if text.startswith("、", name.end):
        around.append(re.split(r"[、，。；等和]", text[name.end + 1 : name.end + _LONGEST], maxsplit=1)[0])
    if text.endswith("、", 0, name.start):
        around.append(re.split(r"[、，。；]", text[max(0, name.start - _LONGEST) : name.start - 1])[-1])
    listed_here = text[name.end : name.end + 1] in ("、", "等")
    return not listed_here or any(part in sectors() or _MAKER.search(part) for part in around)
