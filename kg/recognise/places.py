"""Places: divisions, towns, villages, zones, countries, cities abroad, rivers and regions.

Full forms are mentions wherever they stand, also inside longer names (东昌府区人民医院 → 东昌府区); short forms,
joint words (鲁豫) and single characters (赴京) where they stand for the place. 全市 and 我省 are the linker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import listed_places, place_characters, place_patterns
from kg.recognise.spots import Spot
from kg.text import gazetteer
from kg.text.pieces import pieces

_OUR_COUNTRY = re.compile(r"我国")


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """The places that `article` names, with codes where name, chain or the article's other places fix them."""
    text = article.text
    p = pieces(text)
    listed = listed_places.spots(text, p, article.home)
    spots = [
        *listed,
        *place_patterns.spots(text, p, listed),
        *place_characters.spots(text, p, article.home),
    ]
    return [*(_mention(article, spot) for spot in _coded(spots, article.home)), *_our_country(article, spots)]


def _our_country(article: Article, spots: Sequence[Spot]) -> Iterator[Mention]:
    """我国 in an article that names China too: it carries facts to what is named, and names nothing itself."""
    if not any(spot.name == "中国" for spot in spots):
        return
    for match in _OUR_COUNTRY.finditer(article.text):
        start, end = match.span()
        yield Mention(
            article=article.id, start=start, end=end, type="Place", surface=article.printed[start:end],
            confidence=0.95, by="places.our_country", name="中国", level="country", anaphor=True,
        )  # fmt: skip


def _coded(spots: Sequence[Spot], home: str | None) -> list[tuple[Spot, str | None]]:
    ordered = sorted(spots, key=lambda spot: (spot.start, -spot.end))
    context = _context(ordered, home)
    done: list[tuple[Spot, str | None]] = []
    settled: dict[tuple[str, str | None], str | None] = {}
    for spot in ordered:
        code = spot.code
        if spot.listed and spot.name:
            above = done[-1][1] if done and done[-1][0].end == spot.start else None
            if (spot.name, above) not in settled:
                settled[spot.name, above] = _code(spot.name, above, context)
            code = settled[spot.name, above]
        done.append((spot, code))
    return done


def _code(name: str, above: str | None, context: Sequence[str]) -> str | None:
    """Inside the place written before it (阳谷县|高庙王镇), else the one place of the name or the nearest.

    A town is certain only near another place of the text: lists of towns change, and many names come twice.
    """
    gaz = gazetteer.load()
    if above:
        inside = [place for place in gaz.resolve(name) if above in gaz.ancestors(place.code)]
        if len(inside) == 1:
            return inside[0].code
    settled = gaz.settle(name, context)
    if settled is None or (settled.level == "town" and not gaz.closeness(settled.code, context)):
        return None
    return settled.code


def _context(spots: Sequence[Spot], home: str | None) -> tuple[str, ...]:
    """Codes that the article fixes by itself: its home, and places whose name only one division bears."""
    gaz = gazetteer.load()
    codes = [place.code for name in ([home] if home else []) if (place := gaz.settle(name))]
    for name in dict.fromkeys(spot.name for spot in spots if spot.listed and spot.name):
        options = gaz.resolve(name)
        if (len(options) == 1 and options[0].level != "town") or options[0].level == "province":
            codes.append(options[0].code)
    return tuple(dict.fromkeys(codes))


def _mention(article: Article, coded: tuple[Spot, str | None]) -> Mention:
    spot, code = coded
    place = gazetteer.load().by_code(code) if code else None
    return Mention(
        article=article.id,
        start=spot.start,
        end=spot.end,
        type="Place",
        surface=article.printed[spot.start : spot.end],
        confidence=spot.confidence,
        by=spot.by,
        name=place.name if place else spot.name,
        code=code,
        level=place.level if place else spot.level,
    )
