"""Outputs: the text of `report.yml` in, which files a report is asked for out.

Snakemake has to know them before anything is read, so only the standard library is
used; the stages ask the same question here, and get the same answer.
"""

import re

NAMES = ("pdf", "html", "site", "docx", "epub", "workbook")
"""What `outputs:` may list."""

ALWAYS = ("pdf", "html")
"""What is made whatever is asked for."""

FILES = {
    "docx": ("report.docx",),
    "epub": ("report.epub",),
    "workbook": ("report.ods", "report.xlsx"),
}
"""The files in `build/` that the office stage makes, by the name of an output."""

THEMES = ("sober", "bold")
"""Themes that come with the package, the default first."""

INLINE = re.compile(r"^outputs[ \t]*:[ \t]*\[([^\]]*)\]", re.MULTILINE)
LISTED = re.compile(
    r"^outputs[ \t]*:[ \t]*(?:#.*)?\n((?:[ \t]*(?:#.*|-[ \t].*)?\n)+)", re.MULTILINE
)
WORD = re.compile(r"[a-z]+")
COMMENT = re.compile(r"(?:^|[ \t])#.*$", re.MULTILINE)


def asked(text: str) -> tuple[str, ...]:
    """Return the outputs that `report.yml` asks for; without a list of them, all.

    A list is read as YAML writes one, in a line or an entry a line; any other form
    counts as none.
    """
    text = text.replace("\r\n", "\n") + "\n"
    found = INLINE.search(text) or LISTED.search(text)
    words = WORD.findall(COMMENT.sub("", found[1])) if found else []
    known = {word for word in words if word in NAMES}
    return tuple(name for name in NAMES if not known or name in {*known, *ALWAYS})


SITE = "site"
"""The folder in `build/` that holds the site."""
DOWNLOADS = "downloads"
"""The folder of the site that holds files to take along."""
COPIES = f"{SITE}/{DOWNLOADS}"
"""The same, from `build/`."""


def site_copies(text: str) -> tuple[str, ...]:
    """Return the office files that the site offers: all, where there is a site."""
    return office_files(text) if SITE in asked(text) else ()


def office_files(text: str) -> tuple[str, ...]:
    """Return the files in `build/` that the office stage makes."""
    return tuple(file for name in asked(text) for file in FILES.get(name, ()))
