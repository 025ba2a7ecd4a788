"""What the contract tests know of the API: its operations, as they are declared, and a fitting request for each."""

from collections.abc import Iterator
from typing import Any

from app import app
from chalicelib.api.blueprint import Operation
from tests.client import PASSWORD

OPERATIONS: tuple[Operation, ...] = tuple(app.operations)
PROTECTED = tuple(operation for operation in OPERATIONS if operation.who not in ("public", "anyone"))
NOBODYS_ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV"

BULK = {"object": "companies", "action": "delete", "target": {"ids": [NOBODYS_ID]}}

BOTH = {"es": "Visita", "en": "Visit"}

MERGE = {"winner_id": NOBODYS_ID, "loser_ids": ["01ARZ3NDEKTSV4RRFFQ69G5FAW"]}

BODIES: dict[str, Any] = {
    "create_record": {"name": "Bar Pepe"},
    "update_record": {"name": "Bar Pepe"},
    "query_records": {},
    "change_me": {"name": "Ana"},
    "change_user": {"name": "Ana"},
    "deactivate_user": {},
    "transfer_work": {"to": NOBODYS_ID},
    "convert_lead": {},
    "invite": {"email": "lucia@rios.example", "role": "rep"},
    "create_role": {"key": "partner", "label": {"es": "Socio", "en": "Partner"}},
    "share_record": {"with": {"user": NOBODYS_ID}, "access": "read"},
    "decline_access": {"user": NOBODYS_ID},
    "create_team": {"name": "Norte"},
    "create_api_key": {"name": "ERP", "scopes": ["read"], "expires_at": "2999-01-01T00:00:00Z"},
    "create_export": {"object": "companies", "format": "csv"},
    "create_import": {"object": "contacts", "filename": "contacts.csv"},
    "preview_import": {},
    "start_import": {
        "mapping": [{"column": 0, "target": {"object": "contacts", "field": "first_name"}}],
        "on_duplicate": "skip",
    },
    "create_view": {"object": "companies", "name": "De Toledo"},
    "change_view": {"name": "De Madrid"},
    "create_comment": {"text": "¿Les llamas?"},
    "edit_comment": {"text": "¿Les llamas hoy?"},
    "start_bulk": BULK,
    "rename_tags": {"tags": ["VIP"], "into": None},
    "preview_bulk": BULK,
    "create_file": {"name": "oferta.pdf", "size": 1000},
    "create_file_version": {"name": "oferta.pdf", "size": 1000},
    "create_unattached_file": {"name": "oferta.pdf", "size": 1000},
    "create_object": {"name": "c_visit", "plural": "c_visits", "label": BOTH, "label_plural": BOTH},
    "change_object": {"columns": None},
    "create_field": {"name": "c_size", "type": "integer", "label": BOTH},
    "change_field": {"label": BOTH},
    "set_rate": {"rate": "0.92"},
    "change_duplicate_rules": {"items": None},
    "find_duplicates": {"values": {"name": "Bar Pepe"}},
    "preview_merge": MERGE,
    "merge_records": MERGE,
    "note_recent": {"plural": "companies", "id": NOBODYS_ID},
    "sign_in": {"email": "lucia@rios.example", "password": PASSWORD},
}
NO_BODY = {"name": "Bar Pepe"}
PARAMETERS = {
    "by": "industry",
    "user": NOBODYS_ID,
    "object": "companies",
    "from": "2026-11-01",
    "to": "2026-11-30",
    "q": "olmedo",
}
"""A fitting value of every parameter that a route demands."""


def named(operation: Operation) -> str:
    """The operation's id in a test's name."""
    return f"{operation.method} {operation.path}"


def path_of(operation: Operation, *, plural: str = "companies", id: str = NOBODYS_ID, field: str = "contacts") -> str:
    """The operation's path with its parameters filled in."""
    path = (
        operation.path.replace("{plural}", plural)
        .replace("{id}", id)
        .replace("{field}", field)
        .replace("{who}", f"user:{NOBODYS_ID}")
    )
    path = path.replace("{version}", "1").replace("{code}", "USD").replace("{date}", "2026-11-21")
    path = path.replace("{comment}", NOBODYS_ID).replace("{file}", NOBODYS_ID)
    asked = [f"{name}={PARAMETERS[name]}" for name in operation.required]
    return path + ("?" + "&".join(asked) if asked else "")


def body_of(operation: Operation) -> Any:
    """A body that the operation's shape accepts, or None when it takes none."""
    return None if operation.body is None else BODIES.get(operation.name, {})


def headers_of(operation: Operation) -> dict[str, str]:
    """The headers that the operation asks for."""
    return {"If-Match": '"1"'} if "If-Match" in operation.headers else {}


def with_parameter(name: str) -> Iterator[Operation]:
    """The operations whose path has the parameter ``name``."""
    return (operation for operation in PROTECTED if f"{{{name}}}" in operation.path)
