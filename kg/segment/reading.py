"""Units → articles: the best reading of a page as a row of headlines, bylines and bodies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from kg.segment.lines import UNWRAPPED
from kg.segment.units import CONTINUED, Unit

Layout = Literal["before", "after"]

_REACH = 90
"""No article has more units than this: keeps the search linear in the length of the page."""
_WORD = re.compile(r"[\u3400-\u9fffA-Za-z0-9]+")
_POINTING = re.compile(r"(?:侧记|特写|见闻|纪实|综述|扫描|速写|掠影|访谈|专访)$|[（(]?(?:详?见|下转|转)第?.{1,3}版")
_COLUMN = re.compile(
    r"(?:一线|走笔|短讯|简讯|快讯|要闻|目击|专栏|话题|热点|焦点|聚焦|关注|视点|看台|观察|时评|专版|特刊|专刊|周刊|进行时|正当时|风采|"
    r"现场|新春走基层|大家谈|访谈|连线|播报|速递|导读|提要|资讯|集锦)$|^(?:聚焦|关注|学习贯彻|深入学习|奋进|喜迎|牢记嘱托)|名专栏|一线|[·|｜]"
)
_CAPTION = re.compile(r"^(?:近日|日前|[\d０-９]{1,2}\s*月\s*[\d０-９]{1,2}\s*日)|图为|图片说明|（[^（）]{0,2}图[^（）]{0,2}）")
_PHOTO = re.compile(r"摄影?\s*[）)]?$|^[■□▲●◆]")
_CREDITED = ("byline", "signature")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An article as indexes of units: where its title and its body stand, and what frames them."""

    title: tuple[int, ...]
    body: tuple[int, ...]
    """Bylines, paragraphs, heads inside, pointers; empty for a title that stands alone."""
    first: int
    last: int
    """Where it lies in the page, title included; `last` exclusive."""


class _Parts(NamedTuple):
    pre: range
    core: range
    post: range
    signed_first: bool
    signed_last: bool


def read(units: Sequence[Unit]) -> list[Draft]:
    """The articles of a page, in its order.

    A page prints its headlines before their bodies or after them, mostly all the same way: both readings are tried
    and the better one kept. Within one, dynamic programming weighs for every stretch of units how good an article it
    makes: does it begin with a byline, do the words of its title occur in its body, is it set in one width.
    """
    if not units:
        return []
    relevance = _Relevance(units)
    readings = [_best(units, relevance, layout) for layout in ("after", "before")]
    score, drafts = max(readings, key=lambda reading: reading[0])
    return drafts


def _best(units: Sequence[Unit], relevance: _Relevance, layout: Layout) -> tuple[float, list[Draft]]:
    n = len(units)
    best = [float("-inf")] * (n + 1)
    best[0] = 0.0
    came: list[tuple[int, Draft | None]] = [(0, None)] * (n + 1)
    for j in range(n):
        loss = 0.0 if units[j].kind in ("margin", "pointer") else 0.3 if units[j].kind == "head" else 20.0
        if best[j] - loss > best[j + 1]:
            best[j + 1], came[j + 1] = best[j] - loss, (j, None)
        for k, score, draft in _articles(units, j, relevance, layout):
            if best[j] + score > best[k] + 1e-9:
                best[k], came[k] = best[j] + score, (j, draft)
    drafts: list[Draft] = []
    k = n
    while k:
        k, step = came[k]
        if step is not None:
            drafts.append(step)
    return best[n], drafts[::-1]


def _articles(
    units: Sequence[Unit], j: int, relevance: _Relevance, layout: Layout
) -> Iterator[tuple[int, float, Draft]]:
    """Every article that may begin with unit j, with its end and its score."""
    n = len(units)
    if not _may_begin(units, j):
        return
    begun = False
    inner = 0.0
    for k in range(j + 1, min(n, j + _REACH) + 1):
        unit = units[k - 1]
        if begun and _starts_report(units, k - 1):
            return
        begun = begun or unit.kind == "body"
        if not _may_end(units, k):
            continue
        parts = _parse(units, j, k)
        if parts is None:
            if not begun:
                yield from _alone(units, j, k, relevance)
            continue
        score, title = _score(units, parts, relevance, layout)
        yield k, score + inner, Draft(title=title, body=_body(units, parts, title), first=j, last=k)


