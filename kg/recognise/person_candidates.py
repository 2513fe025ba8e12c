"""Stretches of a text that could be a person's name, with what their form and their neighbours say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kg.model.mention import Role
from kg.recognise.person_evidence import Evidence, after, before, title_after, title_before
from kg.text.lattice import Lattice
from kg.text.persons import foreign_price, foreign_runs, is_chinese, price, starts, surnames

_CLAUSE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff·-]+")
_SPACED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{1,2}) {1,2}([\u4e00-\u9fff])")
_AFTER_SPACED = frozenset("、，；。）) \n摄文报整") | {""}
_ADVERBS = frozenset("曾再则即因")
"""Letters of foreign names that, last before another word, are more likely words themselves: 某维尔|曾|在."""
_LISTED = frozenset("、）)") | {""}
_ORPHAN = 6.0
_NO_GIVEN = frozenset("等说称道表摄文图报在和与及均也都将已")
_HOPELESS = -9.0
_STRONG = 3.0
"""Context from this weight on decides without the tagger."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch that could be a name. `gain`: how much better a name explains it than words do."""

    start: int
    end: int
    name: str
    gain: float
    left: Evidence
    right: Evidence

    @property
    def context(self) -> float:
        """What stands around it."""
        return self.left.weight + self.right.weight

    @property
    def score(self) -> float:
        """Form and context together."""
        return self.gain + self.context

    @property
    def strong(self) -> bool:
        """Whether title or verb alone decide."""
        return max(self.left.weight, self.right.weight) >= _STRONG

    @property
    def titled(self) -> bool:
        """Whether a title stands before it."""
        return self.left.weight >= _STRONG

    @property
    def role(self) -> Role | None:
        """The role that title or verb show."""
        return self.left.role or self.right.role


def candidates(text: str) -> list[Candidate]:
    """Every stretch that could be a name, in order of place, with what its form and its neighbours say."""
    found: list[Candidate] = []
    for clause in _CLAUSE.finditer(text):
        words = clause.group()
        if len(words) < 2:
            continue
        lattice = Lattice(words)
        offset = clause.start()
        for start, end in starts(words):
            gain = lattice.gain(start, end, price(words[start:end]))
            given = start + (2 if words[start : start + 2] in surnames() else 1)
            if gain > _HOPELESS and not title_after(words, given):
                found.append(_candidate(text, offset + start, offset + end, gain))
        for start, end in _foreign(words):
            gain = lattice.gain(start, end, foreign_price(words[start:end]))
            made = _candidate(text, offset + start, offset + end, gain)
            said = made.titled and made.right.weight >= _STRONG and gain > _HOPELESS
            if said or (gain > 0 and (made.strong or "·" in made.name)):
                found.append(made)
    found.extend(_spaced(text))
    return sorted(_settled_ends(text, found), key=lambda c: (c.start, c.end))


def _candidate(text: str, start: int, end: int, gain: float) -> Candidate:
    return Candidate(
        start=start, end=end, name=text[start:end], gain=gain, left=before(text, start), right=after(text, end)
    )


def _foreign(words: str) -> Iterator[tuple[int, int]]:
    """Stretches spelled as foreign names are: from where such spelling begins, or behind a title."""
    for at, stop in foreign_runs(words):
        if words[stop - 1] in _ADVERBS and stop < len(words) and stop - at > 2:
            stop -= 1
        for start in range(at, stop - 1):
            titled = words[start] not in "·-" and title_before(words, start) is not None
            if titled or start == at:
                least = start + (2 if titled else 3)
                yield from ((start, end) for end in range(least, stop + 1) if words[end - 1] not in "·-")


def _spaced(text: str) -> Iterator[Candidate]:
    """Two-character names that a list prints with a blank inside, to align them with longer ones: 王 强."""
    for match in _SPACED.finditer(text):
        name = match.group(1) + match.group(2)
        if is_chinese(name) and text[match.end() : match.end() + 1] in _AFTER_SPACED:
            made = _candidate(text, match.start(), match.end(), 0.0)
            yield msgspec.structs.replace(made, name=name)


def _settled_ends(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Where a name may end here or a character later, the article's other occurrences tell which."""
    counts: dict[str, int] = {}
    for c in found:
        counts[c.name] = counts[c.name] if c.name in counts else text.count(c.name)
    for c in found:
        if _whole_to_the_mark(text, c):
            c = msgspec.structs.replace(c, gain=c.gain + _ORPHAN)
        shorter = counts.get(c.name[:-1], 0)
        bonus = 2.0 if 1 < counts[c.name] == shorter else -4.0 if shorter > counts[c.name] else 0.0
        yield msgspec.structs.replace(c, gain=c.gain + bonus) if bonus and len(c.name) > 2 else c


def _whole_to_the_mark(text: str, c: Candidate) -> bool:
    """Whether a name of three characters fills a place in a list, where a shorter one would leave a character over."""
    follows = text[c.end : c.end + 1] in _LISTED or title_after(text, c.end) is not None
    before = c.titled or text[c.start - 1 : c.start] == "、"
    return len(c.name) == 3 and follows and before and c.name[-1] not in _NO_GIVEN


def best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, the highest scores first; in order of place."""
    kept: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (-c.score, c.start, c.end)):
        if not touches(kept, c):
            kept.append(c)
    return sorted(kept, key=lambda c: c.start)


def touches(kept: Iterable[Candidate], one: Candidate) -> bool:
    """Whether `one` overlaps any of `kept`."""
    return any(k.start < one.end and one.start < k.end for k in kept)
