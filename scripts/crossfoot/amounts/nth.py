"""Places in an order: one as it is written and another's value in, its print out."""

from crossfoot.amounts import english, english_ranks


def nth(text: str, value: int) -> str:
    """Return a place in an order as another one is written: `second`, or `2nd`."""
    word = _word(value)
    if word and not text[:1].isdigit():
        return word.capitalize() if text[:1].isupper() else word
    end = value % 10 if value // 10 % 10 != 1 else 0
    return f"{value}{english_ranks.ENDINGS.get(end, english_ranks.ENDING)}"


def _word(value: int) -> str:
    """Return the word of a place, such as `twelfth` and `twenty-first`, or ""."""
    tens = next((word for word, n in english.TENS.items() if n == value // 10 * 10), "")
    rest = value % 10 if tens and value % 10 else value
    word = next((word for word, n in english.ORDINALS.items() if n == rest), "")
    return f"{tens}-{word}" if rest != value else word
