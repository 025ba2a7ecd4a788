"""Real input: customers of the CDNOW log, imported as `make demo-cdnow` does, and their purchases in the browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from infra.demo import cdnow
from infra.demo.api import Api
from tests.e2e.steps.shop import open_shop, sign_in

pytestmark = pytest.mark.browser

CUSTOMERS = 12


def test_a_customer_of_the_log_opens_with_every_purchase(
    page: Page, playwright: Playwright, base_url: str, tmp_path: Path
) -> None:
    log = list(cdnow.read(cdnow.log_file(tmp_path)))
    chosen = list(dict.fromkeys(purchase.customer for purchase in log))[:CUSTOMERS]
    purchases = [purchase for purchase in log if purchase.customer in chosen]
    best = max(chosen, key=lambda customer: sum(purchase.customer == customer for purchase in purchases))
    bought = [purchase for purchase in purchases if purchase.customer == best]
    shop = open_shop(playwright, base_url, "CDNOW", locale="en", currency="USD")
    api = Api(base_url)
    api.sign_in(shop.email, shop.password)
    cdnow.bring(api, "contacts", "customers.csv", cdnow.customers_csv(purchases))
    cdnow.bring(api, "orders", "orders.csv", cdnow.orders_csv(purchases))
    shop.find("contacts", best)

    sign_in(page, shop).goto("/records/contacts")
    page.get_by_role("searchbox").fill(best)
    expect(page.get_by_role("rowheader")).to_have_text([f"Customer {best}"])
    page.get_by_role("link", name=f"Customer {best}").click()
    page.get_by_role("tab", name="Orders").click()

    orders = page.get_by_role("region", name="Orders")
    expect(orders.get_by_role("rowheader")).to_have_count(len(bought))
    for purchase in bought:
        row = orders.get_by_role("row").filter(has_text=purchase.number)
        expect(row).to_contain_text(f"${purchase.amount}")
        expect(row).to_contain_text(purchase.date[:4])
