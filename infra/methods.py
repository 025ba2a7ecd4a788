"""Compiles ahead what ``dataclass`` writes: the methods of every class of ours, as Python would compile them at import.

``dataclasses`` writes methods as text and hands it to ``exec``, five texts a class. Compiling them again at every start
was a third of a cold start's CPU; ``chalicelib.ahead`` looks each text up in what this program leaves beside it. It
runs in a process of its own, so that the same sources leave the same bytes: ``python infra/methods.py FOLDER``.
"""

import builtins
import dataclasses
import importlib
import marshal
import pkgutil
import sys
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any


def main() -> None:
    """Import everything that lies in a folder, and leave there what was compiled on the way."""
    folder = Path(sys.argv[1]).resolve()
    sys.path[0] = str(folder)
    texts: dict[str, CodeType] = {}

    def compiled(text: str, *around: Any) -> None:
        if text not in texts:
            texts[text] = compile(text, "<string>", "exec")
        builtins.exec(texts[text], *around)  # noqa: S102 - what ``dataclasses`` does anyway

    vars(dataclasses)["exec"] = compiled
    for name in ("chalicelib", "functions"):
        _import_all(importlib.import_module(name))
    known = {text: texts[text] for text in sorted(texts)}
    (folder / importlib.import_module("chalicelib.ahead").METHODS).write_bytes(marshal.dumps(known))


def _import_all(package: ModuleType) -> None:
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)


if __name__ == "__main__":
    main()
