"""The same article, set in another way, says the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg import segment
from kg.stages import read_pages
from tests.metamorphic.compare import Told, f1, told
from tests.metamorphic.variants import WIDTHS, Setting, Story, printed, story

ROOT = Path(__file__).parent.parent.parent
OURS = [ROOT / "seeds", ROOT / "tests" / "pages" / "harbour.txt"]
SHARED = ROOT.parent / "shared" / "seeds"
FLOOR = 0.98
SETTINGS: dict[str, dict[str, Any]] = {
    **{f"{width} characters a row": {"width": width} for width in WIDTHS},
    "headline after the body": {"headline": "after"},
    "stray blanks": {"strays": True},
    "full-width digits and letters": {"wide": True},
    "traditional characters": {"traditional": True},
    "between two other articles": {"neighbours": True},
    "all at once": {"width": 17, "strays": True, "wide": True, "traditional": True, "neighbours": True},
}


@cache
def stories() -> tuple[Story, ...]:
    """The longest article under a headline of each page."""
    pages, _ = read_pages([*OURS, *([SHARED] if SHARED.is_dir() else [])])
    found = []
    for page in pages:
        titled = [a for a in segment.run(page) if a.title and a.body and a.kind in ("news", "commentary")]
        found.append(story(max(titled, key=lambda a: (len(a.text), -a.number))))
    return tuple(found)


@cache
def itself(number: int) -> tuple[Told, Told]:
    return told(printed(stories()[number]))


@pytest.mark.parametrize("setting", SETTINGS)
def test_an_article_set_in_another_way_names_and_states_the_same(setting: str) -> None:
    shared, total = [0, 0], [0, 0]
    for number, one in enumerate(stories()):
        other = told(printed(one, **SETTINGS[setting]))
        for i in (0, 1):
            both, all_ = f1(itself(number)[i], other[i])
            shared[i] += both
            total[i] += all_
    assert shared[0] >= FLOOR * total[0], f"entities {shared[0] / total[0]:.4f}"
    assert shared[1] >= FLOOR * total[1], f"facts {shared[1] / total[1]:.4f}"


def test_the_articles_say_something_to_begin_with() -> None:
    assert len(stories()) >= 6
    assert all(itself(number)[0].total() > 5 for number in range(len(stories())))


def test_the_settings_are_printed_differently_and_say_where_the_article_stands() -> None:
    one = stories()[0]
    plain = printed(one)
    others = [printed(one, **setting) for setting in SETTINGS.values()]
    assert len({plain.page.text, *(other.page.text for other in others)}) == len(others) + 1
    for other in others:
        assert _length(other) == _length(plain)


def _length(setting: Setting) -> int:
    return len("".join(setting.page.text[setting.start : setting.end].split()))
