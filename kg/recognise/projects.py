"""Projects: X项目, X工程, and lines, laboratories or platforms that are being built; 重点项目 and 项目建设 are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise.company_full import bounds
from kg.recognise.product_phrase import levels
from kg.recognise.project_works import led, phases, works
from kg.recognise.reading import Reading, Word, places_by_end, read
from kg.recognise.sector import processes, sector_bounds, sectors
from kg.text import lexicon
from kg.text.matcher import Matcher
from kg.text.words import known

_HEAD = re.compile(r"项目|工程|生产线|实验室|平台")
_NOT_AFTER = {
    "项目": re.compile(
        r"组|部(?!分|署)|经理|库|化|制(?!造)|书|式|管理|收益|负责人|带头人|主管|团队|指挥部|方|清单|名单|资金|经费|贷款|类"
    ),
    "工程": re.compile(
        r"师|院|学|机械|款|队|车|技术|大学|中心|研究|系|专业|装备|公司|集团|有限|化|量|塑料|物资|造价|监理|质量|局|处|部|实验|图"
    ),
    "生产线": re.compile(r"上|旁|前|里|工人|员工"),
    "实验室": re.compile(r"里|内|主任|检测|人员"),
    "平台": re.compile(r"上|公司|企业|型|化|经济|期|用户|主播"),
}
_BUILD = re.compile(
    r"(?:建设|新建|建成|扩建|新上|上马|投建|筹建|在建|搭建|启用|开建|投产|打造|引进|涉及|上线|建起|建立)了?(?:[^，。；]{2,8}的)?$"
)
_YEARLY = re.compile(r"年产[^，。；！？：“”]{2,30}$")
_NOUNS = frozenset(
    ("n", "nz", "b", "j", "ng", "eng", "an", "nr", "nrt", "nt", "g", "zg", "a", "mq", "s", "ns", "f", "l", "i")
)
_PREFIXES = frozenset("超亚准非微零")
_PLURAL = re.compile(r"(?:[\d]{2,}|[2-9]|[二两三四五六七八九十几多数百千])(?:个|大|批|项|类)$|一(?:批|系列)$")
_SCALE = re.compile(
    r"(?:[\d.]+|[一二三四五六七八九十百千两]+)[万亿千百]*"
    r"(?:千瓦时?|兆瓦|瓦|吨|头|只|套|台|辆|亩|公里|平方米|立方米|伏|千伏|千米|米|户|张|床|羽|英寸|代|期)$"
)
_WITHIN = ("Institution", "Park", "Place", "Product", "Industry", "Cluster", "Chain", "Company")
_FUNDED = re.compile(r"(?:投资|投入)(?:约|近|超|逾|达)?[\d.]+[多余]?[万亿]+元的$")
_PLATFORM = re.compile(r"数据|云|信息|监管|管理|监测|交易|互联网|指挥|调度|检测")
_LONG = 4
_TELLING = 6
_LONGEST = 30
_SHORT = 2
_GLUE = "的了着过到将把被让由为向从对在是等"
_FACILITIES = ("产业园", "物流园", "科技园", "示范园", "产业基地", "生产基地", "示范基地")
_FULL = ("公司", "集团", "合作社", "厂")
_JOINTS = ("及", "与", "和", "暨")


class _Hit(NamedTuple):
    start: int
    end: int
    confidence: float
    rule: str


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for word, which, *_ in lexicon.rows("project_generic") if which == kind)


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every named or specific project of the article."""
    reading = read(article.text)
    names, places = _spans(found), places_by_end(found)
    hits: dict[tuple[int, int], _Hit] = {}
    for head in _HEAD.finditer(article.text):
        hit = _hit(reading, head, names, places)
        if hit:
            hits[hit.start, hit.end] = hit
    for hit in _told(reading, places):
        if not any(start < hit.end and hit.start < end for start, end in hits):
            hits[hit.start, hit.end] = hit
    held = [(m.start, m.end) for m in found if m.type in _CLOSED]
    hits = {span: hit for span, hit in hits.items() if not any(s <= span[0] and span[1] <= e for s, e in held)}
    return [
        Mention(
            article=article.id, start=hit.start, end=hit.end, type="Project",
            surface=article.printed[hit.start : hit.end], confidence=hit.confidence, by=f"projects.{hit.rule}",
        )
        for _, hit in sorted(hits.items())
    ]  # fmt: skip


