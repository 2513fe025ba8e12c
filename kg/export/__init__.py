"""The graph as files: what a build writes, and how it is published whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from kg.config import Config
from kg.export import index, network, rdf, tables
from kg.model.graph import FORMAT, KnowledgeGraph
from kg.version import program_version

MANIFEST = "manifest.json"


@contextmanager
def publishing(output: Path) -> Iterator[Path]:
    """An empty folder to write outputs into; when all are written they take the places of the old ones in `output`,
    the manifest last. A build that fails while writing leaves the previous outputs as they were.
    """
    fresh = output / f".building-{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
        _swap(fresh, output)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """The graph in every format that a build leaves, into an empty folder."""
    rdf.write_turtle(graph, folder / "graph.ttl")
    rdf.write_store(folder / "graph.ttl", folder / "store")
    tables.write(graph, folder)
    network.write(graph, folder)
    index.write(graph, folder / "index.sqlite")


def write_manifest(graph: KnowledgeGraph, config: Config, run: dict[str, Any], folder: Path) -> None:
    """manifest.json: what the outputs were built from, and under `run` when and for how long, which alone varies."""
    text = json.dumps({**describe(graph, config), "run": run}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def describe(graph: KnowledgeGraph, config: Config) -> dict[str, Any]:
    """What the outputs were built from; the same inputs, settings and version give the same description."""
    return {
        "format": FORMAT,
        "version": program_version(),
        "config": msgspec.to_builtins(config),
        "pages": [
            {"source": p.source, "copies": list(p.copies), "sha256": p.sha256, "encoding": p.encoding}
            for p in graph.pages
        ],
        "counts": {
            "articles": len(graph.articles),
            "entities": len(graph.entities),
            "statements": len(graph.statements),
            "claims": len(graph.claims),
            "mentions": len(graph.mentions),
            "rejects": len(graph.rejects),
        },
    }


def _swap(fresh: Path, output: Path) -> None:
    """Move what lies in `fresh` over what lies in `output`, the manifest last."""
    for path in sorted(fresh.iterdir(), key=lambda p: (p.name == MANIFEST, p.name)):
        target = output / path.name
        if target.is_dir():
            target.rename(fresh / f"{path.name}.old")
        path.replace(target)
