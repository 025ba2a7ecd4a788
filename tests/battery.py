"""Requests that mean harm, or come from a broken program: each must be refused at once, cheaply, and write nothing.

``tests/contract/test_battery.py`` counts what they make us ask of AWS; ``make bench`` measures their CPU.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MOST_CALLS = 3
MOST_CPU_MS = 100

MILLION = "a" * 1_000_000
COMPANIES = "/v1/records/companies"
QUERY = f"{COMPANIES}/query"
SOME = f"{COMPANIES}/01ARZ3NDEKTSV4RRFFQ69G5FAV"


@dataclass(frozen=True, slots=True)
class Shot:
    """One request, as bytes, with what it tries in its name."""

    name: str
    method: str
    path: str
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)


def shots() -> Iterator[Shot]:
    """Yield the whole battery."""
    yield from _too_large()
    yield from _broken_text()
    yield from _broken_json()
    yield from _forged_cursors()
    yield from _endless_filters()
    yield from _odd_addresses()
    yield from _odd_values()
    yield from _greedy_patterns()
    yield from _swollen_designs()
    yield from _swollen_work()


def _create(name: str, values: Any, *, plural: str = "companies") -> Shot:
    return Shot(name, "POST", f"/v1/records/{plural}", _json(values))


def _query(name: str, body: Any) -> Shot:
    return Shot(name, "POST", QUERY, _json(body))


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


def _too_large() -> Iterator[Shot]:
    yield _create("a name of a million characters", {"name": MILLION})
    yield _create("a name of a million accents", {"name": "\u0301" * 300_000})
    yield _create("a text of 401 KB", {"name": "Bar Pepe", "description": "ñ" * 205_312})
    yield _create("401 KB in many addresses", {"name": "Bar Pepe", "emails": [_address(n) for n in range(9_000)]})
    yield _create("a million fields", {f"f{n}": 1 for n in range(60_000)})
    yield Shot("a body of ten megabytes", "POST", COMPANIES, b'{"name": "' + b"a" * 10_000_000 + b'"}')
    yield _create("401 KB of lines", {"number": "A-1", "lines": [{"description": "a" * 400}] * 1_000}, plural="orders")
    yield Shot("a search for a million characters", "POST", QUERY, _json({"q": MILLION}))


def _address(number: int) -> dict[str, str]:
    return {"value": f"a{number}@{'b' * 20}.example", "label": "work"}


def _broken_text() -> Iterator[Shot]:
    for name, text in {
        "half a surrogate pair": "\ud83d",
        "the other half": "\ude00",
        "a pair the wrong way round": "\ude00\ud83d",
        "NUL": "Bar\u0000Pepe",
        "an escape sequence": "Bar\u001b[2J",
        "a line break": "Bar\r\nBcc: everybody@example.com",
        "a Unicode line break": "Bar\u2028Pepe",
    }.items():
        yield _create(f"{name} in a name", {"name": text})
        yield _create(f"{name} in a person", {"first_name": text}, plural="contacts")
    yield Shot("bytes that are no UTF-8", "POST", COMPANIES, b'{"name": "\xff\xfe"}')
    yield Shot("UTF-16", "POST", COMPANIES, '{"name": "Bar"}'.encode("utf-16"))


def _broken_json() -> Iterator[Shot]:
    for name, raw in {
        "the same key twice": b'{"name": "a", "name": "b"}',
        "the same key twice, spelled differently": b'{"name": "a", "n\\u0061me": "b"}',
        "not a number": b'{"name": NaN}',
        "infinity": b'{"name": 1e999}',
        "a number of a hundred thousand digits": b'{"name": ' + b"9" * 100_000 + b"}",
        "two hundred arrays in one another": b'{"name": ' + b"[" * 200 + b"]" * 200 + b"}",
        "two hundred objects in one another": b'{"a":' * 200 + b"1" + b"}" * 200,
        "a hundred thousand arrays in one another": b"[" * 100_000 + b"]" * 100_000,
        "an array that never ends": b"[" * 500_000,
        "a prototype": b'{"__proto__": {"role": "admin"}, "name": "a"}',
    }.items():
        yield Shot(name, "POST", COMPANIES, raw)


def _forged_cursors() -> Iterator[Shot]:
    for name, cursor in {
        "a cursor of zeros": "A" * 64,
        "a cursor that is none": "tinto",
        "a cursor with a tail": "eyJwayI6IlQjb3RoZXIifQ",
        "a cursor of ten thousand characters": "A" * 10_000,
        "a cursor of another alphabet": "%C3%B1" * 30,
        "an empty cursor": "",
    }.items():
        yield Shot(name, "GET", f"{COMPANIES}?cursor={cursor}")
        yield _query(f"{name}, asked for politely", {"cursor": cursor})


def _endless_filters() -> Iterator[Shot]:
    term = {"field": "name", "op": "eq", "value": "a"}
    yield _query("ten thousand conditions", {"filter": {"any": [term] * 10_000}})
    yield _query("a choice of ten thousand", {"filter": {"field": "name", "op": "in", "value": ["a"] * 10_000}})
    yield _query("a hundred groups of a hundred", {"filter": {"any": [{"all": [term] * 100}] * 100}})
    yield _query("thirty negations", {"filter": _nested(30, lambda inner: {"not": inner}, term)})
    yield _query("two hundred negations", {"filter": _nested(200, lambda inner: {"not": inner}, term)})
    yield _query("a tree that doubles", {"filter": _nested(20, lambda inner: {"all": [inner, inner]}, term, most=14)})
    yield _query("a condition inside a condition", {"filter": {**term, "value": term}})
    yield _query("a page of a thousand million", {"limit": 10**9})
    yield _query("ten thousand columns", {"fields": ["name"] * 10_000})
    yield _query("an operator of a million characters", {"filter": {**term, "op": MILLION[:900_000]}})
    yield Shot("ten thousand parameters", "GET", COMPANIES + "?" + "&".join(f"f{n}=1" for n in range(10_000)))
    yield Shot("a thousand values of one parameter", "GET", COMPANIES + "?" + "&".join(["name=a"] * 1_000))
    yield Shot("a page of a thousand million, in the address", "GET", f"{COMPANIES}?limit={10**9}")


def _nested(depth: int, around: Any, inner: Any, *, most: int | None = None) -> Any:
    for _ in range(min(depth, most or depth)):
        inner = around(inner)
    return inner


def _odd_addresses() -> Iterator[Shot]:
    for name, id in {
        "an id of ten thousand characters": "0" * 10_000,
        "an id with a delimiter": "01ARZ3NDEKTSV4RRFFQ69G5FAV%23body",
        "an id that climbs": "..%2F..%2Fusers",
        "an id with NUL": "01ARZ3%00",
        "an id in another alphabet": "%EF%BC%90" * 26,
    }.items():
        yield Shot(name, "GET", f"{COMPANIES}/{id}")
        yield Shot(f"the timeline of {name}", "GET", f"{COMPANIES}/{id}/timeline")
    yield Shot("an object that climbs", "GET", "/v1/records/..%2Fcompanies")
    yield Shot("an object of ten thousand characters", "GET", "/v1/records/" + "c" * 10_000)


def _odd_values() -> Iterator[Shot]:
    version = {"If-Match": '"' + "9" * 4_000 + '"'}
    yield Shot("a version of four thousand digits", "PATCH", SOME, _json({"name": "a"}), version)
    yield Shot("a version that is none", "PATCH", SOME, _json({"name": "a"}), {"If-Match": '"1", "2"'})
    yield Shot("an idempotency key of ten thousand", "POST", COMPANIES, _json({"name": "a"}), _key("k" * 10_000))
    yield Shot("an idempotency key with a break", "POST", COMPANIES, _json({"name": "a"}), _key("k\x00"))
    yield _create("an amount of a googol", {"name": "Oferta", "amount": _euros("9" * 100)}, plural="deals")
    yield _create(
        "an amount with a hundred decimals", {"name": "Oferta", "amount": _euros(f"0.{'0' * 99}1")}, plural="deals"
    )
    yield _create("a day that never was", {"name": "Oferta", "close_date": "2026-02-30"}, plural="deals")
    yield _create("a phone of a thousand digits", {"name": "Bar", "phones": [{"value": "+34" + "6" * 1_000}]})
    yield _create("an address that would cost a regex dear", {"name": "Bar", "website": "http://" + "a." * 50_000})
    yield _create("a mail address that would, too", {"name": "Bar", "emails": [{"value": "a@" + "a." * 50_000}]})
    yield _create("a link to a thousand", {"first_name": "Ana", "companies": [SOME[-26:]] * 1_000}, plural="contacts")
    yield _create("a link to whatever", {"first_name": "Ana", "companies": [{"id": {"$ne": None}}]}, plural="contacts")


def _euros(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


def _key(value: str) -> dict[str, str]:
    return {"Idempotency-Key": value}


def _greedy_patterns() -> Iterator[Shot]:
    """Patterns that would keep a backtracking engine busy for years, or that are none."""
    for pattern in ("(a+)+$" * 40, "(" * 200, "a{1000}{1000}", "(?P<n>a)(?P=n)", "[z-a]", "(?<=a+)b", "\\"):
        yield _query(f"the pattern {pattern[:24]}", {"filter": {"field": "name", "op": "regexp", "value": pattern}})
    for name, op in {"a like of a hundred thousand signs": "like", "a regexp of a hundred thousand": "regexp"}.items():
        yield _query(name, {"filter": {"field": "name", "op": op, "value": "%a" * 50_000}})
    yield _query("a range of three ends", {"filter": {"field": "name", "op": "between", "value": ["a", "b", "c"]}})
    yield _query("a period that is none", {"filter": {"field": "updated_at", "op": "during", "value": "never"}})
    yield Shot("a search of ten thousand letters", "GET", "/v1/search?q=" + "a" * 10_000)


def _swollen_designs() -> Iterator[Shot]:
    label = {"es": "Dato", "en": "Datum"}
    text = {"type": "text", "label": label}
    many = [{"name": f"c_f{number}", **text} for number in range(5_000)]
    own = {"name": "c_thing", "plural": "c_things", "label": label, "label_plural": label, "name_field": "c_f0"}
    fields = "/v1/objects/companies/fields"
    yield Shot("an object of five thousand fields", "POST", "/v1/objects", _json({**own, "fields": many}))
    yield Shot(
        "an object that takes our name", "POST", "/v1/objects", _json({**own, "name": "company", "fields": many[:1]})
    )
    for name, more in {
        "a formula of a hundred thousand signs": {"type": "formula", "formula": "1+" * 50_000 + "1"},
        "a formula two hundred deep": {"type": "formula", "formula": "(" * 200 + "1" + ")" * 200},
        "a formula that asks for more than it may": {"type": "formula", "formula": "__import__('os').system('id')"},
        "a choice of ten thousand": {"type": "choice", "options": [{"label": label}] * 10_000},
        "a field of a type that is none": {"type": "pickle"},
        "a field of a name that is ours": {"type": "text", "name": "owner"},
    }.items():
        yield Shot(name, "POST", fields, _json({"name": "c_field", "label": label, **more}))


def _swollen_work() -> Iterator[Shot]:
    ids = [SOME[-26:]] * 20_000
    term = {"field": "name", "op": "eq", "value": "a"}
    bulk = {"object": "companies", "action": "delete"}
    yield Shot("a bulk edit of twenty thousand ids", "POST", "/v1/bulk", _json({**bulk, "target": {"ids": ids}}))
    wide = {"filter": {"any": [term] * 10_000}}
    yield Shot("a bulk edit under ten thousand conditions", "POST", "/v1/bulk", _json({**bulk, "target": wide}))
    yield Shot(
        "an export under as many", "POST", "/v1/exports", _json({"object": "companies", "format": "csv", **wide})
    )
    losers = {"winner_id": SOME[-26:], "loser_ids": ids[:5_000]}
    yield Shot("a merge of five thousand", "POST", f"{COMPANIES}/merge", _json(losers))
    yield Shot("a comment of a million characters", "POST", f"{SOME}/comments", _json({"text": MILLION}))
    yield Shot("a file of a thousand terabytes", "POST", "/v1/files", _json({"name": "a.pdf", "size": 10**15}))
    yield Shot("a file that climbs", "POST", "/v1/files", _json({"name": "../../etc/passwd\u0000", "size": 10}))
    yield _create("ten thousand tags", {"name": "Bar Pepe", "tags": [f"t{number}" for number in range(10_000)]})