def _starts_report(units: Sequence[Unit], i: int) -> bool:
    return units[i].opens or (
        units[i].kind == "byline"
        and i + 1 < len(units)
        and units[i + 1].kind in ("body", "byline")
        and not (units[i + 1].signed and i and units[i - 1].kind == "body")
        and not units[i].closes
        and not _closing_byline(units, i)
    )


def _closing_byline(units: Sequence[Unit], i: int) -> bool:
    # A photo's credit stands below its caption, before the next report: no body of its own follows.
    following = i + 1
    while following < len(units) and units[following].kind == "byline":
        following += 1
    return following >= len(units) or units[following].kind != "body"


def _may_begin(units: Sequence[Unit], j: int) -> bool:
    if j == 0:
        return True
    before, unit = units[j - 1], units[j]
    if unit.kind in ("head", *_CREDITED) or unit.opens or before.closes:
        return unit.kind != "margin"
    if unit.kind != "body":
        return False
    if before.kind == "body" and _caption(units, j):
        return True
    return before.kind != "body" or _restyled(before, unit)


def _caption(units: Sequence[Unit], i: int) -> bool:
    """Whether a photo's caption begins with unit i: short, soon followed by the photographer's name."""
    if not _CAPTION.search(units[i].text[:200]):
        return False
    length = 0
    for unit in units[i : i + 3]:
        length += len(unit.text)
        if length > 300 or unit.kind not in ("body", "byline") or unit.opens:
            return False
        if unit.kind == "byline":
            return bool(_PHOTO.search(unit.text))
        if unit.closes:
            return True
    return False


def _may_end(units: Sequence[Unit], k: int) -> bool:
    return k == len(units) or _may_begin(units, k) or units[k].kind in ("margin", "pointer", *_CREDITED)


def _parse(units: Sequence[Unit], j: int, k: int) -> _Parts | None:
    start, end = j, k
    signed_first = signed_last = False
    while start < end and (units[start].kind == "head" or units[start].kind in _CREDITED):
        if units[start].kind in _CREDITED:
            signed_first = True
        elif signed_first:
            return None
        start += 1
    pre = range(j, start)
    while end > start and units[end - 1].kind in ("head", "pointer", *_CREDITED):
        signed_last = signed_last or units[end - 1].kind in _CREDITED
        end -= 1
    if start == end or any(units[i].kind == "margin" for i in range(start, end)):
        return None
    return _Parts(pre, range(start, end), range(end, k), signed_first, signed_last)


def _score(
    units: Sequence[Unit], parts: _Parts, relevance: _Relevance, layout: Layout
) -> tuple[float, tuple[int, ...]]:
    core = parts.core
    first = units[core[0]]
    score = 0.0
    signed_last = parts.signed_last or units[core[-1]].closes
    if parts.signed_first or first.opens:
        score += 2.0
    elif signed_last:
        score += 0.5
    elif core[0] == 0 or parts.pre and parts.pre[0] == 0:
        score += 0.0
    else:
        score -= 6.5 if any(units[i].kind == "head" for i in parts.pre) else 4.5
    heads_before = tuple(i for i in parts.pre if units[i].kind == "head")
    heads_after = tuple(i for i in parts.post if units[i].kind == "head")
    title: tuple[int, ...] = ()
    if heads_before or heads_after:
        sides = [
            (relevance.gain(heads, core) + (0.8 if side == layout else -0.8), heads)
            for side, heads in (("before", heads_before), ("after", heads_after))
            if heads
        ]
        gain, title = max(sides, key=lambda side: side[0])
        score += gain - 1.5 * (len(heads_before) + len(heads_after) - len(title))
    elif sum(len(units[i].text) for i in core) > 260 or not signed_last:
        score -= 2.0
    if (parts.signed_first or first.signed) and parts.signed_last and any(units[i].closes for i in parts.post):
        score -= 1.5
    for i in core[1:]:
        unit, before = units[i], units[i - 1]
        if unit.kind == "head":
            score -= 5.0 if unit.dashed else 0.05 if title else 1.5
        elif unit.kind in _CREDITED:
            score -= 2.0
        if before.closes:
            score -= 2.5
        if before.kind == "pointer":
            score -= 3.0
    score -= 2.0 * _changes(units, core)
    return score, title


