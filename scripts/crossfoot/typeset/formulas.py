"""Formulas: what pandoc makes of TeX in, Typst that sets it as TeX would out."""


def spaced(markup: str) -> str:
    """Return Typst mathematics with a gap between the columns of `cases`.

    pandoc 3.9 writes `cases(1 & x > 0, …)`, in which `&` aligns but parts nothing.
    """
    out, at = [], markup.find("cases(")
    start = 0
    while at >= 0:
        end = _close(markup, at + len("cases"))
        out += [markup[start:at], markup[at:end].replace(" & ", " & quad ")]
        start, at = end, markup.find("cases(", end)
    return "".join([*out, markup[start:]])


def _close(markup: str, at: int) -> int:
    """Return the end of the brackets that open at an offset."""
    depth = 0
    for index in range(at, len(markup)):
        depth += (markup[index] == "(") - (markup[index] == ")")
        if not depth:
            return index + 1
    return len(markup)
