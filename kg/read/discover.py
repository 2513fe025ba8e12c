"""Files and folders that the user names → the sources to read, in an order that depends on nothing but their names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from kg.read import reasons


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One file to read: `name` is what the graph calls it, `path` where it lies on this machine."""

    name: str
    path: Path


def discover(paths: Iterable[str | Path]) -> list[Source]:
    """Everything below `paths` that is no folder, sorted by its path below the folder that the user named.

    Hidden files and folders are skipped, and in folders a README, which is about the pages and none of them. What
    cannot be read (a broken link, a pipe, a linked folder) is among the sources all the same, so that `load` can
    refuse it by name. A file reached twice is taken once. Where two roots hold the same relative path, both get their
    root's own name in front (`2024/01.txt`, `2025/01.txt`), so that no two sources share a name. Raises ReadError for
    a path that does not exist.
    """
    found: dict[str, tuple[str, Path, Path]] = {}
    for given in paths:
        root = Path(given)
        if not root.exists() and not root.is_symlink():
            raise reasons.refusal(str(given), reasons.MISSING)
        folder = root if root.is_dir() else root.parent
        for name, path in [(root.name, root)] if not root.is_dir() else _below(root):
            # links to one file are one file; of what is no file, each is to be named
            real = os.path.realpath(path) if path.is_file() else str(path.absolute())
            found.setdefault(real, (name, folder, path))
    return sorted(_named(list(found.values())), key=lambda source: source.name)


def _below(root: Path) -> Iterable[tuple[str, Path]]:
    for folder, inner, files in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        links = [name for name in inner if (Path(folder) / name).is_symlink()]
        for file in sorted([*files, *links]):
            if not file.startswith(".") and Path(file).stem.upper() != "README":
                path = Path(folder) / file
                yield path.relative_to(root).as_posix(), path


def _named(found: Sequence[tuple[str, Path, Path]]) -> list[Source]:
    often = Counter(name for name, _, _ in found)
    longer = sorted(
        (name if often[name] == 1 else f"{root.resolve().name}/{name}", path.as_posix(), path)
        for name, root, path in found
    )
    taken: set[str] = set()
    sources = []
    for name, _, path in longer:
        unique, number = name, 1
        while unique in taken:
            number += 1
            unique = f"{name}~{number}"
        taken.add(unique)
        sources.append(Source(name=unique, path=path))
    return sources
