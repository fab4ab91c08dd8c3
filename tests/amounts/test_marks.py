"""The syntax of bindings in raw text."""

from crossfoot.amounts.marks import Mark, code, is_sure, marks


def test_both_forms_are_found_in_raw_text() -> None:
    """Checked, inserted and code forms come in order with key, format and content."""
    text = "Of [£2bn]{value=a.b}, `=a.c|0%` and []{value=a.d format='£m'}."
    assert marks(text) == [
        Mark(3, 20, "a.b", "", (4, 8)),
        Mark(22, 31, "a.c", "0%", (22, 22), code=True),
        Mark(36, 61, "a.d", "£m", (37, 37)),
    ]


def test_other_brackets_and_code_are_left_alone() -> None:
    """Spans without `value=` and code that is no key are no marks."""
    assert marks("[x]{.a} `x = 1` `=SUM(A1:B2)` [x](y)") == []


def test_a_code_span_tells_key_and_format() -> None:
    """`=key|format` is split; code that only starts with = is none."""
    assert code("=asks.total|£m") == ("asks.total", "£m")
    assert code("= asks.total") == ("asks.total", "")
    assert [code(text) for text in ("x", "=1", "=f(x)")] == [None] * 3


def test_a_single_word_may_be_code() -> None:
    """Only a dotted key or one with a format can be nothing else."""
    assert [is_sure(text) for text in ("=x", "=a.b", "=x|0")] == [False, True, True]
