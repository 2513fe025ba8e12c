"""Mention → Link: which entity a mention stands for, how sure, and why; for all articles of one page together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.link import anaphora, companies, names, organs, persons, places
from kg.link.focus import Focus
from kg.link.group import Group
from kg.model.ids import entity_id
from kg.model.mention import Entity, Link, Mention, Type
from kg.model.page import Article


def run(
    articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[list[Entity], dict[str, list[Link]]]:
    """Entities of one page and, by article id, the links to them (anaphors included), in order of place.

    `mentions` maps each article's id to its settled mentions. Entities come sorted by id; divisions that the page
    does not name but that lie above one it names, or that are its home, come as background without articles.
    """
    by_type: dict[Type, list[Mention]] = defaultdict(list)
    for article in articles:
        for mention in mentions.get(article.id, ()):
            by_type[mention.type].append(mention)
    home = next((a.home for a in articles if a.home), None)
    page = articles[0].page if articles else ""
    located = places.group(by_type.pop("Place", []), home)
    focus = Focus(located, home)
    groups: list[Group] = [
        *located,
        *organs.group(by_type.pop("Government", []), focus),
        *companies.group(by_type.pop("Company", [])),
        *persons.group(by_type.pop("Person", []), page),
    ]
    for kind in sorted(by_type):
        groups.extend(names.group(kind, by_type[kind]))
    entities = {group.id: group.entity() for group in groups}
    links: dict[str, list[Link]] = {article.id: [] for article in articles}
    for group in groups:
        for link in group.links():
            links[link.mention.article].append(link)
    codes = {g.code for g in located if g.code}
    for article in articles:
        codes |= _resolve_anaphors(article, focus, links[article.id])
        links[article.id].sort(key=lambda k: (k.mention.start, -k.mention.end, k.entity))
    at_home = places.home_code(home)
    for entity in places.background(sorted({*codes, *([at_home] if at_home else [])})):
        entities.setdefault(entity.id, entity)
    return [entities[key] for key in sorted(entities)], links


def _resolve_anaphors(article: Article, focus: Focus, links: list[Link]) -> set[str]:
    """Adds the anaphors' links to `links`; returns the codes of the divisions that they brought in."""
    codes = set()
    links.extend(anaphora.things(article, links))
    for mention, division in anaphora.places(article, focus):
        if division.code is None:
            continue
        codes.add(division.code)
        links.append(
            Link(
                mention=mention,
                entity=entity_id("Place", "division", division.code),
                confidence=0.95,
                why=f"{mention.surface} is {division.name} here",
            )
        )
    return codes
