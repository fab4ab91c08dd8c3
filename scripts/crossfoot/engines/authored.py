"""Running an author's own Python: a file's text in, its names or its failure out."""

from types import ModuleType


class PlainError(Exception):
    """What an author's program should not have done; the text says it whole."""


def module(name: str, source: str | bytes, path: str) -> ModuleType:
    """Return the module that a file's text makes; raises whatever it raises."""
    made = ModuleType(name)
    made.__file__ = path
    # The text is the author's program, and to be run is what it is for.
    exec(compile(source, path, "exec"), made.__dict__)  # noqa: S102
    return made


def message(problem: BaseException) -> str:
    """Return what an exception says, in one line, with its kind."""
    if isinstance(problem, SystemExit):
        return f"it ended the program with sys.exit({problem.code!r})"
    text = " ".join(str(problem).split())
    if isinstance(problem, PlainError):
        return text
    if isinstance(problem, SyntaxError):
        text = problem.msg
    return f"{type(problem).__name__}: {text}" if text else type(problem).__name__


def line_of(problem: BaseException, path: str) -> int:
    """Return the line of the innermost frame inside a file, 1 without one."""
    if isinstance(problem, SyntaxError) and problem.filename == path:
        return problem.lineno or 1
    line, step = 1, problem.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == path:
            line = step.tb_lineno
        step = step.tb_next
    return line
