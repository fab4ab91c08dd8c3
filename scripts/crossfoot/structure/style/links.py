"""Links: the links of a chapter in, those whose words do not say where they lead out.

Readers of a page by ear go from link to link and hear nothing around them. Source:
WCAG 2.2, success criterion 2.4.4 and technique F84.
"""

import re
from collections.abc import Iterator

from crossfoot.findings import Finding
from crossfoot.nodes import text
from crossfoot.structure.survey import Survey

SAID = """
    click|click here|click this|click on this|click this link|click the link
    here|right here|over here|see here|go here|go there|there
    link|a link|the link|this link|link here|follow this link|this|that
    page|this page|that page|the page|this webpage|this web page|this site
    website|this website|the website|web site
    more|more here|more details|more info|more information|further information
    read more|read on|read this|read|see more|learn more|find out more|find out
    for more|for more information|details|see details|info|continue|continue reading
    download|download here|download this|download it|view|view here
    this document|this file|the file|file|this pdf|pdf|this article|this post
"""
EMPTY = frozenset(one.strip() for line in SAID.split("\n") for one in line.split("|"))
EDGES = re.compile(r"^\W+|\W+$")


def check(one: Survey) -> Iterator[Finding]:
    """Yield the links of a chapter whose words could lead anywhere."""
    for node in one.references:
        if node["t"] != "Link":
            continue
        said = " ".join(text(node["c"][1]).split())
        if said and EDGES.sub("", said).casefold() in EMPTY:
            yield Finding(
                "STR04",
                f"Link “{said}” does not say where it leads",
                one.chapter.place(node),
                help="Link words that name what is there, such as its title",
                found=said,
            )
