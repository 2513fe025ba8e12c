"""The house: who may import whom, that no two modules import each other, and that everything says what it is."""

from __future__ import annotations

import ast
import graphlib
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kg"
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in sorted(PACKAGE.rglob("*.py"))}
STAGES = {"read", "segment", "recognise", "link", "extract", "resolve", "assemble", "export", "views", "query"}
RANKS = {
    "errors": 0, "resources": 0, "version": 0,
    "model": 1, "config": 1,
    "text": 2,
    **dict.fromkeys(STAGES, 3),
    "walk": 4, "passage": 4, "evaluate": 4, "stages": 5, "graph": 6,
    "cli": 7, "__main__": 8, "__init__": 8,
}  # fmt: skip
"""From the ground up: a module imports only from below, and of its own part."""


def part(module: str) -> str:
    """The folder or top-level module that a module belongs to: kg.text.names → text."""
    return module.split(".")[1] if "." in module else "__init__"


def name(module: str) -> str:
    """A package by its folder's name."""
    return module.removesuffix(".__init__")


def imported(module: str) -> list[tuple[str, bool]]:
    """Modules of ours that `module` imports, and whether only where it is asked to (in a function, or for types)."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    lazy = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _for_types(node)
        for inner in ast.walk(node)
    }
    found: list[tuple[str, bool]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "kg":
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                found.append((full if _ours(full) else node.module, id(node) in lazy))
        elif isinstance(node, ast.Import):
            found.extend((alias.name, id(node) in lazy) for alias in node.names if alias.name.split(".")[0] == "kg")
    return found


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _ours(full: str) -> bool:
    return full in MODULES or f"{full}.__init__" in MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_below(module: str) -> None:
    own = part(module)
    breaches = [
        other
        for other, _ in imported(module)
        if other != "kg" and part(other) != own and RANKS[part(other)] >= RANKS[own]
    ]
    assert breaches == []


def test_every_part_has_its_place() -> None:
    assert {part(module) for module in MODULES} == set(RANKS)


def test_no_stage_imports_another() -> None:
    breaches = [
        (module, other)
        for module in MODULES
        if part(module) in STAGES
        for other, _ in imported(module)
        if part(other) in STAGES - {part(module)}
    ]
    assert breaches == []


def test_no_imports_run_in_a_circle() -> None:
    graph = {
        name(module): {name(other) for other, lazy in imported(module) if not lazy and name(other) != name(module)}
        for module in MODULES
    }
    # a module inside a package may import the package's siblings; the package itself imports its modules
    assert list(graphlib.TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is(module: str) -> None:
    said = ast.get_docstring(ast.parse(MODULES[module].read_text(encoding="utf-8")))
    assert said is not None
    assert len(said) > 10


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_a_box_for_odds_and_ends(module: str) -> None:
    assert not {"utils", "util", "helpers", "helper", "base", "manager", "common", "misc"} & set(module.split("."))


def test_the_package_gives_the_names_that_it_promises() -> None:
    assert sorted(kg._HOME) == sorted(kg.__all__) == list(kg.__all__)
    for public in kg.__all__:
        assert getattr(kg, public).__name__ == public
    # a module of the same name would take a function's place as soon as somebody imports it
    assert not {f"kg.{public}" for public in kg.__all__} & {name(module) for module in MODULES}
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = kg.nothing_of_the_kind


@pytest.mark.parametrize("path", sorted((ROOT / "ontology").rglob("*.tsv")), ids=lambda path: path.name)
def test_every_table_says_what_a_row_is(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert len(lines[0]) > 5
    assert [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("path", sorted((ROOT / "ontology" / "lexicon").glob("*.tsv")), ids=lambda path: path.name)
def test_every_lexicon_is_read_by_somebody(path: Path) -> None:
    wanted = f'"{path.stem}"'
    assert any(wanted in source.read_text(encoding="utf-8") for source in MODULES.values())


def test_the_tests_mirror_the_package() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    assert [folder for folder in sorted(folders) if not (ROOT / "tests" / folder).is_dir()] == []
