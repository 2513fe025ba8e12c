"""Units → articles: the best reading of a page as a row of headlines, bylines and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

import msgspec

from kg.segment.lines import UNWRAPPED
from kg.segment.marks import CONTINUED
from kg.segment.relevance import POINTING, Relevance
from kg.segment.units import Unit

Layout = Literal["before", "after"]

_REACH = 90
"""No article has more units than this: keeps the search linear in the length of the page."""
_FRAMING = 14
"""Nor more headlines, bylines and pointers in a row than this."""
_CAPTION = re.compile(
    r"^(?:近日|日前|[\d０-９]{1,2}\s*月\s*[\d０-９]{1,2}\s*日)|图为|图片说明|（[^（）]{0,2}图[^（）]{0,2}）"
)
_PHOTO = re.compile(r"摄影?\s*[）)]?$|^[■□▲●◆]")
_CREDITED = ("byline", "signature")
_FRAME = ("head", *_CREDITED)


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An article as indexes of units: where its title and its body stand, and what frames them."""

    title: tuple[int, ...]
    body: tuple[int, ...]
    """Bylines, paragraphs, heads inside, pointers; empty for a title that stands alone."""
    first: int
    last: int
    """Where it lies in the page, title included; `last` exclusive."""


class _Parts(NamedTuple):
    start: int
    core: int
    stop: int
    end: int
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
    sheet = _Sheet(units)
    return max((sheet.best(layout) for layout in ("after", "before")), key=lambda reading: reading[0])[1]


