"""``corpblog schema`` prints schemas that checkers take."""

import json

import jsonschema
import pytest

from corpblog.cli import main
from corpblog.commands.schema import EXAMPLES, NAMES
from corpblog.read.schema import RECORDS


@pytest.mark.parametrize("name", NAMES)
def test_each_format_has_a_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_every_record_that_people_write_has_its_name_here() -> None:
    assert set(RECORDS) | {"diagnostics"} == set(NAMES)
    assert all(f"  {name} " in EXAMPLES for name in NAMES)
