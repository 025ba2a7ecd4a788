"""The portal's own words in either language, asked for by their key, so that a test is written once for both."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parents[3] / "frontend" / "src" / "i18n" / "locales"


SAID = ("core", "problems", "session", "today", "lists", "filters", "records", "imports", "jobs")
"""The catalogues of what everybody sees: no key is in two of them."""


@cache
def _catalogue(language: str, namespace: str) -> dict[str, Any]:
    words: dict[str, Any] = json.loads((LOCALES / language / f"{namespace}.json").read_text(encoding="utf-8"))
    return words


def _said(found: Any, path: str, count: object) -> str | None:
    *parents, last = path.split(".")
    for parent in parents:
        found = found.get(parent, {})
    if count is not None and last not in found:
        last += "_one" if count == 1 else "_other"
    text = found.get(last)
    return text if isinstance(text, str) else None


def words_of(language: str, key: str, /, **values: object) -> str:
    """Return what the portal says under a key, `admin:` before those of administrators; `count` chooses the plural."""
    namespace, _, path = key.rpartition(":")
    told = (
        _said(_catalogue(language, name), path, values.get("count")) for name in ([namespace] if namespace else SAID)
    )
    text = next((one for one in told if one is not None), None)
    assert text is not None, f"nothing is said under {key}"
    return re.sub(r"\{\{(\w+)\}\}", lambda name: str(values[name[1]]), text)


def inner(label: str) -> str:
    """Return a label as it stands in the middle of a sentence."""
    return label if re.match(r"[A-ZÁÉÍÓÚÑ]{2}", label) else label[:1].lower() + label[1:]
