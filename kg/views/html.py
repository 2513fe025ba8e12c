"""graph.html: the graph to look at, one file that needs no network and runs nothing that a page's text says.

pyvis carries nodes, edges and options; template, script and style are ours (`static/`), vis-network is taken out of
the installed pyvis wheel. Only scripts whose hash the page's own policy names are run, and every text is set as text.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kg.model.graph import KnowledgeGraph
from kg.views import looks
from kg.views.aggregate import aggregate
from kg.views.captions import SIZE
from kg.views.drawing import LIMIT, PART_OF, Drawing, linked, whole
from kg.views.facts import choose, ends, payload, relation
from kg.views.words import label

if TYPE_CHECKING:
    from jinja2 import Environment

_STATIC = Path(__file__).parent / "static"
SCRIPTS = ("words.js", "store.js", "picture.js", "captions.js", "panel.js", "legend.js", "search.js", "app.js")
"""In the order in which they build on one another."""
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"


def write(graph: KnowledgeGraph, path: Path) -> None:
    """The page of `graph` into the file `path`; the same graph gives the same bytes."""
    # a lone surrogate in a page's text must not stop a build
    path.write_bytes(render(graph).encode("utf-8", "replace"))


def render(graph: KnowledgeGraph, limit: int = LIMIT) -> str:
    """The page of `graph` as HTML. With more than `limit` entities to draw, it shows them gathered by place."""
    chosen = choose(graph)
    drawn = linked(graph)
    gathered = len(drawn) > limit
    drawing = aggregate(graph, chosen) if gathered else whole(graph, chosen)
    data = payload(graph, chosen)
    data["types"] = {name: {**_words(name), **_look(name)} for name in looks.LOOKS}
    data["relations"] = {name: _words(name) for name in _relations(data["facts"], drawing)}
    data["counts"] = _counts(graph, drawn, data["relations"])
    data["groups"] = msgspec.to_builtins(drawing.groups)
    data["about"] = {
        "pages": len(graph.pages),
        "articles": len(graph.articles),
        "entities": sum(1 for e in graph.entities if e.articles or e.id in drawn),
        "statements": len(graph.statements),
        "gathered": gathered,
        "left_out": chosen.left_out,
    }
    return _page(drawing, data)


def _counts(graph: KnowledgeGraph, drawn: set[str], shown: Iterable[str]) -> dict[str, dict[str, int]]:
    """Entities by type and facts by relation of the whole graph, whatever of it the page carries."""
    types: Counter[str] = Counter(e.type for e in graph.entities if e.articles or e.id in drawn)
    relations = Counter(relation(s) for s in graph.statements if len(ends(s)) == 2)
    relations[PART_OF] = sum(1 for e in graph.entities if e.part_of is not None)
    return {"types": dict(types), "relations": {name: relations[name] for name in shown}}


def _relations(facts: list[dict[str, Any]], drawing: Drawing) -> list[str]:
    background = {PART_OF} if any(line.relation == PART_OF for line in drawing.lines) else set()
    return sorted({str(fact["relation"]) for fact in facts} | background)


def _words(term: str) -> dict[str, str]:
    words = label(term)
    return {"zh": words.zh, "en": words.en}


def _look(name: str) -> dict[str, str]:
    look = looks.LOOKS[name]  # type: ignore[index]
    return {"shape": look.shape, "light": look.light, "dark": look.dark}


def _page(drawing: Drawing, data: dict[str, Any]) -> str:
    # pyvis draws in IPython, which takes most of a second to import: only where a page is made
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="local")
    net.options = _options()
    for node in drawing.nodes:
        look = looks.LOOKS[node.type]
        net.add_node(node.id, label=node.caption, shape=look.shape, color=look.light, kind=node.type, size=node.size,
                     x=node.x, y=node.y)  # fmt: skip
    for line in drawing.lines:
        net.add_edge(line.start, line.end, id=line.id, relation=line.relation, modality=line.modality,
                     weight=line.weight, arrows="")  # fmt: skip
    net.templateEnv = _environment(data)
    net.path = "template.html"
    return str(net.generate_html())


def _options() -> dict[str, Any]:
    """What vis-network is told: nothing moves by itself, and captions are ours to draw."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "dragNodes": False, "hoverConnectedEdges": False, "hideEdgesOnDrag": False,
                        "keyboard": False, "multiselect": False, "selectConnectedEdges": False},
        "nodes": {"font": {"face": looks.FONT, "size": SIZE}, "borderWidth": 1, "borderWidthSelected": 1,
                  "labelHighlightBold": False},
        "edges": {"smooth": False, "width": 1, "hoverWidth": 0, "selectionWidth": 0, "color": {"inherit": False}},
    }  # fmt: skip


def _environment(data: dict[str, Any]) -> Environment:
    """Our own template environment: pyvis' has autoescape off."""
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(loader=FileSystemLoader(_STATIC), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
    scripts = [_vis(), *(_read(_STATIC / name) for name in SCRIPTS)]
    style = _read(_STATIC / "style.css")
    policy = {
        "default-src": "'none'",
        "script-src": " ".join(_hash(script) for script in scripts),
        "style-src": _hash(style),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    environment.globals.update(
        data=data,
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own files and vis-network, checked by `_read`
        style=Markup(style),  # noqa: S704
        policy="; ".join(f"{name} {value}" for name, value in policy.items()),
    )
    return environment


def _vis() -> str:
    """vis-network as it lies in the installed pyvis; finding it imports nothing."""
    spec = find_spec("pyvis")
    assert spec is not None and spec.submodule_search_locations  # noqa: S101 - a dependency of this distribution
    return _read(Path(spec.submodule_search_locations[0]) / _VIS)


def _read(path: Path) -> str:
    """A script or style to be put inside the page: line ends as a browser hashes them (reading
    makes them so), and no end tag inside."""
    text = path.read_text(encoding="utf-8")
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise ValueError(f"{path.name} cannot stand inside a page")
    return text


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
