"""Bindings: a passage in; its numbers with their state, and findings, out."""

from dataclasses import replace

from crossfoot.amounts import comparing, english_accounts
from crossfoot.amounts.agree import converted
from crossfoot.amounts.cells import cell, headed
from crossfoot.amounts.marks import is_sure
from crossfoot.amounts.model import Amount, moved
from crossfoot.amounts.ratios import whole
from crossfoot.amounts.scan import scan
from crossfoot.amounts.show import (
    NAMES,
    PHRASES,
    FormatError,
    Style,
    compared,
    phrased,
    show,
)
from crossfoot.chapters import Chapter
from crossfoot.codes import Severity
from crossfoot.findings import Finding, Fix, nearest
from crossfoot.numbers.check import Check, is_range, meant
from crossfoot.numbers.known import PAGES, Known, Quantity
from crossfoot.numbers.ledger import Entry, State
from crossfoot.numbers.linear import Binding, Passage
from crossfoot.numbers.linked import leads, names
from crossfoot.numbers.turned import falls, sized
from crossfoot.places import Span

AROUND = 24
"""Characters of context on each side of a number."""


def numbers(
    chapter: Chapter, passage: Passage, known: Known
) -> tuple[list[Entry], list[Finding]]:
    """Return the entries of a passage's numbers, in order, and what is wrong."""
    amounts = read(passage)
    entries: list[Entry] = []
    findings: list[Finding] = []
    taken: set[int] = set()
    for binding in passage.bindings:
        inside = [
            index
            for index, amount in enumerate(amounts)
            if amount.start < binding.end and amount.end > binding.start
        ]
        reader = Reader(chapter, passage, known, binding)
        found = reader.entries(
            [typed(passage, binding, amounts[index]) for index in inside]
        )
        taken.update(inside if reader.is_binding else ())
        entries += found
        findings += reader.findings
    for index, amount in enumerate(amounts):
        entry = None if index in taken else _free(chapter, passage, amount)
        entries += [entry] if entry else []
    return sorted(entries, key=lambda entry: entry.span or (0, 0)), findings


def read(passage: Passage) -> list[Amount]:
    """Return the amounts of a passage; a cell that is one number is read whole.

    A year in a heading, or below one that names a time, stays a year.
    """
    if passage.where == "cell":
        amount = cell(passage.text).amount
        if amount is not None and not (_is_timed(passage) and _is_year(amount)):
            return [headed(amount, passage.heading)]
    return scan(passage.text)


def _is_year(amount: Amount) -> bool:
    return [one.rule for one in scan(amount.text)] == ["year"]


def _is_timed(passage: Passage) -> bool:
    """Say whether a cell is a heading, or stands below one that names a time."""
    heading = " ".join(passage.heading.lower().split())
    return passage.heading == passage.text or heading in english_accounts.TIMED


def typed(passage: Passage, binding: Binding, amount: Amount) -> Amount:
    """Return a bound number with the comparator that its brackets hold.

    `[over three]` compares, where `over [three] chapters` may only place something.
    """
    content = passage.text[binding.start : binding.end]
    for alone in scan(content) if amount.start > binding.start else ():
        if alone.comparator and alone.start + binding.start == amount.start:
            lead = alone.lead + binding.start
            return replace(amount, comparator=alone.comparator, lead=lead)
    return amount


def _free(chapter: Chapter, passage: Passage, amount: Amount) -> Entry | None:
    """Return the entry of a number that no binding holds."""
    if any(names(passage.text, amount, link) for link in passage.links):
        amount = replace(amount, kind="reference", rule="cross-reference")
    elif amount.kind == "reference" and leads(chapter, passage, amount):
        amount = replace(amount, rule="cross-reference")
    state: State = "unbound" if amount.kind == "quantity" else "ignored"
    return entry_of(chapter, passage, amount, state, rule=amount.rule)


def entry_of(
    chapter: Chapter, passage: Passage, amount: Amount, state: State, *, rule: str = ""
) -> Entry | None:
    """Return a number's entry, or None when it stands nowhere in the file."""
    place = passage.span(amount.start, amount.end)
    if place is None:
        return None
    return Entry(
        chapter.place(place),
        place,
        chapter.source[slice(*place)],
        amount,
        passage.where,
        state,
        rule=rule,
        shown=amount.text,
        context=context(passage, amount.start, amount.end),
        at=(amount.start, amount.end),
    )


def context(passage: Passage, start: int, end: int) -> str:
    """Return the words around a stretch, white space folded."""
    around = passage.text[max(0, start - AROUND) : end + AROUND]
    return " ".join(around.split())


