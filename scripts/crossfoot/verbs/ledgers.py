"""What `crossfoot repeats` and `crossfoot numbers` share: print, or decide."""

import sys
from types import SimpleNamespace as Arguments

from crossfoot.engines.belt import CHECKS
from crossfoot.findings import count
from crossfoot.verbs.printing import say, style_of

DECIDING = (
    *("accept", "baseline", "ruling", "because", "owner", "expires"),
    *("sign", "date"),
)
"""Options with which `repeats` and `numbers` write into the sources."""


def run(arguments: Arguments) -> int:
    """Print the content of `repeats.json` or `numbers.json` of a report."""
    if any(vars(arguments).get(one) not in (None, False) for one in DECIDING):
        return decide(arguments)
    import json

    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.checking import check as checked
    from crossfoot.engines.dependents import dependents
    from crossfoot.render import ledgers

    stages = ("read", "repeats") if arguments.name == "repeats" else CHECKS
    product = f"{arguments.name}.json"
    try:
        if vars(arguments).get("of"):
            sys.stdout.write(dependents(arguments.root, arguments.of))
            return 0
        done = checked(arguments.root, stages, (product,))
    except NothingCheckedError as problem:
        return say(f"crossfoot: {problem}", 2)
    content = done.products[product]
    if arguments.format == "json":
        print(json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1))
    elif arguments.name == "numbers":
        plain = not sys.stdout.isatty() and arguments.format != "text"
        plain = plain or arguments.format == "plain"
        told = ledgers.numbers(content, style_of(sys.stdout), plain=plain)
        sys.stdout.write(told)
    else:
        style = style_of(sys.stdout)
        told = ledgers.repeats(content, done.sources, style, whole=arguments.all)
        sys.stdout.write(told)
    for one in done.unread:
        say(f"crossfoot: {one.place.file} is not looked at: {one.message}", 1)
    mine = {"repeats": ("REP",), "numbers": ("NUM", "TAB")}[arguments.name]
    counts = count(f for f in done.findings if f.code.startswith(mine))
    return int(counts.errors > 0 or bool(done.unread))


def decide(arguments: Arguments) -> int:
    """Show and write what is decided about repeats or coverage, or a signature."""
    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.deciding import RefusedError, wish
    from crossfoot.engines.deciding import decide as decided
    from crossfoot.engines.ratcheting import raise_floors
    from crossfoot.engines.signing import sign

    try:
        if arguments.name == "numbers" and arguments.baseline:
            change = raise_floors(arguments.root)
        elif arguments.name == "numbers":
            change = sign(arguments.root, vars(arguments))
        else:
            change = decided(arguments.root, wish(vars(arguments)))
    except (NothingCheckedError, RefusedError) as problem:
        return say(f"crossfoot: {problem}", 2)
    sys.stdout.write(change.diff)
    change.apply()
    return say(change.says, 0)
