from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from typing import Any

import msgspec

from kg.model.claim import Modality, Observation, Relation
from kg.model.graph import KnowledgeGraph, MentionRow
from kg.model.mention import Type
from kg.views import html
from kg.views.aggregate import aggregate
from kg.views.facts import choose, payload
from tests.views import madegraph


def _graph(text: str = "远山机械有限公司的播种机出口巴西。该公司还生产犁。") -> KnowledgeGraph:
    entities: dict[str, tuple[Type, tuple[str, ...]]] = {
        "company/1": ("Company", ("远山机械有限公司", "远山机械")),
        "place/1": ("Place", ("巴西",)),
        "product/1": ("Product", ("犁",)),
        "event/1": ("Event", ("农机展",)),
    }
    facts: list[tuple[Relation | Observation, Modality]] = [
        (Relation(subject="company/1", predicate="exportsTo", object="place/1"), "planned"),
        (Relation(subject="company/1", predicate="produces", object="product/1"), "asserted"),
    ]
    return madegraph.made(text, entities, list(facts))


def _data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="graph">(.*?)</script>', page, re.S)
    assert found
    data: dict[str, Any] = json.loads(found.group(1))
    return data


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert html.render(_graph()) == html.render(_graph())


def test_every_script_and_style_is_named_by_its_hash_and_nothing_else_may_run() -> None:
    page = html.render(_graph())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy and policy.group(1).startswith("default-src &#39;none&#39;;")
    blocks = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.S)
    assert len(blocks) == len(html.SCRIPTS) + 2
    for block in blocks:
        digest = b64encode(hashlib.sha256(block.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy.group(1).replace("&#43;", "+")
    assert "unsafe" not in policy.group(1)


def test_the_page_asks_no_other_place_for_anything() -> None:
    page = re.sub(r"<script>.*?</script>", "", html.render(_graph()), flags=re.S)
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import|https?://""", page)


def test_a_name_cannot_end_the_data() -> None:
    page = html.render(_graph("</script><script>alert(1)</script>"))
    assert "</script><script>alert(1)" not in page
    assert _data(page)["data"]["sentences"][0][3] == "</script><script>alert(1)</script>"


def test_a_lone_surrogate_does_not_stop_a_build(tmp_path: Any) -> None:
    html.write(_graph("坏字\ud800。"), tmp_path / "graph.html")
    assert "坏字?。" in (tmp_path / "graph.html").read_text(encoding="utf-8")


def test_only_what_has_a_relation_is_drawn_and_all_can_be_searched() -> None:
    data = _data(html.render(_graph()))
    assert {node["id"] for node in data["nodes"]} == {"company/1", "place/1", "product/1"}
    assert {entity["id"] for entity in data["data"]["entities"]} == {"company/1", "place/1", "product/1", "event/1"}


def test_the_mentions_of_both_ends_are_marked_also_where_a_pronoun_stands_for_one() -> None:
    graph = _graph()
    article = graph.articles[0]
    rows = [
        MentionRow(page="page.txt", article=article.id, start=start, end=start + len(surface), surface=surface,
                   type="Company", entity=entity, confidence=1.0, by="test", why="test")
        for surface, entity in (("远山机械有限公司", "company/1"), ("该公司", "company/1"), ("犁", "product/1"))
        for start in [article.text.index(surface)]
    ]  # fmt: skip
    graph = msgspec.structs.replace(graph, mentions=tuple(rows))
    data = payload(graph, choose(graph))
    produces = next(fact for fact in data["facts"] if fact["relation"] == "produces")
    [[sentence, marks]] = produces["evidence"]
    text = data["sentences"][sentence][3]
    assert [(text[a:b], end) for a, b, end in marks] == [("远山机械有限公司", 0), ("该公司", 0), ("犁", 1)]


def test_what_a_large_graph_leaves_out_is_counted() -> None:
    graph = _graph()
    chosen = choose(graph, entities=2, facts=1)
    assert len(chosen.entities) == 2 and len(chosen.facts) == 1
    assert chosen.left_out == {"entities": 2, "facts": 1, "numbers": 0}


def test_a_graph_above_the_limit_is_gathered_by_place() -> None:
    data = _data(html.render(_graph(), limit=1))
    assert data["data"]["about"]["gathered"]
    hubs = {group["place"]: group["count"] for group in data["data"]["groups"] if group["type"] is None}
    assert hubs == {"巴西": 3, None: 1}


def test_what_has_no_place_stands_aside_and_is_never_the_largest() -> None:
    entities: dict[str, tuple[Type, tuple[str, ...]]] = {
        "place/1": ("Place", ("青河县",)),
        "place/2": ("Place", ("远山县",)),
    }
    facts: list[tuple[Relation | Observation, Modality]] = []
    for i in range(40):
        entities[f"company/{i}"] = ("Company", (f"第{i}机械厂",))
        entities[f"product/{i}"] = ("Product", (f"第{i}号犁",))
        if i < 12:
            facts.append(
                (Relation(subject=f"company/{i}", predicate="locatedIn", object=f"place/{1 + i % 2}"), "asserted")
            )
        facts.append((Relation(subject=f"company/{i}", predicate="produces", object=f"product/{i}"), "asserted"))
    page = _data(html.render(madegraph.made("一句话。", entities, list(facts)), limit=5))
    nodes = {node["id"]: node for node in page["nodes"]}
    aside = [node for id, node in nodes.items() if id.startswith("group/nowhere")]
    placed = [node for id, node in nodes.items() if not id.startswith("group/nowhere")]
    assert nodes["group/nowhere"]["label"] == "未定位\n56"
    assert nodes["group/nowhere"]["size"] < nodes["group/place/1"]["size"]
    assert min(node["y"] for node in aside) > max(node["y"] for node in placed)


def test_small_places_are_gathered_in_their_province_before_they_are_other_places() -> None:
    entities: dict[str, tuple[Type, tuple[str, ...]]] = {"place/north": ("Place", ("北省",))}
    for i in range(9):
        entities[f"place/{i}"] = ("Place", (f"第{i}县",))
        entities[f"company/{i}"] = ("Company", (f"第{i}厂",))
    made = madegraph.made("一句话。", entities, [
        (Relation(subject=f"company/{i}", predicate="locatedIn", object=f"place/{i}"), "asserted") for i in range(9)
    ])  # fmt: skip
    northern = {f"place/{i}" for i in range(2, 8)}
    levelled = tuple(
        msgspec.structs.replace(
            entity,
            level="province" if entity.id == "place/north" else "county",
            part_of="place/north" if entity.id in northern else None,
        )
        for entity in made.entities
    )
    graph = msgspec.structs.replace(made, entities=levelled)
    drawing = aggregate(graph, choose(graph), places=3)
    hubs = {group.id: group.count for group in drawing.groups if group.type is None}
    assert hubs == {"group/place/0": 2, "group/place/1": 2, "group/place/north": 13, "group/elsewhere": 2}


def test_the_counts_are_of_the_whole_graph_whatever_the_page_carries() -> None:
    counts = _data(html.render(_graph()))["data"]["counts"]
    assert counts == {
        "types": {"Company": 1, "Place": 1, "Product": 1, "Event": 1},
        "relations": {"exportsTo": 1, "produces": 1},
    }


def test_an_empty_graph_is_a_page_too() -> None:
    graph = msgspec.structs.replace(_graph(), statements=(), entities=())
    assert _data(html.render(graph))["nodes"] == []
