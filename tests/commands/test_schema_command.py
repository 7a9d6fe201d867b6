"""``corpblog schema`` prints schemas that checkers take."""

import json

import jsonschema
import pytest

from corpblog.cli import main
from corpblog.commands.schema import EXAMPLES, NAMES
from corpblog.read.registers import REGISTERS
from corpblog.read.schema import RECORDS


@pytest.mark.parametrize("name", NAMES)
def test_each_format_has_a_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    assert all(
        part.get("additionalProperties") is not True for part in schema.get("$defs", {}).values()
    )


def test_every_record_that_people_write_has_its_name_here() -> None:
    assert {*RECORDS, *REGISTERS, "diagnostics"} == set(NAMES)
    assert all(f"  {name} " in EXAMPLES for name in NAMES)
