"""The terms that the graph speaks: their namespaces, and which types each predicate joins."""

from __future__ import annotations

from functools import cache

from kg import resources
from kg.errors import ConfigError

KG = "https://kg.example/ontology#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {"kg": KG, "schema": SCHEMA, "skos": SKOS, "rdf": RDF, "rdfs": RDFS, "xsd": XSD}
"""What outputs declare and what queries need not: one table, so that an answer's short names work in a question."""

POST = "holdsPost"
"""Name of an office held, where facts of all kinds stand side by side (graph.json, `kg neighbors`)."""
NUMBER = "observed"
"""Name of a number's relation to its subject, likewise."""


@cache
def signatures() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Predicate → types of its subject and of its object (ontology/predicates.tsv); `holdsPost` is among them.

    Raises ConfigError where the table is missing, since without it nothing could be checked.
    """
    path = resources.ontology() / "predicates.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigError(f"vocabulary {path}: {error.strerror}") from error
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {cell[0]: (frozenset(cell[1].split()), frozenset(cell[2].split())) for cell in cells}
