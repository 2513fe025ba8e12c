"""The command line, called in the process, with what it printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli import main


class Said(NamedTuple):
    """Exit status and what was printed where."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def kg(outputs: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `kg ARGUMENTS --output <the graph made by hand>`."""

    def run(*arguments: str, output: Path | None = outputs) -> Said:
        capfd.readouterr()
        try:
            status = main([*arguments, *(["--output", str(output)] if output else [])])
        except SystemExit as left:
            status = int(left.code or 0)
        return Said(status, *capfd.readouterr())

    return run
