"""Fixtures that several folders of tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model.graph import KnowledgeGraph
from kg.query.index import Index
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
