"""What failed for good is told, found, tried again and let rest."""

import re
import uuid
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.steps.axe import findings_in_both_lights
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import Shop, eventually

pytestmark = pytest.mark.browser

FAILS_SECONDS = 90


def test_what_failed_is_told_tried_again_and_let_rest(seat: Seat, store: Shop) -> None:
    page, sku = seat.page, f"A-{uuid.uuid4().hex[:6]}"
    name = f"Alta {sku}"
    product = store.create("products", name="Aceite", sku=sku)
    _automate(store, name, sku)
    before = _failed(store)
    leads = [store.create("leads", first_name=first) for first in (f"Begoña {sku}", f"Marta {sku}")]
    eventually(lambda: _failed(store) == before + 2, "both runs have failed", FAILS_SECONDS)

    page.goto("/settings/failures?kind=automation")
    expect(seat.title()).to_have_text(seat.says("failures:failures.title"))
    lines = page.get_by_role("listitem").filter(has_text=seat.says("failures:failures.name.automation", name=name))
    expect(lines).to_have_count(2)
    mine = lines.filter(has_text=f"Begoña {sku}")
    expect(mine).to_contain_text(seat.says("failures:failures.why.already_taken"))
    assert seat.fits()
    assert findings_in_both_lights(page) == []

    store.change("products", product, sku=f"{sku}-bis")
    seat.press("failures:failures.retry.one", within=mine)
    expect(lines).to_have_count(1)
    eventually(lambda: len(_products(store, sku)) == 1, "the run went on", FAILS_SECONDS)

    other = lines.filter(has_text=f"Marta {sku}")
    seat.press("failures:failures.dismiss.one", within=other)
    expect(lines).to_have_count(0)
    seat.press("actions.undo")
    expect(other).to_have_count(1)
    other.get_by_role("link", name=f"Marta {sku}").click()
    expect(page).to_have_url(re.compile(f"/records/leads/{leads[1]['id']}$"))

    page.goto("/settings/failures?kind=automation")
    count = store.get("/v1/failures/counts")["kinds"]["automation"]
    seat.press("failures:failures.all.dismiss", count=count, n=count)
    seat.press("failures:failures.all.dismissYes", within=seat.page.get_by_role("dialog"), exact=True)
    expect(lines).to_have_count(0)


def _automate(store: Shop, name: str, sku: str) -> None:
    values = {"name": "Aceite nuevo", "sku": sku}
    step = {"id": "take", "kind": "action", "action": "create_record", "with": {"object": "products", "values": values}}
    asked = {"name": name, "object": "leads", "trigger": {"kind": "created"}, "steps": [step]}
    made = _posted(store, "/v1/automations", asked)
    _posted(store, f"/v1/automations/{made['id']}/enable", {})


def _failed(store: Shop) -> int:
    return int(store.get("/v1/failures/counts")["kinds"]["automation"])


def _products(store: Shop, sku: str) -> list[Any]:
    wanted = {"field": "sku", "op": "eq", "value": sku}
    return list(_posted(store, "/v1/records/products/query", {"filter": wanted})["items"])


def _posted(store: Shop, path: str, body: dict[str, Any]) -> Any:
    answer = store.line.post(path, data=body)
    assert answer.ok, answer.text()
    return answer.json()
