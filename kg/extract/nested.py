"""Facts told inside a long name: 甲客车出口智利100辆客车发车仪式 says who exports what to whom."""

from __future__ import annotations

from kg.extract import observations, relations
from kg.extract.scene import Scene
from kg.model.claim import Claim, Observation, Relation
from kg.model.mention import Link

_LONG = ("Event", "Project")
_ACTORS = ("Company", "Government", "Institution")


def claims(scene: Scene) -> list[Claim]:
    """Claims whose subject and object both stand inside the name of an event or project with an actor in it.

    The scene is read once more without those names, so that what they hold counts as words of the sentence.
    """
    holders = [link for link in scene.links if link.mention.type in _LONG and _acts(scene, link)]
    if not holders:
        return []
    inside = [{found.entity for found in _within(scene, holder)} for holder in holders]
    opened = Scene(scene.article, [link for link in scene.links if link not in holders], scene.entities)
    found = []
    for claim in (*relations.claims(opened), *observations.claims(opened)):
        match claim.fact:
            case Relation(subject=subject, object=object) if any({subject, object} <= names for names in inside):
                found.append(claim)
            case Observation(subject=subject, value=value) if any(
                subject in names and value in holder.mention.surface
                for names, holder in zip(inside, holders, strict=True)
            ):
                found.append(claim)
    return found


def _within(scene: Scene, holder: Link) -> list[Link]:
    mention = holder.mention
    return [link for link in scene.within(mention.start, mention.end) if link is not holder]


def _acts(scene: Scene, holder: Link) -> bool:
    """Whether the name begins with an actor and holds something that it acts on."""
    inner = [link.mention for link in _within(scene, holder)]
    first = [mention for mention in inner if mention.start == holder.mention.start]
    return any(mention.type in _ACTORS for mention in first) and len({m.start for m in inner}) > 1
