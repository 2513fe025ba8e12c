"""Each command: what it prints, what it returns, in both languages and as JSON."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import rdflib

from kg.export.formats import FORMATS
from tests.cli.conftest import Run
from tests.fixtures import CHAIRMAN, FIRM, MAGISTRATE


def test_neighbors_prints_direction_sentence_article_date_and_number(kg: Run) -> None:
    said = kg("neighbors", "海铜新材")
    assert said.status == 0
    assert "─出口到→ 智利  [地方]  0.9" in said.out
    assert "←任职（董事长）─ 周行远" in said.out
    assert "[计划]" in said.out
    assert "—— 铜企出海提速 · 2025-03-02 · 2025/harbour.txt [" in said.out
    assert "出口额：3.2亿元  (2024)" in said.out
    assert said.err == ""


def test_neighbors_takes_terms_in_either_language(kg: Run) -> None:
    results = {kg("neighbors", "海铜新材", "--relation", word).out for word in ("exportsTo", "出口到", "EXPORTSTO")}
    assert len(results) == 1
    assert "2 条事实" in results.pop()
    assert "→ 精密铜管" in kg("neighbors", "海铜新材", "--type", "产品").out
    assert "→ 智利" not in kg("neighbors", "海铜新材", "--type", "product").out


def test_neighbors_limits_and_says_so(kg: Run) -> None:
    said = kg("neighbors", "海铜新材", "--limit", "2")
    assert "7 条事实，显示前 2 条" in said.out
    assert said.out.count("statement/") == 4


def test_show_prints_names_articles_facts_and_what_lies_above(kg: Run) -> None:
    said = kg("show", "东岭县")
    assert "东岭县  [地方]  县级  990101  https://kg.example/id/place/" in said.out
    assert "属于：云港市" in said.out
    assert "提及 2 次，见于 2 篇文章" in said.out
    assert "（无标题） · 2025-03-05 · 2025/county.txt" in said.out
    assert "又称：海铜新材" in kg("show", "海铜新材").out


def test_why_walks_back_to_rule_place_and_page(kg: Run) -> None:
    said = kg("why", "海铜新材", "出口到", "智利")
    assert said.status == 0
    assert "海铜新材料股份有限公司 ─出口到→ 智利  置信度 0.9  statement/" in said.out
    assert said.out.count("规则 exports") == 2
    assert "2025/harbour.txt，字符 16–75" in said.out
    assert "⟦海铜新材产品出口到智利" in said.out
    statement = said.out.split()[said.out.split().index("0.9") + 1]
    assert kg("why", statement).out == said.out
    assert "引述 周行远" in kg("why", "海铜新材", "suppliesTo", "北川机械").out
    assert "出口额：3.2亿元  (2024)" in kg("why", "海铜新材", "数字", "出口额").out


def test_search_finds_by_initials_and_fails_on_nothing(kg: Run) -> None:
    assert "海铜新材料股份有限公司 (海铜新材)  企业" in kg("search", "htxc").out
    said = kg("search", "没有这样的")
    assert (said.status, said.out, said.err) == (1, "", "没有找到“没有这样的”\n")


def test_path_prints_each_hop_or_how_many_articles_know_none(kg: Run) -> None:
    said = kg("path", "智利", "精密铜管")
    assert said.status == 0
    assert said.out.index("智利 ←出口到─ 海铜新材") < said.out.index("海铜新材料股份有限公司 ─生产→ 精密铜管")
    none = kg("path", "北川机械", "深圳证券交易所")
    assert (none.status, none.out) == (1, "北川机械 与 深圳证券交易所 之间没有路径（3 篇文章）\n")
    assert "同一个实体" in kg("path", "海铜新材", FIRM).out


def test_stats_has_headings_and_no_english(kg: Run) -> None:
    out = kg("stats").out
    assert [line for line in out.splitlines() if line and not line.startswith(" ")] == [
        "总数", "实体", "关系", "语气（关系、任职、数字）",
    ]  # fmt: skip
    assert not any(ch.isascii() and ch.isalpha() for ch in out)


def test_sparql_prints_a_table_and_other_forms(kg: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    query = "SELECT ?p { ?c kg:exportsTo ?x . ?x skos:prefLabel ?p } ORDER BY ?p"
    said = kg("sparql", query)
    assert said.out.splitlines() == ["p", "──────────────", "智利", "ＲＣＥＰ成员国"]
    assert said.err == ""
    assert kg("sparql", query, "--format", "csv").out.splitlines() == ["p", "智利", "ＲＣＥＰ成员国"]
    assert json.loads(kg("sparql", query, "--json").out)["head"]["vars"] == ["p"]
    (tmp_path / "q.rq").write_text(query, encoding="gb18030")
    assert kg("sparql", f"@{tmp_path / 'q.rq'}").out == said.out
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(query.encode())))
    assert kg("sparql", "-").out == said.out
    construct = kg("sparql", "CONSTRUCT WHERE { ?s kg:leads ?o }")
    assert len(rdflib.Graph().parse(data=construct.out, format="turtle")) == 1


def test_validate_says_in_words_whether_the_graph_conforms(kg: Run, outputs: Path, tmp_path: Path) -> None:
    assert kg("validate").out.startswith("图谱符合全部约束（")
    text = (outputs / "graph.ttl").read_text(encoding="utf-8")
    (tmp_path / "graph.ttl").write_text(text.replace('"planned"', '"hoped"'), encoding="utf-8")
    said = kg("validate", output=tmp_path)
    assert said.status == 1
    assert "· 语气不在词表中" in said.out
    assert "语气 · hoped" in said.out


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "csv"])
def test_export_writes_to_standard_output_and_to_a_file(kg: Run, tmp_path: Path, form: str) -> None:
    printed = kg("export", form)
    written = kg("export", form, "--to", str(tmp_path / "graph"))
    assert (printed.status, written.status, written.out) == (0, 0, "")
    assert (tmp_path / "graph").read_text(encoding="utf-8") == printed.out
    assert "已写出" in written.err


def test_export_csv_asks_for_a_folder(kg: Run, tmp_path: Path) -> None:
    said = kg("export", "csv")
    assert (said.status, "--to" in said.err) == (2, True)
    assert kg("export", "csv", "--to", str(tmp_path / "t")).status == 0
    assert {path.name for path in (tmp_path / "t").iterdir()} == {"nodes.csv", "edges.csv"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("neighbors", "海铜新材"), ("show", "海铜新材"), ("why", "海铜新材", "exportsTo", "智利"), ("search", "铜"),
        ("path", "智利", "精密铜管"), ("stats",), ("validate",), ("sparql", "ASK {}"), ("completion", "bash"),
        ("sparql", "CONSTRUCT WHERE { ?s kg:leads ?o }"),
    ],
)  # fmt: skip
def test_json_is_the_same_in_both_languages(
    kg: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    chinese = kg(*arguments, "--json")
    monkeypatch.setenv("KG_LANG", "en")
    assert chinese == kg(*arguments, "--json")
    assert json.loads(chinese.out)


def test_mentions_reads_a_passage_from_the_argument_and_from_standard_input(
    kg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "高唐县在山东省。"
    said = kg("mentions", text)
    assert said.status == 0
    assert "    0–3     地方" in said.out
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode("gb18030"))))
    assert kg("mentions", "-").out == said.out
    rows = json.loads(kg("mentions", text, "--json").out)
    assert {"start", "end", "type", "surface", "entity", "confidence"} <= set(rows[0])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert kg("mentions", "-").status == 2


def test_an_unknown_name_exits_with_1_and_the_nearest(kg: Run) -> None:
    for arguments in (("neighbors", "海钢新材"), ("show", "海钢新材"), ("path", "智利", "海钢新材")):
        said = kg(*arguments)
        assert (said.status, said.out) == (1, "")
        assert said.err.splitlines()[0] == "图谱里没有“海钢新材”"
        assert said.err.splitlines()[1].startswith("最接近的名称：海铜新材")


def test_an_ambiguous_name_exits_with_1_and_the_candidates(kg: Run) -> None:
    said = kg("show", "周行远")
    assert said.status == 1
    assert f"  {MAGISTRATE}  周行远 · 东岭县 县长" in said.err.splitlines()
    assert kg("show", CHAIRMAN).status == 0


def test_a_missing_statement_exits_with_1_and_what_there_is(kg: Run) -> None:
    said = kg("why", "海铜新材", "produces", "智利")
    assert said.status == 1
    assert "exportsTo→ 智利" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("neighbours", "x"), ("neighbors",), ("neighbors", "x", "--hops", "9"), ("neighbors", "x", "--type", "Car"),
        ("neighbors", "x", "--limit", "0"), ("neighbors", "x", "--limit", "-1"), ("why", "a", "b"),
        ("export", "xlsx"), ("sparql", "SELECT"), ("sparql", "@nowhere.rq"), ("completion", "cmd"), ("stats", "--what"),
        ("sparql", "ASK {}", "--format", "turtle"),
    ],
)  # fmt: skip
def test_misuse_exits_with_2_and_says_what_is_wrong(kg: Run, arguments: tuple[str, ...]) -> None:
    said = kg(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("arguments", "status", "error"),
    [
        (("neighbors", "海钢新材"), 1, "UnknownName"), (("show", "周行远"), 1, "AmbiguousName"),
        (("why", "海铜新材", "produces", "智利"), 1, "UnknownStatement"), (("why", "a", "b"), 2, "ConfigError"),
        (("sparql", "SELECT"), 2, "QueryError"), (("sparql", "@nowhere.rq"), 2, "ReadError"),
        (("neighbors", "x", "--limit", "0"), 2, "Misuse"), (("neighbors", "x", "--type", "Car"), 2, "Misuse"),
        (("build", "nowhere"), 2, "ReadError"), (("annotate", "nowhere.txt"), 1, "UnknownName"),
    ],
)  # fmt: skip
def test_with_json_an_error_is_an_object_too_and_the_same_in_both_languages(
    kg: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int, error: str
) -> None:
    chinese = kg(*arguments, "--json")
    monkeypatch.setenv("KG_LANG", "en")
    english = kg(*arguments, "--json")
    assert chinese.status == english.status == status
    assert chinese.out == english.out
    assert chinese.err.strip() and chinese.err != english.err
    said = json.loads(chinese.out)
    assert list(said) == ["error", "message", "name", "nearest", "candidates"]
    assert said["error"] == error
    assert not [ch for ch in said["message"].split("; ")[0] if ch in "，。：“”"]


def test_the_object_of_an_error_carries_nearest_names_and_candidates(kg: Run, tmp_path: Path) -> None:
    unknown = json.loads(kg("show", "海钢新材", "--json").out)
    assert (unknown["name"], unknown["nearest"][0], unknown["candidates"]) == ("海钢新材", "海铜新材", [])
    several = json.loads(kg("show", "周行远", "--json").out)["candidates"]
    assert {"id": MAGISTRATE, "label": "周行远 · 东岭县 县长"} in several
    assert len(several) == 2
    unbuilt = json.loads(kg("stats", "--json", output=tmp_path).out)
    assert unbuilt["error"] == "NotBuilt"
    assert "kg build" in unbuilt["message"]


@pytest.mark.parametrize("command", [("stats",), ("neighbors", "x"), ("validate",), ("sparql", "ASK {}")])
def test_without_a_build_the_command_to_run_is_named(kg: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    said = kg(*command, output=tmp_path / "none")
    assert said.status == 2
    assert "kg build" in said.err


def test_english_says_the_same_in_english(kg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LANG", "en")
    assert "─exports to→ 智利  [place]  0.9" in kg("neighbors", "海铜新材").out
    assert kg("show", "海钢新材").err.startswith("nobody in the graph is called 海钢新材\nnearest names: 海铜新材")
    assert kg("stats").out.startswith("In all\n")
    assert "no such file or folder" in kg("sparql", "@nowhere.rq").err
    assert "county" in kg("show", "东岭县").out
    assert kg("sparql", "SELECT").err.startswith("error: line 1, column 7: expected")


def test_english_counts_one_thing_as_one(kg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LANG", "en")
    assert "1 fact\n" in kg("neighbors", "海铜新材", "--relation", "produces").out
    assert "7 facts, the first 1 shown" in kg("neighbors", "海铜新材", "--limit", "1").out
    assert "1 mention in 1 article\n" in kg("show", "精密铜管").out
    assert "2 mentions in 2 articles\n" in kg("show", "东岭县").out


def test_no_steering_character_of_a_page_reaches_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from kg.cli import draw

    draw.put("海\x1b]0;title\x07铜\u202e\r新")
    assert capsys.readouterr().out == "海\ufffd]0;title\ufffd铜\ufffd\ufffd新\n"
