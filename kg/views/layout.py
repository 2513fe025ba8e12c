"""Where each node stands: computed here and not in the browser, so that a graph opens still and always the same.

No library and no random start: a spanning tree gives the first picture (each hub a flower, its leaves around it),
springs and short-range repulsion relax it, and boxes are pushed apart last. Only + - * / and square roots decide
positions after the start, and they are rounded, so that a build gives the same bytes each time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from kg.views.spread import spread

Point = tuple[float, float]
_GOLDEN = math.pi * (3 - math.sqrt(5))
_WIDE = 1.35
"""Captions are wider than high and so are screens: the drawing is stretched by this."""


_SHEET = 1.2
"""Width to height of the whole drawing, about that of the room between legend and panel."""


class Body(msgspec.Struct, frozen=True):
    """A thing to be placed: the radius of its mark, and the box that mark and caption take together."""

    radius: float
    width: float
    height: float


def place(bodies: Sequence[Body], edges: Sequence[tuple[int, int]]) -> list[Point]:
    """A position for the centre of each body's box, linked bodies near each other, no two boxes overlapping.

    Parts of the graph that nothing connects are laid out each for itself and set side by side, the largest first.
    """
    links: list[list[int]] = [[] for _ in bodies]
    for a, b in sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}):
        links[a].append(b)
        links[b].append(a)
    placed: list[Point] = [(0.0, 0.0)] * len(bodies)
    blocks: list[tuple[list[int], list[Point], Point]] = []
    for members in _components(links):
        points, size = _component(members, bodies, links)
        blocks.append((members, points, size))
    for (members, points, _), (left, top) in zip(blocks, _packed([b[2] for b in blocks]), strict=True):
        for node, (x, y) in zip(members, points, strict=True):
            placed[node] = (round(left + x, 1), round(top + y, 1))
    return placed


def _components(links: Sequence[Sequence[int]]) -> list[list[int]]:
    """Connected parts, the largest first, each in ascending order."""
    seen = [False] * len(links)
    found = []
    for start in range(len(links)):
        if seen[start]:
            continue
        seen[start] = True
        part = [start]
        for node in part:
            for other in links[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        found.append(sorted(part))
    return sorted(found, key=lambda part: (-len(part), part[0]))


def _component(members: list[int], bodies: Sequence[Body], links: Sequence[Sequence[int]]) -> tuple[list[Point], Point]:
    """Positions of one part with its left upper corner at 0, 0, and its width and height."""
    local = {node: i for i, node in enumerate(members)}
    near = [[local[other] for other in links[node]] for node in members]
    boxes = [(bodies[node].width, bodies[node].height) for node in members]
    xs, ys = _flowers(near, boxes)
    if len(members) > 2:
        _relax(xs, ys, near, boxes)
    xs = [x * _WIDE for x in xs]
    spread(xs, ys, boxes)
    left = min(x - w / 2 for x, (w, _) in zip(xs, boxes, strict=True))
    top = min(y - h / 2 for y, (_, h) in zip(ys, boxes, strict=True))
    right = max(x + w / 2 for x, (w, _) in zip(xs, boxes, strict=True))
    bottom = max(y + h / 2 for y, (_, h) in zip(ys, boxes, strict=True))
    return [(x - left, y - top) for x, y in zip(xs, ys, strict=True)], (right - left, bottom - top)


def _flowers(near: Sequence[Sequence[int]], boxes: Sequence[Point]) -> tuple[list[float], list[float]]:
    """First positions: each node in the middle of its children, leaves inside, branches outside."""
    parents, order = _tree(near)
    children: list[list[int]] = [[] for _ in near]
    area = [w * h / _WIDE * 1.6 for w, h in boxes]
    for node in reversed(order):
        if parents[node] >= 0:
            children[parents[node]].append(node)
            area[parents[node]] += area[node] * 1.15
    xs, ys = [0.0] * len(near), [0.0] * len(near)
    for node in order:
        inner = boxes[node][0] * boxes[node][1]
        turn = math.atan2(ys[node], xs[node])
        for number, child in enumerate(sorted(children[node], key=lambda c: (area[c], c))):
            own = math.sqrt(area[child] / math.pi)
            distance = math.sqrt(inner / math.pi) + own
            inner += area[child] * 1.1
            angle = turn + number * _GOLDEN
            xs[child] = xs[node] + distance * math.cos(angle)
            ys[child] = ys[node] + distance * math.sin(angle)
    return xs, ys


def _tree(near: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """A spanning tree as each node's parent, and the nodes from the root outward.

    Breadth first from the best connected node; then a node that hangs on a big hub but also touches a smaller hub
    beside it moves under that one: a firm of a county belongs to the county's flower, not to the city's.
    """
    root = max(range(len(near)), key=lambda n: (len(near[n]), -n))
    parents = [-2] * len(near)
    parents[root] = -1
    order = [root]
    for node in order:
        for other in near[node]:
            if parents[other] == -2:
                parents[other] = node
                order.append(other)
    for node in sorted(order[1:], key=lambda n: (len(near[n]), n)):
        siblings = [o for o in near[node] if parents[o] == parents[node] and len(near[o]) > max(2, len(near[node]))]
        if siblings:
            parents[node] = max(siblings, key=lambda o: (len(near[o]), -o))
    children: list[list[int]] = [[] for _ in near]
    for node in order[1:]:
        children[parents[node]].append(node)
    order = [root]
    for node in order:
        order.extend(children[node])
    return parents, order


def _relax(xs: list[float], ys: list[float], near: Sequence[Sequence[int]], boxes: Sequence[Point]) -> None:
    """Springs along the links, repulsion between neighbours in space, cooling down to rest."""
    reach = [math.sqrt(w * h / _WIDE) * 0.6 for w, h in boxes]
    flower = [
        reach[node] + math.sqrt(sum(reach[o] * reach[o] for o in others if len(near[o]) < len(others)) * 1.3)
        for node, others in enumerate(near)
    ]
    pairs = [(a, b) for a, others in enumerate(near) for b in others if a < b]
    rounds = 90 if len(near) < 700 else 60
    for number in range(rounds):
        heat = 1 - number / rounds
        dx, dy = [0.0] * len(xs), [0.0] * len(ys)
        _pull(xs, ys, dx, dy, near, pairs, flower)
        _repel(xs, ys, dx, dy, reach)
        limit = 6 + 60 * heat
        for i in range(len(xs)):
            step = math.sqrt(dx[i] * dx[i] + dy[i] * dy[i])
            scale = min(1.0, limit / step) if step else 0.0
            xs[i] += dx[i] * scale
            ys[i] += dy[i] * scale


def _pull(
    xs: list[float], ys: list[float], dx: list[float], dy: list[float],
    near: Sequence[Sequence[int]], pairs: Sequence[tuple[int, int]], flower: Sequence[float],
) -> None:  # fmt: skip
    """Linked bodies come as near as the leaves around them leave room; inside a flower nothing pulls."""
    for a, b in pairs:
        x, y = xs[b] - xs[a], ys[b] - ys[a]
        distance = math.sqrt(x * x + y * y) or 1.0
        rest = max(flower[a], flower[b]) if min(len(near[a]), len(near[b])) == 1 else flower[a] + flower[b]
        if distance <= rest:
            continue
        few, many = sorted((len(near[a]), len(near[b])))
        force = 0.6 * (distance - rest) / distance / few
        share = len(near[a]) / (few + many)
        dx[a] += x * force * (1 - share)
        dy[a] += y * force * (1 - share)
        dx[b] -= x * force * share
        dy[b] -= y * force * share


def _repel(xs: list[float], ys: list[float], dx: list[float], dy: list[float], reach: Sequence[float]) -> None:
    """Bodies closer than their reaches push each other away; a grid finds them in linear time."""
    cell = 2.0 * max(reach)
    cells: dict[tuple[int, int], list[int]] = {}
    for i in range(len(xs)):
        cells.setdefault((math.floor(xs[i] / cell), math.floor(ys[i] / cell)), []).append(i)
    for (column, row), members in cells.items():
        others = [*members]
        for step in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            others.extend(cells.get((column + step[0], row + step[1]), ()))
        for position, a in enumerate(members):
            xa, ya, ra = xs[a], ys[a], reach[a]
            for b in others[position + 1 :]:
                x, y = xs[b] - xa, ys[b] - ya
                want = (ra + reach[b]) * 1.15
                square = x * x + y * y
                if square >= want * want:
                    continue
                distance = math.sqrt(square)
                force = 0.35 * (want - distance) / distance if distance > 0.01 else 0.0
                x, y = (x, y) if force else (want * 0.2, want * 0.1 * (1 if b % 2 else -1))
                force = force or 1.0
                dx[a] -= x * force
                dy[a] -= y * force
                dx[b] += x * force
                dy[b] += y * force


def _packed(sizes: Sequence[Point], gap: float = 60.0) -> list[Point]:
    """Left upper corners of blocks, each set where it reaches least far down, in a sheet about as wide as high."""
    area = sum((w + gap) * (h + gap) for w, h in sizes)
    limit = max([w for w, _ in sizes] + [math.sqrt(area * _SHEET)]) + gap
    skyline = [(0.0, limit, 0.0)]
    """Stretches of the lower rim: from, to, and how far down it reaches."""
    corners = []
    for w, h in sizes:
        starts = [left for left, _, _ in skyline if left + w + gap <= limit + 0.1]
        depth, x = min((_depth(skyline, left, left + w + gap), left) for left in starts)
        corners.append((x, depth))
        skyline = _covered(skyline, x, x + w + gap, depth + h + gap)
    return corners


def _depth(skyline: Sequence[tuple[float, float, float]], left: float, right: float) -> float:
    return max(low for a, b, low in skyline if a < right - 0.05 and b > left + 0.05)


def _covered(
    skyline: Sequence[tuple[float, float, float]], left: float, right: float, low: float
) -> list[tuple[float, float, float]]:
    """The rim after a block that takes it from `left` to `right` and reaches down to `low`."""
    rim = [(left, right, low)]
    for a, b, old in skyline:
        if a < left:
            rim.append((a, min(b, left), old))
        if b > right:
            rim.append((max(a, right), b, old))
    return sorted(rim)
