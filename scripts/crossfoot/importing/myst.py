"""MyST: directives, roles and targets in, Crossfoot's Markdown out.

https://mystmd.org/guide/directives and https://mystmd.org/guide/roles.
"""

import re
from collections.abc import Callable, Iterator

from crossfoot.importing.rewriting import Rewriting, attributes_of

DIRECTIVE = re.compile(r"\{(?P<name>[\w:.-]+)\}\s*(?P<title>.*)$")
OPTION = re.compile(r"^\s*:(?P<key>[\w-]+):\s*(?P<value>.*)$")
TARGET = re.compile(r"^\((?P<name>[^()\s]+)\)=\s*$")
ROLE = re.compile(r"\{(?P<name>[\w:.-]+)\}`(?P<body>[^`\n]+)`")
LABELLED = re.compile(r"(?P<said>.*?)\s*<(?P<target>[^<>]+)>$")
ITEM = re.compile(r"^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+\S")
CALLOUTS = {
    **dict.fromkeys(("note", "seealso", "admonition", "topic", "sidebar"), "note"),
    **dict.fromkeys(("tip", "hint"), "tip"),
    **dict.fromkeys(("warning", "danger", "error"), "warning"),
    **dict.fromkeys(("important", "attention"), "important"),
    "caution": "caution",
}
CODE = frozenset({"code", "code-block", "sourcecode", "prompt"})
Again = Callable[[list[str]], list[str]]


def directive(
    first: str, info: str, inner: list[str], work: Rewriting, again: Again
) -> Iterator[str]:
    """Yield what a directive becomes."""
    found = DIRECTIVE.match(info)
    name, title = (found["name"], found["title"].strip()) if found else ("", "")
    options, body, said = _options(inner)
    now = {"figure": "a figure", "image": "a picture", "math": "an equation"}
    what = now.get(name, f"a box, {name}" if name in CALLOUTS else name)
    work.mapped("\n".join([first, *said]), what)
    yield ""
    if name in CALLOUTS:
        yield f"::: {_callout(CALLOUTS[name], title)}"
        yield from again(body)
        yield ":::"
    elif name in {"figure", "image"}:
        yield from _figure(title, options, body)
    elif name == "math":
        mark = attributes_of(_name("eq", options))
        tex = "\n".join([title, *body]).strip()
        yield f"[$${tex}$$]{mark}" if mark else f"$${tex}$$"
    elif name in CODE or name == "code-cell":
        kind = " .executable" if name == "code-cell" else ""
        language = re.sub(r"\W", "", title.split(" ")[0] if title else "") or "text"
        yield f"``````` {{.{language}{kind}}}"
        yield from work.protected(body)
        yield "```````"
    elif name in {"table", "list-table"}:
        yield from again(_listed(body) if name == "list-table" else body)
        yield ""
        yield f": {title} {attributes_of(_name('tbl', options))}".rstrip()
    else:
        yield from _unknown(name, title, body, work, again)
    yield ""


def _unknown(
    name: str, title: str, body: list[str], work: Rewriting, again: Again
) -> Iterator[str]:
    plain = re.sub(r"[^\w-]", "-", name)
    box = f"::: {{.myst-{plain}}}"
    work.left(box, f"Write what {{{name}}} stands for, or take the box away")
    yield box
    if title:
        yield title
        yield ""
    yield from again(body)
    yield ":::"


def _callout(kind: str, title: str) -> str:
    said = title.replace('"', "'")
    return f'{{.callout-{kind} title="{said}"}}' if said else f"{{.callout-{kind}}}"


