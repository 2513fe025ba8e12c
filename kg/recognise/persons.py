"""Every named human being: authors, officials, managers, villagers, foreign and historical persons.

A stretch of text is a name as far as its form (surname, characters of given names, no ordinary word: `kg.text.persons`
and `kg.text.lattice`) and its context (title before, verb after: `person_evidence`) together say. Where both leave it
open, the neural tagger is asked; a name once sure in an article is a name wherever it stands in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from kg.model.mention import Mention, Role
from kg.model.page import Article
from kg.recognise import lac
from kg.recognise.person_candidates import Candidate, best, candidates, touches
from kg.recognise.person_evidence import Evidence, after, before
from kg.text.normalise import squash
from kg.text.persons import is_chinese, is_foreign
from kg.text.quote import sentence_at

_SURE, _ALONE, _SEEN = 1.5, 9.0, 4.0
"""Scores a name needs: with title or verb, with neither, and with the tagger's word on it."""
_TAGGED, _UNTAGGED, _OTHER = 4.0, -2.0, -4.0
_REPEATED = 4.0
_LIST = 4.0
_CLOSE = 3.5


def find(article: Article, found: Sequence[Mention], *, neural: bool = True) -> list[Mention]:
    """The persons of `article`; without `neural` names that neither title nor verb supports are mostly left out."""
    text = article.text
    every = candidates(text)
    barred = [m for m in found if m.type != "Person" and m.confidence >= 0.8]
    towns = {m.surface[:-1] for m in found if m.type == "Place" and m.level in ("town", "village", "county")}
    free = [
        c for c in every
        if c.titled or not (c.name in towns or any(m.start < c.end and c.start < m.end for m in barred))
    ]  # fmt: skip
    taken = best(c for c in free if c.strong and c.score > _SURE)
    if neural:
        taken = best([*taken, *_ends_settled(article, free, taken)])
    taken = best([*taken, *_listed(text, free, taken)])
    open_ = [c for c in free if c.score > _SURE and not touches(taken, c)]
    more = _tagged(article, open_) if neural else [c for c in open_ if c.score > _ALONE]
    taken = best([*taken, *more])
    taken = best([*taken, *_listed(text, free, taken)])
    taken = _whole(text, taken)
    taken = _fullest(best([*taken, *_repeated(text, free, taken)]))
    return _mentions(article, taken)


def _listed(text: str, every: Sequence[Candidate], taken: Sequence[Candidate]) -> list[Candidate]:
    """Neighbours of sure names in a list (李明、王强、赵刚等), found forwards and backwards."""
    found: dict[tuple[int, int], Candidate] = {}
    for step in (1, -1):
        edges = {c.end if step > 0 else c.start: c for c in [*taken, *found.values()]}
        for c in every[::step]:
            near = edges.get(c.start - 1 if step > 0 else c.end + 1)
            joint = c.start - 1 if step > 0 else c.end
            if near is None or (c.start, c.end) in found or text[joint] not in "、 和与及":
                continue
            role = c.role or near.role
            listed = msgspec.structs.replace(c, left=Evidence(max(_LIST, c.left.weight), role, "list"))
            if listed.score > 0:
                found[c.start, c.end] = listed
                edges[c.end if step > 0 else c.start] = listed
    return list(found.values())


def _tagged(article: Article, open_: Sequence[Candidate]) -> list[Candidate]:
    """Those of `open_` that the tagger, asked for their sentences, sees too; and foreign names only it sees whole."""
    kept: list[Candidate] = []
    asked: dict[tuple[int, int], list[Candidate]] = {}
    for c in open_:
        asked.setdefault(sentence_at(article, c.start), []).append(c)
    for (low, high), here in sorted(asked.items()):
        spans = [(low + s, low + e, tag) for s, e, tag in lac.entities(article.text[low:high])]
        for c in here:
            score = c.score + _vote(c, spans)
            if score > _SEEN:
                kept.append(msgspec.structs.replace(c, gain=c.gain + _vote(c, spans)))
        for start, end, tag in spans:
            name = article.text[start:end]
            foreign = tag == "PER" and len(name) >= 3 and is_foreign(name)
            if foreign and any(c.start < end and start < c.end for c in here):
                kept.append(_outright(article.text, start, end, _SEEN))
    return kept


