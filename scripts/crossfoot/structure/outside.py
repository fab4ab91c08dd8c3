"""Links that lead out of the report: chapters in, addresses and findings out.

Only `crossfoot check --links` asks for them: a build never uses the network.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from crossfoot.findings import Finding
from crossfoot.nodes import Node
from crossfoot.structure.survey import Survey
from crossfoot.structure.world import address_place

WEB = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)


def addresses(surveys: Sequence[Survey]) -> list[str]:
    """Return the addresses on the web that chapters link to, sorted."""
    return sorted({address.partition("#")[0] for _, _, address in _links(surveys)})


def _links(surveys: Sequence[Survey]) -> Iterator[tuple[Survey, Node, str]]:
    for one in surveys:
        for node in one.references:
            if node["t"] == "Link" and WEB.match(address := node["c"][2][0]):
                yield one, node, address


def check(surveys: Sequence[Survey], answers: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the links to addresses that do not answer.

    `answers` holds why, in a few words, for each of those.
    """
    for one, node, address in _links(surveys):
        why = answers.get(address.partition("#")[0])
        if why:
            yield Finding(
                "STR11",
                f"{address} does not answer: {why}",
                address_place(one.chapter, node),
                help="Correct the address, link an archived copy, or take the link out",
                found=address,
            )
