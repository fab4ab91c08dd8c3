"""The environment: what the surroundings of a build say about it."""

import getpass
import os
from importlib.util import find_spec


def source_date_epoch() -> str | None:
    """Return `SOURCE_DATE_EPOCH` as set, or None."""
    return os.environ.get("SOURCE_DATE_EPOCH")


def has_module(name: str) -> bool:
    """Say whether a package is installed."""
    return find_spec(name) is not None


def name_the_user() -> None:
    """Call a user without an account by number, as Snakemake asks for a name.

    Containers are run with any user's number, of which the system knows no more.
    """
    try:
        getpass.getuser()
    except (KeyError, OSError):  # OSError from Python 3.13 on
        os.environ["LOGNAME"] = str(os.getuid())