def _ends_settled(article: Article, every: Sequence[Candidate], taken: Sequence[Candidate]) -> list[Candidate]:
    """Longer rivals of sure names, nearly as good, where the tagger prefers them (it cuts names short, never long)."""
    rivals: list[Candidate] = []
    at = {c.start: c for c in taken if is_chinese(c.name)}
    for c in every:
        first = at.get(c.start)
        if first is None or c.end <= first.end or first.score - c.score > _CLOSE or c.score < _SURE:
            continue
        low, high = sentence_at(article, c.start)
        spans = [(low + s, low + e, tag) for s, e, tag in lac.entities(article.text[low:high])]
        if _vote(c, spans) == _TAGGED:
            rivals.append(msgspec.structs.replace(c, gain=c.gain + _TAGGED))
    return rivals


def _vote(c: Candidate, spans: Sequence[lac.Span]) -> float:
    """What the tagger's spans say for a candidate: the same person, another thing there, or nothing."""
    over = [(s, e, tag) for s, e, tag in spans if s < c.end and c.start < e]
    if not over:
        return _UNTAGGED
    return _TAGGED if over == [(c.start, c.end, "PER")] else _OTHER


def _outright(text: str, start: int, end: int, gain: float) -> Candidate:
    return Candidate(
        start=start, end=end, name=squash(text[start:end]), gain=gain, left=before(text, start), right=after(text, end)
    )


def _whole(text: str, taken: Sequence[Candidate]) -> list[Candidate]:
    """`taken` without names that only ever stand as the beginning of a longer one that is taken too."""
    names = {c.name for c in taken}
    cut = {n[:-1] for n in names if n[:-1] in names and text.count(n) == text.count(n[:-1])}
    parts = {part for n in names if "·" in n for part in _forms(n)}
    inside = {n for n in names if n not in parts and any(n in part for part in parts)}
    return [c for c in taken if c.name not in cut | inside]


def _repeated(text: str, every: Sequence[Candidate], taken: Sequence[Candidate]) -> list[Candidate]:
    """Further occurrences of sure names, without title or verb; an ordinary word that is also a name needs more."""
    names = {c.name: c for c in taken}
    kept = [
        msgspec.structs.replace(c, gain=c.gain + _REPEATED)
        for c in every
        if c.name in names and c.score + _REPEATED > 0 and not touches(taken, c)
    ]
    for name in sorted(n for n in names if not is_chinese(n)):
        for part in _forms(name):
            at = text.find(part)
            while at >= 0:
                if part == name or _alone(text, at, at + len(part)):
                    kept.append(_outright(text, at, at + len(part), _SEEN))
                at = text.find(part, at + 1)
    return kept


def _fullest(taken: Sequence[Candidate]) -> list[Candidate]:
    """`taken` with the full name of those that are called by a part of a name with ·."""
    full = {part: c.name for c in taken for part in _forms(c.name)[1:]}
    return [msgspec.structs.replace(c, name=full[c.name]) if c.name in full else c for c in taken]


def _forms(name: str) -> list[str]:
    """How a text goes on to call the bearer of a name with ·: by all of it, by its first or by its last part."""
    parts = name.split("·")
    return [name, *dict.fromkeys(part for part in (parts[0], parts[-1]) if len(parts) > 1 and len(part) > 2)]


def _alone(text: str, start: int, end: int) -> bool:
    """Whether no part of the same name stands around it."""
    return "·" not in text[start - 1 : start] + text[end : end + 1]


def _mentions(article: Article, taken: Sequence[Candidate]) -> list[Mention]:
    """Mentions of the byline's authors and of `taken`, each person with the one role the article shows."""
    authors = {squash(b.name) for b in article.bylines}
    roles: dict[str, Role] = {}
    for c in taken:
        if c.role is not None:
            roles.setdefault(c.name, c.role)
    made = [
        _mention(article, b.start, b.end, squash(b.name), "journalist", 0.99, "persons.byline")
        for b in article.bylines
        if 0 <= b.start < b.end <= len(article.text)
    ]
    lines = [(m.start, m.end) for m in made]
    for c in taken:
        if any(s < c.end and c.start < e for s, e in lines):
            continue
        role = "journalist" if c.name in authors else roles.get(c.name)
        rule = c.left.rule or c.right.rule or "form"
        made.append(_mention(article, c.start, c.end, c.name, role, _confidence(c.score), f"persons.{rule}"))
    return sorted(made, key=lambda m: (m.start, m.end))


def _confidence(score: float) -> float:
    return round(min(0.98, 1 / (1 + math.exp(-score / 3))), 3)


def _mention(article: Article, start: int, end: int, name: str, role: Role | None, sure: float, by: str) -> Mention:
    surface = article.printed[start:end]
    return Mention(
        article=article.id, start=start, end=end, type="Person", surface=surface, confidence=sure, by=by,
        name=name if name != surface else None, role=role,
    )  # fmt: skip
