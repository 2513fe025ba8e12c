"""Which types each predicate joins, read from the vocabulary: rules cannot make what it forbids."""

from __future__ import annotations

from functools import cache

from kg import resources


@cache
def signatures() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Predicate → types of its subject, types of its object (ontology/predicates.tsv)."""
    rows = (resources.ontology() / "predicates.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row.strip() and not row.startswith("#")]
    return {cell[0]: (frozenset(cell[1].split()), frozenset(cell[2].split())) for cell in cells}
