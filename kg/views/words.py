"""Labels of types and relations in Chinese and English, from ontology/kg.ttl: a term is named in one place."""

from __future__ import annotations

from functools import cache

import msgspec

from kg import resources

_VOCABULARY = "https://kg.example/ontology#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


class Label(msgspec.Struct, frozen=True):
    """A term in the languages that the views speak."""

    zh: str
    en: str


@cache
def labels() -> dict[str, Label]:
    """Local name of each term → its labels; `holdsPost` (the edge that stands for a kg:Post) has that class's."""
    from pyoxigraph import Literal, RdfFormat, parse

    found: dict[str, dict[str, str]] = {}
    for triple in parse(path=resources.ontology() / "kg.ttl", format=RdfFormat.TURTLE):
        name = triple.subject.value if hasattr(triple.subject, "value") else ""
        if triple.predicate.value == _LABEL and name.startswith(_VOCABULARY) and isinstance(triple.object, Literal):
            found.setdefault(name.removeprefix(_VOCABULARY), {})[triple.object.language or "en"] = triple.object.value
    terms = {name: Label(texts.get("zh", name), texts.get("en", name)) for name, texts in found.items()}
    terms["holdsPost"] = terms.get("Post", Label("任职", "holds a post"))
    return terms


def label(term: str) -> Label:
    """The labels of `term`; a term that the vocabulary does not know stands for itself."""
    return labels().get(term, Label(term, term))
