"""Article → Mentions: which stretches of the text name something, and what kind of thing."""

from __future__ import annotations

import importlib

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise.merge import settle

_CHAIN = (
    "places", "organs", "institutions", "parks", "companies", "persons", "clusters", "industries", "products",
    "projects", "events", "honors", "policies",
)  # fmt: skip


def run(article: Article, neural: bool = True) -> list[Mention]:
    """The settled mentions of one article, by place in its text. Each finder sees what the earlier ones found."""
    found: list[Mention] = []
    for name in _CHAIN:
        try:
            finder = importlib.import_module(f"kg.recognise.{name}")
        except ModuleNotFoundError:
            continue
        found.extend(finder.find(article, found))
    return settle(found)
