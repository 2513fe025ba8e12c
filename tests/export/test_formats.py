"""`kg export`: each format parses with its usual reader and says the same."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.errors import ConfigError, NotBuilt
from kg.export import formats
from kg.export.formats import FORMATS, convert
from tests.fixtures import FIRM


@pytest.mark.parametrize(
    ("form", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
def test_rdf_formats_hold_the_same_graph(outputs: Path, form: str, name: str) -> None:
    graph = rdflib.Graph().parse(data=convert(outputs, form, None), format=name)
    assert isomorphic(graph, rdflib.Graph().parse(outputs / "graph.ttl"))


def test_json_is_node_link_data(outputs: Path) -> None:
    net = nx.node_link_graph(json.loads(convert(outputs, "json", None)), edges="edges")
    assert net.nodes[FIRM]["label"] == "海铜新材料股份有限公司"


def test_csv_writes_nodes_and_edges_that_spreadsheets_read(outputs: Path, tmp_path: Path) -> None:
    convert(outputs, "csv", tmp_path / "tables")
    assert (tmp_path / "tables" / "nodes.csv").read_bytes().startswith("\ufeff".encode())
    with (tmp_path / "tables" / "edges.csv").open(encoding="utf-8-sig", newline="") as file:
        edges = list(csv.DictReader(file))
    with (tmp_path / "tables" / "nodes.csv").open(encoding="utf-8-sig", newline="") as file:
        nodes = {row["id"]: row for row in csv.DictReader(file)}
    assert len(nodes) == 12
    assert {edge["source"] for edge in edges} | {edge["target"] for edge in edges} <= set(nodes)
    assert json.loads(nodes[FIRM]["names"]) == ["海铜新材", "海铜新材料股份有限公司"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_cell_of_a_csv_is_a_formula(cell: str) -> None:
    assert formats._inert(cell) == f"'{cell}"
    assert formats._inert(f"a{cell}") == f"a{cell}"


def test_a_target_file_gets_its_folders(outputs: Path, tmp_path: Path) -> None:
    text = convert(outputs, "ntriples", tmp_path / "new" / "graph.nt")
    assert (tmp_path / "new" / "graph.nt").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "csv"])
def test_the_same_graph_exports_the_same_text(outputs: Path, form: str) -> None:
    assert convert(outputs, form, None) == convert(outputs, form, None)


def test_csv_without_a_folder_says_what_is_missing(outputs: Path) -> None:
    with pytest.raises(ConfigError, match="--to"):
        convert(outputs, "csv", None)


def test_an_unknown_format_names_those_that_exist(outputs: Path) -> None:
    with pytest.raises(ConfigError, match="gexf"):
        convert(outputs, "xlsx", None)


@pytest.mark.parametrize("form", FORMATS)
def test_without_a_build_there_is_nothing_to_export(tmp_path: Path, form: str) -> None:
    with pytest.raises(NotBuilt):
        convert(tmp_path, form, tmp_path / "to")


def test_gexf_does_not_say_when_it_was_written(outputs: Path, tmp_path: Path) -> None:
    copied = shutil.copytree(outputs, tmp_path / "copy")
    assert "lastmodifieddate" not in convert(copied, "gexf", None)
