"""The published schemas: a name in, what holds values against it out."""

import json

from jsonschema import Draft202012Validator

from crossfoot.workflow import PACKAGE


def validator(name: str) -> Draft202012Validator:
    """Return what holds a value against one of our schemas."""
    schema = json.loads((PACKAGE / "schemas" / f"{name}.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
