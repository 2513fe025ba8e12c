"""Products: machines, materials, goods, crops, told by the noun that ends the name and by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise.product_phrase import context, levels, start_of
from kg.recognise.product_rows import framed
from kg.recognise.reading import Reading, places_by_end, read
from kg.text.matcher import Matcher
from kg.text.words import known

_PASS = 0.55
_BASE = {"full": 0.5, "app": 0.4, "context": 0.3, "part": 0.25, "class": 0.15, "never": 0.0}
_NOT_AFTER = re.compile(
    r"产业|行业|集群|企业|公司|集团|协会|学会|商会|领域|专业|学院|大学|之乡|小镇|大道|路|街|村|镇|工业|业(?!务)|厂(?!家)|"
    r"节|文化|旅游|博览|大赛|展|经济|博物馆|工程师|司机|驾驶员|团队|城|乡|赛|区|县|市(?!场)|园|山|河|湖|派|党|社|率|人|员|学|化|朋友圈|公众|气体|爱好者|播出|频道|节目|件(?=[、，])|群|号|直播|好友|红包"
)
_CLAUSE = frozenset("，。；：！？,;:!?\n")
_COUNT = re.compile(
    r"(?:\d|[一二三四五六七八九十百千万亿余多])(?:台|辆|吨|套|件|支|条|艘|架|部|只|头|亩|公斤|斤|瓶|盒|箱|片|枚|颗|粒|株|棵|尾|羽|把|双|台套|米|平方米|立方米|块|卷|袋|桶|克拉|款)$"
)
_MODIFIED = {"context": 0.4, "part": 0.3, "class": 0.3}
"""What such a noun is worth with at least two characters before it (高功率|芯片)."""
_NEEDED = {"never": 3}
"""Characters before the noun without which it names nothing."""
_SPECIFIC = 2
_AFTER_LENGTHS = range(2, 5)
_CLOSED = frozenset({"Company", "Government", "Institution", "Park", "Person", "Cluster", "Chain", "Industry"})
_LIST = "、和与及或"
_NEAR = 14
_WHOLE = 3
_MACHINES = ("系统", "设备", "装置", "机器人", "平台", "机", "器", "仪", "机组")
_MODEL = re.compile(r"(?![A-Z]+$)[A-Za-z]{1,6}-?\d{1,4}[A-Za-z]{0,3}(?![A-Za-z0-9])")


class _Hit(NamedTuple):
    start: int
    head: int
    end: int
    word: str
    level: str
    crop: bool


@cache
def _heads() -> Matcher:
    return Matcher(levels())


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every product that its noun and its context make likely; 产品 and 设备 alone are none."""
    reading, places = read(article.text), places_by_end(found)
    firms = [(m.start, m.end) for m in found if m.type == "Company"]
    closed = [(m.start, m.end) for m in found if m.type in _CLOSED]
    hits = [hit for hit in _candidates(reading, firms, places) if not _inside(closed, hit.start, hit.end)]
    spans: dict[tuple[int, int], tuple[float, str]] = {}
    starts, ends = {hit.start for hit in hits}, {hit.end for hit in hits}
    for hit in hits:
        score = _score(reading, hit, starts, ends, firms, article)
        if score >= _PASS:
            spans[hit.start, hit.end] = (min(0.9, score), "products.crop" if hit.crop else "products.noun")
    for goods in framed(reading, places, [end for _, end in firms]):
        crossing = [span for span in spans if span[0] < goods.end and goods.start < span[1]]
        within = all(goods.start <= start and end <= goods.end for start, end in crossing)
        within = within and all(end != goods.end or reading.inside(start) for start, end in crossing)
        if within and (goods.start, goods.end) not in spans and not _inside(closed, goods.start, goods.end):
            for span in crossing:
                del spans[span]
            spans[goods.start, goods.end] = (goods.confidence, f"products.{goods.rule}")
    for start, end in _models(article.text, firms):
        spans[start, end] = (0.75, "products.model")
    return [
        Mention(
            article=article.id, start=start, end=end, type="Product", surface=article.printed[start:end],
            confidence=round(confidence, 2), by=rule,
        )
        for (start, end), (confidence, rule) in sorted(spans.items())
    ]  # fmt: skip


