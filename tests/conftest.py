"""Fixtures that several folders of tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import resources
from kg.config import Config
from kg.model.graph import KnowledgeGraph
from kg.query.index import Index
from kg.stages import build
from tests import fixtures


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    """The graph made by hand."""
    return fixtures.graph()


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the outputs of the graph made by hand; read, never written."""
    return fixtures.write(tmp_path_factory.mktemp("graph") / "outputs")


@pytest.fixture
def index(outputs: Path) -> Iterator[Index]:
    """The index of the graph made by hand."""
    with Index(outputs) as opened:
        yield opened


@pytest.fixture(scope="session")
def seeds_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the pages that ship with the package, built as `kg build` does; read, never written."""
    folder = tmp_path_factory.mktemp("seeds") / "outputs"
    build([resources.seeds()], folder, Config(), jobs=1)
    return folder
