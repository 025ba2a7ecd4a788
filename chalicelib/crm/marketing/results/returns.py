"""What was earned for what was spent: by campaign, by lead, and by where leads came from.

A campaign earns its part of each purchase (``attribution``) and costs what its cost lines add up to. A lead costs its
share of the campaign that it names, which all leads of that campaign bear alike; it earns what the person and the
company that it became have bought since it was written down, a purchase for the oldest of such leads only. A source
costs and earns what its leads do, and so does what the page's address said of them (``utm_campaign``, ``utm_source``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.crm.marketing.results import attribution, figures, sales
from chalicelib.crm.marketing.results.attribution import Way
from chalicelib.engine import overlays, query
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields.link import edges
from chalicelib.kernel import clock, text
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden
from chalicelib.storage import links, records
from chalicelib.storage.records import Row

CAMPAIGN: Final = "campaign"
SOURCE: Final = "source"
LEAD: Final = "lead"
UTM: Final = ("utm_campaign", "utm_source")
OF: Final = (CAMPAIGN, SOURCE, LEAD, *UTM)
LEADS: Final = "leads"
BECAME: Final = ("converted_contact", "converted_company")
A_PAGE: Final = 20
MOST_LEADS: Final = 500
MOST_BOUGHT: Final = 100
MOST_COUNTED: Final = 2_000
NOWHERE: Final = ""


@dataclass(slots=True)
class Account:
    """What something earned and cost, in minor units of the firm's currency; ``cost`` None when it is not known."""

    leads: int = 0
    converted: int = 0
    revenue: int = 0
    cost: float | None = 0.0

    def add(self, other: "Account") -> None:
        """Add another account."""
        self.leads += other.leads
        self.converted += other.converted
        self.revenue += other.revenue
        self.cost = None if self.cost is None or other.cost is None else self.cost + other.cost

    def shown(self, ctx: Context) -> dict[str, Any]:
        """Return the account as the API answers it."""
        cost = None if self.cost is None else round(self.cost)
        return {
            "leads": self.leads,
            "converted": self.converted,
            "revenue": attribution.money(self.revenue, ctx.currency),
            "cost": None if cost is None else attribution.money(cost, ctx.currency),
            "roi": None if self.cost is None else attribution.roi(self.revenue, round(self.cost)),
        }


@dataclass(slots=True)
class _Books:
    """What is read once for all leads: what their campaigns cost each of them, and which purchases are taken."""

    ctx: Context
    catalogue: Catalogue
    taken: set[str] = field(default_factory=set)
    shares: dict[str, float | None] = field(default_factory=dict)

    def account(self, lead: Row) -> Account:
        """Return the account of one lead."""
        became = [(name, id) for name in BECAME for id in edges(lead.values.get(name))]
        campaign = next(iter(edges(lead.values.get(sales.NAMED_BY))), None)
        return Account(
            leads=1,
            converted=int(bool(became)),
            revenue=sum(self._worth(row) for row in self._bought(lead, became)),
            cost=self._share(campaign) if campaign else 0.0,
        )

    def _bought(self, lead: Row, became: Sequence[tuple[str, str]]) -> Iterator[Row]:
        """Yield the purchases since a lead was written down that no older lead has."""
        object = self.catalogue.of_plural(LEADS)
        for name, id in became:
            target = self.catalogue.target(object.fields[name])
            for inverse, inbound in sorted(target.inbound.items()):
                bought = self.catalogue.of_plural(inbound.plural)
                if bought.features.bought is None:
                    continue
                ends, _ = links.related(self.ctx, id, inverse, limit=MOST_BOUGHT, newest_first=True)
                for row in records.get_many(self.ctx, bought.plural, [end.id for end in ends]).values():
                    if row.id not in self.taken and self._is_since(bought, row, lead):
                        self.taken.add(row.id)
                        yield row

    def _is_since(self, bought: Object, row: Row, lead: Row) -> bool:
        is_later = sales.moment(self.ctx, bought, row) >= clock.parse(lead.created_at)
        return is_later and sales.counts(self.ctx, bought, row)

    def _worth(self, row: Row) -> int:
        bought = self.catalogue.of_plural(row.object).features.bought
        return attribution.worth_of(row.values[bought.worth], self.ctx.currency) or 0 if bought else 0

    def _share(self, campaign: str) -> float | None:
        """Return what each lead of a campaign cost."""
        if campaign not in self.shares:
            row = records.get(self.ctx, figures.PLURAL, campaign)
            cost = figures.cost_of(self.ctx, row) if row else 0
            count = self._leads_of(campaign) if cost else 1
            self.shares[campaign] = None if cost is None else cost / max(count, 1)
        return self.shares[campaign]

    def _leads_of(self, campaign: str) -> int:
        ends, _ = links.related(self.ctx, campaign, LEADS, limit=MOST_COUNTED)
        return len(ends)