class Reader:
    """Reads one binding: what it says, whether it agrees, and what to write."""

    def __init__(
        self, chapter: Chapter, passage: Passage, known: Known, binding: Binding
    ) -> None:
        """Prepare to read one binding of a passage."""
        self.chapter = chapter
        self.passage = passage
        self.known = known
        self.binding = binding
        self.quantity = known.quantities.get(binding.key)
        self.findings: list[Finding] = []
        literal = binding.literal
        self.is_binding = bool(self.quantity or not literal or is_sure(literal))
        self.is_later = binding.key == PAGES and self.quantity is None
        """Whether only typesetting tells the value."""

    def entries(self, amounts: list[Amount]) -> list[Entry]:
        """Return the entries of the binding's numbers; findings are kept."""
        if not self.is_binding:
            return []
        if self.is_later:
            return self._later(amounts)
        if self.quantity is None:
            return self._unknown(amounts)
        if self.binding.inserted:
            return self._inserted(self.quantity)
        return self._checked(self.quantity, amounts)

    def _unknown(self, amounts: list[Amount]) -> list[Entry]:
        key = self.binding.key
        near = nearest(key, self.known.quantities)
        way = f"Write {near}" if near else f"Define {key} in quantities.yml"
        message = f"No quantity is called “{key}”"
        if not key:
            message, way = "No quantity is named", "Write its name: {value=KEY}"
        if key not in self.known.failed:
            self._find("NUM02", message, way, found=key, expected=near)
        if self.binding.inserted:
            return [self._whole("failed", _nothing(self.binding))]
        return [self._entry(amount, "failed") for amount in amounts]

    def _later(self, amounts: list[Amount]) -> list[Entry]:
        """Return a stated number of pages, which is checked after typesetting."""
        said = meant(amounts)
        if len(said) == 1 and not self.binding.inserted:
            return [self._entry(said[0], "checked")]
        self._find(
            "NUM14",
            f"{PAGES} is known only when the report is typeset",
            f"Write the number: [105]{{value={PAGES}}}; it is then checked",
            found=self.passage.text[self.binding.start : self.binding.end],
        )
        return [self._whole("failed", _nothing(self.binding))]

    def _inserted(self, quantity: Quantity) -> list[Entry]:
        state: State = "inserted"
        stretch = self.passage.text, self.binding.start, self.binding.end
        is_turned = self.known.is_rise(quantity) and falls(*stretch)
        quantity = replace(quantity, value=sized(quantity.value, *stretch))
        before = self._comparator(quantity)
        try:
            shown = self._printed(quantity, self.binding.format, before)
        except FormatError as problem:
            state, shown = "failed", self._printed(quantity, "", before)
            self._find(
                "NUM04",
                f"{problem}, asked for {quantity.key}",
                f"Write one of {', '.join(NAMES)}",
                found=self.binding.format,
            )
        if before and not self._keeps(quantity, f"{before} {shown}"):
            state = "failed"
            self._find(
                "NUM01",
                f"Text says “{before} {shown}”; {quantity.key} is {quantity.shown()}",
                f"Take “{before}” out, or bind another quantity",
                found=before,
            )
        if is_turned:
            state = "failed"
            self._find(
                "NUM01",
                f"Text says a fall of “{shown}”; {quantity.key} is a rise",
                "Say that it rose, or bind another quantity",
                found=shown,
            )
        ratio = whole(shown) if quantity.unit == "ratio" else None
        read = [ratio] if ratio else scan(shown)
        amount = read[0] if read else _nothing(self.binding)
        state = "failed" if self._vanishes(quantity, amount, shown) else state
        return [self._whole(state, amount, shown)]

    def _vanishes(self, quantity: Quantity, amount: Amount, shown: str) -> bool:
        """Say, and report, whether a scale leaves nothing of a value: £12 as £0m."""
        gone = amount.scale != 1 and amount.value == 0 != quantity.value
        if gone:
            self._find(
                "NUM04",
                f"{shown} is printed of {quantity.key}, which is {quantity.shown()}",
                "Ask for a smaller scale, or for none",
                found=self.binding.format,
            )
        return gone

    def _keeps(self, quantity: Quantity, said: str) -> bool:
        """Say whether a number agrees with the comparator typed before it."""
        read = [converted(one, quantity.unit, cell=True) for one in scan(said)]
        value = quantity.value
        return any(
            one and quantity.verdict(one, value, self.known.tolerance) == "yes"
            for one in read
        )

    def _printed(self, quantity: Quantity, form: str, before: str) -> str:
        """Return what the reader sees; a sentence starts with a capital."""
        inside = self.passage.where == "cell"
        style = Style(0) if inside else self.known.style
        shown = _bounded(quantity, form, style, before)
        text = self.passage.text[: self.binding.start].rstrip()
        opens = not text or text[-1] in ".!?"
        return shown[:1].upper() + shown[1:] if opens and not inside else shown

    def _comparator(self, quantity: Quantity) -> str:
        """Return the comparator that stands before the inserted number, or ""."""
        text, start = self.passage.text, self.binding.start
        before, after = text[max(0, start - 40) : start], text[self.binding.end :]
        form = phrased(self.binding.format)[1]
        try:
            shown = show(quantity.value, quantity.unit, form, self.known.style)
        except FormatError:
            shown = quantity.shown()
        # `Over three years` is how long; only the words after tell.
        read = scan(before + shown + after[:30])
        here = [one for one in read if one.lead < len(before) <= one.start]
        if not here or here[0].comparator in {"", "further", "between"}:
            return ""
        return " ".join(before[here[0].lead :].split())

    def _checked(self, quantity: Quantity, amounts: list[Amount]) -> list[Entry]:
        said = self._ratio(quantity, amounts) or meant(amounts)
        if not said or not (len(said) == 1 or is_range(said)):
            several = "two numbers" if said else "no number"
            self._find(
                "NUM03",
                f"Text bound to {quantity.key} holds {several}",
                "Put one number between the brackets",
                found=self.passage.text[self.binding.start : self.binding.end],
                expected=quantity.shown(),
            )
            return [self._entry(amount, "failed") for amount in said]
        check = Check(self.passage, quantity, self.known, said, self.binding)
        state: State = "checked" if check.holds() else "failed"
        if state == "failed" or check.is_close:
            self._mismatch(quantity, check)
        return [self._entry(amount, state, check.expected()) for amount in said]

    def _ratio(self, quantity: Quantity, amounts: list[Amount]) -> list[Amount]:
        """Return the ratio that the brackets hold: `[1:12]` alone is a time."""
        if quantity.unit != "ratio" or not amounts:
            return []
        start, text = amounts[0].start, self.passage.text
        found = whole(text[start : self.binding.end])
        return [comparing.compared(text, moved(found, start), 0)] if found else []

    def _mismatch(self, quantity: Quantity, check: "Check") -> None:
        """Report a number that the data contradict."""
        start, end = check.stretch()
        place = self.passage.span(start, end) or self.binding.source
        found = self.chapter.source[slice(*place)]
        expected = check.expected()
        exact = check.actual()
        # A number with markup inside, or a comparator that must go, needs a person;
        # and nothing is written from a table that is to be mended first.
        fits = self.passage.text[start:end] == found and not check.must_go()
        fits = fits and not (quantity.doubt or check.is_turned)
        fits = fits and check.is_kept(expected)
        # Of over [12], or £[12], the number alone is that of the data.
        said = check.before + found if found == exact else found
        severity: Severity | None = "warning" if check.is_close else None
        self.findings.append(
            Finding(
                "NUM01",
                f"Text says “{said}”; {quantity.key} is {exact}",
                self.chapter.place(place),
                notes=quantity.notes(),
                help=check.way(expected),
                found=found,
                expected=expected,
                fix=Fix(expected, safe=check.is_plain()) if fits else None,
                severity=severity,
                anchor=f"{quantity.key} {context(self.passage, start, end)}",
            )
        )

    def _entry(self, amount: Amount, state: State, expected: str = "") -> Entry:
        entry = entry_of(self.chapter, self.passage, amount, state)
        entry = entry or self._whole(state, amount)
        entry.quantity = self.binding.key
        entry.source = self.quantity.source if self.quantity else None
        entry.expected = expected
        return entry

    def _whole(self, state: State, amount: Amount, shown: str = "") -> Entry:
        """Return the entry of an inserted number, which stands as its mark."""
        place: Span = self.binding.source
        return Entry(
            self.chapter.place(place),
            place,
            self.chapter.source[slice(*place)],
            amount,
            self.passage.where,
            state,
            quantity=self.binding.key,
            expected=shown,
            source=self.quantity.source if self.quantity else None,
            shown=shown or amount.text,
            context=context(self.passage, self.binding.start, self.binding.end),
            at=(self.binding.start, self.binding.end),
        )

    def _find(
        self, code: str, message: str, way: str, *, found: str, expected: str = ""
    ) -> None:
        place = self.chapter.place(self.binding.source)
        around = context(self.passage, self.binding.start, self.binding.end)
        self.findings.append(
            Finding(
                code,
                message,
                place,
                help=way,
                found=found,
                expected=expected,
                anchor=f"{message} {around}",
            )
        )


def _bounded(quantity: Quantity, form: str, style: Style, before: str) -> str:
    """Return an inserted number, without the comparator that stands `before` it.

    Raises FormatError when the format does not fit the quantity.
    """
    value, unit = quantity.value, quantity.unit
    phrase, inner = phrased(form)
    if quantity.bound:
        phrase = phrase or quantity.bound_word
        if PHRASES[phrase] not in quantity.comparators:
            raise FormatError(f"“{phrase}” does not state a published bound")
        shown = show(value, unit, inner, style)
        return shown if before else f"{phrase} {shown}"
    if not before:
        return show(value, unit, form, style)
    named = before.lower() if before.lower() in PHRASES else ""
    said = compared(value, unit, named or phrase, inner) if named or phrase else ""
    kept = said.removeprefix(f"{named or phrase} ")
    return kept if kept != said else show(value, unit, inner, style)


def _nothing(binding: Binding) -> Amount:
    """Return the amount of a number that cannot be shown."""
    return Amount(binding.start, binding.end, "", "quantity")