class _Sheet:
    """A page's units, with what the search asks of them again and again counted once."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.relevance = Relevance(units)
        n = len(units)
        self.starts = [_starts_report(units, i) for i in range(n)]
        self.begins = [_may_begin(units, i) for i in range(n)]
        self.ends = [
            True, *(self.begins[k] or units[k].kind in ("margin", "pointer", *_CREDITED) for k in range(1, n)), True,
        ]  # fmt: skip
        self.length = _sums(len(unit.text) for unit in units)
        self.heads = _sums(unit.kind == "head" for unit in units)
        self.dashed = _sums(unit.kind == "head" and unit.dashed for unit in units)
        self.listings = _sums(i > 0 and unit.listed and units[i - 1].kind == "head" for i, unit in enumerate(units))
        self.breaches = _sums(_breach(units, i) for i in range(n))
        self.restyled, self.before = _restylings(units)

    def best(self, layout: Layout) -> tuple[float, list[Draft]]:
        """The best reading where headlines stand `layout` their bodies, and its score."""
        n = len(self.units)
        best = [float("-inf")] * (n + 1)
        best[0] = 0.0
        came: list[tuple[int, Draft | None]] = [(0, None)] * (n + 1)
        for j, unit in enumerate(self.units):
            loss = 0.0 if unit.kind in ("margin", "pointer") else 0.3 if unit.kind == "head" else 20.0
            if best[j] - loss > best[j + 1]:
                best[j + 1], came[j + 1] = best[j] - loss, (j, None)
            for k, score, draft in self._articles(j, layout):
                if best[j] + score > best[k] + 1e-9:
                    best[k], came[k] = best[j] + score, (j, draft)
        drafts: list[Draft] = []
        k = n
        while k:
            k, step = came[k]
            if step is not None:
                drafts.append(step)
        return best[n], drafts[::-1]

    def _articles(self, j: int, layout: Layout) -> Iterator[tuple[int, float, Draft]]:
        """Every article that may begin with unit j, with its end and its score."""
        units = self.units
        if not self.begins[j]:
            return
        begun, frame = False, 0
        for k in range(j + 1, min(len(units), j + _REACH) + 1):
            kind = units[k - 1].kind
            frame = 0 if kind == "body" else frame + 1
            if frame > _FRAMING or (begun and (self.starts[k - 1] or kind == "margin")):
                return
            begun = begun or kind == "body"
            if not self.ends[k]:
                continue
            parts = _parse(units, j, k)
            if parts is not None:
                score, title = self._score(parts, layout)
                yield k, score, Draft(title=title, body=self._body(parts, title), first=j, last=k)
            elif not begun:
                yield from self._alone(j, k)

    def _score(self, parts: _Parts, layout: Layout) -> tuple[float, tuple[int, ...]]:
        units = self.units
        first, last = units[parts.core], units[parts.stop - 1]
        signed_last = parts.signed_last or last.credited
        heads_before, heads_after = self._heads(parts.start, parts.core), self._heads(parts.stop, parts.end)
        score = self._beginning(parts, signed_last, bool(heads_before))
        title: tuple[int, ...] = ()
        if heads_before or heads_after:
            sides = [
                (self.relevance.gain(heads, parts.core, parts.stop) + (0.8 if side == layout else -0.8), heads)
                for side, heads in (("before", heads_before), ("after", heads_after))
                if heads
            ]
            gain, title = max(sides, key=lambda side: side[0])
            score += gain - 1.5 * (len(heads_before) + len(heads_after) - len(title))
        elif not CONTINUED.match(first.text) and (
            self.length[parts.stop] - self.length[parts.core] > 260 or not signed_last
        ):
            score -= 2.0
        if first.listed and not title:
            score -= 2.0
        if (parts.signed_first or first.signed) and parts.signed_last and self._closed(parts):
            score -= 1.5
        return score - self._inside(parts, bool(title)), title

    def _beginning(self, parts: _Parts, signed_last: bool, headed: bool) -> float:
        first = self.units[parts.core]
        if parts.signed_first or first.opens:
            return 2.0
        if signed_last:
            return 0.5
        if parts.start == 0:
            return 0.0
        if first.listed and parts.stop - parts.core > 1 and self.units[parts.core + 1].listed:
            return -2.0
        if headed:
            return -6.5
        before = self.units[parts.start - 1]
        marked = before.dashed or before.closes or before.kind == "pointer" or self.restyled_at(parts.core)
        return -4.5 if marked else -6.0

    def restyled_at(self, i: int) -> bool:
        """Whether the long paragraph that begins at unit i or soon after is set differently from the one before."""
        long = next((n for n in range(i, min(i + 3, len(self.units))) if self.before[n] is not None), None)
        return long is not None and self.restyled[long + 1] > self.restyled[long]

    def _inside(self, parts: _Parts, titled: bool) -> float:
        """What speaks against the units between the first and the last paragraph being one article."""
        low, high = parts.core + 1, parts.stop
        if low >= high:
            return 0.0
        dashed = self.dashed[high] - self.dashed[low]
        heads = self.heads[high] - self.heads[low] - dashed
        listings = 0.0 if self.units[parts.core].listed else self.listings[high] - self.listings[low]
        changes = self.restyled[high] - self.restyled[parts.core]
        # A change of setting counts only where both paragraphs are inside.
        first_long = next((i for i in range(parts.core, high) if self.before[i] is not None), None)
        if first_long is not None and (self.before[first_long] or 0) < parts.core:
            changes -= self.restyled[first_long + 1] - self.restyled[first_long]
        breaches = self.breaches[high] - self.breaches[low]
        return 5.0 * dashed + (0.05 if titled else 1.5) * heads + 2.0 * listings + 2.0 * changes + breaches

    def _heads(self, low: int, high: int) -> tuple[int, ...]:
        return tuple(i for i in range(low, high) if self.units[i].kind == "head")

    def _closed(self, parts: _Parts) -> bool:
        return any(self.units[i].closes for i in range(parts.stop, parts.end))

    def _body(self, parts: _Parts, title: tuple[int, ...]) -> tuple[int, ...]:
        frame = (i for part in ((parts.start, parts.core), (parts.stop, parts.end)) for i in range(*part))
        others = [i for i in frame if self.units[i].kind != "head"]
        return tuple(sorted([*others, *range(parts.core, parts.stop)]))

    def _alone(self, j: int, k: int) -> Iterator[tuple[int, float, Draft]]:
        """A headline whose article is on another page: …侧记, （详见第4版）."""
        units = self.units[j:k]
        heads = self._heads(j, k)
        if not heads or any(unit.kind not in ("head", "pointer") for unit in units):
            return
        text = units[-1].text
        pointer = units[-1].kind == "pointer"
        if not (pointer or POINTING.search(text)) or (pointer and CONTINUED.match(text)):
            return
        score = (1.2 if pointer else 0.8) - 4.0 * self.relevance.near(heads, j, k)
        yield k, score, Draft(title=heads, body=(), first=j, last=k)


def _sums(values: Iterator[float] | Sequence[float]) -> list[float]:
    return [0, *accumulate(values)]


def _breach(units: Sequence[Unit], i: int) -> float:
    before = units[i - 1] if i else None
    credited = 2.0 if units[i].kind in _CREDITED else 0.0
    if before is None:
        return credited
    return credited + (2.5 if before.closes else 0.0) + (3.0 if before.kind == "pointer" else 0.0)


def _restylings(units: Sequence[Unit]) -> tuple[list[float], list[int | None]]:
    """Running count of changes of setting between long paragraphs; for each of them the long one before it."""
    last: int | None = None
    flags: list[float] = []
    before: list[int | None] = []
    for i, unit in enumerate(units):
        long = unit.kind == "body" and len(unit.lines) >= 3
        flags.append(float(long and last is not None and _restyled(units[last], unit)))
        before.append((last if last is not None else -1) if long else None)
        last = i if long else last
    return _sums(flags), before


def _restyled(before: Unit, unit: Unit) -> bool:
    """Whether two paragraphs are set differently: in another width, or one with its first row set in."""
    if max(before.column, unit.column) > UNWRAPPED or min(len(before.lines), len(unit.lines)) < 3:
        return False
    wider = max(3.0, 0.1 * max(before.column, unit.column))
    return abs(before.column - unit.column) >= wider or before.indented != unit.indented


def _starts_report(units: Sequence[Unit], i: int) -> bool:
    """Whether a report certainly begins here: 本报讯, or a byline above a paragraph."""
    unit = units[i]
    if unit.opens:
        # The byline above 本报某地讯 without names has begun it already.
        return not (i and units[i - 1].kind == "byline" and not units[i - 1].closes and not unit.signed)
    if unit.kind != "byline" or unit.closes or i + 1 == len(units):
        return False
    following = units[i + 1]
    if following.kind not in ("body", "byline") or (following.signed and i and units[i - 1].kind == "body"):
        return False
    after = i + 1
    while after < len(units) and units[after].kind == "byline":
        after += 1
    # A photo's credit stands below its caption, before the next report: no body of its own follows.
    return after < len(units) and units[after].kind == "body"


def _may_begin(units: Sequence[Unit], j: int) -> bool:
    if j == 0:
        return True
    before, unit = units[j - 1], units[j]
    if unit.kind in _FRAME or unit.opens or before.closes:
        return unit.kind != "margin"
    if unit.kind != "body":
        return False
    return before.kind != "body" or _caption(units, j) or _restyled(before, unit)


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


def _parse(units: Sequence[Unit], j: int, k: int) -> _Parts | None:
    start, end = j, k
    signed_first = signed_last = False
    while start < end and units[start].kind in _FRAME:
        if units[start].kind in _CREDITED:
            signed_first = True
        elif signed_first:
            return None
        start += 1
    while end > start and units[end - 1].kind in ("pointer", *_FRAME):
        signed_last = signed_last or units[end - 1].kind in _CREDITED
        end -= 1
    if start == end or units[start].kind != "body":
        return None
    return _Parts(j, start, end, k, signed_first, signed_last)
