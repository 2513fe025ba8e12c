"""A plain passage, without a page around it: what does it mention?"""

from __future__ import annotations

import hashlib

import msgspec

from kg import link, recognise
from kg.model.mention import Type
from kg.model.page import Article
from kg.segment.reflow import flow
from kg.text.script import as_printed, simplified


class Mentioned(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of a passage; `start` and `end` count in the passage as given."""

    start: int
    end: int
    type: Type
    surface: str
    name: str
    """Full name of the entity, as far as the passage tells it."""
    entity: str
    """Entity id; the same name gets the same id in a build."""
    confidence: float
    by: str
    why: str


def mentions(text: str, home: str | None = None, neural: bool = True) -> tuple[Mentioned, ...]:
    """What `text` mentions, by place. `home` is the division that 我市 or a bare 市工信局 means.

    >>> [(m.surface, m.type) for m in mentions("高唐县位于山东省。")]
    [('高唐县', 'Place'), ('山东省', 'Place')]
    """
    flowed = flow(simplified(text), ((0, len(text)),))
    article = Article(
        id=f"passage-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}",
        page="passage", source="-", number=1, kind="news", title=None, start=0, end=len(text), text=flowed.text,
        printed=flowed.printed, offsets=flowed.offsets, body=0, breaks=flowed.breaks, sentences=flowed.sentences,
        home=home,
    )  # fmt: skip
    entities, links = link.run([article], {article.id: recognise.run(article, neural=neural)})
    names = {entity.id: entity.name for entity in entities}
    return tuple(
        Mentioned(
            start=article.offsets[found.mention.start], end=article.offsets[found.mention.end - 1] + 1,
            type=found.mention.type,
            surface=as_printed(
                found.mention.surface,
                text[article.offsets[found.mention.start] : article.offsets[found.mention.end - 1] + 1],
            ),
            name=names[found.entity], entity=found.entity,
            confidence=round(found.confidence, 3), by=found.mention.by, why=found.why,
        )
        for found in links[article.id]
        if not found.mention.anaphor
    )  # fmt: skip
