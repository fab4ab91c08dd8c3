"""The language data: another language is another pair of files."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import crossfoot.amounts
from crossfoot.amounts import english, english_names

PATTERNS = {"re.compile", "form"}
"""Calls whose first argument is a pattern."""
ROOM = Path(crossfoot.amounts.__file__).parent

GERMAN = """
import sys, json
from types import ModuleType
import crossfoot.amounts
from crossfoot.amounts import english, english_names

def other(module, words):
    made = ModuleType(module.__name__)
    for name, value in vars(module).items():
        if name.isupper():
            setattr(made, name, words.get(name, type(value)()))
    sys.modules[module.__name__] = made
    setattr(crossfoot.amounts, module.__name__.rpartition(".")[2], made)

words = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
other(english_names, {
    "MONTHS": ("März", "Mai"), "REFERENCES": ("kapitel", "tabelle"), "POSTCODE": "(?!)",
    "BEFORE_YEAR": ("im",), "GLUED": ("km",),
})
other(english, {
    "UNITS": {word: value for value, word in enumerate(words)},
    "TENS": {"zwanzig": 20}, "HUNDRED": "hundert", "DOZEN": "Dutzend", "ONE": "eins",
    "AND": "und", "TO": "bis", "OF": "von", "OR": "oder", "BY": "um", "FROM": "von",
    "POINT": ",", "GROUPING": ".", "MINUS": "minus", "HALF": "halb", "THAN": "als",
    "DENOMINATORS": {"drittel": 3, "halb": 2}, "PARTS": ("drittel",),
    "MAGNITUDES": {"million": 6}, "SCALES": {"mio.": 6, "millionen": 6},
    "BEFORE": {"über": "over", "rund": "about", "zwischen": "between"},
    "PERCENT": ("%", "prozent"), "POINTS": ("prozentpunkte",), "OUT_OF": ("von",),
    "SYMBOLS": {"€": "EUR"}, "MONEY": {"euro": "EUR", "€": "EUR"}, "CODES": ("EUR",),
})
from crossfoot.amounts.scan import scan
print(json.dumps([
    [one.text, one.kind, one.value and f"{one.value:f}", one.unit, one.comparator]
    for one in scan(sys.argv[1])
]))
"""


def test_a_tiny_german_is_read_by_the_same_code() -> None:
    """With German words and marks in English's place, German is read and English not."""
    text = (
        "Über 2,5 Mio. € gingen im März 2021 an zwölf Orte (Kapitel 3), rund 1.234 "
        "Euro je Ort, 10 bis 12 Prozent; zwei Drittel, more than twelve."
    )
    program = [sys.executable, "-c", GERMAN, text]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [
        ["2,5 Mio. €", "quantity", "2500000", "EUR", "over"],
        ["März 2021", "date", None, "", ""],
        ["zwölf", "quantity", "12", "count", ""],
        ["Kapitel 3", "reference", "3", "count", ""],
        ["1.234 Euro", "quantity", "1234", "EUR", "about"],
        ["10", "quantity", "10", "%", "between"],
        ["12 Prozent", "quantity", "12", "%", "between"],
        ["zwei Drittel", "quantity", "0.6666666666666666666666666667", "ratio", ""],
    ]


def spelt(value: object) -> set[str]:
    """Return the words of the language data, in lower case."""
    if isinstance(value, str):
        return {word.lower() for word in re.findall(r"[^\W\d_]{3,}", value)}
    if isinstance(value, dict):
        return spelt([*value, *value.values()])
    if isinstance(value, tuple | list | frozenset):
        return {word for one in value for word in spelt(one)}
    return set()


def test_no_pattern_spells_a_word_of_the_language() -> None:
    """Outside the two files no string of the grammar's patterns is an English word."""
    modules = (vars(module) for module in (english, english_names))
    data = [
        value for module in modules for name, value in module.items() if name.isupper()
    ]
    # The sign of a digital object identifier is the same in every language.
    words = spelt(data) - {"doi"}
    found = {}
    for name in ("patterns", "forms", "scan", "around", "worded", "digits", "labels"):
        tree = ast.parse((ROOM / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in PATTERNS:
                found[name, node.lineno] = _written(node) & words
    assert {place: said for place, said in found.items() if said} == {}


def _written(call: ast.Call) -> set[str]:
    """Return the words that a pattern spells itself, names of its groups left out."""
    parts = (n.value for n in ast.walk(call.args[0]) if isinstance(n, ast.Constant))
    text = " ".join(part for part in parts if isinstance(part, str))
    text = re.sub(r"\(\?P<\w+>|\\[a-zA-Z]", " ", text)
    return {word.lower() for word in re.findall(r"[^\W\d_]{3,}", text)}
