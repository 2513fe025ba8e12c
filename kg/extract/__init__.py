"""Article and Links → Claims: posts, relations, observations, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract import nested, observations, positions, relations
from kg.extract.scene import Scene
from kg.model.claim import Claim
from kg.model.mention import Entity, Link
from kg.model.page import Article


def run(article: Article, links: Sequence[Link], entities: Mapping[str, Entity]) -> list[Claim]:
    """The claims of one article in order of id; two rules that read one place alike give two claims."""
    scene = Scene(article, links, entities)
    found = {
        claim.id: claim
        for extractor in (positions, relations, observations, nested)
        for claim in extractor.claims(scene)
    }
    return [found[key] for key in sorted(found)]
