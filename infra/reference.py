"""Reference pages, written from the code that they describe: objects, field types, errors, events.

`python -m infra.reference` writes docs/reference/*.md; with `--check` it only says which pages are no longer true.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import chalicelib
from chalicelib import wiring
from chalicelib.engine.events import OCCURRENCES, SOURCE, kind_of
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import FieldType
from chalicelib.engine.objects import Field, ObjectDef
from chalicelib.kernel.errors import Problem
from infra import formula_page, operators_page

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
NOTE = "<!-- Written by `python -m infra.reference`. -->"


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or check them and return 1 when one differs."""
    stale = [name for name, text in pages().items() if _read(FOLDER / name) != text]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/reference/{name} is not what the code says: run `python -m infra.reference`.")
        return 1 if stale else 0
    for name in stale:
        (FOLDER / name).write_text(pages()[name])
    return 0


def pages() -> Mapping[str, str]:
    """Return every page's text by its file name."""
    return {
        "objects.md": _page("Objects", _objects()),
        "field-types.md": _page("Field types", _field_types()),
        "errors.md": _page("Errors", _errors()),
        "events.md": _page("Events", _events()),
        "operators.md": _page("Operators", operators_page.lines()),
        "formulas.md": _page("Formulas", formula_page.lines()),
    }


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"# {title}", "", NOTE, "", *lines]).rstrip() + "\n"


def _objects() -> Iterator[str]:
    for definition in wiring.STANDARD:
        yield f"## {definition.label.en} · {definition.label.es}"
        yield ""
        yield f"`/v1/records/{definition.plural}`"
        yield ""
        yield from _table(
            ("field", "type", "English", "español", "properties"), (_field(field) for field in definition.fields)
        )


def _field(field: Field) -> Sequence[str]:
    traits = ("required", "read_only", "unique", "indexed", "multiple", "searched", "counted")
    properties = [trait.replace("_", " ") for trait in traits if getattr(field, trait)]
    if field.link:
        properties.append(f"to {field.link.to}")
    if field.options:
        properties.append("one of " + ", ".join(f"`{option.value}`" for option in field.options))
    return (f"`{field.name}`", field.type, field.label.en, field.label.es, "; ".join(properties))


def _field_types() -> Iterator[str]:
    used = {field.type for definition in wiring.STANDARD for field in definition.fields}
    yield from _table(
        ("type", "filter operators", "widget", "used by a standard object", "a firm's own field may say"),
        (
            (f"`{name}`", ", ".join(type.operators), type.widget, "yes" if name in used else "no", _may_say(type))
            for name, type in sorted(registry.TYPES.items())
        ),
    )


def _may_say(type: FieldType) -> str:
    """Return what a tenant may say of a field of this type beside what it may say of any."""
    return ", ".join(type.properties) if type.designable else "no firm has its own"


def _errors() -> Iterator[str]:
    yield "An answer of 400 or above is `application/problem+json` with one of these codes, and has written nothing."
    yield ""
    yield from _table(
        ("status", "code", "what happened"),
        sorted(
            {(str(kind.status), f"`{kind.code}`", _first_line(kind)) for kind in _problems() if "code" in kind.__dict__}
        ),
    )


def _problems() -> Iterator[type[Problem]]:
    for module in pkgutil.walk_packages(chalicelib.__path__, "chalicelib."):
        importlib.import_module(module.name)
    waiting = [Problem]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        yield kind


def _first_line(kind: type[Problem]) -> str:
    own = kind.__dict__.get("__doc__") or ""
    return own.strip().split("\n")[0]


def _events() -> Iterator[str]:
    yield f"On the bus, with the source `{SOURCE}`, which nothing else has. Each carries `tenant`, `object`, `id`,"
    yield "`version`, `at`, `actor`, `reason`, `old`, `new` and `changed`."
    yield ""
    yield from _table(
        ("object", "events"),
        (
            (definition.name, ", ".join(f"`{_camel(definition)}{verb}`" for verb in ("Created", "Modified", "Deleted")))
            for definition in wiring.STANDARD
        ),
    )
    yield "What befalls a record and changes none of its fields carries `tenant`, `object`, `plural`, `id`, `at`,"
    yield "`data`, and `occurrence`, which is the same each time the same thing is told. It lies on the timeline too."
    yield ""
    yield from _table(("occurrence", "on a timeline"), ((f"`{name}`", f"`{kind_of(name)}`") for name in OCCURRENCES))


def _camel(definition: ObjectDef) -> str:
    return "".join(part.capitalize() for part in definition.name.split("_"))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
