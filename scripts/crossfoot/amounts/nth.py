"""Places in an order: one as it is written and another's value in, its print out."""

from crossfoot.amounts import english, english_ranks


def nth(text: str, value: int) -> str:
    """Return a place in an order as another one is written: `second`, or `2nd`."""
    word = _word(value, joined="-" in text)
    if word and not text[:1].isdigit():
        return word.capitalize() if text[:1].isupper() else word
    end = value % 10 if value // 10 % 10 != 1 else 0
    return f"{value}{english_ranks.ENDINGS.get(end, english_ranks.ENDING)}"


def _word(value: int, *, joined: bool) -> str:
    """Return the word of a place, `twelfth`, or ""; `twenty-fifth` where words join."""
    tens = next((word for word, n in english.TENS.items() if n == value // 10 * 10), "")
    both = joined and tens != "" and value % 10 > 0
    sought = value % 10 if both else value
    word = next((word for word, n in english.ORDINALS.items() if n == sought), "")
    return f"{tens}-{word}" if both else word
