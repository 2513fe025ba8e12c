"""A draft annotation of a page, made from the built graph for a person to correct."""

from __future__ import annotations

from sqlite3 import Row

from kg.errors import UnknownName
from kg.evaluate.gold import Gold, GoldArticle, GoldEntity, GoldObservation, GoldPosition, GoldRelation
from kg.query.index import Index


def draft(index: Index, document: str) -> Gold:
    """What the graph says of the page whose file is called `document`, in the form of an annotation.

    Raises UnknownName with the pages that there are where the graph has none of this name.
    """
    rows = index.rows("SELECT id, source, text FROM page ORDER BY source")
    page = next((r for r in rows if r["source"] == document or r["source"].endswith("/" + document)), None)
    if page is None:
        raise UnknownName(document, tuple(r["source"] for r in rows[:5]))
    articles = index.rows("SELECT * FROM article WHERE page = ? ORDER BY number", page["id"])
    short = {r["id"]: f"a{r['number']}" for r in articles}
    entities = _entities(index, page["id"], short)
    names = {id: entity.id for id, entity in entities.items()}
    relations, positions, observations = _facts(index, page["id"], short, names)
    return Gold(
        document=document,
        articles=tuple(_article(index, r, page["text"], short[r["id"]]) for r in articles),
        entities=tuple(entities.values()),
        relations=relations,
        positions=positions,
        observations=observations,
    )


def _article(index: Index, row: Row, text: str, id: str) -> GoldArticle:
    authors = index.rows(
        "SELECT a.role, e.name FROM author a JOIN entity e ON e.id = a.person WHERE a.article = ? ORDER BY e.name",
        row["id"],
    )
    return GoldArticle(
        id=id,
        title=row["title"],
        kind=row["kind"],
        first_line=text.count("\n", 0, int(row["first"])) + 1,
        last_line=text.count("\n", 0, max(int(row["first"]), int(row["last"]) - 1)) + 1,
        reporters=tuple(r["name"] for r in authors if r["role"] == "reporter"),
        correspondents=tuple(r["name"] for r in authors if r["role"] == "correspondent"),
        dateline=row["dateline"],
    )


def _entities(index: Index, page: str, short: dict[str, str]) -> dict[str, GoldEntity]:
    """The page's entities by graph id, numbered in the order of their first mention."""
    rows = index.rows(
        "SELECT m.entity, m.surface, m.article, e.type, e.name, e.level, e.role FROM mention m"
        " JOIN article a ON a.id = m.article JOIN entity e ON e.id = m.entity"
        " WHERE a.page = ? AND NOT m.anaphor ORDER BY a.number, m.first, m.last, m.entity",
        page,
    )
    surfaces: dict[str, dict[str, None]] = {}
    articles: dict[str, dict[str, None]] = {}
    about = {}
    for r in rows:
        surfaces.setdefault(r["entity"], {})["".join(r["surface"].split())] = None
        articles.setdefault(r["entity"], {})[short[r["article"]]] = None
        about[r["entity"]] = r
    return {
        id: GoldEntity(
            id=f"e{number}", type=about[id]["type"], name=about[id]["name"], surfaces=tuple(found),
            articles=tuple(articles[id]), level=about[id]["level"], role=about[id]["role"],
        )
        for number, (id, found) in enumerate(surfaces.items(), 1)
    }  # fmt: skip


def _facts(
    index: Index, page: str, short: dict[str, str], names: dict[str, str]
) -> tuple[tuple[GoldRelation, ...], tuple[GoldPosition, ...], tuple[GoldObservation, ...]]:
    """Facts whose ends the page names itself; one that it only points at (我市) has to be added by hand."""
    rows = index.rows(
        "SELECT s.*, e.article, e.quote, e.first FROM statement s JOIN evidence e ON e.statement = s.id"
        " JOIN article a ON a.id = e.article WHERE a.page = ? GROUP BY s.id ORDER BY a.number, min(e.first), s.id",
        page,
    )
    relations, positions, observations = [], [], []
    for r in rows:
        place = {"article": short[r["article"]], "evidence": r["quote"]}
        subject, object = names.get(r["subject"]), names.get(r["object"] or "")
        if r["kind"] == "observation" and subject:
            observations.append(
                GoldObservation(
                    s=subject, metric=r["label"], value=float(r["value"]), unit=r["unit"], period=r["period"], **place
                )
            )
        elif r["kind"] == "post" and subject and object:
            positions.append(GoldPosition(person=subject, title=r["label"], of=object, **place))
        elif r["kind"] == "relation" and subject and object:
            leads = r["predicate"] == "leads"
            relations.append(
                GoldRelation(
                    s=subject,
                    p="memberOf" if leads else r["predicate"],
                    o=object,
                    role="leader" if leads else None,
                    **place,
                )
            )
    return tuple(relations), tuple(positions), tuple(observations)  # fmt: skip
