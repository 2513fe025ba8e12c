"""The one door to the automaton that looks up big lists of names: linear time, however many names there are."""

from __future__ import annotations

from collections.abc import Iterable

import daachorse


class Matcher:
    """Finds names of a list in a text, from the left and the longest first; offsets count code points.

    >>> Matcher(["高唐", "高唐县"]).find("在高唐县和高唐")
    [(1, 4, '高唐县'), (5, 7, '高唐')]
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names: tuple[str, ...] = tuple(sorted({name for name in names if name}))
        self._automaton = (
            daachorse.CharwiseDoubleArrayAhoCorasick(list(self.names), daachorse.MATCH_KIND_LEFTMOST_LONGEST)
            if self.names
            else None
        )

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end (exclusive) and name of every hit in order; hits never overlap."""
        if self._automaton is None or not text:
            return []
        names = self.names
        return [(start, end, names[index]) for start, end, index in self._automaton.find(text)]

    def __len__(self) -> int:
        return len(self.names)


class OverlapMatcher:
    """As Matcher, but reports every hit, also those that overlap or lie inside another.

    For names where the longest from the left is not always the one meant (河北岸: 河北 or 北岸).
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names: tuple[str, ...] = tuple(sorted({name for name in names if name}))
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(self.names)) if self.names else None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end (exclusive) and name of every hit, ordered by start, longest first."""
        if self._automaton is None or not text:
            return []
        names = self.names
        hits = [(start, end, names[index]) for start, end, index in self._automaton.find_overlapping(text)]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        return hits
