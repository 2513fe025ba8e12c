"""Numbers about somebody: value, unit, what is measured, for which period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.extract import aligned
from kg.extract.clauses import topic_of
from kg.extract.complete import complete, governed
from kg.extract.countable import named_project, tells_fact
from kg.extract.discourse import Discourse
from kg.extract.metrics import Metric
from kg.extract.naming import Reading, metric_of
from kg.extract.phrases import noun
from kg.extract.scene import Scene
from kg.extract.topics import Topics
from kg.model.claim import Claim, Observation
from kg.text import quantities, stance, when
from kg.text.quantities import Quantity
from kg.text.when import When

_NOW = re.compile(r"目前|当前|如今|截至目前|现有|现已|现在")
_SINCE = re.compile(r"[^，。；]{1,14}以来")
_QUIET = re.compile(r"同期|成立|创立|创办|始建|建厂|设立|出生|诞生")


_CARRIED = 0.9
"""A subject that another clause names is right about half the time on pages of other papers (benchmarks/judged.tsv),
nine times in ten on a city's own: what is stated lies between.
"""


def claims(scene: Scene) -> list[Claim]:
    """An Observation for every number of the body that is said of an entity of the scene."""
    found = quantities.find(scene.text)
    if not found:
        return []
    whens = when.find(scene.text, scene.article.dateline or scene.article.issued)
    discourse = Discourse(scene)
    topics = Topics(discourse, whens, found)
    kept = [q for q in found if q.start >= scene.article.body and tells_fact(scene, q, topics.clauses.at(q.start))]
    topics.facts = {q.start for q in kept}
    readings = list(_readings(scene, topics, kept, whens))
    return [_claim(scene, discourse, reading) for reading in _once(readings)]


def _claim(scene: Scene, discourse: Discourse, reading: Reading) -> Claim:
    quantity, topic = reading.quantity, reading.topic
    fact = Observation(
        subject=topic.entity, metric=reading.metric.name, value=quantity.value, unit=quantity.unit,
        period=reading.period, compared_with=reading.metric.base or None,
    )  # fmt: skip
    speech = discourse.quote(discourse.index(quantity.start))
    return scene.claim(
        fact, (quantity.start, quantity.end), f"observations.{topic.by}",
        round(topic.sure * (_CARRIED if topic.by == "carried" else 1.0), 3),
        stance.modality(scene.text, quantity.start, quantity.end, scene.article.dateline or scene.article.issued),
        speech.person if speech else None,
    )  # fmt: skip


# --- metric, subject and period -----------------------------------------------------------------------------------
def _readings(scene: Scene, topics: Topics, kept: Sequence[Quantity], whens: Sequence[When]) -> Iterator[Reading]:
    text = scene.text
    sentences = [topics.clauses.sentence_start(q.start) for q in kept]
    rows = aligned.runs(text, kept, sentences, topics.discourse.nodes)
    loose = aligned.loose(text, kept, rows)
    previous: Reading | None = None
    listing: tuple[str, ...] = ()
    for place, quantity in enumerate(kept):
        topic = None if place in loose else named_project(scene, quantity) or topics.of(quantity)
        after = kept[place + 1] if place + 1 < len(kept) else None
        run, number = rows.get(place, (None, 0))
        if run is not None and (run.items or len(listing) == run.size):
            listing = run.items or listing
            owner = text[slice(*topic.at)] if topic and topic.at else ""
            metric = aligned.metric(run, number, [item.removeprefix(owner) for item in listing])
            if run.nodes:
                node = run.nodes[number]
                topic = topic_of(node, 0.8, "aligned")
                metric = Metric(name=run.verb or metric.name)
        elif topic is not None:
            metric = metric_of(Reading(quantity=quantity, topic=topic), previous, after, topics, whens)
        if topic is None or not metric.name:
            continue
        if run is not None and text.startswith("的", quantity.end):
            metric = msgspec.structs.replace(metric, name=metric.name + noun(text, quantity.end, len(text)))
        period = _period(text, topics, quantity, whens)
        previous = Reading(quantity=quantity, topic=topic, metric=metric, period=period)
        if not _stands(previous, topics):
            continue
        yield previous
        for other in topics.sharing(topic, quantity):
            yield msgspec.structs.replace(previous, topic=other)


def _stands(reading: Reading, topics: Topics) -> bool:
    """Whether a reading can be told outside its sentence."""
    quantity, name, found_by = reading.quantity, reading.metric.name, reading.topic.by
    clause = topics.clauses.at(quantity.start)
    before = topics.text[topics.clauses.skip(clause.start, quantity.start) : quantity.start]
    if name.startswith("每") and reading.topic.type == "Place" and quantity.kind != "count":
        return False
    if before.startswith("来自") and found_by == "carried" and reading.topic.type != "Event":
        return False
    low, high = topics.discourse.scene.article.sentences[clause.sentence]
    if topics.text.count(" ", low, high) > 3:
        return False
    if not reading.metric.lead and (found_by == "modifies" or (found_by == "named" and quantity.kind == "length")):
        return False
    if (len(name) == 1 and reading.topic.type != "Place") or (quantity.kind == "count" and governed(before)):
        return False
    return found_by == "named" or complete(topics.text, quantity, clause.end, name)


def _period(text: str, topics: Topics, quantity: Quantity, whens: Sequence[When]) -> str | None:
    """The date that frames the number: in its clause, else before it in its sentence with no 目前 between."""
    clause = topics.clauses.at(quantity.start)
    first = topics.clauses.sentence_start(quantity.start)
    frame: When | None = None
    for moment in whens:
        if moment.start >= quantity.start:
            break
        if moment.start >= first and not _QUIET.search(text, moment.start, min(len(text), moment.end + 6)):
            frame = moment
    if frame is None:
        return None
    if frame.start < clause.start and _NOW.search(text, clause.start, quantity.start):
        return None
    since = _SINCE.match(text, frame.end)
    return f"{frame.iso}/.." if since and "/" not in frame.iso and frame.kind == "stated" else frame.iso


def _once(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Each number once: one repeated in other words, with the same subject and unit, is the same fact."""
    seen: dict[tuple[str, str, str | None], list[str]] = {}
    for reading in readings:
        key = (reading.topic.entity, reading.quantity.value, reading.quantity.unit)
        names = seen.setdefault(key, [])
        if any(_alike(reading.metric.name, name) for name in names):
            continue
        names.append(reading.metric.name)
        yield reading


def _alike(one: str, other: str) -> bool:
    short, long = sorted((set(one), set(other)), key=len)
    return not short or len(short & long) / len(short) >= 0.6
