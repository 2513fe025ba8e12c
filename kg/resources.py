"""Where the package's own data lie: in the wheel beside the code, in a checkout at the top level."""

from __future__ import annotations

from pathlib import Path


def _folder(name: str) -> Path:
    shipped = Path(__file__).parent / "_data" / name
    return shipped if shipped.is_dir() else Path(__file__).parent.parent / name


def ontology() -> Path:
    """Folder of the vocabulary, the shapes, the lexicons and the patterns."""
    return _folder("ontology")


def seeds() -> Path:
    """Folder of the pages that a build reads where the user names none and has no `./seeds`."""
    return _folder("seeds")
