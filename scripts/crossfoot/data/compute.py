"""Quantities: definitions and tables in, exact values and DAT11 out."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from crossfoot.data.definition import PARTNERS, Definition
from crossfoot.data.derive import derive, derived_formula
from crossfoot.data.grammar import Entries
from crossfoot.data.quantity import Quantity
from crossfoot.data.series import Numbers
from crossfoot.data.table import Table
from crossfoot.data.tally import Tally
from crossfoot.findings import Finding, Related, listed, nearest


def compute(
    entries: Entries,
    tables: Mapping[str, Table],
    known: Mapping[str, Quantity],
    file: str,
) -> tuple[dict[str, Quantity], list[Finding]]:
    """Return what the entries of `quantities.yml` come to, by key.

    `tables` by the path that `from:` names, `known` what is computed elsewhere, and
    `file` the path of `quantities.yml`. A key without a value has a finding, or one
    of those that it is made of has.
    """
    given = entries.definitions
    values, findings = dict(known), _twice(entries, known)
    for definition in given:
        if definition.literal is not None:
            values[definition.key] = _literal(definition, file)
    for tally in _tallies(given, tables, findings):
        found = tally.result()
        findings += tally.findings
        if found:
            values[found.key] = found
    derived = {one.key: one for one in given if one.operands}
    names = set(entries.keys) | set(known)
    findings += _Derivation(derived, values, names, file).run()
    return values, findings


def _twice(entries: Entries, known: Mapping[str, Quantity]) -> list[Finding]:
    """Return DAT09 for keys that `quantities.py` gives too."""
    return [
        Finding(
            "DAT09",
            f"{key} is also given by {known[key].file}",
            place,
            notes=(Related("it is given here", known[key].place),),
            help="Keep one of them",
        )
        for key, place in entries.keys.items()
        if key in known
    ]


def _literal(definition: Definition, file: str) -> Quantity:
    one = definition
    literal = Decimal(0) if one.literal is None else one.literal
    bounded = one.operation in {"at_least", "at_most"}
    return Quantity(
        key=one.key,
        value=literal,
        unit=one.unit or "count",
        formula=f"published: {one.source}",
        place=one.place,
        file=file,
        rows=(one.place.line,),
        label=one.label,
        bound=one.operation if bounded else None,
        step=one.step,
        citation=one.source,
    )


def _tallies(
    given: Iterable[Definition], tables: Mapping[str, Table], findings: list[Finding]
) -> list[Tally]:
    """Return the tallies of all definitions after one pass over each table."""
    by_table: dict[str, list[Tally]] = {}
    known: dict[str, dict[int, Numbers]] = {}
    for definition in given:
        if not definition.table:
            continue
        table = tables.get(definition.table)
        if table is None:
            findings.append(_no_table(definition, tables))
        elif table.fields:  # an empty file has its finding already
            own = known.setdefault(definition.table, {})
            tally = Tally(table, definition, own)
            by_table.setdefault(definition.table, []).append(tally)
    for tally in (one for tallies in by_table.values() for one in tallies):
        tally.filter.allow(tables.values())
    for path, tallies in sorted(by_table.items()):
        width = len(tables[path].fields)
        for block in tables[path].blocks():
            columns = block.columns(width)
            for tally in tallies:
                tally.look(block, columns)
    return [tally for tallies in by_table.values() for tally in tallies]


def _no_table(definition: Definition, tables: Mapping[str, Table]) -> Finding:
    near = nearest(definition.table, tables)
    return Finding(
        "DAT11",
        f"{definition.key} is from {definition.table}, which is not here",
        definition.at("from"),
        help=f"Write {near}" if near else "Name a table such as data/NAME.csv",
        found=definition.table,
        expected=near,
    )


class _Derivation:
    """Quantities made of others, each after those that it is made of."""

    def __init__(
        self,
        derived: dict[str, Definition],
        values: dict[str, Quantity],
        names: set[str],
        file: str,
    ) -> None:
        self.derived = derived
        self.values = values
        self.names = names
        self.file = file
        self.findings: list[Finding] = []
        self.done: set[str] = set()

    def run(self) -> list[Finding]:
        """Work out every derived quantity; return what is wrong with them."""
        for key in sorted(self.derived):
            self.visit(key, ())
        return self.findings

    def visit(self, key: str, path: tuple[str, ...]) -> None:
        """Work out one quantity after those that it is made of."""
        if key in self.done or key not in self.derived:
            return
        if key in path:
            self.cycle(path[path.index(key) :])
            return
        definition = self.derived[key]
        for operand in definition.operands:
            self.visit(operand, (*path, key))
        if key not in self.done:
            self.done.add(key)
            self.work_out(definition)

    def cycle(self, keys: tuple[str, ...]) -> None:
        """Note that quantities need one another."""
        self.done |= set(keys)
        first = self.derived[min(keys)]
        self.findings.append(
            Finding(
                "DAT11",
                f"{listed(sorted(keys))} cannot be computed: "
                + ("it needs itself" if len(keys) == 1 else "each needs the other"),
                first.at(first.operation),
                help="Compute one of them from a table",
            )
        )

    def work_out(self, definition: Definition) -> None:
        """Compute one quantity whose operands have been tried."""
        for at, operand in enumerate(definition.operands):
            if operand not in self.names:
                self.unknown(definition, operand, at)
                return
        found = [self.values.get(operand) for operand in definition.operands]
        parts = [one for one in found if one is not None]
        if len(parts) < len(found):
            return
        value, unit, findings = derive(definition, parts)
        self.findings += findings
        if value is None or unit is None:
            return
        cells = (cell for one in parts for cell in one.cells)
        self.values[definition.key] = Quantity(
            key=definition.key,
            value=value,
            unit=unit,
            formula=derived_formula(definition),
            place=definition.place,
            file=self.file,
            rows=(definition.place.line,),
            cells=tuple(dict.fromkeys(cells)),
            label=definition.label,
            step=definition.step,
            citation=definition.source,
            uses=definition.operands,
            is_change=definition.operation == "percent_change",
        )

    def unknown(self, definition: Definition, operand: str, at: int) -> None:
        """Note a key that stands nowhere."""
        operation = definition.operation
        partner = PARTNERS[operation]
        option = partner if at and partner in definition.places else operation
        near = nearest(operand, self.names - {definition.key})
        self.findings.append(
            Finding(
                "DAT11",
                f"{definition.key} needs {operand}, which is not defined",
                definition.at(option),
                help=f"Write {near}" if near else f"Define {operand}",
                found=operand,
                expected=near,
            )
        )
