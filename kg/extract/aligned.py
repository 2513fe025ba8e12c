"""Lists told one to one: A、B、C分别为x、y、z; 国家级、省级企业分别奖励50万元、20万元."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import msgspec

from kg.extract.coded import Node
from kg.extract.metrics import Metric
from kg.text.quantities import Quantity

_ITEM = re.compile(r"、|(?<![共联])和|(?<![参])与|以?及(?!其|时)|，")
_BETWEEN = re.compile(r"[、，]?(?:和|及|以及|与)?(?:约|近|超)?")
_RESPECTIVE = re.compile(
    r"(?P<before>[^。；！？\n]*?)，?(?:最高|将|可)?(?P<same>(?:同比|环比|较上年|比上年|较去年同期)?)(?:分别|"
    r"依次)(?P<verb>[^，。；、\d]{0,10})$"
)
_OPENS = re.compile(r"(?:分别|依次)[^，。；、\d]{0,10}$")
_CHANGE = re.compile(r"增长|增加|提升|提高|上升|上涨|下降|减少|降低|改善|回落|缩短|扩大|下滑")
_SUBJECTS = ("Company", "Place", "Park", "Institution", "Industry", "Cluster", "Chain", "Project", "Government")
_REACH = 300
"""Characters before a row of numbers in which its items stand."""
_LATIN = re.compile(r"[A-Za-z0-9.]+")


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers that stand in a row after one 分别, with the items they belong to, in the same order.

    `items` are metrics (or, where every item is a name, names: `nodes`); empty where the row takes the items of the
    row before it (，同比分别增长7%、2%).
    """

    first: int
    size: int
    items: tuple[str, ...]
    nodes: tuple[Node, ...]
    verb: str
    change: bool


def runs(
    text: str, numbers: Sequence[Quantity], starts: Sequence[int], nodes: Sequence[Node]
) -> dict[int, tuple[Run, int]]:
    """For the index of each number in such a row: the row and the number's place in it.

    `starts` is where the sentence of each number begins.
    """
    result: dict[int, tuple[Run, int]] = {}
    index = 0
    while index < len(numbers):
        size = 1
        while index + size < len(numbers) and _BETWEEN.fullmatch(
            text, numbers[index + size - 1].end, numbers[index + size].start
        ):
            size += 1
        run = _run(text, numbers, index, size, starts[index], nodes) if size > 1 else None
        if run is not None:
            result.update({index + place: (run, place) for place in range(size)})
        index += size
    return result


def loose(text: str, numbers: Sequence[Quantity], rows: Collection[int]) -> set[int]:
    """Numbers of a row after 分别 whose items nobody found: whose each of them is cannot be told."""
    result: set[int] = set()
    for place, number in enumerate(numbers):
        opens = _OPENS.search(text, max(0, number.start - 14), number.start)
        after = place > 0 and place - 1 in result and _BETWEEN.fullmatch(text, numbers[place - 1].end, number.start)
        if place not in rows and (opens or after):
            result.add(place)
    return result


def _run(text: str, numbers: Sequence[Quantity], index: int, size: int, low: int, nodes: Sequence[Node]) -> Run | None:
    last = numbers[index - 1].end if index else 0
    hit = _RESPECTIVE.search(text, max(low, last, numbers[index].start - _REACH), numbers[index].start)
    if hit is None:
        return None
    begin = hit.start("before")
    pieces = _pieces(text, begin, hit.end("before"), size)
    named = tuple(n for low, high in pieces if (n := _heading(low, high, nodes, high == pieces[-1][1])) is not None)
    tail = text[named[-1].end : hit.end("before")] if len(named) == size else ""
    verb = tail + hit["same"] + hit["verb"]
    return Run(
        first=index, size=size, nodes=named if len(named) == size else (), verb=verb,
        items=_items([text[low:high] for low, high in pieces]), change=bool(_CHANGE.search(verb)),
    )  # fmt: skip


def _pieces(text: str, low: int, high: int, size: int) -> list[tuple[int, int]]:
    """The last `size` items before 分别; none where there are fewer, or a sentence's clause stands between."""
    cuts = [low, *(hit.end() for hit in _ITEM.finditer(text, low, high))]
    ends = [*(hit.start() for hit in _ITEM.finditer(text, low, high)), high]
    pieces = list(zip(cuts, ends, strict=True))[-size:]
    if len(pieces) < size or any(start >= end for start, end in pieces):
        return []
    return [] if any(text[start - 1] == "，" for start, _ in pieces[1:]) else pieces


def _heading(low: int, high: int, nodes: Sequence[Node], last: bool) -> Node | None:
    """The name that an item is, or, for the last item, begins with (its tail is what is measured)."""
    for node in nodes:
        if node.start == low and (node.end == high or (last and node.end < high)) and node.type in _SUBJECTS:
            return node
    return None


def _items(pieces: list[str]) -> tuple[str, ...]:
    """Each item with the tail that only the last one carries: 国家级、省级企业 → 国家级企业, 省级企业."""
    if not pieces:
        return ()
    tail = _tail(pieces)
    return tuple([piece + tail for piece in pieces[:-1]] + [pieces[-1]])


def _tail(pieces: list[str]) -> str:
    last = pieces[-1]
    latin = _LATIN.match(last)
    if latin and all(_LATIN.search(piece) for piece in pieces[:-1]):
        return last[latin.end() :]
    ending = pieces[0][-1]
    if all(piece.endswith(ending) for piece in pieces[:-1]) and ending in last[:-1]:
        return last[last.index(ending) + 1 :]
    return ""


def metric(run: Run, place: int, items: Sequence[str]) -> Metric:
    """The metric of the number at `place` of a row whose items are `items`."""
    item = items[place]
    verb = re.sub(r"(?:为|达到?|是|有|约|超过?|最高|了)+$", "", run.verb)
    return Metric(name=item + verb, base=item if run.change else None)
