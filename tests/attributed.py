"""Gives elements attributes for the tests, as assemble would have left them."""

from crossfoot.nodes import Node, attr, with_attr


def with_attributes(node: Node, **pairs: str) -> Node:
    """Return a copy of the element with key-value attributes set."""
    name, kinds, old = attr(node)
    kept = [[key, value] for key, value in old if key not in pairs]
    return with_attr(node, [name, kinds, kept + [[k, v] for k, v in pairs.items()]])
