"""Companies: full names by their form, short names by their trade and context, and the aliases of what is confirmed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise.company_full import full_names
from kg.recognise.company_lists import listed_names
from kg.recognise.company_named import named
from kg.recognise.company_seen import seen
from kg.recognise.company_short import candidates_of, open_candidates, short_names
from kg.recognise.product_phrase import levels
from kg.recognise.reading import covered, places_by_end, read
from kg.text.companies import aliases, known_companies, ordinary, split_trade, trades
from kg.text.words import known, tagged

_BRANCH = re.compile(r"分公司|支公司|分行|支行|分厂|子公司")
_ALIAS_FLOOR = 0.75
_NOT_AFTER = ("产业", "行业", "村", "镇", "县", "人")
_DIVISION = (*"村镇乡县市区省国院", "大厦", "大学", "医院")


def find(article: Article, found: Sequence[Mention], *, neural: bool = True) -> list[Mention]:
    """Every mention of a company in the article: full names, short names, aliases of both.

    With `neural` the tagger is asked about brands that the rules leave open.
    """
    reading = read(article.text)
    places = places_by_end(found)
    foreign = frozenset(m.end for m in found if m.type == "Place" and m.level == "country" and m.surface != "中国")
    spans: dict[tuple[int, int], tuple[float, str]] = {}
    for name in full_names(reading, places, foreign):
        spans[name.start, name.end] = (name.confidence, "companies.form")
    taken = [*spans, *((m.start, m.end) for m in found if m.type in ("Government", "Institution", "Park"))]
    home = {end: start for end, start in places.items() if end not in foreign}
    candidates = candidates_of(reading, home, taken)
    for start, end, confidence, rule in short_names(reading, candidates, taken):
        spans.setdefault((start, end), (confidence, f"companies.{rule}"))
    cities = {m.end: m.start for m in found if m.type == "Place" and m.level in ("city", "county")}
    bases = {(c.start, c.end): c.base for c in candidates}
    for span in listed_names(reading, places, list(spans), bases):
        if not covered([*taken, *spans], *span):
            spans[span] = (0.75, "companies.listed")
    forms = [*taken, *(span for span, (_, rule) in spans.items() if rule == "companies.form")]
    for span in sorted(set(named(reading, places, foreign))):
        if not covered(forms, *span):
            for other in [other for other in spans if covered([span], *other)]:
                del spans[other]
            spans[span] = (0.75, "companies.named")
    if neural:
        for span in seen(reading, article, open_candidates(reading, home), [*taken, *spans]):
            if not covered([*taken, *spans], *span):
                spans[span] = (0.7, "companies.seen")
    _branches(article.text, spans, found)
    _repeat(article.text, spans, cities)
    return [
        Mention(
            article=article.id, start=start, end=end, type="Company", surface=article.printed[start:end],
            confidence=confidence, by=rule,
        )
        for (start, end), (confidence, rule) in sorted(spans.items())
    ]  # fmt: skip


def _branches(text: str, spans: dict[tuple[int, int], tuple[float, str]], found: Sequence[Mention]) -> None:
    """Lengthen names that a place and a word for a branch follow: 卓远海运|南非|分公司."""
    ends = {m.start: m.end for m in found if m.type == "Place"}
    for start, end in sorted(spans):
        branch = _BRANCH.match(text, ends.get(end, end))
        if branch and end in ends:
            spans[start, branch.end()] = spans.pop((start, end))


def _repeat(text: str, spans: dict[tuple[int, int], tuple[float, str]], cities: Mapping[int, int]) -> None:
    """Add further places where a confirmed name or a usual short form stands; a city before it belongs to it."""
    names: dict[str, float] = {}
    for (start, end), (confidence, _) in sorted(spans.items()):
        name = text[start:end]
        names[name] = max(confidence, names.get(name, 0.0))
        for alias, weight in aliases(name):
            if weight >= _ALIAS_FLOOR and not _vague(alias):
                names[alias] = max(confidence * weight, names.get(alias, 0.0))
    for name in sorted(names, key=lambda n: (-len(n), n)):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            start = cities.get(at, at)
            odd = "·" in text[at - 1 : at] + text[end : end + 1] or text.startswith(_NOT_AFTER, end)
            if not odd and not covered([*spans], start, end):
                spans[start, end] = (names[name], "companies.alias")
            at = text.find(name, at + len(name))


def _vague(alias: str) -> bool:
    """Whether a short form is an ordinary word, an ambiguous brand or a place: only context can settle those."""
    words = tagged(alias)
    plain = all(known(word) and (tag == "ns" or ordinary(word)) for word, tag in words)
    firm = trades().get(words[-1][0]) == "firm"
    if split_trade(alias)[0] in levels():
        return True
    return (plain and not firm) or known_companies().get(alias) == "context" or alias.endswith(_DIVISION)
