"""What an entity is connected to."""

from __future__ import annotations

import pytest

from kg.errors import UnknownName
from kg.query.answers import Edge
from kg.query.index import Index
from kg.query.neighbours import card, neighbours
from tests.fixtures import FIRM, SHORT


def told(edges: tuple[Edge, ...]) -> list[tuple[int, str, str, str]]:
    return [(edge.hop, edge.direction, edge.relation, edge.far.name) for edge in edges]


def test_facts_come_outgoing_first_and_then_by_relation(index: Index) -> None:
    assert told(neighbours(index, "海铜新材").edges) == [
        (1, "out", "exportsTo", "智利"),
        (1, "out", "exportsTo", "ＲＣＥＰ成员国"),
        (1, "out", "leads", "铜精深加工产业链"),
        (1, "out", "locatedIn", "东岭县"),
        (1, "out", "produces", "精密铜管"),
        (1, "out", "suppliesTo", "北川机械"),
        (1, "in", "holdsPost", "周行远"),
    ]


def test_each_fact_has_its_sentences_with_article_date_and_place(index: Index) -> None:
    edge = neighbours(index, "智利").edges[0]
    assert [(source.page, source.date, source.title) for source in edge.sources] == [
        ("2025/county.txt", "2025-03-05", None),
        ("2025/harbour.txt", "2025-03-02", "铜企出海提速"),
    ]
    assert all("智利" in source.quote and source.start < source.end for source in edge.sources)


def test_numbers_come_with_value_unit_and_period(index: Index) -> None:
    numbers = {n.metric: (n.value, n.unit, n.period) for n in neighbours(index, "海铜新材").numbers}
    assert numbers == {"出口额": ("3.2", "亿元", "2024"), "出口额同比增长": ("8.5", "%", "2024")}


def test_a_plan_says_that_it_is_one(index: Index) -> None:
    [edge] = [e for e in neighbours(index, "海铜新材").edges if e.relation == "suppliesTo"]
    assert edge.modality == "planned"


def test_two_hops_go_on_from_what_one_hop_reached(index: Index) -> None:
    found = neighbours(index, "智利", hops=2)
    assert {hop for hop, *_ in told(found.edges)} == {1, 2}
    assert (2, "out", "produces", "精密铜管") in told(found.edges)
    assert len({edge.statement for edge in found.edges}) == len(found.edges)


def test_only_the_relations_asked_for_are_walked(index: Index) -> None:
    found = neighbours(index, "智利", hops=3, relations=["exportsTo"])
    assert [(hop, far) for hop, _, _, far in told(found.edges)] == [
        (1, "海铜新材料股份有限公司"),
        (2, "ＲＣＥＰ成员国"),
    ]
    assert {relation for _, _, relation, _ in told(found.edges)} == {"exportsTo"}
    assert found.numbers == ()


def test_types_say_what_is_shown_whatever_lies_between(index: Index) -> None:
    found = neighbours(index, "智利", hops=2, types=["Product", "Person"])
    assert {edge.far.type for edge in found.edges} == {"Product", "Person"}


def test_numbers_are_asked_for_as_observed(index: Index) -> None:
    found = neighbours(index, "海铜新材", relations=["observed"])
    assert (found.edges, len(found.numbers)) == ((), 2)


def test_a_limit_cuts_and_the_totals_say_what_there_was(index: Index) -> None:
    found = neighbours(index, "海铜新材", limit=1)
    assert (len(found.edges), found.total) == (1, 7)
    assert (len(found.numbers), found.total_numbers) == (1, 2)


def test_an_entity_without_facts_has_no_neighbours(index: Index) -> None:
    assert neighbours(index, "云港市").edges == ()


def test_an_unknown_name_is_an_error(index: Index) -> None:
    with pytest.raises(UnknownName):
        neighbours(index, "没有的名字")


def test_a_card_holds_names_articles_what_lies_above_and_what_was_merged(index: Index) -> None:
    firm, county = card(index, "海铜新材"), card(index, "东岭县")
    assert firm.iri == f"https://kg.example/id/{FIRM}"
    assert firm.names == ("海铜新材", "海铜新材料股份有限公司")
    assert firm.merged == (SHORT,)
    assert firm.mentions == 4
    assert [article.page for article in firm.articles] == ["2025/county.txt", "2025/harbour.txt"]
    assert [ref.name for ref in county.part_of] == ["云港市"]
    assert (county.level, county.code) == ("county", "990101")