def table(ctx: Context, *, of: str, way: Way, limit: int = A_PAGE, cursor: str | None = None) -> dict[str, Any]:
    """Return what was earned for what was spent, of each campaign, lead or source.

    Sources are added up over the latest 500 leads at most; ``complete`` says whether that was all.

    :raises Forbidden: when the caller does not see every purchase.
    """
    if not figures.sees_sales(ctx):
        raise Forbidden("Only whoever sees every purchase may see what was earned.")
    told: dict[str, Any]
    if of == CAMPAIGN:
        told = _campaigns(ctx, way, limit, cursor)
    elif of == LEAD:
        told = _leads(ctx, limit, cursor)
    else:
        told = _sources(ctx, of)
    return {**told, "of": of, "attribution": way.shown() if of == CAMPAIGN else None}


def _campaigns(ctx: Context, way: Way, limit: int, cursor: str | None) -> dict[str, Any]:
    page = query.list(ctx, plural=figures.PLURAL, limit=min(limit, A_PAGE), cursor=cursor, fields=["name"])
    rows = records.get_many(ctx, figures.PLURAL, [item["id"] for item in page["items"]])
    items = []
    for item in page["items"]:
        row = rows.get(item["id"])
        if row is None:
            continue
        earned = attribution.revenue(ctx, row.id, [way])[way].rounded
        account = Account(revenue=earned, cost=figures.cost_of(ctx, row))
        items.append({"id": row.id, "plural": figures.PLURAL, "name": item.get("name"), **account.shown(ctx)})
    return {"items": items, "next_cursor": page["next_cursor"], "complete": page["complete"]}


def _leads(ctx: Context, limit: int, cursor: str | None) -> dict[str, Any]:
    page = query.list(ctx, plural=LEADS, limit=min(limit, A_PAGE), cursor=cursor, fields=["name"])
    rows = records.get_many(ctx, LEADS, [item["id"] for item in page["items"]])
    books = _Books(ctx, overlays.load(ctx))
    accounts = {id: books.account(row) for id, row in sorted(rows.items())}
    items = [
        {"id": item["id"], "plural": LEADS, "name": item.get("name"), **accounts[item["id"]].shown(ctx)}
        for item in page["items"]
        if item["id"] in accounts
    ]
    return {"items": items, "next_cursor": page["next_cursor"], "complete": page["complete"]}


def _sources(ctx: Context, by: str) -> dict[str, Any]:
    """Return what leads earned and cost, added up by what a field of theirs says; words are one whatever their case."""
    catalogue = overlays.load(ctx)
    leads: list[Row] = []
    is_all = True
    for found, place in query.pages(ctx, plural=LEADS, sort="-updated_at"):
        leads += found
        if len(leads) >= MOST_LEADS:
            is_all = place is None and len(leads) == MOST_LEADS
            break
    books, accounts, names = _Books(ctx, catalogue), dict[str, Account](), dict[str, str]()
    for lead in sorted(leads[:MOST_LEADS], key=lambda row: row.id):
        said = str(lead.values.get(by) or NOWHERE)
        source = text.fold(said)
        names.setdefault(source, said)
        accounts.setdefault(source, Account()).add(books.account(lead))
    items = [
        {"id": names[source] or None, "plural": None, "name": names[source] or None, **accounts[source].shown(ctx)}
        for source in sorted(accounts)
    ]
    return {"items": items, "next_cursor": None, "complete": is_all}
