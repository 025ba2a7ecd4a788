"""`make demo-cdnow`: the purchase log of the CDNOW papers, imported through the public API and counted again.

The MIT wheel ``lifetimes`` ships the log: 2,357 customers who bought for the first time in early 1997, with every
purchase until June 1998. They become contacts and orders of a tenant of their own, through the same upload, preview and
start that a person would use. A second run finds everything there and counts again.
"""

import csv
import io
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from infra.demo.api import ADDRESS, Api, Refused, listed, show_progress
from infra.demo.imports import bring
from infra.local import home as homes

WHEEL = "lifetimes==0.11.3"
LOG = "lifetimes/datasets/CDNOW_sample.txt"
EMAIL, PASSWORD = "cdnow@cdnow.example", "cdnow-purchase-log"
FIRM = {"company": "CDNOW", "locale": "en", "timezone": "America/New_York", "currency": "USD", "name": "CDNOW"}

PATIENCE_SECONDS = 120
"""How long the pipeline may count nothing new before something must have gone wrong."""


@dataclass(frozen=True, slots=True)
class Purchase:
    """One line of the log: who bought how many CDs when, for how much."""

    customer: str
    date: str
    number: str
    cds: int
    amount: Decimal


def main() -> None:
    """Import the log and check what is there against it.

    :raises SystemExit: when anything is missing or too much.
    """
    started = time.monotonic()
    purchases = list(read(log_file(homes.current().folder / "cdnow")))
    api = Api(homes.current().run.read().get("address") or ADDRESS)
    sign_in(api)
    bring(api, "contacts", "cdnow-customers.csv", customers_csv(purchases))
    bring(api, "orders", "cdnow-orders.csv", orders_csv(purchases))
    imported = time.monotonic() - started
    wrong = differences(api, purchases) + miscounts(api, purchases)
    for difference in wrong:
        print(f"  {difference}")
    if wrong:
        raise SystemExit("What Tendero holds is not what the file says.")
    total = sum(purchase.amount for purchase in purchases)
    customers = len({purchase.customer for purchase in purchases})
    print(f"  {customers:,} customers and {len(purchases):,} orders, ${total:,.2f} in all, as in the file.")
    print(f"  Imported in {imported:.0f} s. Sign in at {api.address} as {EMAIL} / {PASSWORD}")


def log_file(folder: Path) -> Path:
    """Return the log, installed into ``folder`` unless it is there."""
    log = folder / LOG
    if not log.exists():
        command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), WHEEL]
        subprocess.run(command, check=True)
    return log


def read(log: Path) -> Iterator[Purchase]:
    """Yield the purchases of the log. Two on one day are told apart by their place in it."""
    seen: Counter[tuple[str, str]] = Counter()
    for line in log.read_text().splitlines():
        _, customer, day, cds, amount = line.split()
        seen[customer, day] += 1
        number = f"{customer}-{day}-{seen[customer, day]}"
        yield Purchase(customer, f"{day[:4]}-{day[4:6]}-{day[6:]}", number, int(cds), Decimal(amount))


def customers_csv(purchases: Sequence[Purchase]) -> bytes:
    """Return the customers as another shop would export them; the log gives them numbers and no names."""
    first: dict[str, str] = {}
    for purchase in purchases:
        first[purchase.customer] = min(first.get(purchase.customer, purchase.date), purchase.date)
    rows = [[customer, "Customer", customer, date] for customer, date in first.items()]
    return _csv(["Customer ID", "First Name", "Last Name", "Created Date"], rows)


def orders_csv(purchases: Sequence[Purchase]) -> bytes:
    """Return the purchases, each with its customer's number."""
    rows = [
        [purchase.number, purchase.customer, purchase.date, str(purchase.amount), "Delivered", f"{purchase.cds} CDs"]
        for purchase in purchases
    ]
    return _csv(["Order number", "Customer ID", "Order date", "Total", "Status", "Notes"], rows)


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


def sign_in(api: Api) -> None:
    """Sign in to the tenant of the log, signing it up unless it is there."""
    try:
        api.post("/v1/signup", {**FIRM, "email": EMAIL, "password": PASSWORD})
    except Refused as refused:
        if refused.status != 409:
            raise
    api.sign_in(EMAIL, PASSWORD)


def differences(api: Api, purchases: Sequence[Purchase]) -> list[str]:
    """Return what the API tells otherwise than the file: how many, how much, and who bought what."""
    contacts = {contact["id"]: contact["external_id"] for contact in listed(api, "contacts", "external_id")}
    bought: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
    orders = list(listed(api, "orders", "number,contact,date,total"))
    for order in orders:
        bought[contacts.get(order["contact"])].append((order["date"], order["total"]["amount"]))
    expected: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for purchase in purchases:
        expected[purchase.customer].append((purchase.date, f"{purchase.amount:.2f}"))
    total = sum((Decimal(order["total"]["amount"]) for order in orders), Decimal())
    facts = (
        ("customers", len(contacts), len(expected)),
        ("orders", len(orders), len(purchases)),
        ("dollars", total, sum(purchase.amount for purchase in purchases)),
    )
    wrong = [f"{name}: {found:,} instead of {wanted:,}" for name, found, wanted in facts if found != wanted]
    strangers = [who for who in expected.keys() | bought.keys() if sorted(bought[who]) != sorted(expected[who])]
    return wrong + ([f"the purchases of {len(strangers)} customers differ"] if strangers else [])


def miscounts(api: Api, purchases: Sequence[Purchase]) -> list[str]:
    """Return what the totals on the screens say otherwise, once the pipeline has counted every order."""
    counted, since = -1, time.monotonic()
    while True:
        totals = api.get("/v1/records/orders/totals?by=status")["items"]
        count = sum(item["count"] for item in totals)
        if count != counted:
            counted, since = count, time.monotonic()
            show_progress("orders counted", min(count, len(purchases)), len(purchases))
        if count >= len(purchases) or time.monotonic() - since > PATIENCE_SECONDS:
            break
        time.sleep(1)
    total = sum((Decimal(amount["amount"]) for item in totals for amount in item["sums"]), Decimal())
    wanted = sum((purchase.amount for purchase in purchases), Decimal())
    facts = (("counted orders", count, len(purchases)), ("summed dollars", total, wanted))
    return [f"{name}: {found:,} instead of {expected:,}" for name, found, expected in facts if found != expected]


if __name__ == "__main__":
    main()
