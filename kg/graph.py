"""A built graph for programs: the same answers that the command line prints."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.config import Config
from kg.config import load as load_config
from kg.errors import NotBuilt
from kg.query.answers import Card, Hit, Neighbourhood, Report, Stats, Trail, Why
from kg.query.index import Index

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.stages import Summary


class Graph:
    """What `kg build` wrote into a folder. Cheap to make: each view is loaded when it is first asked for.

    >>> graph = kg.load("outputs")                                  # doctest: +SKIP
    >>> [edge.far.name for edge in graph.neighbors("海铜新材").edges if edge.relation == "exportsTo"]  # doctest: +SKIP
    ['智利']
    """

    def __init__(self, output: Path) -> None:
        if not (output / "manifest.json").is_file():
            raise NotBuilt(str(output / "manifest.json"))
        self.output = output

    @cached_property
    def index(self) -> Index:
        """The look-up index, opened for reading."""
        return Index(self.output)

    def close(self) -> None:
        """Release the files that are open."""
        if "index" in self.__dict__:
            self.index.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def networkx(self) -> networkx.MultiDiGraph:
        """The graph as a NetworkX MultiDiGraph; see `kg.export.network.digraph` for the attributes."""
        from kg.export import network

        return network.read(_existing(self.output / "graph.json"))

    def rdflib(self) -> rdflib.Graph:
        """The graph as an rdflib Graph, all of graph.ttl."""
        from rdflib import Graph as RdfGraph

        return RdfGraph().parse(_existing(self.output / "graph.ttl"))

    def sparql(self, query: str) -> list[dict[str, Any]] | bool | str:
        """A SPARQL query over the Oxigraph store: rows of a SELECT as dicts of Python values (IRIs as text, unbound
        variables as None), the answer of an ASK, the Turtle of a CONSTRUCT. Raises QueryError.

        The prefixes kg, schema, skos, rdf, rdfs and xsd need no declaration. Nothing can be changed by a query.
        """
        from kg.query import sparql

        return sparql.values(sparql.query(self.output, query))

    def neighbors(
        self,
        name: str,
        hops: int = 1,
        types: Collection[str] = (),
        relations: Collection[str] = (),
        limit: int | None = None,
    ) -> Neighbourhood:
        """What the entity `name` is connected to, with the sentences. Raises UnknownName, AmbiguousName, and
        ConfigError for hops below 1 and for types and relations that the ontology does not know.
        """
        from kg.query.neighbours import neighbours

        return neighbours(self.index, name, hops, types, relations, limit)

    def show(self, name: str) -> Card:
        """Everything about the entity `name`."""
        from kg.query.neighbours import card

        return card(self.index, name)

    def why(self, statement: str, relation: str | None = None, object: str | None = None) -> Why:
        """A statement, by its id or as two names and their relation, walked back to sentence, offsets and rule."""
        from kg.query.why import why

        return why(self.index, statement, relation, object)

    def search(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Entities by any part of a name or by pinyin initials."""
        from kg.query.search import search

        return search(self.index, text, limit)

    def path(self, a: str, b: str) -> Trail:
        """A shortest path between two entities, with the evidence of each hop."""
        from kg.query.paths import path

        return path(self.index, a, b)

    def stats(self) -> Stats:
        """What the graph holds, in counts."""
        from kg.query.stats import stats

        return stats(self.index)

    def validate(self) -> Report:
        """Whether the graph conforms to ontology/shapes.ttl, and where it does not."""
        from kg.query.validate import validate

        return validate(self.output)

    def export(self, form: str, target: str | Path | None = None) -> str:
        """The graph in another format (`kg.export.formats.FORMATS`), as text; into `target` where one is given."""
        from kg.export.formats import convert

        return convert(self.output, form, None if target is None else Path(target))


def load(output: str | Path = "outputs") -> Graph:
    """The graph that a build wrote into `output`. Raises NotBuilt where there is none."""
    return Graph(Path(output))


def build(
    paths: Sequence[str | Path] | str | Path,
    output: str | Path = "outputs",
    config: Config | None = None,
    jobs: int = 1,
) -> Summary:
    """Build the graph of the pages at `paths` into the folder `output`; what `kg build` does.

    Without a `config` the settings are those of ./kg.toml where it exists; `kg.Config()` is the defaults.
    `jobs` processes share the pages, 0 for as many as there are cores; a script that asks for more than one starts
    under `if __name__ == "__main__":`, since each process imports it. Inputs that cannot be read are in the
    summary's `rejects`; everything else is built. Where nothing could be read, nothing is published and the outputs
    stay as they are (`published` is false). Raises ConfigError, ReadError.
    """
    from kg.stages import build as run

    several = [paths] if isinstance(paths, str | Path) else paths
    return run([Path(path) for path in several], Path(output), load_config(None) if config is None else config, jobs)


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise NotBuilt(str(path))
    return path