_CLOSED = ("Company", "Government", "Institution", "Park")


def _told(reading: Reading, places: Mapping[int, int]) -> Iterator[_Hit]:
    """Projects that no walk to the left finds: told by a verb of building, a phase, or by being begun or finished."""
    text = reading.text
    for start, end in led(text):
        body = text[start : end - 2]
        whole = reading.inside(start) is None and _NOT_AFTER[text[end - 2 : end]].match(text, end) is None
        if whole and _specific(_core(body, places, start), body) and _firm(reading, start, end - 2):
            yield _Hit(start, end, 0.7, "led")
    for start, end in phases(text):
        yield _Hit(start, end, 0.6, "phase")
    for start, end in works(text):
        body = text[start:end]
        if (
            reading.inside(start) is None
            and len(_core(body, places, start)) > _SHORT
            and _proper(reading, start, end, places)
        ):
            yield _Hit(start, end, 0.6, "works")


def _firm(reading: Reading, start: int, end: int) -> bool:
    """Whether no adverb, pronoun or preposition stands in a stretch, which a name would not have."""
    words = [word for word in reading.rightward(start) if word.end <= end]
    return all(word.tag not in ("d", "p", "r", "c", "y", "uj", "ul") or not known(word.text) for word in words)


def _proper(reading: Reading, start: int, end: int, places: Mapping[int, int]) -> bool:
    """Whether a work's name holds a proper part: a place, an unknown word or a name of the dictionary."""
    if any(start <= place and stop <= end for stop, place in places.items()):
        return _firm(reading, start, end)
    words = [word for word in reading.rightward(start) if word.end <= end]
    return any(not known(word.text) or word.tag in ("ns", "nz", "nr") for word in words) and _firm(reading, start, end)


def _spans(found: Sequence[Mention]) -> dict[int, int]:
    """End → start of the names that a project's name may hold; a firm's full name stands before it, not in it."""
    spans: dict[int, int] = {}
    for mention in found:
        full = mention.type == "Company" and mention.surface.endswith(_FULL)
        if mention.type in _WITHIN and not mention.anaphor and not full:
            spans[mention.end] = min(mention.start, spans.get(mention.end, mention.start))
    return spans


def _hit(reading: Reading, head: re.Match[str], names: Mapping[int, int], places: Mapping[int, int]) -> _Hit | None:
    text, word = reading.text, head.group()
    if _NOT_AFTER[word].match(text, head.end()) or text.endswith("该", 0, head.start()):
        return None
    quoted = _quoted(text, head.start())
    if quoted is not None:
        return _Hit(quoted, head.end(), 0.7, "quoted") if word in ("项目", "工程") else None
    if word == "项目":
        yearly = _YEARLY.search(text, max(0, head.start() - _LONGEST - 4), head.start())
        if yearly and "的" not in yearly.group():
            return _Hit(yearly.start(), head.end(), 0.85, "yearly")
    start = _start(reading, head.start(), names)
    body = text[start : head.start()]
    core = _core(body, places, start)
    if word in ("项目", "工程"):
        if len(body) >= _LONG and _FUNDED.search(text, max(0, start - 24), start):
            return _Hit(start, head.end(), 0.75, "funded")
        plural = _PLURAL.search(text, max(0, start - 6), start)
        return _Hit(start, head.end(), 0.8, "named") if _specific(core, body) and not plural else None
    built = _BUILD.search(text, max(0, start - 20), start)
    if not built or len(core) < _SHORT or len(body) < _LONG or (word == "平台" and not _PLATFORM.search(body)):
        return None
    return _Hit(start, head.end(), 0.6, "built")


