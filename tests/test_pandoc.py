"""Pandoc as it is run here."""

from pathlib import Path

import pytest

from crossfoot.engines import pandoc


def test_the_pandoc_that_runs_is_the_one_that_pip_brought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another one in the folder or on the path is never used."""
    (tmp_path / "pandoc").write_text("#!/bin/sh\nexit 9\n")
    (tmp_path / "pandoc").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    pandoc.program.cache_clear()
    assert Path(pandoc.program()).parts[-3:] == ("pypandoc", "files", "pandoc")
    assert pandoc.markdown("x").value["blocks"] == [
        {"t": "Para", "c": [{"t": "Str", "c": "x"}]}
    ]


def test_warnings_come_with_the_ast() -> None:
    """Pandoc's log is given as it is, with lines."""
    made = pandoc.markdown("::: a\nb\n")
    assert [(w["type"], w["openpos"]["line"]) for w in made.warnings] == [
        ("UnclosedDiv", 1)
    ]


def test_an_error_is_given_in_pandoc_s_words() -> None:
    """Without a value there is a reason."""
    made = pandoc.markdown("---\na: [b\n---\n")
    assert made.value is None
    assert made.error.startswith("Error parsing YAML metadata at (line 1, column 1)")


def test_a_text_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Brackets in brackets make pandoc try for hours."""
    monkeypatch.setattr(pandoc, "SECONDS", 1)
    made = pandoc.markdown("[" * 30 + "x" + "]" * 30)
    assert made == pandoc.Made(None, error="pandoc did not finish in 1 seconds")


def test_a_tree_that_is_too_deep_is_refused() -> None:
    """Others walk trees by recursion, which has its limits."""
    assert not pandoc.too_deep([{"t": "Para", "c": []}])
    for depth in (100, 3000):
        made = pandoc.markdown("> " * depth + "x")
        assert made.error == "it is nested more than 150 levels deep"
