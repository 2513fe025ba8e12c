"""graph.html: the graph to look at, one offline file."""

from __future__ import annotations

from pathlib import Path

from kg.model.graph import KnowledgeGraph


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Placeholder until the view is written."""
    path.write_text(f"<!doctype html><title>{len(graph.entities)}</title>\n", encoding="utf-8")
