"""A synthesised stage on disk: its template and the files that the template refers to."""

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

    @property
    def files(self) -> dict[str, Any]:
        """The asset manifest's files: where each lies and which bucket and key it goes to."""
        manifest: dict[str, Any] = json.loads((self.folder / f"{self.stack}.assets.json").read_text())
        files: dict[str, Any] = manifest["files"]
        return files
