"""The preview's own pages: names and settings in, HTML out.

The preview is one page with three parts: the findings, the report as a web page in a
frame of its own, and the pages of its PDF. Its scripts and styles are files of their
own, so that no line of a script ever stands in a page with words of the report.
"""

from collections.abc import Sequence

from crossfoot.render.html import safe

KINDS = ("page", "paper")
"""What a preview shows: the web page, the PDF."""

CHOICES = (("both", "Both"), ("page", "Web page"), ("paper", "PDF"))
"""What a reader may choose to see, with its words."""

PARTS = {
    "page": (
        '<section id="page" aria-label="Web page">\n'
        '<iframe id="frame" title="The report as a web page" src="frame"'
        ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox'
        ' allow-downloads"></iframe>\n'
        '<p class="none">No web page has been made yet.</p>\n</section>\n'
    ),
    "paper": (
        '<section id="paper" aria-label="PDF" tabindex="0">\n'
        '<ol id="pages"></ol>\n'
        '<p class="none">No PDF has been made yet.</p>\n</section>\n'
    ),
}

SOURCE = (
    '<button type="button" id="source" title="Opens the passage that was clicked'
    ' last, or is in sight; in the page, Alt and a click do the same">'
    "Edit passage</button>\n"
)
NEW = 'target="_blank" rel="noopener"'
LINKS = {
    "page": f'<a href="report.html" {NEW}>Open the web page</a>',
    "paper": f'<a href="report.pdf" {NEW}>Open the PDF</a>',
}


def shell(title: str, kinds: Sequence[str]) -> str:
    """Return the page around what is shown; `kinds` are some of `KINDS`, in order."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Preview of {safe(title)}</title>\n"
        '<link rel="icon" href="icon.svg" type="image/svg+xml">\n'
        '<link rel="stylesheet" href="preview.css">\n'
        '<script type="module" src="preview.js"></script>\n</head>\n'
        f'<body data-view="{"both" if len(kinds) > 1 else kinds[0]}">\n'
        '<a class="skip" href="#views">Skip to the report</a>\n'
        f"{_bar(title, kinds)}"
        '<div id="banner" role="status"></div>\n'
        '<main id="room">\n'
        '<section id="findings" aria-label="Findings" tabindex="-1">\n'
        '<div id="found"></div>\n</section>\n'
        '<div id="views" tabindex="-1">\n'
        f"{''.join(PARTS[kind] for kind in kinds)}</div>\n</main>\n"
        '<p id="told" class="spoken" role="status"></p>\n'
        "<noscript><p>The preview needs JavaScript.</p></noscript>\n"
        "</body>\n</html>\n"
    )


def _bar(title: str, kinds: Sequence[str]) -> str:
    links = "".join(f"<li>{LINKS[kind]}</li>\n" for kind in kinds)
    return (
        f'<header>\n<h1 title="{safe(title)}">{safe(title)}</h1>\n'
        '<p id="state">Starting</p>\n'
        f"{_choice() if len(kinds) > 1 else ''}"
        '<div class="acts">\n'
        '<button type="button" id="next" disabled>Next change</button>\n'
        f"{SOURCE if 'page' in kinds else ''}"
        '<button type="button" id="fold" aria-expanded="true"'
        ' aria-controls="findings">Findings <span id="total"></span></button>\n'
        f"</div>\n<ul>\n{links}</ul>\n</header>\n"
    )


def _choice() -> str:
    options = "".join(
        f'<label class="{value}"><input type="radio" name="view" value="{value}"'
        f"{' checked' if value == 'both' else ''}><span>{words}</span></label>\n"
        for value, words in CHOICES
    )
    return f'<fieldset>\n<legend class="spoken">Show</legend>\n{options}</fieldset>\n'


def frame(style: str, nonce: str) -> str:
    """Return the page that the report is put into; `nonce` lets one script run."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="color-scheme" content="light dark">\n<title>Report</title>\n'
        f'<style id="_preview-style">\n{style}</style>\n'
        f'<script id="_preview-script" type="module" nonce="{nonce}" src="frame.js">'
        "</script>\n</head>\n<body></body>\n</html>\n"
    )


def plain(title: str, body: str) -> str:
    """Return a page of HTML that stands alone, such as that of a rule."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{safe(title)}</title>\n"
        '<link rel="stylesheet" href="../preview.css">\n</head>\n'
        f'<body class="plain">\n<main>\n{body}</main>\n</body>\n</html>\n'
    )
