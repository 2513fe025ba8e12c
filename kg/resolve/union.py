"""Disjoint sets of ids (union by smaller id, path halving), so that the order of joins leaves no trace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any


class Union:
    """Which ids are one thing."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {id: id for id in ids}

    def find(self, id: str) -> str:
        """The representative of `id`; an id nobody joined stands for itself."""
        parent = self._parent
        if id not in parent:
            return id
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    def join(self, a: str, b: str) -> None:
        """`a` and `b` are one."""
        a, b = self.find(a), self.find(b)
        if a != b:
            self._parent[max(a, b)] = min(a, b)

    def classes(self, first: Callable[[str], Any]) -> Iterator[tuple[str, list[str]]]:
        """Each class as its canonical id, the least by `first`, with all members sorted; classes sorted."""
        members: dict[str, list[str]] = defaultdict(list)
        for id in self._parent:
            members[self.find(id)].append(id)
        for ids in sorted(sorted(ids) for ids in members.values()):
            yield min(ids, key=first), ids
