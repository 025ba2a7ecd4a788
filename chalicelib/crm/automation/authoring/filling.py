"""What an author writes in place of a value: another field of the record, a day counted from now, names inside a text.

``{"from": "owner"}`` takes what the record holds, ``{"in": {"days": 3}, "at": "09:00"}`` is a day or an instant so far
ahead, and ``{{ company }}`` inside a text is what the record is called there. What a record holds is put in as it is
and never read again, so that nobody's name can be a rule.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from chalicelib.crm.automation.authoring import spans
from chalicelib.engine import access, drafts, overlays, reach, records
from chalicelib.engine.actions import Moment
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields.contract import Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput

FROM: Final = "from"
AHEAD: Final = frozenset({"in", "at"})
LONGEST_NAME: Final = 300
_PLACE: Final = re.compile(r"\{\{ {0,5}([a-z][a-z0-9_]{0,59}) {0,5}\}\}")


def checked(ctx: Context, object: Object, target: Object, values: Any, at: str = "values") -> dict[str, Any]:
    """Return what an author wants the fields of ``target`` to hold, for a record of ``object``.

    :raises InvalidInput: naming every field that the author may not set, or that does not take what is written.
    """
    if not isinstance(values, Mapping) or not values:
        raise InvalidInput.of(at, "required", "Say what the fields shall hold.")
    writable, readable = access.writable(ctx, target), access.readable(ctx, object)
    errors: list[FieldError] = []
    for name, said in values.items():
        field = target.writable[name] if name in writable else None
        if field is None:
            errors.append(FieldError(f"{at}.{str(name)[:60]}", "unknown_field", "There is no such field to be set."))
            continue
        fault = _fault(ctx, readable, field, said)
        if fault is not None:
            errors.append(FieldError(f"{at}.{name}", *fault))
    if errors:
        raise InvalidInput("Some values were refused.", errors=errors[:50])
    return dict(values)


def _fault(ctx: Context, readable: frozenset[str], field: Field, said: Any) -> tuple[str, str] | None:
    if _is_from(said):
        known = said[FROM] == "id" or (isinstance(said[FROM], str) and said[FROM] in readable)
        return None if known else ("unknown_field", "There is no such field to take it from.")
    try:
        if _is_ahead(said):
            spans.checked(said["in"], "in", signed=True)
            spans.checked_time(said, "at")
            return None if field.type in ("date", "date_time") else ("not_dated", "This field holds no day.")
        if isinstance(said, str) and _PLACE.search(said):
            unknown = next((name for name in _PLACE.findall(said) if name not in readable), None)
            return ("unknown_field", f"There is no field {unknown}.") if unknown else None
        drafts.read(ctx, field, said)
    except Refusal as refusal:
        return refusal.code, refusal.message
    except InvalidInput as refused:
        return refused.errors[0].code, refused.errors[0].message
    return None


def filled(ctx: Context, moment: Moment, target: Object, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values as they are for the record of a moment, in the form in which a caller would send them."""
    shown: dict[str, Any] | None = None
    result: dict[str, Any] = {}
    for name, said in values.items():
        if _is_ahead(said):
            result[name] = _ahead(ctx, moment, target.writable[name], said)
        elif _is_from(said) or (isinstance(said, str) and _PLACE.search(said)):
            shown = shown or records.present(ctx, moment.object, moment.row)
            result[name] = shown.get(said[FROM]) if _is_from(said) else text(ctx, moment, said, shown=shown)
        else:
            result[name] = said
    return result


def text(ctx: Context, moment: Moment, template: str, *, shown: Mapping[str, Any] | None = None) -> str:
    """Return a text with the names of a record in their places."""
    record = shown or records.present(ctx, moment.object, moment.row)
    return _PLACE.sub(lambda found: _spelled(record, found[1]), template)


def target_of(ctx: Context, plural: Any, at: str) -> Object:
    """Return the object that an author names.

    :raises InvalidInput: when there is none.
    """
    found = overlays.refreshed(ctx).plurals.get(plural) if isinstance(plural, str) else None
    if found is None:
        raise InvalidInput.of(at, "unknown_object", "There is no such object.")
    return found


def _spelled(record: Mapping[str, Any], name: str) -> str:
    named = record.get("links", {}).get(name)
    if named:
        return ", ".join(str(end.get("name") or "") for end in named)[:LONGEST_NAME]
    held = record.get(name)
    if isinstance(held, Mapping) and {"amount", "currency"} <= held.keys():
        return f"{held['amount']} {held['currency']}"
    if isinstance(held, Mapping):
        return str(held.get("local") or held.get("name") or "")[:LONGEST_NAME]
    if isinstance(held, list):
        return ", ".join(str(one.get("value", "") if isinstance(one, Mapping) else one) for one in held)[:LONGEST_NAME]
    return "" if held is None else str(held)[:LONGEST_NAME]


def _ahead(ctx: Context, moment: Moment, field: Field, said: Mapping[str, Any]) -> Any:
    zone = reach.zone(ctx, moment.row) if moment.object.features.reachable else ctx.time_zone
    instant = spans.after(ctx.now, said["in"], zone=zone, at=said.get("at"))
    wall = clock.to_wall(instant, zone)
    if field.type == "date":
        return wall.date().isoformat()
    if field.zoned:
        return {"local": wall.replace(microsecond=0).isoformat(timespec="seconds"), "time_zone": zone}
    return instant.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _is_from(said: Any) -> bool:
    return isinstance(said, Mapping) and said.keys() == {FROM}


def _is_ahead(said: Any) -> bool:
    return isinstance(said, Mapping) and "in" in said and said.keys() <= AHEAD
