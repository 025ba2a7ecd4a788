"""A synthesised stage on disk."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Assembly:
    stack: str
    folder: Path

    @property
    def template_path(self) -> Path:
        return self.folder / f"{self.stack}.template.json"

    @property
    def template(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.template_path.read_text())
        return loaded
