"""An article's text with each name shrunk to one sign of its type: what sentence patterns are matched against.

`<Company>的产品出口<Place>` is short, so patterns over it are short and linear; every index of `code` leads back to the
text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

import msgspec

from kg.extract.anaphora import Found, generic
from kg.extract.scene import Scene
from kg.model.mention import Link, Type
from kg.model.page import Span

TYPES: tuple[Type, ...] = (
    "Company", "Government", "Institution", "Person", "Place", "Park", "Cluster", "Chain",
    "Industry", "Product", "Project", "Event", "Honor", "Policy",
)  # fmt: skip
SIGN: dict[str, str] = {kind: chr(0xE000 + number) for number, kind in enumerate(TYPES)}
ANY = f"{chr(0xE000)}-{chr(0xE000 + len(TYPES) - 1)}"
"""All signs, for use inside a character class."""
ORGANISATION: tuple[Type, ...] = ("Company", "Government", "Institution")

_STOPS = re.compile(r"[，；：。！？\n…]|——|(?<=[。！？])”")


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One name (or 该公司, 我市) in its place; `entities` are several where one string names two things (鲁豫)."""

    at: int
    """Index in `Discourse.code`."""
    start: int
    end: int
    type: Type
    entities: tuple[str, ...]
    anaphor: bool = False
    sure: float = 1.0


class Coded:
    """See the module: `code`, its `nodes`, and the way between text, sentences and clauses."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        self.nodes, self.code, self._spots = _encode(scene, [*generic(scene), *_outer(scene.links)])
        self._at = [node.at for node in self.nodes]
        self.stops = [0, *(hit.end() for hit in _STOPS.finditer(self.code))]
        self.sentences = tuple((self.index(start), self.index(end)) for start, end in scene.article.sentences)
        self.begins = [start for start, _ in self.sentences]

    def index(self, position: int) -> int:
        """Index in `code` of a position of the text."""
        return bisect_left(self._spots, position)

    def position(self, index: int) -> int:
        """Position in the text of an index of `code`."""
        return self._spots[index] if index < len(self._spots) else len(self.text)

    def between(self, low: int, high: int, types: Collection[str] = TYPES) -> list[Node]:
        """Nodes in `code[low:high]` of the given types."""
        return [n for n in self.nodes[bisect_left(self._at, low) : bisect_left(self._at, high)] if n.type in types]

    def sentence(self, index: int) -> Span:
        """The sentence of `code` that holds `index`."""
        place = bisect_right(self.begins, index) - 1
        if place >= 0 and index < self.sentences[place][1]:
            return self.sentences[place]
        return index, index + 1

    def before(self, index: int) -> Span | None:
        """The sentence before the one that holds `index`."""
        place = bisect_right(self.begins, index) - 2
        return self.sentences[place] if place >= 0 else None

    def part(self, index: int) -> int:
        """Where the part between ；：。 that holds `index` begins."""
        return max(self.sentence(index)[0], *(self.code.rfind(stop, 0, index) + 1 for stop in "；："))

    def clause(self, index: int) -> int:
        """Where the clause that holds `index` begins."""
        return self.stops[bisect_right(self.stops, index) - 1]


def _outer(links: Sequence[Link]) -> Iterator[Found]:
    """Links that lie in no longer one; coinciding ones together."""
    reach = -1
    kept: dict[Span, list[Link]] = {}
    for link in links:
        span = (link.mention.start, link.mention.end)
        if span in kept:
            kept[span].append(link)
        elif span[1] > reach and span[0] >= reach:
            kept[span] = [link]
            reach = span[1]
    for (start, end), same in kept.items():
        first = same[0]
        ids = tuple(dict.fromkeys(link.entity for link in same if link.mention.type == first.mention.type))
        yield Found(start, end, first.mention.type, ids, first.mention.anaphor, 1.0)


def _encode(scene: Scene, found: Sequence[Found]) -> tuple[tuple[Node, ...], str, list[int]]:
    text = scene.text
    nodes: list[Node] = []
    signs: list[str] = []
    spots: list[int] = []
    cursor = 0
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        if item.start < cursor:
            continue
        signs.append(text[cursor : item.start])
        spots.extend(range(cursor, item.start))
        nodes.append(
            Node(
                at=len(spots), start=item.start, end=item.end, type=item.type, entities=item.entities,
                anaphor=item.anaphor, sure=item.sure,
            )
        )  # fmt: skip
        signs.append(SIGN[item.type])
        spots.append(item.start)
        cursor = item.end
    signs.append(text[cursor:])
    spots.extend(range(cursor, len(text)))
    return tuple(nodes), "".join(signs), spots
