"""What need not be done at each start: compiling the methods of dataclasses, loading what few requests look at.

``dataclasses`` writes the methods of a class as text and compiles it, which came to a third of the CPU of a cold start.
``infra/methods.py`` has compiled those texts when the zip was built; a text that it does not know is compiled as ever,
and so are all where its file is not: anywhere but in Lambda. The price is that ``dataclasses`` gets an ``exec`` of its
own. A module of ``LATER`` is loaded by whoever first looks at something in it: ``jwt`` imports what reads certificates,
for keys that come in one, and ours do not; a file is imported by one request of very many.
"""

import builtins
import contextlib
import dataclasses
import importlib.util
import marshal
import sys
from collections.abc import Mapping
from pathlib import Path
from types import CodeType
from typing import Any, Final

METHODS: Final = f"chalicelib/methods.{sys.implementation.cache_tag}"
"""Where in the zip the compiled methods lie; the name tells which Python can read them."""

LATER: Final[Mapping[str, tuple[str, ...]]] = {
    "cryptography": ("x509",),
    "chalicelib.api": ("openapi_document",),
    "chalicelib.crm.marketing.campaigns": ("desk",),
    "chalicelib.crm.marketing.templating": ("richtext",),
    "chalicelib.crm.marketing.tracking": ("agents",),
    "chalicelib.engine": ("mail_layout", "versions"),
    "chalicelib.engine.bulk": ("undoing",),
    "chalicelib.engine.cards": ("choosing", "saying"),
    "chalicelib.engine.designing": ("applied",),
    "chalicelib.engine.importing": ("offers", "survey", "undoing"),
    "chalicelib.engine.merging": ("merges",),
    "chalicelib.gateways": ("files", "webhooks"),
    "chalicelib.samples": ("loading",),
}
"""What every container imports and few requests look at: packages, and modules in them."""


def _use(compiled: Mapping[str, CodeType]) -> None:
    """Let ``dataclasses`` look up what it would compile."""

    def run(text: Any, *around: Any) -> None:
        builtins.exec(compiled.get(text, text), *around)  # noqa: S102 - what ``dataclasses`` does anyway

    vars(dataclasses)["exec"] = run


def _put_off(package: str, name: str) -> None:
    """Let a module be loaded by whoever first looks at something in it, however many have imported it before."""
    spec = importlib.util.find_spec(f"{package}.{name}")
    if spec is not None and spec.loader is not None and spec.name not in sys.modules:
        spec.loader = importlib.util.LazyLoader(spec.loader)
        module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
        setattr(sys.modules[package], name, module)
        spec.loader.exec_module(module)


with contextlib.suppress(FileNotFoundError):
    _use(marshal.loads((Path(__file__).parents[1] / METHODS).read_bytes()))  # noqa: S302 - it came with the code
    for package, names in LATER.items():
        for name in names:
            _put_off(package, name)
