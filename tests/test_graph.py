"""The Python API: the same answers as the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rdflib

import kg
from kg.errors import ConfigError, KgError, NotBuilt, UnknownName
from tests.fixtures import FIRM, TUBE


def test_a_folder_loads_without_loading_anything_heavy(outputs: Path) -> None:
    with kg.load(outputs) as graph:
        assert "index" not in graph.__dict__
        assert graph.search("htxc")[0].entity.id == FIRM
    with pytest.raises(Exception, match="closed"):
        graph.search("htxc")


def test_each_question_has_its_method(outputs: Path) -> None:
    with kg.load(str(outputs)) as graph:
        assert [e.far.name for e in graph.neighbors("海铜新材", relations=["produces"]).edges] == ["精密铜管"]
        assert graph.show("东岭县").code == "990101"
        assert graph.why("海铜新材", "produces", "精密铜管").modality == "asserted"
        assert graph.path("智利", "精密铜管").found
        assert graph.stats().totals["pages"] == 2
        assert graph.sparql("ASK { ?x a kg:Chain }") is True
        assert json.loads(graph.export("json"))["multigraph"] is True
        assert TUBE in graph.networkx()
        assert (None, rdflib.RDF.type, rdflib.URIRef("https://kg.example/ontology#Chain")) in graph.rdflib()


def test_errors_are_of_one_family(outputs: Path, tmp_path: Path) -> None:
    with pytest.raises(NotBuilt):
        kg.load(tmp_path)
    with kg.load(outputs) as graph, pytest.raises(UnknownName) as caught:
        graph.neighbors("没有这样的")
    assert isinstance(caught.value, kg.KgError)
    assert kg.KgError is KgError


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"hops": 0}, "hops is 0"), ({"hops": -1}, "hops is -1"), ({"limit": -2}, "limit is -2"),
        ({"types": ["Company", "Car"]}, "no type 'Car'; there are Chain, Cluster, Company"),
        ({"relations": ["exports"]}, "no relation 'exports'; there are attends"), ({"types": "Firm"}, "no type 'Firm'"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_meant_is_refused(outputs: Path, asked: dict[str, Any], words: str) -> None:
    with kg.load(outputs) as graph, pytest.raises(ConfigError, match=words) as caught:
        graph.neighbors("海铜新材", **asked)
    assert caught.value.zh != str(caught.value)


def test_one_type_or_relation_needs_no_list(outputs: Path) -> None:
    with kg.load(outputs) as graph:
        assert graph.neighbors("海铜新材", relations="produces") == graph.neighbors("海铜新材", relations=["produces"])
        assert graph.neighbors("海铜新材", types="Product").total == 1
        assert graph.neighbors("海铜新材", relations=["observed"]).total_numbers == 2


def test_build_takes_the_settings_of_the_working_folder_as_the_command_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text("云港晚报\n港口吞吐量增长一成，货轮在夜里靠岸。\n", encoding="utf-8")
    (tmp_path / "kg.toml").write_text('base = "urn:x#"\nneural = false\n')
    monkeypatch.chdir(tmp_path)
    kg.build("page.txt")
    assert kg.load().index.base == "urn:x#"
    kg.build("page.txt", config=kg.Config(neural=False))
    assert kg.load().index.base == kg.Config().base


def test_build_stays_a_function_after_a_build(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("云港晚报\n港口吞吐量增长一成，货轮在夜里靠岸。\n", encoding="utf-8")
    for _ in range(2):
        summary = kg.build(tmp_path / "page.txt", output=tmp_path / "out")
    assert summary.pages == 1
    assert kg.load(tmp_path / "out").stats().totals["pages"] == 1
    assert kg.build([str(tmp_path / "page.txt")], tmp_path / "out", kg.Config(neural=False)).pages == 1


def test_a_passage_is_read_without_a_page() -> None:
    text = "山东省 高唐县的ＡＢＣ工厂。"
    for mention in kg.mentions(text):
        assert text[mention.start : mention.end] == mention.surface
    assert ("高唐县", "Place") in {(m.surface, m.type) for m in kg.mentions(text)}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "。", "ABC", "　", "a" * 5000, "\x00\x1b"])
def test_any_passage_may_be_asked_about(text: str) -> None:
    assert isinstance(kg.mentions(text), tuple)


def test_the_same_name_has_the_same_id_in_a_passage_and_in_a_build(tmp_path: Path) -> None:
    text = "高唐县在山东省。"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    kg.build(tmp_path / "page.txt", tmp_path / "out")
    [mention] = [m for m in kg.mentions(text) if m.surface == "高唐县"]
    assert kg.load(tmp_path / "out").show("高唐县").id == mention.entity
