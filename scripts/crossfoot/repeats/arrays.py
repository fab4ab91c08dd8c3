"""Arrays: what grams, runs, units and seeds do alike with sequences of numbers."""

from binascii import a2b_base64, b2a_base64
from typing import Any

SAMPLES = 8
"""Numbers of a stretch that are looked at before all of it is compared."""


def mixed(values: Any) -> Any:
    """Return 64-bit numbers mixed well (splitmix64, Steele, Lea and Flood, 2014)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def several(hashes: Any) -> tuple[Any, Any]:
    """Return which hashes stand twice or more, equal ones together, and these.

    Equal ones are in their order. Numbers sort faster than orders of numbers: the place
    takes the last bits of each. Most stand alone, and are let go before all bits count.
    """
    import numpy as np

    bits = np.uint64(len(hashes).bit_length())
    last = (np.uint64(1) << bits) - np.uint64(1)
    packed = hashes >> bits << bits
    packed |= np.arange(len(hashes), dtype=np.uint64)
    packed.sort()
    packed = packed[_paired(packed[1:] ^ packed[:-1] <= last)[: len(packed)]]
    order = (packed & last).astype(np.int64)
    packed >>= bits
    found = hashes[order]
    mixed_up = (packed[1:] == packed[:-1]) & (found[1:] != found[:-1])
    for shared in distinct(packed[1:][mixed_up]):
        some = slice(*np.searchsorted(packed, [shared, shared + np.uint64(1)]))
        order[some] = order[some][np.argsort(found[some], kind="stable")]
        found[some] = hashes[order[some]]
    there = _paired(found[1:] == found[:-1])[: len(found)]
    return order[there], found[there]


def _paired(same: Any) -> Any:
    """Return what is the same as what stands before or after it.

    `same` says of each but the first whether it is the same as the one before.
    """
    import numpy as np

    return np.append(same, False) | np.append(False, same)


def ranges(starts: Any, sizes: Any) -> Any:
    """Return the numbers from each start on, as many as its size, end to end."""
    import numpy as np

    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + sizes, sizes) + np.arange(total)


def spread(starts: Any, sizes: Any) -> Any:
    """Return an index of what stands from each start on, as `ranges` does.

    Where nothing stands between them it is a slice, which takes no memory.
    """
    if len(starts) and (starts[1:] == (starts + sizes)[:-1]).all():
        return slice(int(starts[0]), int(starts[-1] + sizes[-1]))
    return ranges(starts, sizes)


def equal_stretches(numbers: Any, starts: Any, sizes: Any) -> list[list[int]]:
    """Return which stretches are equal: lists of two or more, in order.

    `starts` and `sizes` (none is 0) say where the stretches stand in `numbers`.
    """
    import numpy as np

    key = sizes.astype(np.uint64)
    for share in range(SAMPLES):
        there = numbers[starts + sizes * share // SAMPLES].astype(np.uint64)
        key = mixed(key + there)
    held: dict[bytes, list[int]] = {}
    for at in np.sort(several(key)[0]).tolist():
        start = int(starts[at])
        content = numbers[start : start + int(sizes[at])].tobytes()
        held.setdefault(content, []).append(at)
    return [group for group in held.values() if len(group) > 1]


def distinct(values: Any) -> Any:
    """Return the different ones of some values, in order.

    What numpy has for this first imports what a stage has no other use for.
    """
    import numpy as np

    ordered = np.sort(values)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]


def kinds(numbers: Any) -> tuple[Any, Any]:
    """Return the different ones of small numbers, and the place of each in these."""
    import numpy as np

    found = np.flatnonzero(np.bincount(numbers))
    places = np.zeros(int(found[-1]) + 1 if len(found) else 0, np.int32)
    places[found] = np.arange(len(found))
    return found, places[numbers]


def packed(numbers: Any) -> str:
    """Return an array of numbers, none below 0 or above 32 bits, as text.

    A digit says how many bytes each takes; they follow in base 64.
    """
    most = int(numbers.max(initial=0))
    width = 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4
    raw = numbers.astype(f"<u{width}").tobytes()
    return f"{width}{b2a_base64(raw, newline=False).decode('ascii')}"


def unpacked(text: str) -> Any:
    """Return the array that `packed` was given."""
    import numpy as np

    return np.frombuffer(a2b_base64(text[1:]), f"<u{text[0]}")
