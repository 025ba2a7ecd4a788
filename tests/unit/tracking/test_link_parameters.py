"""What a link of a mail says about where somebody comes from."""

import pytest

from chalicelib.crm.marketing.campaigns import plans
from chalicelib.crm.marketing.tracking import urls

UTM = {"utm_source": "tendero", "utm_medium": "email", "utm_campaign": "vendimia"}
ALL = "utm_source=tendero&utm_medium=email&utm_campaign=vendimia"


@pytest.mark.parametrize(
    ("address", "after"),
    [
        ("https://rios.example", f"https://rios.example?{ALL}"),
        ("https://rios.example/vino?sku=7#caja", f"https://rios.example/vino?sku=7&{ALL}#caja"),
        ("https://rios.example/?a=%C3%B1&b=", f"https://rios.example/?a=%C3%B1&b=&{ALL}"),
        (
            "https://rios.example/?utm_source=web&utm_medium=",
            "https://rios.example/?utm_source=web&utm_medium=&utm_campaign=vendimia",
        ),
        (f"https://rios.example/?{ALL}", f"https://rios.example/?{ALL}"),
        (f"https://rios.example/{'a' * 1_950}", f"https://rios.example/{'a' * 1_950}"),
    ],
)
def test_an_address_says_it_too_where_it_has_not_said_so_itself(address: str, after: str) -> None:
    assert urls.told(address, UTM) == after


def test_an_address_stays_as_it_is_where_there_is_nothing_to_say() -> None:
    assert urls.told("https://rios.example/?", {}) == "https://rios.example/?"


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Vendimia 2026", "vendimia-2026"), ("  ¡Otoño, ya! ", "otono-ya"), ("日本", "campaign"), ("a" * 90, "a" * 60)],
)
def test_a_campaign_is_called_by_its_words_in_an_address(name: str, slug: str) -> None:
    assert plans.named(plans.NOTHING, name).parameters["utm_campaign"] == slug
