"""What people decide by the links of their mails: one click, the page of preferences, the question that confirms."""

import json

import pytest

from chalicelib.crm.marketing.consent import asking
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.kernel import clock
from chalicelib.storage import guard
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.marketing import people
from tests.functional.marketing.people import ASKED_ON_FAIR, CUSTOMER, local, token_of
from tests.world import World

ONE_CLICK = {"raw": b"List-Unsubscribe=One-Click", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}


@pytest.fixture
def ana(firm: Firm) -> str:
    people.settle(firm, quiet_hours=None)
    path = people.person(firm)
    people.decide(firm, path, "give", **ASKED_ON_FAIR)
    return path


@pytest.fixture
def reader(api: Api, firm: Firm) -> Caller:
    return api.guest(firm)


def asked(world: World, firm: Firm) -> str:
    """Return the path by which the one mail that was sent is confirmed."""
    [question] = people.questions(world, firm)
    return people.confirm_of(people.read(world, firm, question))


def ask(world: World, firm: Firm, path: str) -> None:
    ctx = people.inside(world, firm)
    told = Evidence("consent", "Feria", clock.stamp(ctx.now), text="Quiero novedades.")
    with guard.entered(ctx.tenant):
        asking.ask(ctx, object="contacts", id=path.rsplit("/", 1)[1], purpose="marketing", asked=told)