def _specific(core: str, body: str) -> bool:
    """Whether a name says which project: a branch, a product, a work or a place beside its own words, or length."""
    if len(core) < _SHORT:
        return False
    if len(body) >= _TELLING or core != body:
        return len(core) >= _SHORT
    return _concrete().find(core) != [] or not known(core)


@cache
def _concrete() -> Matcher:
    return Matcher([*sectors(), *(word for word in levels() if len(word) > 1), *_words("inner")])


def _quoted(text: str, end: int) -> int | None:
    """Start of a short quoted or bracketed title that ends at `end`: “东数西算”|工程."""
    for closing, opening in (("”", "“"), ("》", "《")):
        if text.endswith(closing, 0, end):
            start = text.rfind(opening, max(0, end - 20), end)
            return start if 0 <= start < end - 3 else None
    return None


def _start(reading: Reading, end: int, names: Mapping[int, int]) -> int:
    """Where the project's name begins: over nouns, processes, scales (350万千瓦) and names, to a verb or a mark."""
    text = reading.text
    floor = max(0, end - _LONGEST)
    position, nouns = end, 0
    while position > floor:
        if position in names and names[position] >= floor:
            position = names[position]
            nouns += 1
            continue
        scale = _SCALE.search(text, max(floor, position - 14), position)
        if scale and position < end:
            position = scale.start()
            break
        word = next(reading.leftward(position, floor), None)
        if word is None or not _belongs(reading, word, nouns, names):
            break
        glue = () if known(word.text) else (i + 1 for i, char in enumerate(word.text) if char in _GLUE)
        cut = max(glue, default=0)
        position = word.start + cut
        if cut:
            break
        nouns += word.tag in _NOUNS and word.text not in processes()
    return _trim(reading, position, end)


def _belongs(reading: Reading, word: Word, nouns: int, names: Mapping[int, int]) -> bool:
    """Whether the word to the left is a part of the name."""
    text = word.text
    if text in ("项目", "工程"):
        return False
    if not text[0].isalnum() and text not in ("-", "·", "+"):
        return False
    if text in _JOINTS:
        before = next(reading.leftward(word.start), None)
        return before is not None and (before.text in processes() or text == "及") and before.tag != "x"
    if text in ("一期", "二期", "三期", "四期"):
        return True
    if (text in _PREFIXES and nouns) or (text.endswith(_FACILITIES) and len(text) > _SHORT):
        return True
    if word.tag in ("m", "q", "r", "t", "p", "uj", "ul", "u", "c", "d", "y"):
        return False
    if text in processes() or text in _words("inner"):
        return nouns == 0 or text in processes()
    if text in _words("stop") or text in sector_bounds() or (text in bounds() and text not in _words("generic")):
        return False
    if word.tag in ("v", "vn"):
        return nouns == 0
    return word.tag in _NOUNS or not known(text)


def _trim(reading: Reading, start: int, end: int) -> int:
    """`start` after the generic words that lead the name (重点|, 投资|); never inside a word (新能源)."""
    position = start
    for word in reading.rightward(start):
        if word.start != position or word.text not in _words("leading") or word.end > end:
            break
        position = word.end
    return position


def _core(body: str, places: Mapping[int, int], start: int) -> str:
    """What is left of a name without the generic words at both ends and a place at its beginning."""
    low, high = 0, len(body)
    by_start = {begin: stop for stop, begin in places.items()}
    while low < high and start + low in by_start and by_start[start + low] - start <= high:
        low = by_start[start + low] - start
    generic, inner = _words("generic"), _words("inner")
    while low < high:
        size = next((n for n in range(min(8, high - low), 0, -1) if body[low : low + n] in generic), 0)
        if not size:
            break
        low += size
    while low < high:
        ends = (body[high - n : high] for n in range(min(8, high - low), 0, -1))
        size = next((len(end) for end in ends if end in generic or end in inner), 0)
        if not size:
            break
        high -= size
    return body[low:high]