def _restyled(before: Unit, unit: Unit) -> bool:
    """Whether two paragraphs are set differently: in another width, or one with its first row set in."""
    if max(before.column, unit.column) > UNWRAPPED or min(len(before.lines), len(unit.lines)) < 3:
        return False
    wider = max(3.0, 0.1 * max(before.column, unit.column))
    return abs(before.column - unit.column) >= wider or before.indented != unit.indented


def _changes(units: Sequence[Unit], core: range) -> int:
    """How often the setting changes between paragraphs that are long enough to show it."""
    long = [units[i] for i in core if units[i].kind == "body" and len(units[i].lines) >= 3]
    return sum(_restyled(a, b) for a, b in pairwise(long))


def _body(units: Sequence[Unit], parts: _Parts, title: tuple[int, ...]) -> tuple[int, ...]:
    own = [i for i in (*parts.pre, *parts.core, *parts.post) if i not in title]
    heads = {i for i in (*parts.pre, *parts.post) if units[i].kind == "head"}
    return tuple(i for i in own if i not in heads)


def _alone(units: Sequence[Unit], j: int, k: int, relevance: _Relevance) -> Iterator[tuple[int, float, Draft]]:
    """A headline whose article is on another page: …侧记, （详见第4版）."""
    if any(units[i].kind not in ("head", "pointer") for i in range(j, k)):
        return
    text = units[k - 1].text
    pointer = units[k - 1].kind == "pointer"
    heads = tuple(i for i in range(j, k) if units[i].kind == "head")
    if not heads or not (pointer or _POINTING.search(text)):
        return
    if pointer and CONTINUED.match(text):
        return
    score = (1.2 if pointer else 0.8) - 4.0 * relevance.near(heads, j, k)
    yield k, score, Draft(title=heads, body=(), first=j, last=k)


class _Relevance:
    """How much of a headline recurs in a body: pairs of characters, the rarer on the page the heavier."""

    def __init__(self, units: Sequence[Unit]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for i, unit in enumerate(units):
            if unit.kind == "body":
                for pair in _pairs(unit.text):
                    places[pair].append(i)
        self._places = dict(places)
        self._pairs = {i: sorted(_pairs(unit.text)) for i, unit in enumerate(units) if unit.kind == "head"}
        self._columns = {i for i, unit in enumerate(units) if unit.kind == "head" and _COLUMN.search(unit.text)}

    def of(self, heads: Sequence[int], core: range) -> float:
        """Between 0 and 1."""
        found = total = 0.0
        for pair in {pair for i in heads for pair in self._pairs[i]}:
            places = self._places.get(pair, ())
            weight = 1.0 / (1 + len(places)) ** 0.5
            at = bisect_left(places, core.start)
            hit = at < len(places) and places[at] < core.stop
            total += weight if places else 0.7
            found += weight if hit else 0.0
        return found / total if total else 0.0

    def gain(self, heads: Sequence[int], core: range) -> float:
        """How well the heads do as the title of a body: the best of them counts most, each further one a little."""
        shares = [min(1.0, 2.0 * self.of((head,), core)) for head in heads]
        pairs = sum(len(self._pairs[head]) for head in heads)
        best = max(shares)
        if best < 0.1:
            return (-2.5 if pairs >= 14 else -0.8) - 1.2 * sum(head in self._columns for head in heads)
        columns = sum(2.2 if share < 0.6 else 1.2 for head, share in zip(heads, shares, strict=True) if head in self._columns)
        further = sum(1.2 * (share - 0.4) for share in shares) - 1.2 * (best - 0.4)
        return 4.0 * best + further - columns

    def near(self, heads: Sequence[int], j: int, k: int) -> float:
        """The relevance for the bodies just before and just after."""
        return max(self.of(heads, range(max(0, j - 12), j)), self.of(heads, range(k, k + 12)))


def _pairs(text: str) -> set[str]:
    return {word[i : i + 2] for word in _WORD.findall(text) for i in range(max(1, len(word) - 1))}