def _candidates(reading: Reading, firms: Sequence[tuple[int, int]], places: Mapping[int, int]) -> Iterator[_Hit]:
    """The nouns of the lexicons that end a phrase, with where the phrase begins."""
    text = reading.text
    found = _heads().find(text)
    begins = {start: word for start, _, word in found}
    stops = [end for _, end in firms]
    for start, end, word in found:
        level, crop = levels()[word]
        follower = begins.get(end)
        if _NOT_AFTER.match(text, end) or (follower and (len(follower) > 1 or reading.inside(end))):
            continue
        straddled = reading.inside(end)
        if straddled and known(straddled.text):
            continue
        first = start
        cut = reading.inside(start)
        if crop and len(word) == 1 and (cut is not None or straddled is not None):
            continue
        if cut is not None:
            if known(cut.text) and (cut.end != end or len(cut.text) < _WHOLE):
                continue
            first = cut.start
        begin = start_of(reading, first, stops, places, crop, word.endswith(_MACHINES))
        if len(word) == 1 and end - begin < 3:
            continue
        yield _Hit(begin, start, end, word, level, crop)


def _score(
    reading: Reading, hit: _Hit, starts: set[int], ends: set[int], firms: Sequence[tuple[int, int]], article: Article
) -> float:
    """How likely a candidate is a product: its noun, its modifiers, its neighbours."""
    text = reading.text
    modifier = hit.head - hit.start
    named = any(char.isascii() and char.isalpha() for char in text[hit.start : hit.head])
    counted = bool(_COUNT.search(text[max(0, hit.start - 6) : hit.start]))
    after = text[hit.end : hit.end + 1] in _LIST and hit.end + 1 in starts
    listed = after or bool(hit.start and text[hit.start - 1] in _LIST and hit.start - 1 in ends)
    beside = hit.level == "part" and len(hit.word) > 1 and (counted or (listed and bool(firms)))
    if modifier < _NEEDED.get(hit.level, 0) and not named and not beside:
        return 0.0
    specific = modifier >= _SPECIFIC or beside
    score = _MODIFIED.get(hit.level, _BASE[hit.level]) if specific else _BASE[hit.level]
    score += 0.1 * (modifier >= 2) + 0.1 * (modifier >= 4)
    if text[hit.start - 1 : hit.start] == "“" and text.startswith("”", hit.end):
        score += 0.2
    score += 0.1 * named
    score += 0.3 * _led(reading, hit.start)
    score += 0.25 * counted
    following = next(reading.rightward(hit.end), None)
    if following is not None and following.start == hit.end:
        if any(text[hit.end : hit.end + size] in context("after") for size in _AFTER_LENGTHS):
            score += 0.25
        elif following.tag in ("n", "nz", "vn") and len(following.text) > 1 and hit.level in ("context", "never"):
            score -= 0.1
    score += 0.25 * listed
    if not hit.crop and firms:
        score += 0.15 if _same_sentence(article, hit.start, firms) else 0.1
    return score


def _led(reading: Reading, start: int) -> bool:
    """Whether a verb of making, selling or growing leads to the phrase, in the same clause and near."""
    reach = 0
    for word in reading.leftward(start):
        if word.text in _CLAUSE:
            return False
        if word.text in context("before"):
            return True
        if word.text not in ("、", "和", "与", "及", "的", "了", "出"):
            reach += len(word.text)
        if reach > _NEAR:
            return False
    return False


def _same_sentence(article: Article, position: int, firms: Sequence[tuple[int, int]]) -> bool:
    bounds = next(((s, e) for s, e in article.sentences if s <= position < e), (0, 0))
    return any(bounds[0] <= start < bounds[1] for start, _ in firms)


def _inside(closed: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in closed)


def _models(text: str, firms: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A maker's name and a model (卓远|S7)."""
    for start, end in firms:
        model = _MODEL.match(text, end)
        if model:
            yield start, model.end()
