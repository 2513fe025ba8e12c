"""The documentation says what is so: generated pages are current, examples run, links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from kg import load, resources
from kg.model import claim, mention, page

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "CHANGELOG.md", ROOT / "outputs" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATHS = re.compile(r"(?<![\w.:/])/(?:work|root|home|tmp|usr|etc|var|mnt|opt)\b")


def blocks(path: Path, language: str) -> list[str]:
    return [code for found, code in FENCE.findall(path.read_text(encoding="utf-8")) if found == language]


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """docs/generate.py, with the language that it sets undone afterwards."""
    monkeypatch.setenv("KG_LANG", "en")
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_the_command_line_is_current(generate: ModuleType) -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == generate.cli()


def test_the_tables_of_the_ontology_are_current(generate: ModuleType) -> None:
    text = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert text == generate.filled(text, generate.ontology())


@pytest.fixture
def folder(seeds_outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the pages that ship and their outputs."""
    (tmp_path / "seeds").symlink_to(resources.seeds())
    (tmp_path / "outputs").symlink_to(seeds_outputs)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_examples_of_the_python_page_run_in_order(folder: Path) -> None:
    (folder / "outputs").unlink()  # the page begins with a build of its own
    names: dict[str, object] = {}
    examples = blocks(ROOT / "docs" / "python.md", "python")
    assert len(examples) > 5
    for code in examples:
        exec(compile(code, "docs/python.md", "exec"), names)  # noqa: S102


def test_the_examples_of_the_outputs_page_run(folder: Path) -> None:
    names: dict[str, object] = {}
    for code in blocks(ROOT / "outputs" / "README.md", "python"):
        exec(compile(code, "outputs/README.md", "exec"), names)  # noqa: S102
    index = names["index"]
    assert isinstance(index, sqlite3.Connection)
    for query in blocks(ROOT / "outputs" / "README.md", "sql"):
        assert index.execute(query).fetchall()
    index.close()


def test_the_queries_of_the_ontology_page_have_answers(seeds_outputs: Path) -> None:
    graph = load(seeds_outputs)
    queries = blocks(ROOT / "docs" / "ontology.md", "sparql")
    assert len(queries) > 3
    for query in queries:
        rows = graph.sparql(query)
        assert isinstance(rows, list)
        assert rows, query
        assert all(value is not None for row in rows for value in row.values())


def test_the_outputs_page_names_every_output_and_no_other(seeds_outputs: Path) -> None:
    text = (ROOT / "outputs" / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([\w.]+)/?` \|", text, re.MULTILINE)
    assert sorted(named) == sorted(path.name for path in seeds_outputs.iterdir())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere_and_no_page_names_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [target for target in LINK.findall(text) if not (path.parent / target).exists()] == []
    assert PATHS.search(text) is None
    assert text.startswith("# ")


def test_the_changelog_names_every_command(generate: ModuleType) -> None:
    commands = re.findall(r"^## kg (\w+)$", generate.cli(), re.MULTILINE)
    assert len(commands) > 12
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [command for command in commands if f"`kg {command}`" not in text] == []


def test_every_stage_has_its_line() -> None:
    text = (ROOT / "docs" / "stages.md").read_text(encoding="utf-8")
    stages = {"read", "segment", "recognise", "link", "extract", "resolve", "assemble", "export", "views", "query"}
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == stages


def test_the_glossary_names_things_that_exist() -> None:
    known = {name for module in (claim, mention, page) for name in dir(module)} | set(get_args(mention.Type))
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`([A-Z]\w+)(?:\.\w+)?`", text)) - known == set()


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
