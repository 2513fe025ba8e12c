"""The README shows what the commands really print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run, kg

ROOT = Path(__file__).parent.parent.parent
__all__ = ["kg"]


@pytest.mark.parametrize(("page", "language"), [("README.md", "en"), ("docs/README.zh.md", "")])
def test_the_transcript_is_what_the_commands_print(
    kg: Run, seeds_outputs: Path, monkeypatch: pytest.MonkeyPatch, page: str, language: str
) -> None:
    monkeypatch.setenv("KG_LANG", language)
    shown = (ROOT / page).read_text(encoding="utf-8").partition("<!-- transcript -->")[2].partition("<!-- end")[0]
    commands = re.findall(r"^\$ kg (.+)$", shown, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["build", "neighbors", "why"]
    printed = "".join(kg(*command.split(), output=seeds_outputs).out for command in commands[1:])
    block = shown.partition("$ kg neighbors")[2]
    lines = [line.rstrip() for line in block.splitlines()[1:] if line.strip() and not line.startswith(("$", "```"))]
    assert len(lines) > 10
    assert [line for line in lines if line not in {row.rstrip() for row in printed.splitlines()}] == []
