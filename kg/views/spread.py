"""Boxes pushed apart, so that no caption covers another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

_ROUNDS = 200
_GROW = 1.025
"""How much the drawing is widened in a round, once pushing alone has had its chance."""


def spread(xs: list[float], ys: list[float], boxes: Sequence[tuple[float, float]]) -> None:
    """Move the centres `xs`, `ys` of `boxes` (width, height) until none overlaps another.

    Each overlapping pair is pushed apart along the axis on which it overlaps less, so that the shape of the drawing
    stays; where a crowd cannot dissolve, the whole drawing grows a little each round, which always ends it.
    """
    for number in range(_ROUNDS):
        if not _push(xs, ys, boxes):
            return
        if number > 30:
            for i in range(len(xs)):
                xs[i] *= _GROW
                ys[i] *= _GROW


def _push(xs: list[float], ys: list[float], boxes: Sequence[tuple[float, float]]) -> bool:
    moved = False
    for i, j in _near(xs, ys, boxes):
        over_x = (boxes[i][0] + boxes[j][0]) / 2 - abs(xs[i] - xs[j])
        over_y = (boxes[i][1] + boxes[j][1]) / 2 - abs(ys[i] - ys[j])
        if over_x <= 0.5 or over_y <= 0.5:
            continue
        moved = True
        # larger boxes stand for hubs: they give way less
        weight = boxes[j][0] * boxes[j][1] / (boxes[i][0] * boxes[i][1] + boxes[j][0] * boxes[j][1])
        axis, over = (xs, over_x) if over_x < over_y else (ys, over_y)
        sign = 1.0 if (axis[i], i) < (axis[j], j) else -1.0
        axis[i] -= sign * over * weight
        axis[j] += sign * over * (1 - weight)
    return moved


def _near(xs: Sequence[float], ys: Sequence[float], boxes: Sequence[tuple[float, float]]) -> Iterator[tuple[int, int]]:
    """Pairs of boxes that may overlap, each once, in a fixed order."""
    cell_x = max(box[0] for box in boxes)
    cell_y = max(box[1] for box in boxes)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells[math.floor(x / cell_x), math.floor(y / cell_y)].append(i)
    for (column, row), members in list(cells.items()):
        for position, i in enumerate(members):
            for j in members[position + 1 :]:
                yield i, j
        for step in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            for j in cells.get((column + step[0], row + step[1]), ()):
                for i in members:
                    yield i, j
