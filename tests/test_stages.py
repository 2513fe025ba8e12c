"""A build: the same bytes whatever the order, the hash seed or the processes; what cannot be read is named."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg import resources, stages
from kg.cli import main
from kg.config import Config
from kg.errors import ConfigError, ReadError
from kg.query.index import Index
from kg.query.stats import stats
from kg.stages import build, read_pages
from tests import fixtures

KG = rdflib.Namespace("https://kg.example/ontology#")
PAGE = "云港晚报\n港口吞吐量增长一成，货轮在夜里靠岸。\n"


def contents(folder: Path) -> dict[str, Any]:
    """What each output holds: the store as sorted quads, the manifest without its `run`, all else as bytes."""
    found: dict[str, Any] = {}
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            found[path.name] = sorted(str(quad) for quad in ox.Store.read_only(str(path)))
        else:
            found[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest.pop("run")) == {"started", "seconds"}
    found["manifest.json"] = manifest
    return found


def command(*arguments: str, **environment: str) -> int:
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        check=False,
        timeout=300,
    ).returncode


def test_two_builds_are_the_same_in_any_order_of_files_with_any_hash_seed(seeds_outputs: Path, tmp_path: Path) -> None:
    pages = [str(path) for path in sorted(resources.seeds().iterdir())]
    random.Random(1).shuffle(pages)  # noqa: S311
    assert command("build", *pages, "--output", str(tmp_path / "out"), "--jobs", "1", PYTHONHASHSEED="4242") == 0
    assert contents(tmp_path / "out") == contents(seeds_outputs)


def test_two_processes_build_what_one_builds(seeds_outputs: Path, tmp_path: Path) -> None:
    seeds = str(resources.seeds())
    assert command("build", seeds, "--output", str(tmp_path / "out"), "--jobs", "2", PYTHONHASHSEED="7") == 0
    assert contents(tmp_path / "out") == contents(seeds_outputs)


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def test_the_summary_counts_what_the_outputs_hold(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for path in sorted(resources.seeds().iterdir())[:2]:
        (pages / path.name).write_bytes(path.read_bytes())
    (pages / "empty.txt").write_bytes(b"")
    summary = build([pages], tmp_path / "out", Config())
    out = tmp_path / "out"
    graph = rdflib.Graph().parse(out / "graph.ttl")
    kinds = Counter(row["fact"]["type"] for row in rows(out, "statements.jsonl"))
    mentions = [row for row in rows(out, "mentions.jsonl") if not row["anaphor"]]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert summary.pages == len(manifest["pages"]) == 2
    assert summary.articles == len(set(graph.subjects(rdflib.RDF.type, KG.Article))) == manifest["counts"]["articles"]
    assert summary.statements == kinds["relation"] > 20
    assert summary.posts == kinds["post"] > 5
    assert summary.observations == kinds["observation"] > 20
    assert kinds.total() == manifest["counts"]["statements"]
    assert summary.mentions == len(mentions) > 100
    named = Counter(kind for _, kind in {(row["entity"], row["type"]) for row in mentions})
    assert summary.entities == dict(sorted(named.items()))
    assert [r.source for r in summary.rejects] == [row["source"] for row in rows(out, "rejects.jsonl")] == ["empty.txt"]


def test_summary_and_stats_count_alike(tmp_path: Path) -> None:
    summary = build([resources.seeds()], tmp_path / "out", Config(), jobs=1)
    with Index(tmp_path / "out") as index:
        found = stats(index)
    assert summary.entities == dict(sorted(found.entities.items()))
    for count, name in (
        (summary.pages, "pages"), (summary.articles, "articles"), (summary.statements, "relations"),
        (summary.posts, "posts"), (summary.observations, "observations"), (summary.mentions, "mentions"),
    ):  # fmt: skip
        assert count == found.totals[name]


def test_every_output_is_written(seeds_outputs: Path) -> None:
    assert {path.name for path in seeds_outputs.iterdir()} == {
        "graph.ttl", "store", "index.sqlite", "graph.json", "graph.graphml", "graph.html", "mentions.jsonl",
        "claims.jsonl", "statements.jsonl", "rejects.jsonl", "manifest.json",
    }  # fmt: skip


def test_what_cannot_be_read_is_named_and_the_rest_is_built(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(PAGE, encoding="utf-8")
    (pages / "gb.txt").write_text(PAGE + "另一版。\n", encoding="gb18030")
    (pages / "empty.txt").write_bytes(b"")
    (pages / "blank.txt").write_text(" \n\n", encoding="utf-8")
    (pages / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (pages / "noise.txt").write_bytes(bytes([0x81, 0x30, 0x81] * 50 + [0xFF]))
    out = tmp_path / "out"
    assert main(["build", str(pages), "--output", str(out)]) == 3
    said = capfd.readouterr()
    assert "2 个版面" in said.out
    assert [line.split("：")[0] for line in said.err.splitlines()] == [
        "未读入 blank.txt", "未读入 empty.txt", "未读入 image.png", "未读入 noise.txt",
    ]  # fmt: skip
    rejects = [json.loads(line) for line in (out / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [reject["source"] for reject in rejects] == ["blank.txt", "empty.txt", "image.png", "noise.txt"]
    assert all(reject["stage"] == "read" and reject["reason"] for reject in rejects)
    monkeypatch.setenv("KG_LANG", "en")
    assert main(["build", str(pages), "--output", str(out)]) == 3
    assert "left out empty.txt: the file is empty" in capfd.readouterr().err


def test_a_build_of_which_nothing_can_be_read_keeps_the_previous_graph(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7 text")
    out = tmp_path / "out"
    assert main(["build", str(tmp_path / "page.pdf"), "--output", str(out)]) == 3
    assert not out.exists()
    build([tmp_path / "page.txt"], out, Config())
    before = contents(out)
    capfd.readouterr()
    assert main(["build", str(tmp_path / "page.pdf"), "--output", str(out)]) == 3
    said = capfd.readouterr()
    assert said.out == ""
    assert "未读入 page.pdf：这种格式还不能读" in said.err
    assert "保持原样" in said.err
    assert contents(out) == before
    assert main(["build", str(tmp_path / "page.pdf"), "--output", str(out), "--json"]) == 3
    summary = json.loads(capfd.readouterr().out)
    assert (summary["published"], summary["pages"]) == (False, 0)
    assert [reject["source"] for reject in summary["rejects"]] == ["page.pdf"]
    assert contents(out) == before


def test_the_manifest_says_which_page_had_a_byte_order_mark(tmp_path: Path) -> None:
    for name, codec in (("a.txt", "utf-8-sig"), ("b.txt", "utf-8")):
        (tmp_path / name).write_text(PAGE + name, encoding=codec)
    build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out", Config())
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [page["encoding"] for page in manifest["pages"]] == ["utf-8-sig", "utf-8"]


def test_a_build_that_fails_leaves_the_previous_outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "out"
    build([tmp_path / "page.txt"], out, Config())
    before = contents(out)

    def fail(*_: object) -> None:
        raise RuntimeError("no space left")

    for place in ("walk", "html.write", "export.write_manifest"):
        owner, _, name = place.rpartition(".")
        with monkeypatch.context() as patched:
            patched.setattr(getattr(stages, owner) if owner else stages, name, fail)
            with pytest.raises(RuntimeError):
                build([tmp_path / "page.txt"], out, Config())
        assert contents(out) == before


def test_nothing_to_read_is_an_error_and_builds_nothing(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    with pytest.raises(ConfigError, match="no file to read"):
        build([tmp_path / "pages"], tmp_path / "out", Config())
    with pytest.raises(ReadError, match="nowhere"):
        build([tmp_path / "nowhere"], tmp_path / "out", Config())
    assert not (tmp_path / "out").exists()


def test_the_outputs_of_a_build_are_no_pages_of_the_next(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    fixtures.write(tmp_path / "outputs")
    pages, rejects = read_pages([tmp_path], tmp_path / "outputs")
    assert ([page.source for page in pages], rejects) == (["page.txt"], [])


def test_a_home_that_is_no_division_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    with pytest.raises(ConfigError, match="home"):
        build([tmp_path / "page.txt"], tmp_path / "out", Config(home="云港市"))


def test_an_unknown_setting_stops_the_build(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kg.toml").write_text("hoem = 'x'\n", encoding="utf-8")
    arguments = ["build", str(tmp_path), "--config", str(tmp_path / "kg.toml"), "--output", str(tmp_path / "out")]
    assert main(arguments) == 2
    assert "没有 hoem 这项设置" in capfd.readouterr().err


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "taken").write_text("a file")
    assert main(["build", str(tmp_path / "page.txt"), "--output", str(tmp_path / "taken")]) == 2
    said = capfd.readouterr().err
    assert "taken" in said
    assert "Traceback" not in said


def test_statements_below_the_least_confidence_are_left_out() -> None:
    everything, sure = fixtures.graph(), fixtures.graph(Config(min_confidence=0.85))
    assert {s.confidence for s in sure.statements} == {0.9}
    assert len(sure.claims) == len(everything.claims)


def test_the_order_of_the_pages_does_not_matter() -> None:
    a, b = fixtures.facts()
    assert stages.fold([a, b], [], Config()) == stages.fold([b, a], [], Config())
