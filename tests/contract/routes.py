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

RULE = {
    "name": "Preguntar",
    "object": "companies",
    "words": {"es": "¿Qué tal?", "en": "Hello"},
    "action": {"kind": "say"},
}

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
    "query_groups": {"by": "industry"},
    "query_calendar": {"from": "2026-11-01", "to": "2026-11-30"},
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
    "share_list": {
        "object": "companies",
        "title": "De Toledo",
        "recipient": "Molinos",
        "fields": ["name"],
        "expires_at": "2027-06-30T00:00:00Z",
    },
    "create_view": {"object": "companies", "name": "De Toledo"},
    "change_view": {"name": "De Madrid"},
    "create_segment": {"name": "De Toledo", "object": "companies", "filter": {"field": "name", "op": "not_empty"}},
    "change_segment": {"name": "De Madrid"},
    "preview_segment": {"object": "companies", "filter": {"field": "name", "op": "not_empty"}},
    "group_customers": {"object": "companies", "related": "orders", "date": "date", "amount": "total"},
    "change_members": {"add": []},
    "add_members_by_import": {"import": NOBODYS_ID},
    "add_members_by_filter": {"filter": {"field": "name", "op": "not_empty"}},
    "create_automation": {"name": "Bienvenida", "object": "leads", "trigger": {"kind": "created"}},
    "try_automation": {"record": NOBODYS_ID},
    "begin_record_plan": {"automation": NOBODYS_ID},
    "skip_plan_step": {"skipped": True},
    "change_automation_minutes": {"notify": 2},
    "create_assignment": {"name": "Por turnos", "object": "leads"},
    "create_form": {"name": "Contacto", "object": "leads", "fields": [{"field": "first_name"}]},
    "begin_automation_starter": {"language": "es"},
    "send_form": {"ticket": "x", "values": {}},
    "create_action_rule": RULE,
    "change_action_rule": {"enabled": False},
    "preview_action_rule": {"record": NOBODYS_ID, "rule": {part: RULE[part] for part in ("object", "words", "action")}},
    "answer_advice": {"rule": NOBODYS_ID, "answer": "done"},
    "create_webhook": {"name": "ERP", "url": "https://erp.example/hooks"},
    "add_domain": {"name": "rios.example"},
    "create_sender": {
        "name": "Ventas",
        "from_name": "Bodegas",
        "address": "hola@rios.example",
        "postal_address": "Calle Mayor 1",
    },
    "change_sender": {"from_name": "Bodegas Ríos"},
    "create_template": {"name": "Otoño", "language": "es", "subject": "Vendimia", "blocks": []},
    "change_template": {"subject": "Vendimia"},
    "preview_template": {"object": "contacts", "record": NOBODYS_ID},
    "test_template": {"object": "contacts", "record": NOBODYS_ID},
    "check_template": {"follow": False},
    "decide_consent": {"decision": "withdraw"},
    "release_address": {"reason": "Ha escrito desde ella."},
    "create_purpose": {"name": "Novedades", "key": "news", "label": BOTH, "text": BOTH},
    "change_purpose": {"label": BOTH},
    "create_exclusion": {"name": "Lista Robinson"},
    "change_exclusion": {"always": True},
    "add_exclusions": {"emails": ["ana@rios.example"]},
    "remove_exclusions": {"emails": ["ana@rios.example"]},
    "change_marketing_settings": {"quiet_hours": None},
    "choose_preferences": {"wanted": {}},
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
    "change_onboarding": {"dismissed": True},
    "note_recent": {"plural": "companies", "id": NOBODYS_ID},
    "change_company": {"name": "Bodegas Ríos"},
    "change_password": {"current": PASSWORD, "password": "another good password"},
    "begin_mfa": {"password": PASSWORD},
    "confirm_mfa": {"code": "123456"},
    "renew_recovery_codes": {"password": PASSWORD},
    "turn_mfa_off": {"password": PASSWORD},
    "ask_password_reset": {"email": "lucia@rios.example"},
    "reset_password": {"code": "A" * 43, "password": PASSWORD},
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
    "state": "sent",
    "of": "campaign",
    "day": "2026-11-21",
    "source": "campaigns",
}
"""A fitting value of every parameter that a route demands."""
OWN_PARAMETERS = {
    "list_campaign_audience": {"state": "recipients"},
    "list_reputation_people": {"of": "sent"},
    "list_alarm_figures": {"of": NOBODYS_ID},
}
"""Where an operation asks for something else by the same name."""


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
    path = path.replace("{run}", NOBODYS_ID).replace("{call}", NOBODYS_ID).replace("{token}", "A" * 40)
    path = path.replace("{comment}", NOBODYS_ID).replace("{file}", NOBODYS_ID)
    values = {**PARAMETERS, **OWN_PARAMETERS.get(operation.name, {})}
    asked = [f"{name}={values[name]}" for name in operation.required]
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
