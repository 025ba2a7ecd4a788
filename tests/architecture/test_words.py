"""What the API names by a code, the portal names in words."""

import json
from pathlib import Path
from typing import get_args

import pytest

from chalicelib import wiring
from chalicelib.engine.bulk.edits import Action

LOCALES = Path(__file__).parents[2] / "frontend/src/i18n/locales"


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_long_work_is_just_a_job(language: str) -> None:
    words = json.loads((LOCALES / language / "jobs.json").read_text())["jobs"]

    assert {*wiring.WORK} - {"bulk"} <= words["kind"].keys()
    assert {*get_args(Action)} <= words["bulk"].keys()
