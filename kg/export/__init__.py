"""The graph as files: what a build writes, and how it is published whole."""

from __future__ import annotations

import json
import os
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from kg.config import Config
from kg.export import index, network, rdf, tables
from kg.model.graph import KnowledgeGraph
from kg.views import html

FORMAT = 1
"""Raised when an older `outputs/` could no longer be read."""


def publish(graph: KnowledgeGraph, output: Path, config: Config, stamp: dict[str, Any]) -> None:
    """Write every output beside the old ones, then put the new ones in their places, the manifest last.

    A build that dies while writing leaves the previous outputs whole.
    """
    output.mkdir(parents=True, exist_ok=True)
    fresh = output / f".building-{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        write(graph, fresh, config, stamp)
        _swap(fresh, output)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write(graph: KnowledgeGraph, folder: Path, config: Config, stamp: dict[str, Any]) -> None:
    """All outputs into an empty folder."""
    rdf.write_turtle(graph, folder / "graph.ttl")
    rdf.write_store(folder / "graph.ttl", folder / "store")
    tables.write(graph, folder)
    network.write(graph, folder)
    index.write(graph, folder / "index.sqlite")
    html.write(graph, folder / "graph.html")
    manifest = {**describe(graph, config), "run": stamp}
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


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


def program_version() -> str:
    """Version of the installed distribution; "0+source" where the code runs uninstalled."""
    try:
        return version("situ-kg")
    except PackageNotFoundError:
        return "0+source"


def _swap(fresh: Path, output: Path) -> None:
    """Move what lies in `fresh` over what lies in `output`, the manifest last."""
    for path in sorted(fresh.iterdir(), key=lambda p: (p.name == "manifest.json", p.name)):
        target = output / path.name
        if target.is_dir():
            aside = fresh / f"{path.name}.old"
            target.rename(aside)
        path.replace(target)
