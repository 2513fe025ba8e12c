"""Outputs are published whole, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import export
from kg.config import Config
from kg.model.graph import KnowledgeGraph
from tests import fixtures


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_output_is_there(outputs: Path) -> None:
    assert {path.name for path in outputs.iterdir()} == {
        "graph.ttl", "store", "index.sqlite", "graph.json", "graph.graphml", "mentions.jsonl", "claims.jsonl",
        "statements.jsonl", "rejects.jsonl", "manifest.json",
    }  # fmt: skip


def test_what_fails_while_writing_leaves_the_previous_outputs(tmp_path: Path) -> None:
    folder = fixtures.write(tmp_path / "out")
    before = snapshot(folder)
    with pytest.raises(RuntimeError), export.publishing(folder) as fresh:
        (fresh / "graph.ttl").write_text("half")
        raise RuntimeError
    assert snapshot(folder) == before
    assert not list(folder.glob(".building*"))


def test_new_outputs_replace_the_old_and_leave_what_is_not_theirs(tmp_path: Path) -> None:
    folder = fixtures.write(tmp_path / "out")
    (folder / "README.md").write_text("mine")
    (folder / "store" / "stale").write_text("old")
    fixtures.write(folder)
    assert (folder / "README.md").read_text() == "mine"
    assert not (folder / "store" / "stale").exists()


def test_the_manifest_says_what_the_graph_was_built_from(graph: KnowledgeGraph, tmp_path: Path) -> None:
    export.write_manifest(graph, Config(home="云港市"), {"seconds": 1.5}, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["config"]["home"] == "云港市"
    assert [page["source"] for page in manifest["pages"]] == ["2025/county.txt", "2025/harbour.txt"]
    assert all(len(page["sha256"]) == 64 and page["encoding"] == "utf-8" for page in manifest["pages"])
    assert manifest["counts"]["statements"] == len(graph.statements)
    assert manifest["run"] == {"seconds": 1.5}
