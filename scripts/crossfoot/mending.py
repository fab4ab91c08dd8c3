"""Mending: a finding and the text that it is about in, what to write instead out.

Where a stage says itself what to write, that is it. Where a name leads nowhere and
another one is near, that other name is offered; it is safe only when the two differ in
nothing but capitals.
"""

from crossfoot.findings import Finding, Fix

NAMES = frozenset(
    {
        *("SRC03", "SRC04", "SRC11", "DAT09", "DAT10", "DAT11", "FIG04"),
        *("NUM02", "NUM04", "NUM06", "NUM08", "TAB03", "TAB04"),
        *("REF01", "REF02", "REF03", "REF04", "REF05", "REF10", "REF11"),
    }
)
"""Codes whose `expected` is a name to write in the place of `found`."""


def fix_of(finding: Finding, said: str) -> Fix | None:
    """Return what to write instead of `said`, the text that a finding is about.

    None without a remedy, or when the text does not hold what was found just once.
    """
    if finding.fix or finding.waiver:
        return finding.fix
    found, expected = finding.found, finding.expected
    if finding.code not in NAMES or not (found and expected):
        return None
    if said.count(found) != 1 or found == expected:
        return None
    same = found.casefold() == expected.casefold()
    return Fix(said.replace(found, expected), safe=same)
