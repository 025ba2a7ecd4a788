"""The operations, each through the API as Lambda calls it, and the fewest boto3 calls that touch the same items."""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Any

from bench import bulking, importing, people
from bench.bulking import Bulk
from bench.firm import Firm, send
from bench.importing import Import
from bench.meter import Bill, Meter, compared, cpu_ms
from bench.pipeline import Stream
from bench.segmenting import Segmented

ROUNDS = 12
SAMPLES = 8
IMPORTS = 3
TOGETHER = 100
PAGE = 25
BOUGHT = 24
FOUND = 10

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report. ``wcu_all`` adds what the stream function writes for the same change."""

    operation: str
    records: int
    aws_calls: float
    wcu: float
    wcu_all: float
    rcu: float
    cpu_ms: float
    bare_cpu_ms: float
    own_wcu_all: float
    own_rcu: float
    store_wcu_all: float
    store_rcu: float
    transactions: float
    empty_reads: float


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything an operation is measured with; ``bare`` is a plain boto3 client of the same store."""

    firm: Firm
    meter: Meter
    stream: Stream
    bare: Any
    table: str
    index_table: str


class Operations:
    """The operations on a firm that has the contacts ``ids``."""

    def __init__(self, stage: Stage, ids: list[str]) -> None:
        self._stage = stage
        self._ids = ids
        self._turn = itertools.count()
        self._new = itertools.count(10_000_000 + len(ids) * 100)
        self._pk = f"T#{stage.firm.ctx.tenant}#contacts"
        self._item = self._bare_item(ids[0])

    def measure(self) -> list[Row]:
        """Return a row for each operation."""
        return [
            self._row("create", self._create, self._bare_create),
            self._row("get", self._get, self._bare_get),
            self._row(f"card of {BOUGHT} purchases", self._carded(), self._bare_get),
            self._row(f"list of {PAGE}", self._list, self._bare_list),
            self._row(f"filtered list of {PAGE}", self._filtered, self._bare_list),
            self._row("board by a counted choice", self._board, self._bare_board),
            self._row("calendar", self._calendar, self._bare_list),
            self._row("search", self._search, self._bare_search),
            self._row("search across objects", self._search_everywhere, self._bare_search),
            self._row("update", *self._updating("contacts", self._some_id(), people.changed)),
            self._row("update, counted", *self._updating("leads", self._a_lead(), people.moved_on)),
            self._worked("import per row", self._prepared, acts=importing.ROWS),
            self._worked("bulk update per record", self._ready, acts=bulking.RECORDS),
            *self._kept(),
        ]

    def _row(self, name: str, ours: Act, bare: Act) -> Row:
        request, follow = self._units(ours)
        cpu, bare_cpu = compared(ours, bare, rounds=ROUNDS)
        return _row_of(name, len(self._ids), request, follow, acts=SAMPLES, cpu=cpu, bare_cpu=bare_cpu)

    def _worked(self, name: str, prepared: Callable[[], Bulk | Import], *, acts: int) -> Row:
        """Return what one record costs that a worker writes; the bare equivalent stores as many, a hundred at once."""
        measured = prepared()
        self._stage.stream.skip()
        with self._stage.meter.reading() as request:
            measured.run()
        with self._stage.meter.reading() as follow:
            self._stage.stream.follow()
        measured.check()
        ready = [prepared() for _ in range(IMPORTS)]
        taken = [(cpu_ms(each.run), cpu_ms(self._bare_import)) for each in ready]
        return _row_of(
            name,
            len(self._ids),
            request,
            follow,
            acts=acts,
            cpu=median(ours for ours, _ in taken) / acts,
            bare_cpu=median(bare for _, bare in taken) / importing.ROWS,
        )

    def _kept(self) -> list[Row]:
        """Return what a write costs more because fifty segments are kept: the keeper's look at the record alone."""
        segmented = Segmented(self._stage.firm, self._some_id())
        rows = []
        for name, change in (("50 segments, unmoved", segmented.touch), ("50 segments, moved", segmented.move)):
            bills = [self._look(segmented, change) for _ in range(SAMPLES)][1:]
            cpu, bare = compared(segmented.keep, self._bare_get, rounds=ROUNDS)
            calls, wcu, rcu = (median(getattr(bill, part) for bill in bills) for part in ("calls", "wcu", "rcu"))
            bill = Bill(calls=int(calls), wcu=wcu, rcu=rcu)
            rows.append(_row_of(name, len(self._ids), bill, Bill(), acts=1, cpu=cpu, bare_cpu=bare))
        return rows

    def _look(self, segmented: Segmented, change: Act) -> Bill:
        change()
        with self._stage.meter.reading() as bill:
            segmented.keep()
        return bill

    def _ready(self) -> Bulk:
        return Bulk(self._stage.firm, self._ids[: bulking.RECORDS], next(self._turn))

    def _prepared(self) -> Import:
        first = next(self._new)
        self._new = itertools.count(first + importing.ROWS)
        return Import(self._stage.firm, first)

    def _bare_import(self) -> None:
        for _ in range(importing.ROWS // TOGETHER):
            puts = [{"Put": {"TableName": self._stage.table, "Item": self._new_item()}} for _ in range(TOGETHER)]
            self._stage.bare.transact_write_items(TransactItems=puts)

    def _units(self, act: Act) -> tuple[Bill, Bill]:
        """Return the bill of several requests, and that of the stream function for what they wrote."""
        act()
        self._stage.stream.skip()
        with self._stage.meter.reading() as request:
            for _ in range(SAMPLES):
                act()
        with self._stage.meter.reading() as follow:
            self._stage.stream.follow()
        return request, follow

    def _some_id(self) -> str:
        return self._ids[next(self._turn) * 7919 % len(self._ids)]

    def _create(self) -> Any:
        body = people.contact(next(self._new))
        return send(self._stage.firm.request("POST", "/v1/records/contacts", body))

    def _bare_create(self) -> None:
        self._stage.bare.put_item(TableName=self._stage.table, Item=self._new_item())

    def _new_item(self) -> dict[str, Any]:
        item = self._item
        id = self._stage.firm.ctx.new_id()
        slots = {name: {"S": value["S"].rpartition("\x1f")[0] + "\x1f" + id} for name, value in _slots(item)}
        return {**item, **slots, "sk": {"S": id}}

    def _get(self) -> None:
        send(self._stage.firm.request("GET", f"/v1/records/contacts/{self._some_id()}"))

    def _carded(self) -> Act:
        """Return how the card of a customer is read who bought every month, told what their firm does then."""
        firm = self._stage.firm
        customer = send(firm.request("POST", "/v1/records/contacts", people.contact(next(self._new))))["id"]
        today = firm.ctx.now.date()
        for month in range(BOUGHT):
            bought = {
                "total": "90",
                "date": (today - timedelta(days=30 * (month + 4))).isoformat(),
                "contact": customer,
            }
            send(firm.request("POST", "/v1/records/orders", bought))
        gone = [{"figure": "silent_days", "op": "gte", "value": 60}]
        rule = {
            "object": "contacts",
            "figures": gone,
            "words": {"es": "Hola", "en": "Hello"},
            "action": {"kind": "say"},
        }
        send(firm.request("POST", "/v1/action-rules", {"name": "Call", **rule}))
        return lambda: send(firm.request("GET", f"/v1/records/contacts/{customer}/card"))

    def _bare_get(self) -> None:
        self._bare_item(self._some_id())

    def _list(self) -> None:
        send(self._stage.firm.request("GET", f"/v1/records/contacts?limit={PAGE}"))

    def _bare_list(self) -> None:
        self._stage.bare.query(
            TableName=self._stage.table,
            IndexName="slot1",
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": self._pk}},
            ScanIndexForward=False,
            Limit=PAGE,
        )

    def _filtered(self) -> None:
        send(self._stage.firm.request("GET", f"/v1/records/contacts?name[starts]={self._a_name()}&limit={PAGE}"))

    def _board(self) -> None:
        send(self._stage.firm.request("GET", "/v1/records/leads/groups?by=status"))

    def _bare_board(self) -> None:
        self._stage.bare.query(
            TableName=self._stage.index_table,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :field)",
            ExpressionAttributeValues={
                ":pk": {"S": self._pk.replace("#contacts", "#count#leads")},
                ":field": {"S": "status#"},
            },
        )

    def _calendar(self) -> None:
        send(self._stage.firm.request("GET", "/v1/records/leads/calendar?by=updated_at&from=2026-11-01&to=2027-11-30"))

    def _search_everywhere(self) -> None:
        send(self._stage.firm.request("GET", f"/v1/search?q={self._a_word()}"))

    def _search(self) -> None:
        send(self._stage.firm.request("GET", f"/v1/records/contacts?q={self._a_word()}"))

    def _bare_search(self) -> None:
        tokens = self._stage.bare.query(
            TableName=self._stage.index_table,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :word)",
            ExpressionAttributeValues={
                ":pk": {"S": self._pk.replace("#contacts", "#token#contacts")},
                ":word": {"S": self._a_word()},
            },
            Limit=50,
        )["Items"]
        ids = list(dict.fromkeys(token["sk"]["S"].split("#")[1] for token in tokens))[:FOUND]
        keys = [{"pk": {"S": self._pk}, "sk": {"S": id}} for id in ids]
        self._stage.bare.batch_get_item(RequestItems={self._stage.table: {"Keys": keys}})

    def _a_word(self) -> str:
        return people.LAST[next(self._turn) % len(people.LAST)].lower().translate(str.maketrans("áéíóúñ", "aeioun"))

    def _a_name(self) -> str:
        return people.FIRST[next(self._turn) % len(people.FIRST)].lower().translate(str.maketrans("áéíóúñ", "aeioun"))

    def _a_lead(self) -> str:
        lead = send(self._stage.firm.request("POST", "/v1/records/leads", people.lead(next(self._new))))
        self._stage.stream.follow()
        return str(lead["id"])

    def _updating(self, plural: str, id: str, change: Callable[[int], Mapping[str, Any]]) -> tuple[Act, Act]:
        """Return how a record is changed again and again, each time from the version before."""
        present = send(self._stage.firm.request("GET", f"/v1/records/{plural}/{id}"))["version"]
        version = itertools.count(present)

        def ours() -> None:
            number = next(version)
            headers = {"If-Match": f'"{number}"'}
            send(self._stage.firm.request("PATCH", f"/v1/records/{plural}/{id}", change(number), headers))

        def bare() -> None:
            self._stage.bare.put_item(TableName=self._stage.table, Item=self._bare_item(self._ids[0]))

        return ours, bare

    def _bare_item(self, id: str) -> dict[str, Any]:
        key = {"pk": {"S": self._pk}, "sk": {"S": id}}
        item: dict[str, Any] = self._stage.bare.get_item(TableName=self._stage.table, Key=key, ConsistentRead=True)[
            "Item"
        ]
        return item


def _slots(item: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in item.items() if name in {f"s{number}" for number in range(1, 7)}]


def _row_of(name: str, records: int, request: Bill, follow: Bill, *, acts: int, cpu: float, bare_cpu: float) -> Row:
    return Row(
        operation=name,
        records=records,
        aws_calls=request.calls / acts,
        wcu=request.wcu / acts,
        wcu_all=(request.wcu + follow.wcu) / acts,
        rcu=request.rcu / acts,
        cpu_ms=cpu,
        bare_cpu_ms=bare_cpu,
        own_wcu_all=(request.own_wcu + follow.own_wcu) / acts,
        own_rcu=request.own_rcu / acts,
        store_wcu_all=(request.store_wcu + follow.store_wcu) / acts,
        store_rcu=request.store_rcu / acts,
        transactions=(request.transactions + follow.transactions) / acts,
        empty_reads=request.empty_reads / acts,
    )
