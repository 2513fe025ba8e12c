from __future__ import annotations

import math
from itertools import combinations
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.captions import caption, room, width
from kg.views.layout import Body, place

_BODY = Body(10.0, 90.0, 40.0)


def _overlapping(points: list[tuple[float, float]], bodies: list[Body]) -> int:
    return sum(
        abs(points[a][0] - points[b][0]) < (bodies[a].width + bodies[b].width) / 2 - 1
        and abs(points[a][1] - points[b][1]) < (bodies[a].height + bodies[b].height) / 2 - 1
        for a, b in combinations(range(len(points)), 2)
    )


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_two_boxes_overlap_in_any_graph(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 40))
    node = st.integers(0, count - 1)
    edges = data.draw(st.lists(st.tuples(node, node), max_size=80))
    bodies = [Body(10.0, data.draw(st.sampled_from([40.0, 90.0, 150.0])), 40.0) for _ in range(count)]
    points = place(bodies, edges)
    assert _overlapping(points, bodies) == 0
    assert points == place(bodies, edges)


def test_leaves_stand_near_their_hub_and_not_near_another() -> None:
    edges = [(0, leaf) for leaf in range(2, 20)] + [(1, leaf) for leaf in range(20, 38)] + [(0, 1)]
    points = place([_BODY] * 38, edges)

    def far(a: int, b: int) -> float:
        return math.dist(points[a], points[b])

    assert sum(far(0, leaf) < far(1, leaf) for leaf in range(2, 20)) >= 16
    assert sum(far(1, leaf) < far(0, leaf) for leaf in range(20, 38)) >= 16


def test_parts_that_nothing_connects_do_not_mix() -> None:
    points = place([_BODY] * 9, [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)])
    boxes = [(min(p), max(p)) for start in (0, 3, 6) for p in [points[start : start + 3]]]
    assert len({tuple(box) for box in boxes}) == 3
    assert _overlapping(points, [_BODY] * 9) == 0


def test_a_thousand_nodes_are_placed_in_a_few_seconds() -> None:
    edges = [(leaf % 25, leaf) for leaf in range(25, 1000)] + [(0, hub) for hub in range(1, 25)]
    began = perf_counter()
    place([_BODY] * 1000, edges)
    # generous, because test machines are shared; about one second on a quiet one
    assert perf_counter() - began < 10


def test_a_long_name_is_broken_in_the_middle_and_cut_at_the_end() -> None:
    assert caption("短名称") == "短名称"
    first, second = caption("青河市远山农业机械制造有限公司").split("\n")
    assert abs(width(first) - width(second)) <= 2
    assert caption("很" * 60).endswith("…") and room(caption("很" * 60))[1] == 2 * room("短")[1]
