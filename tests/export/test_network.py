"""NetworkX: loads back as it was made; GraphML and GEXF hold all of it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import msgspec
import networkx as nx
import pytest

from kg import load
from kg.export import formats, network
from kg.model.graph import KnowledgeGraph
from tests import fixtures
from tests.fixtures import BUYER, CHILE, CITY, COUNTY_ID, FIRM, MAGISTRATE


@pytest.fixture(scope="module")
def net(outputs: Path) -> nx.MultiDiGraph:
    return load(outputs).networkx()


def test_what_loads_back_is_what_was_written(net: nx.MultiDiGraph, graph: KnowledgeGraph) -> None:
    made = network.digraph(graph)
    assert isinstance(net, nx.MultiDiGraph)
    assert dict(net.nodes(data=True)) == dict(made.nodes(data=True))
    assert list(net.edges(keys=True, data=True)) == list(made.edges(keys=True, data=True))
    assert net.graph == made.graph


def test_an_edge_carries_relation_modality_and_evidence(net: nx.MultiDiGraph) -> None:
    [edge] = net.get_edge_data(FIRM, CHILE).values()
    assert (edge["relation"], edge["modality"], edge["confidence"]) == ("exportsTo", "asserted", 0.9)
    assert [set(evidence) for evidence in edge["evidence"]] == [{"article", "start", "end", "quote"}] * 2
    [plan] = net.get_edge_data(FIRM, BUYER).values()
    assert plan["modality"] == "planned"


def test_an_office_is_an_edge_with_its_title(net: nx.MultiDiGraph) -> None:
    [office] = net.get_edge_data(MAGISTRATE, COUNTY_ID).values()
    assert (office["relation"], office["title"], office["heldFrom"]) == ("holdsPost", "县长", "2024-12")


def test_what_is_known_beforehand_is_an_edge_without_evidence(net: nx.MultiDiGraph) -> None:
    assert net.edges[COUNTY_ID, CITY, "partOf"]["evidence"] == []
    assert net.nodes[CITY]["articles"] == []


def test_numbers_stand_at_their_subject(net: nx.MultiDiGraph) -> None:
    value, rate = sorted(net.nodes[FIRM]["observations"], key=lambda number: str(number["metric"]))
    assert (value["value"], value["unit"], value["period"]) == ("3.2", "亿元", "2024")
    assert rate["comparedWith"] == value["metric"] == "出口额"


def test_every_node_has_a_label_and_a_type(net: nx.MultiDiGraph) -> None:
    assert all(data["label"] and data["type"] for _, data in net.nodes(data=True))


def test_graphml_and_gexf_parse_with_all_nodes_and_edges(net: nx.MultiDiGraph, outputs: Path, tmp_path: Path) -> None:
    formats.convert(outputs, "gexf", tmp_path / "graph.gexf")
    for read in (
        nx.read_graphml(outputs / "graph.graphml", force_multigraph=True),
        nx.read_gexf(tmp_path / "graph.gexf"),
    ):
        assert sorted(read.nodes) == sorted(net.nodes)
        assert sorted(read.edges()) == sorted(net.edges())
        assert read.nodes[FIRM]["type"] == "Company"
        assert "海铜新材" in json.loads(read.nodes[FIRM]["names"])


def test_control_characters_do_not_break_the_xml(tmp_path: Path) -> None:
    made = fixtures.graph()
    odd = '海\x1b[31m铜\x00\x0b\uffff<&>"'
    entities = tuple(msgspec.structs.replace(e, name=odd, names=(odd,)) if e.id == FIRM else e for e in made.entities)
    folder = fixtures.write(tmp_path / "out", msgspec.structs.replace(made, entities=entities))
    for form in ("graphml", "gexf", "rdfxml"):
        ElementTree.fromstring(formats.convert(folder, form, None))  # noqa: S314
    assert nx.read_graphml(folder / "graph.graphml", force_multigraph=True).nodes[FIRM]["label"] == '海[31m铜<&>"'
    assert load(folder).networkx().nodes[FIRM]["label"] == odd
