"""What a container must not load before somebody needs it: each of these costs as much as a whole request."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENTRIES = ("app", *sorted(f"functions.{path.parent.name}.handler" for path in ROOT.glob("functions/*/handler.py")))
HEAVY = {
    "liquid": "a third of a second; the first merge field of a mail loads it",
    "babel": "comes with liquid",
    "asyncio": "comes with what awaits; nothing here does",
    "chalicelib.engine.asking.interpreting": "thirty modules; the first sentence about a segment loads them",
    "lark": "a sixth of a second; the first sentence about a segment loads it",
    "mjml": "native code; the first mail that is compiled loads it",
    "nh3": "native code; the first rich text loads it",
    "dns": "a fifth of a second; the first look at a domain loads it",
    "AntiSSRF": "the first call to an address that a firm gave loads it",
    "standardwebhooks": "the first webhook loads it",
}
LOADED = """
import importlib, json, sys
told = {}
for entry in json.loads(sys.argv[1]):
    importlib.import_module(entry)
    told[entry] = sorted(set(json.loads(sys.argv[2])) & set(sys.modules))
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    """Return what heavy modules are there once each entry point has been imported, one after the other."""
    asked = [sys.executable, "-c", LOADED, json.dumps(ENTRIES), json.dumps(sorted(HEAVY))]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=ROOT)
    told: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.mark.parametrize("entry", ENTRIES)
def test_nothing_heavy_is_loaded_before_it_is_needed(loaded: dict[str, list[str]], entry: str) -> None:
    assert loaded[entry] == [], {name: HEAVY[name] for name in loaded[entry]}


def test_what_is_called_heavy_exists() -> None:
    script = f"import importlib.util as find; print([name for name in {sorted(HEAVY)} if not find.find_spec(name)])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout.strip() == "[]"
