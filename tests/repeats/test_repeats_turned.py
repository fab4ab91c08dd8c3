"""Sentences that deny or reverse each other, and those that only seem to."""

import pytest
from saying import sayings

from crossfoot.repeats.turned import is_turned

SERVER = "The archive server accepts encrypted uploads from every partner library."
COSTS = "Heating costs of the northern depot rose sharply during that winter season."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (SERVER, SERVER.replace("accepts", "never accepts")),
        (SERVER, SERVER.replace("accepts", "does not accept")),
        (
            SERVER,
            "Partner libraries: the archive server doesn't accept encrypted uploads.",
        ),
        (COSTS, COSTS.replace("rose", "fell")),
        (SERVER, SERVER.replace("encrypted", "unencrypted")),
        (
            COSTS,
            "During that winter season the heating costs fell in the northern depot.",
        ),
        (
            "Count every parcel at the depot before vans leave for northern villages.",
            "After vans leave the depot, northern villages count every parcel.",
        ),
    ],
)
def test_what_denies_or_reverses_is_turned(a: str, b: str) -> None:
    """A denied word that the other says, or contraries by one word, turn a statement."""
    one, other = sayings(f"{a}\n", f"{b}\n")
    assert (is_turned(one, other), is_turned(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (SERVER, SERVER),
        (
            SERVER.replace("accepts", "does not accept"),
            "Encrypted uploads are not accepted by the archive server of a partner library.",
        ),
        (
            "The archive server accepts uploads, which need not be compressed by libraries.",
            "Uploads from libraries are accepted by the archive server without delay.",
        ),
        (SERVER, SERVER.replace("archive", "underarchive")),
        (
            "The archive is not closed to partners; closed uploads reach the server.",
            "Closed uploads of partners reach the server of the archive every day.",
        ),
        (
            "Should you have questions or find no label for a parcel, please ask the depot.",
            "If you have any questions on the price of a parcel, please ask the depot.",
        ),
        (
            "Since the register needs the queue, list the register after the queue server.",
            "The register needs the queue: start the latter before any other worker.",
        ),
    ],
)
def test_a_denial_of_another_word_turns_nothing(a: str, b: str) -> None:
    """What one denies the other has to say, or both say the same of it."""
    one, other = sayings(f"{a}\n", f"{b}\n")
    assert (is_turned(one, other), is_turned(other, one)) == (False, False)