def _options(inner: list[str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Return a directive's options, its body, and the lines of the options."""
    options: dict[str, str] = {}
    at = 0
    if inner and inner[0].strip() == "---":
        end = next((n for n in range(1, len(inner)) if inner[n].strip() == "---"), 0)
        for line in inner[1:end]:
            key, _, value = line.partition(":")
            options[key.strip()] = value.strip()
        at = end + 1 if end else 0
    while at < len(inner) and (found := OPTION.match(inner[at])):
        options[found["key"]] = found["value"].strip().strip('"')
        at += 1
    return options, inner[at:], inner[:at]


def _name(kind: str, options: dict[str, str]) -> str:
    given = options.get("name") or options.get("label") or ""
    return new_name(kind, given) if given else ""


def new_name(kind: str, given: str) -> str:
    """Return the name that Crossfoot has for a target of a kind."""
    plain = re.sub(rf"^(?:{kind}|fig|tab|tbl|table|eq|sec)[:_-]", "", given)
    return f"{kind}-{re.sub(r'[^A-Za-z0-9_-]+', '-', plain)}"


def _figure(path: str, options: dict[str, str], body: list[str]) -> Iterator[str]:
    paragraphs = "\n".join(body).strip().split("\n\n")
    caption = " ".join(paragraphs[0].split())
    width = options.get("width", "")
    width = width if re.fullmatch(r"\d+%", width) else ""
    alt = options.get("alt", "")
    marks = attributes_of(_name("fig", options), alt=alt, width=width)
    yield f"![{caption}]({path}){marks}"
    for more in paragraphs[1:]:
        yield ""
        yield more


def _listed(body: list[str]) -> list[str]:
    """Return a table that is written as a list of lists as one with bars."""
    rows: list[list[str]] = []
    for line in body:
        if found := re.match(r"^\s*[*-]\s+[*-]\s*(.*)$", line):
            rows.append([found[1]])
        elif (found := re.match(r"^\s+[*-]\s*(.*)$", line)) and rows:
            rows[-1].append(found[1])
        elif line.strip() and rows:
            rows[-1][-1] += f" {line.strip()}"
    if not rows:
        return body
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    bars = [f"| {' | '.join(row)} |" for row in filled]
    return [bars[0], f"|{'---|' * width}", *bars[1:]]


def line(lines: list[str], at: int, work: Rewriting) -> Iterator[str]:
    """Yield a line of text: targets go to the heading behind them."""
    here = lines[at]
    if target := TARGET.match(here):
        work.mapped(here, f"#{new_name('sec', target['name'])}")
        work.names[target["name"]] = new_name("sec", target["name"])
        return
    if here.startswith("%"):
        yield f"<!-- {here.lstrip('% ')} -->"
        return
    if here.strip() == "+++" or here.startswith("+++ "):
        work.mapped(here, "a break that is not needed")
        return
    before = [one for one in lines[max(0, at - 3) : at] if one.strip()]
    if before and here.startswith("#") and (found := TARGET.match(before[-1])):
        yield f"{here.rstrip()} {{#{new_name('sec', found['name'])}}}"
        return
    if ITEM.match(here) and at and lines[at - 1].strip():
        held = ITEM.match(lines[at - 1]) or lines[at - 1][:1].isspace()
        if not held:
            yield ""
    yield here


def roles(text: str, work: Rewriting) -> str:
    """Return a line with its roles rewritten."""
    return ROLE.sub(lambda found: _role(found, work), text)


def _role(found: re.Match[str], work: Rewriting) -> str:
    name, body = found["name"], found["body"]
    labelled = LABELLED.match(body)
    said = labelled["said"] if labelled else ""
    target = labelled["target"] if labelled else body
    now = _reference(name, said, target, work)
    if now is None:
        work.left(found[0], f"Write what the role {{{name}}} stands for")
        return found[0]
    work.mapped(found[0], now)
    return now


def _reference(name: str, said: str, target: str, work: Rewriting) -> str | None:
    plain = name.rsplit(":", maxsplit=1)[-1]
    if name in {"numref", "ref", "eq"}:
        kind = _kind(target, "eq" if name == "eq" else "sec")
        new = work.names.get(target, new_name(kind, target))
        said = re.sub(r"%s|\{(?:number|name)\}", "", said).strip()
        return f"[{said}](#{new})" if said and name == "ref" else f"@{new}"
    if name.startswith("cite"):
        cited = "; ".join(f"@{one.strip()}" for one in target.split(","))
        return cited if plain in {"t", "ct"} and "," not in target else f"[{cited}]"
    simple = {"sub": "~", "subscript": "~", "sup": "^", "superscript": "^", "math": "$"}
    if name in simple:
        return f"{simple[name]}{target}{simple[name]}"
    if name in {"code", "kbd", "file", "samp", "command", "program"}:
        return f"`{target}`"
    if name in {
        "term",
        "abbr",
        "emphasis",
        "underline",
        "dfn",
        "guilabel",
        "menuselection",
    }:
        return f"[{said or target}]{{.term}}" if name == "term" else said or target
    if name in {"doc", "download"}:
        return f"[{said or target}]({target})"
    return None


def _kind(target: str, otherwise: str) -> str:
    found = re.match(r"(fig|tab|tbl|table|eq|sec)", target)
    kinds = {"fig": "fig", "tab": "tbl", "tbl": "tbl", "table": "tbl", "eq": "eq"}
    return kinds.get(found[1], "sec") if found else otherwise
