"""Names of floats: what is labelled can be reached, once."""

from printing import parts

from crossfoot.nodes import identifier, walk
from crossfoot.typeset.survey import survey

TABLE = '| a |\n|---|\n| 1 |\n\n: Cap {kind number=1 label="Table 1"}\n\n'


def test_what_an_include_shows_first_is_not_the_one_that_is_listed() -> None:
    """A table without an id gets its name where it belongs, before or after."""
    again = TABLE.replace("kind", ".again")
    made = parts(f"# One\n\n{again}{TABLE.replace('kind ', '')}{again}")
    tables = [node for node in walk(made[0].blocks) if node["t"] == "Table"]
    assert [identifier(node) for node in tables] == ["", "_table-1", ""]
    assert survey(made[0].blocks).tables == [("Table 1", "Cap", "_table-1")]
