"""Currencies: what others are worth in the firm's own, day by day."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, integer, nullable, obj, string
from chalicelib.engine import currencies
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Currencies")

CODE: Final = string(pattern="[A-Z]{3}")
DAY: Final = string(pattern=r"\d{4}-\d{2}-\d{2}")
RATE: Final = obj(rate=string(pattern=r"\d{1,10}(?:\.\d{1,12})?"), date=DAY, set_by=string(), set_at=string())
NEW_RATE: Final = obj(rate=string(pattern=r"\d{1,9}(?:\.\d{1,9})?"))
BASE: Final = obj(code=CODE, decimals=integer(0, 4))
CURRENCIES: Final = obj(base=BASE, items=array(obj(code=CODE, decimals=integer(0, 4), rate=nullable(RATE))))


@blueprint.get("/v1/currencies", answer=CURRENCIES)
def list_currencies(ctx: Context, request: Request) -> dict[str, Any]:
    """Say which currency the firm counts in, and what the others that it uses are worth today."""
    return currencies.all(ctx)


@blueprint.get("/v1/currencies/{code}/rates", query=PAGING, answer=page_of(RATE), problems=(404,))
def list_rates(ctx: Context, request: Request, code: str) -> dict[str, Any]:
    """List what a currency was worth in the firm's, the latest day first."""
    return currencies.rates(ctx, code=code, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.put("/v1/currencies/{code}/rates/{date}", who="admin", body=NEW_RATE, answer=RATE)
def set_rate(ctx: Context, request: Request, code: str, date: str) -> dict[str, Any]:
    """Say what one unit of a currency is worth in the firm's from a day on; what is stored keeps its worth."""
    return currencies.set_rate(ctx, code=code, day=date, rate=request.json["rate"])


@blueprint.delete("/v1/currencies/{code}/rates/{date}", who="admin", status=204, problems=(404,))
def delete_rate(ctx: Context, request: Request, code: str, date: str) -> None:
    """Take back what was said for a day; the rate before it stands on."""
    currencies.delete_rate(ctx, code=code, day=date)
