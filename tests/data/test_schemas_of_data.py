"""The schemas of what the data stage reads."""

import json
from typing import Any

import pytest
from published import validator

from crossfoot.data.grammar import entries
from crossfoot.places import Text
from crossfoot.workflow import PACKAGE
from crossfoot.yamlfile import load

ROOT = PACKAGE.parent.parent


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x: {from: data/t.csv, count: rows}",
        "x: {from: data/t.csv, sum: n, where: {a: [1, null], b: {not: c, min: 2}}}",
        "x: {value: 3.20, source: s, rounded: 0.01, unit: GBP, label: A}",
        "x: {at_least: 5, source: s}",
        "x: {share: a.b, of: c}",
        "x: {percent_change: a, from: b}",
        "x: {percent_change: a, from: b, periods: 5}",
        "x: {ratio: a, to: b, per: 1000}",
        "x: {product: a, times: b}",
        "x: {total: [a, b, c.d]}",
        "x: {total: a, plus: b}",
        "x: {from: data/t.csv, sum: [a, b]}",
        "x: {from: data/t.csv, sum: a, top: 3}",
        "x: {from: data/t.csv, mean: a, weights: b}",
        "x: {from: data/t.csv, rank: a, order: least, where: {b: {is: latest}}}",
        "x: {from: data/t.csv, count: rows, where: {b: {over: 1, under: 2}}}",
    ],
)
def test_what_the_grammar_takes_the_schema_takes(text: str) -> None:
    """An entry without a finding keeps to the published schema."""
    document = load(Text("q.yml", text))
    assert not entries(Text("q.yml", text)).findings
    validator("quantities-file").validate(document.value)


@pytest.mark.parametrize(
    "text",
    [
        "x: 12",
        "x: {sum: n}",
        "x: {from: data/t.csv, count: n}",
        "x: {from: data/t.csv, sum: n, max: n}",
        "x: {value: 3}",
        "x: {from: data/t.csv, sum: n, were: {a: 1}}",
        "x: {share: a}",
        "x: {from: data/t.csv, count: rows, where: {a: {mim: 1}}}",
        "1x: {share: a, of: b}",
        "x: {share: a, of: b, per: 1000}",
        "x: {ratio: a, to: b, per: 0}",
        "x: {total: []}",
        "x: {total: a}",
        "x: {total: [a, a]}",
        "x: {from: data/t.csv, median: [a, b]}",
        "x: {from: data/t.csv, sum: a, top: 3, bottom: 3}",
        "x: {from: data/t.csv, mean: a, top: 3, weights: b}",
        "x: {from: data/t.csv, rank: a, order: best}",
        "x: {from: data/t.csv, count: rows, where: {a: {is: last}}}",
    ],
)
def test_what_the_grammar_refuses_the_schema_refuses(text: str) -> None:
    """An entry with a finding breaks the published schema."""
    document = load(Text("q.yml", text))
    assert entries(Text("q.yml", text)).findings
    assert not validator("quantities-file").is_valid(document.value)


def test_the_sample_keeps_to_the_schemas() -> None:
    """The data package and the quantities of the sample report are as published."""
    sources = ROOT / "sources"
    declared: Any = json.loads((sources / "data" / "datapackage.json").read_bytes())
    validator("datapackage").validate(declared)
    text = (sources / "quantities.yml").read_text(encoding="utf-8")
    validator("quantities-file").validate(load(Text("q.yml", text)).value)