def test_one_click_stops_this_kind_of_mail(world: World, firm: Firm, ana: str, reader: Caller) -> None:
    foot = people.foot(world, firm, ana)

    assert foot.headers == {
        "List-Unsubscribe": f"<{foot.unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    answers = [reader.post(local(foot.unsubscribe_url), **ONE_CLICK) for _ in range(2)]

    assert [answer.status for answer in answers] == [204, 204]
    assert people.verdict(world, firm, ana).reason == "unsubscribed"
    ledger = firm.admin.get(f"{ana}/consents").body["items"]
    assert [(entry["decision"], entry["source"], entry["mid"], entry["ip"]) for entry in ledger[:1]] == [
        ("withdrawn", "one_click", "RUN.one", reader.address)
    ]
    assert len(ledger) == 2


def test_opening_a_link_changes_nothing(world: World, firm: Firm, ana: str, reader: Caller) -> None:
    foot = people.foot(world, firm, ana)

    opened = reader.get(local(foot.unsubscribe_url))
    page = reader.get(f"/v1/public/preferences/{token_of(foot.preferences_url)}")

    assert opened.status == 302
    assert "/preferences/" in opened.headers["Location"]
    assert [(item["key"], item["wanted"]) for item in page.body["items"]] == [("marketing", True)]
    assert people.verdict(world, firm, ana).allowed
    assert len(firm.admin.get(f"{ana}/consents").body["items"]) == 1


def test_a_page_of_preferences_never_says_whose_it_is(world: World, firm: Firm, ana: str, reader: Caller) -> None:
    page = reader.get(f"/v1/public/preferences/{token_of(people.foot(world, firm, ana).preferences_url)}")

    assert "olmedo" not in page.raw
    assert "Ana" not in page.raw
    assert (page.body["firm"], page.body["language"], page.body["purpose"]) == (firm.tenant["name"], "es", "marketing")


def test_people_choose_what_they_receive(world: World, firm: Firm, ana: str, reader: Caller) -> None:
    words = {"label": {"es": "Novedades", "en": "News"}, "text": {"es": "Quiero novedades.", "en": "I want news."}}
    firm.admin.post("/v1/purposes", {"name": "Novedades", "key": "news", **words})
    page = f"/v1/public/preferences/{token_of(people.foot(world, firm, ana).preferences_url)}"

    chosen = reader.post(page, {"wanted": {"marketing": False, "news": True}, "locale": "en"})

    assert [(item["key"], item["wanted"]) for item in chosen.body["items"]] == [("marketing", False), ("news", True)]
    assert people.verdict(world, firm, ana).reason == "unsubscribed"
    assert people.verdict(world, firm, ana, purpose="news").basis == "double_opt_in"
    ledger = firm.admin.get(f"{ana}/consents").body["items"]
    [entry] = [each for each in ledger if each["purpose"] == "news"]
    assert (entry["text"], entry["proof"]) == ("I want news.", "link of mail RUN.one")
    refused = reader.post(page, {"wanted": {"marketing": True, "service": False}})
    assert refused.faults == {"wanted.service": "unknown_purpose"}
    assert people.verdict(world, firm, ana).reason == "unsubscribed"


def test_a_box_that_was_ticked_already_agrees_to_nothing(world: World, firm: Firm, reader: Caller) -> None:
    people.settle(firm, quiet_hours=None)
    eva = people.person(firm, email="eva@rios.example")
    people.decide(firm, eva, "give", **CUSTOMER)
    page = f"/v1/public/preferences/{token_of(people.foot(world, firm, eva).preferences_url)}"

    assert reader.post(page, {"wanted": {"marketing": True}}).status == 200

    assert people.verdict(world, firm, eva).basis == "soft_opt_in"


def test_a_link_opens_one_thing_for_one_person(world: World, firm: Firm, ana: str, reader: Caller) -> None:
    foot = people.foot(world, firm, ana)
    unsubscribe, page = token_of(foot.unsubscribe_url), token_of(foot.preferences_url)
    wrong = [
        reader.get(f"/v1/public/preferences/{unsubscribe}"),
        reader.get(f"/v1/public/consent/{page}"),
        reader.get(f"/v1/public/preferences/{page[:-1]}{'A' if page[-1] != 'A' else 'B'}"),
        reader.get("/v1/public/preferences/nothing"),
        reader.post(f"/v1/public/unsubscribe/{page}", **ONE_CLICK),
    ]

    assert {answer.status for answer in wrong} == {404}
    assert len({answer.without_request_id() for answer in wrong}) == 1
    assert people.verdict(world, firm, ana).allowed


def test_whoever_is_gone_has_no_page_and_may_still_stop(world: World, firm: Firm, ana: str, reader: Caller) -> None:
    foot = people.foot(world, firm, ana)
    firm.admin.delete(ana, version=firm.admin.get(ana).body["version"])

    assert reader.get(f"/v1/public/preferences/{token_of(foot.preferences_url)}").status == 404
    assert reader.post(local(foot.unsubscribe_url), **ONE_CLICK).status == 204
    firm.admin.post(f"{ana}/restore")
    assert people.verdict(world, firm, ana).reason == "unsubscribed"


def test_nothing_is_permitted_before_the_mailbox_says_so(world: World, firm: Firm, reader: Caller) -> None:
    people.settle(firm, quiet_hours=None)
    eva = people.person(firm, email="eva@rios.example", language="en")

    people.decide(firm, eva, "ask", source="Feria")

    assert people.verdict(world, firm, eva).reason == "pending"
    assert people.told(firm, eva) == "pending"
    [question] = people.questions(world, firm)
    mail = people.read(world, firm, question)
    assert (mail.to, question.to, question.locale) == ("eva@rios.example", "", "en")
    assert mail.subject == f"Confirm that you want to hear from {firm.tenant['name']}"
    confirm = people.confirm_of(mail)
    shown = reader.get(confirm)
    assert (shown.status, people.verdict(world, firm, eva).reason) == (200, "pending")
    assert "rios.example" not in json.dumps(shown.body["purpose"])

    confirmed = [reader.post(confirm).status for _ in range(2)]

    assert confirmed == [200, 200]
    said = people.verdict(world, firm, eva)
    assert (said.allowed, said.basis) == (True, "double_opt_in")
    ledger = firm.admin.get(f"{eva}/consents").body["items"]
    assert [entry["decision"] for entry in ledger] == ["given", "asked"]
    assert ledger[0]["source"] == "Feria"
    assert ledger[0]["proof"].startswith("link ")


def test_a_confirmation_undoes_no_later_refusal(world: World, firm: Firm, reader: Caller) -> None:
    eva = people.person(firm, email="eva@rios.example")
    people.decide(firm, eva, "ask", source="Feria")
    confirm = asked(world, firm)

    people.decide(firm, eva, "withdraw", source="Llamada")

    assert reader.post(confirm).status == 404
    assert reader.get(confirm).status == 404
    assert people.verdict(world, firm, eva).reason == "objected"


def test_a_link_of_another_mailbox_confirms_nothing(world: World, firm: Firm, reader: Caller) -> None:
    eva = people.person(firm, email="eva@rios.example")
    people.decide(firm, eva, "ask", source="Feria")
    confirm = asked(world, firm)
    version = firm.admin.get(eva).body["version"]

    firm.admin.patch(eva, {"emails": [{"value": "other@rios.example"}]}, version=version)

    assert reader.post(confirm).status == 404
    assert people.verdict(world, firm, eva).reason == "pending"


def test_a_link_of_confirmation_ends(world: World, firm: Firm, reader: Caller) -> None:
    eva = people.person(firm, email="eva@rios.example")
    people.decide(firm, eva, "ask", source="Feria")
    confirm = asked(world, firm)

    world.pass_time(days=31)

    assert reader.post(confirm).status == 404


def test_people_are_asked_once_a_day_and_three_times_in_all(world: World, firm: Firm) -> None:
    eva = people.person(firm, email="eva@rios.example")
    for _ in range(3):
        ask(world, firm, eva)
        ask(world, firm, eva)
        world.pass_time(days=2)

    with pytest.raises(asking.AskedEnough):
        ask(world, firm, eva)

    assert len(people.questions(world, firm)) == 3


def test_whoever_refused_is_not_asked(world: World, firm: Firm) -> None:
    eva = people.person(firm, email="eva@rios.example")
    people.decide(firm, eva, "withdraw", source="Llamada")

    answer = firm.admin.post(f"{eva}/consents", {"decision": "ask"})

    assert (answer.status, answer.code) == (409, "withdrawn_since")
    assert people.questions(world, firm) == []


def test_a_question_leaves_a_customer_a_customer(world: World, firm: Firm) -> None:
    people.settle(firm, quiet_hours=None)
    eva = people.person(firm, email="eva@rios.example")
    people.decide(firm, eva, "give", **CUSTOMER)

    people.decide(firm, eva, "ask", source="Feria")

    assert people.verdict(world, firm, eva).basis == "soft_opt_in"
    assert len(people.questions(world, firm)) == 1


def test_a_question_that_was_answered_is_not_mailed(world: World, firm: Firm) -> None:
    eva = people.person(firm, email="eva@rios.example")
    people.decide(firm, eva, "ask", source="Feria")
    [question] = people.questions(world, firm)
    ctx = people.inside(world, firm)

    with guard.entered(ctx.tenant):
        before = asking.still_asked(ctx, question)
    people.decide(firm, eva, "withdraw", source="Llamada")
    with guard.entered(ctx.tenant):
        after = asking.still_asked(ctx, question)

    assert (before, after) == (None, "answered")
