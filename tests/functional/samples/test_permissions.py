"""What the people of the sample firm have permitted, asked of each record; and forgotten when they go."""

from collections import Counter
from typing import Any

from tests.builders import Firm
from tests.functional.samples import few
from tests.functional.samples.conftest import Load, work_off


def consents(firm: Firm) -> list[dict[str, Any]]:
    items = firm.admin.get("/v1/records/contacts?limit=100&fields=name").body["items"]
    return [firm.admin.get(f"/v1/records/contacts/{item['id']}/consents").body for item in items]


def test_all_have_said_what_the_demo_counts_and_are_new_when_they_come_again(firm: Firm, load: Load) -> None:
    load(few.people)
    first = Counter(map(few.said, consents(firm)))
    firm.admin.delete("/v1/sample-data")
    gone = work_off(firm)
    load(few.people)

    assert first == {"granted": 8, "soft_opt_in": 2, "unsubscribed": 6, "bounced": 2, "no_consent": 2}
    assert gone == "absent"
    assert Counter(map(few.said, consents(firm))) == first


def test_who_left_had_agreed_before(firm: Firm, load: Load) -> None:
    load(few.people)

    left = [told for told in consents(firm) if few.said(told) == "unsubscribed"]

    assert [[entry["decision"] for entry in told["items"]] for told in left] == [["withdrawn", "given"]] * 6
