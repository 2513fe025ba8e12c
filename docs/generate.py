"""Write the pages that follow from the code: `python docs/generate.py` (a test checks that they are current).

docs/cli.md from the parser; the tables of docs/ontology.md from ontology/kg.ttl and ontology/predicates.tsv; the
transcripts of README.md and docs/README.zh.md from a build of the pages that ship.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent
_MARKS = "<!-- generated: {} -->\n", "<!-- end -->"
READMES = {DOCS.parent / "README.md": "en", DOCS / "README.zh.md": "zh"}
"""Pages with a transcript, and the language in which the commands of each speak."""
SHOWN = ("kg build", "kg neighbors 中通客车 --limit 2", "kg why 中通客车 exportsTo 智利")
_TRANSCRIPT = re.compile(r"(?<=<!-- transcript -->\n).*?(?=<!-- end of transcript -->)", re.DOTALL)
_SECONDS = re.compile(r"(?<=[(（])[\d.]+(?= (?:s\)|秒）))")


def cli() -> str:
    """docs/cli.md: every command with its arguments and its example, in English."""
    os.environ["KG_LANG"] = "en"
    from kg.cli.parser import parser

    [commands] = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    lines = [
        "# Command line",
        "",
        "Generated from the parser by `python docs/generate.py`; `kg COMMAND --help` says the same.",
        "",
        "Messages are in Chinese, with `KG_LANG=en` in English; `--json` is the same in both. Terms can be typed in"
        " either language (`--relation exportsTo`, `--relation 出口到`), names with blanks, full-width letters or"
        " quotation marks.",
        "",
        "With `--json` an error is an object on standard output too, always with the keys `error` (its kind), `message`"
        " (English), `name`, `nearest` and `candidates` (`id`, `label`).",
        "",
        "| exit status | means |",
        "| --- | --- |",
        "| 0 | done |",
        "| 1 | no such name (the nearest are shown), several of that name (the candidates are shown), no path, nothing"
        " found, not conforming |",
        "| 2 | wrong use, wrong setting, no graph built yet |",
        "| 3 | some input was rejected, by name and with the reason; the rest is built (where nothing is left, the"
        " previous outputs stay) |",
    ]
    for name, sub in commands.choices.items():
        lines += ["", *_command(name, sub)]
    return "\n".join(lines) + "\n"


def _command(name: str, sub: argparse.ArgumentParser) -> Iterator[str]:
    actions = [action for action in sub._actions if action.dest != "help"]
    actions.sort(key=lambda action: bool(action.option_strings))
    usage = " ".join([f"kg {name}", *map(_usage, actions)])
    yield from (f"## kg {name}", "", f"{_sentence(sub.description or '')}", "", "```", usage, "```", "")
    yield from ("| argument | meaning |", "| --- | --- |")
    for action in actions:
        word = ", ".join(action.option_strings) or str(action.metavar)
        value = f" {action.metavar}" if action.option_strings and action.nargs != 0 else ""
        yield f"| `{word}{value}` | {action.help or ''} |"
    yield from ("", f"{(sub.epilog or '').partition(': ')[0]}: `{(sub.epilog or '').partition(': ')[2]}`")


def _usage(action: argparse.Action) -> str:
    if not action.option_strings:
        return {"*": f"[{action.metavar} …]", "+": f"{action.metavar} …"}.get(str(action.nargs), str(action.metavar))
    return f"[{action.option_strings[0]}{'' if action.nargs == 0 else f' {action.metavar}'}]"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def ontology() -> dict[str, str]:
    """The tables of docs/ontology.md by name."""
    import rdflib
    from rdflib.namespace import OWL, RDF, RDFS, SKOS

    from kg import resources
    from kg.text.vocabulary import KG, signatures

    graph = rdflib.Graph().parse(resources.ontology() / "kg.ttl")

    def words(term: rdflib.URIRef, field: rdflib.URIRef, language: str) -> str:
        return next(str(o) for o in graph.objects(term, field) if getattr(o, "language", None) == language)

    def near(term: rdflib.URIRef) -> str:
        relations = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)
        return ", ".join(sorted({o.n3(graph.namespace_manager) for r in relations for o in graph.objects(term, r)}))

    def table(kind: rdflib.URIRef, keep: bool) -> str:
        rows = ["| term | Chinese | English | meaning | aligned with |", "| --- | --- | --- | --- | --- |"]
        for term in sorted(s for s in graph.subjects(RDF.type, kind) if isinstance(s, rdflib.URIRef)):
            if (term.removeprefix(KG) in signatures()) is keep:
                zh, en = words(term, RDFS.label, "zh"), words(term, RDFS.label, "en")
                comment = words(term, RDFS.comment, "en")
                rows.append(f"| `kg:{term.removeprefix(KG)}` | {zh} | {en} | {comment} | {near(term)} |")
        return "\n".join(rows) + "\n"

    facts = ["| predicate | from | to |", "| --- | --- | --- |"]
    facts += [
        f"| `{name}` | {', '.join(sorted(domain))} | {', '.join(sorted(range_))} |"
        for name, (domain, range_) in signatures().items()
    ]
    return {
        "classes": table(OWL.Class, keep=False),
        "relations": table(OWL.ObjectProperty, keep=True),
        "signatures": "\n".join(facts) + "\n",
        "links": table(OWL.ObjectProperty, keep=False),
        "literals": table(OWL.DatatypeProperty, keep=False),
    }


def filled(text: str, tables: dict[str, str]) -> str:
    """`text` with each stretch between marks replaced by the table of that name."""
    for name, table in tables.items():
        first, last = _MARKS[0].format(name), _MARKS[1]
        pattern = re.compile(re.escape(first) + ".*?" + re.escape(last), re.DOTALL)
        found = pattern.search(text)
        if found is None:
            raise SystemExit(f"docs/ontology.md has lost its place for {name}")
        text = f"{text[: found.start()]}{first}\n{table}\n{last}{text[found.end() :]}"
    return text


def transcripts() -> dict[Path, str]:
    """What stands between the marks of each page of READMES: SHOWN, run on the pages that ship in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(DOCS.parent / "seeds")
        return {page: transcript(Path(folder), language) for page, language in READMES.items()}


def transcript(folder: Path, language: str) -> str:
    """SHOWN with what each command prints in `folder`, as on a terminal; the seconds of a build, which vary, as 3."""
    settings = {**os.environ, "KG_LANG": language, "PYTHONPATH": os.pathsep.join([str(DOCS.parent), *sys.path])}
    lines = ["$ export KG_LANG=en"] if language == "en" else []
    for command in SHOWN:
        asked = [sys.executable, "-m", *command.split()]
        said = subprocess.run(asked, cwd=folder, env=settings, capture_output=True, check=True, encoding="utf-8")
        lines += [f"$ {command}", _SECONDS.sub("3", said.stdout).rstrip("\n")]
    return "\n```\n" + "\n".join(lines) + "\n```\n\n"


def shown(text: str) -> str:
    """The transcript that a page has."""
    found = _TRANSCRIPT.search(text)
    if found is None:
        raise SystemExit("a page has lost the place of its transcript")
    return found[0]


def with_transcript(text: str, fresh: str) -> str:
    """The page with another transcript."""
    return text.replace(shown(text), fresh)


if __name__ == "__main__":
    (DOCS / "cli.md").write_text(cli(), encoding="utf-8")
    page = DOCS / "ontology.md"
    page.write_text(filled(page.read_text(encoding="utf-8"), ontology()), encoding="utf-8")
    for readme, fresh in transcripts().items():
        readme.write_text(with_transcript(readme.read_text(encoding="utf-8"), fresh), encoding="utf-8")
