"""Which built entity is which annotated one."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from kg.evaluate.built import BuiltEntity
from kg.evaluate.gold import GoldEntity

CORE = ("Company", "Government", "Institution", "Person", "Place", "Park", "Cluster", "Chain")
EXTENDED = ("Industry", "Product", "Project", "Event", "Honor", "Policy")
_MARKS = re.compile(r"[\s“”\"'‘’《》「」『』〈〉()（）·•,，、]")


def bare(text: object) -> str:
    """A name without blanks, quotation marks, brackets, dots and commas, its widths unified: what is compared."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", str(text)))


def alike(a: str, b: str) -> bool:
    """Loose equality for names whose bounds are a matter of taste: one holds the other as at least its half, or three
    quarters of the characters agree (difflib's ratio).
    """
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    return a == b or (short in long and 2 * len(short) >= len(long)) or SequenceMatcher(None, a, b).ratio() >= 0.75


def match(built: list[BuiltEntity], gold: tuple[GoldEntity, ...]) -> dict[str, str]:
    """Built id → annotated id, one to one within each type, best pairs first.

    Two of a core type match where they share a name; of an extended type also where two names are alike. Pairs that
    agree in the fullest name go first.
    """
    found: dict[str, str] = {}
    for kind in (*CORE, *EXTENDED):
        wanted = {g.id: (bare(g.name), {bare(n) for n in (g.name, *g.surfaces)}) for g in gold if g.type == kind}
        scored = []
        for entity in built:
            if entity.type != kind:
                continue
            names = {bare(n) for n in entity.names}
            for id, (fullest, surfaces) in wanted.items():
                shared = len(names & surfaces)
                near = kind in EXTENDED and any(alike(a, b) for a in names for b in surfaces)
                if shared or near:
                    scored.append((fullest not in names, -shared, not near, entity.id, id))
        taken: set[str] = set()
        for *_, entity_id, id in sorted(scored):
            if entity_id not in found and id not in taken:
                found[entity_id] = id
                taken.add(id)
    return found
