"""The README shows what the commands really print, line for line."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "docs" / "README.zh.md"]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """docs/generate.py, which writes the transcripts."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def transcripts(generate: ModuleType) -> dict[Path, str]:
    found: dict[Path, str] = generate.transcripts()
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_transcript_is_what_the_commands_print(
    generate: ModuleType, transcripts: dict[Path, str], page: Path
) -> None:
    """Where it is not, `python docs/generate.py` writes it anew."""
    shown = generate.shown(page.read_text(encoding="utf-8"))
    assert shown.splitlines() == transcripts[page].splitlines()


def test_both_pages_show_a_build_the_neighbours_and_the_reason(transcripts: dict[Path, str]) -> None:
    for text in transcripts.values():
        asked = [line for line in text.splitlines() if line.startswith("$ kg")]
        assert asked == ["$ kg build", "$ kg neighbors 中通客车 --limit 2", "$ kg why 中通客车 exportsTo 智利"]
        assert text.count("statement/") > 3


def test_a_page_keeps_all_but_its_transcript(generate: ModuleType) -> None:
    page = "a\n<!-- transcript -->\nold\n<!-- end of transcript -->\nb\n"
    assert generate.with_transcript(page, "new\n") == page.replace("old", "new")
