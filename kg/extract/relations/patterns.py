"""Sentence patterns of ontology/patterns/relations.tsv, compiled: a new relation, or a new way to say one, is one row.

A pattern is written over `Coded.code`, where each name is one sign:

* `{S}`, `{O}`  names of the types that the predicate begins and ends at, listed or single (A、B和C等企业), in
  quotation marks or not; the one that a pattern leaves out is the subject of the clause
* `{S=Industry+Chain}`  the same, of some of its types only
* `{Event}` …   a name of that type that takes no part; `{Honor:供应商}` one that holds these words; `{Place!}` the
  bare sign, for use behind `(?<!`
* `_`           up to 6 characters without a name or a stop;   `…` up to 14 within the clause;   `~` up to 40 within
  the sentence;   `‥` up to 24 within the sentence without a name
* a fourth column names the types of the slot that is left out, and where it must stand: `near` in the clause, `here`
  in the sentence; `named` keeps documents in 《》 out of the object, `local` keeps countries and provinces out of it;
  `mutual` joins all that the pattern names with one another, `home` lets 我市 and the article's own city through
  where `here` keeps others out
* the rest is a regular expression: `(出口|销往)`, `的?`
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kg import resources
from kg.errors import ConfigError
from kg.extract.coded import ANY, SIGN
from kg.text.vocabulary import signatures

_PIECE = re.compile(r"\{(\w+)(?:=([\w+]+))?(?::(\w+))?(!)?\}|(_)|(…)|(~)|(‥)")
_AROUND = re.compile(r"\(\?<?[!=][^)]*\)")
_CLASS = re.compile(r"\[[^\]]*\]")
_FLAGS = frozenset({"near", "here", "named", "local", "mutual", "home"})
_GAPS = {
    "_": f"[^，。；：！？、\\n{ANY}]{{0,6}}?", "…": "[^，。；：！？\\n]{0,14}?", "~": "[^。；！？\\n]{0,40}?",
    "‥": f"[^。；！？\\n{ANY}]{{0,24}}?",
}  # fmt: skip
_GROUP = re.compile(r"\(([\w|]+)\)(?![?*])|(?<![\w|(:])([一-鿿]{2,})(?![?*|)])")


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """One row: what it says, how it is found, how often it is right."""

    predicate: str
    name: str
    regex: re.Pattern[str]
    trigger: re.Pattern[str] | None
    """Words one of which any match contains: a cheap look before the whole pattern is tried."""
    confidence: float
    types: tuple[frozenset[str], frozenset[str]]
    """Types of the subject and of the object: the predicate's, or those that the slot is bound to."""
    left_out: frozenset[str] | None = None
    """Types that the name which the pattern leaves out may have; None: all that the predicate takes."""
    flags: frozenset[str] = frozenset()
    """`near`, `here`: that name stands in the clause, in the sentence; `named`: the object is no document; `local`:
    it is neither a country nor a province; `mutual`: all that the pattern names are joined with one another."""
    holds: tuple[tuple[str, str], ...] = ()
    """Group of a name that takes no part → words that it must hold."""


@cache
def load() -> tuple[Pattern, ...]:
    """All patterns, in the order of the table; raises ConfigError for a row that cannot be read."""
    path = resources.ontology() / "patterns" / "relations.tsv"
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            predicate, text, confidence, *more = line.split("\t")
            out.append(compiled(predicate, text, float(confidence), str(number), more[0] if more else ""))
        except (ValueError, KeyError, re.error) as error:
            raise ConfigError(f"{path.name} line {number}: {error}") from error
    return tuple(out)


def compiled(predicate: str, text: str, confidence: float, number: str = "", left_out: str = "") -> Pattern:
    """One pattern; raises KeyError for an unknown predicate or type, re.error for a broken expression."""
    types = signatures()[predicate]
    flags = set(left_out.split())
    holds: dict[str, str] = {}
    slots = {"S": types[0], "O": types[1]}

    def piece(hit: re.Match[str]) -> str:
        if hit.group(1) is None:
            return _GAPS[hit.group()]
        name = hit.group(1)
        if hit.group(4):
            return SIGN[name]
        if name in slots:
            if hit.group(2):
                slots[name] = frozenset(hit.group(2).split("+"))
            return f"(?P<{name}>{_listed(slots[name], predicate)})"
        if not hit.group(3):
            return f"[“‘《]?[{SIGN[name]}][”’》]?"
        group = f"W{len(holds)}"
        holds[group] = hit.group(3)
        return f"[“‘《]?(?P<{group}>[{SIGN[name]}])[”’》]?"

    trigger = _GROUP.search(_PIECE.sub("\0", _CLASS.sub("\0", _AROUND.sub("", text))))
    words = (trigger.group(1) or trigger.group(2)) if trigger else None
    regex = re.compile(_PIECE.sub(piece, text))
    return Pattern(
        predicate=predicate, name=f"relations.{predicate}.{number}", regex=regex,
        trigger=re.compile(words) if words else None, confidence=confidence, types=(slots["S"], slots["O"]),
        holds=tuple(holds.items()), left_out=frozenset(flags - _FLAGS) or None, flags=frozenset(flags & _FLAGS),
    )  # fmt: skip


def _listed(types: frozenset[str], predicate: str) -> str:
    """A list of names of `types`; one item of it may be a name that nothing recognised, its places may precede each.

    Not so for locatedIn, where a place before an item is what its own match is about.
    """
    signs = "".join(SIGN[kind] for kind in sorted(types))
    place = "" if predicate == "locatedIn" or types & {"Place", "Event"} else f"(?:{SIGN['Place']}{{1,3}}的?)?"
    if "Company" in types and "Place" not in types:
        place += f"(?:{SIGN['Company']}(?:的|旗下|下属|所属|控股)(?:全资|控股)?(?:子公司|分公司|企业|公司)?)?"
    chain = "+" if "Place" in types else ""
    item = f"[“‘《]?{place}[“‘《]?[{signs}]{chain}[”’》]?"
    gap = f"(?:、[^，。；：、{ANY}]{{1,12}})?(?:、|和|与|及|以及)"
    return f"{item}(?:{gap}{item})*(?:等[^，。；：、的{ANY}]{{0,10}})?"
