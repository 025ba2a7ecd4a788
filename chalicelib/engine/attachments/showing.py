"""A file as its readers see it, and a name under which it can be saved."""

import re
import unicodedata
from typing import Any, Final

from chalicelib.storage.files import Draft, File

_FORBIDDEN: Final = re.compile(r'[/\\:*?"<>|]+')


def harmless(name: str) -> str:
    """Return a file's name without folders, and without what makes a name look like another."""
    last = _FORBIDDEN.sub("_", re.split(r"[/\\]", name)[-1])
    plain = "".join(character for character in last if unicodedata.category(character) != "Cf")
    return plain.strip(" .") or "file"


def shown(file: File) -> dict[str, Any]:
    """Return a file: what its newest ready version is, and all its versions."""
    chosen = file.draft() or file.drafts[-1]
    return {
        "id": file.id,
        **_draft(chosen),
        "versions": [_draft(draft) for draft in file.drafts],
        "created_at": file.created_at,
        "created_by": file.created_by,
        "deleted_at": file.deleted_at,
    }


def reference(file: File) -> dict[str, Any]:
    """Return what a field of a record keeps of a file."""
    chosen = file.draft() or file.drafts[-1]
    return {"id": file.id, "name": chosen.name, "size": chosen.size, "type": chosen.type}


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "version": draft.number,
        "state": draft.state,
        "reason": draft.reason,
        "name": draft.name,
        "size": draft.size,
        "type": draft.type,
        "may_be_shown": draft.may_be_shown and draft.state == "ready",
        "width": draft.width,
        "height": draft.height,
        "at": draft.at,
        "by": draft.by,
    }
