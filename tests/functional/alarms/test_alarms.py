"""A number that crosses a line is told once, to whom it concerns, however often it is looked at."""

from tests.functional.alarms.watching import LEADS, Watching, told
from tests.functional.pipeline.aws_around import rows_under


def test_an_alarm_is_raised_when_its_number_crosses_the_limit(watching: Watching) -> None:
    alarm = watching.watch()
    watching.pass_time(minutes=3)

    watching.leads("Ana", "Berta", "Carla")
    watching.until_quiet()
    watching.pass_time(minutes=2)

    state = watching.state(alarm)
    assert (state["is_raised"], state["value"], state["told"]["place"]) == (True, "3", "beyond")
    assert [(each["value"], each["ended_at"]) for each in watching.raisings(alarm)] == [("3", None)]
    assert [(each["alarm"], each["title"]) for each in told(watching.admin)] == [(alarm, "Muchos leads")]


def test_a_crossing_is_told_once_however_often_everything_comes(watching: Watching) -> None:
    alarm = watching.watch()
    watching.pass_time(minutes=3)

    for names in (("Ana", "Berta", "Carla"), ("Delia",), ("Elsa",)):
        watching.leads(*names)
        watching.until_quiet(twice=True)
        watching.pass_time(twice=True, minutes=2)

    assert watching.state(alarm)["value"] == "5"
    assert len(watching.raisings(alarm)) == len(told(watching.admin)) == 1


def test_it_is_told_again_when_the_number_has_been_back_and_crosses_anew(watching: Watching) -> None:
    alarm = watching.watch()
    watching.pass_time(minutes=3)
    leads = watching.leads("Ana", "Berta", "Carla")
    watching.until_quiet()
    watching.pass_time(minutes=2)

    for lead in leads[:2]:
        watching.remove("leads", lead)
    watching.until_quiet()
    watching.pass_time(minutes=2)
    calm = watching.state(alarm)
    watching.leads("Delia", "Elsa")
    watching.until_quiet()
    watching.pass_time(minutes=2)

    assert (calm["is_raised"], calm["value"]) == (False, "1")
    later, first = watching.raisings(alarm)
    assert (first["ended_at"] is not None, later["ended_at"]) == (True, None)
    assert len(told(watching.admin)) == 2


def test_many_changes_of_a_minute_are_looked_at_once(watching: Watching) -> None:
    watching.watch()
    watching.pass_time(minutes=3)
    before = watching.looks

    watching.leads(*(f"Lead {number}" for number in range(12)))
    watching.until_quiet()
    watching.pass_time(minutes=2)

    assert watching.looks - before <= 2


def test_a_mail_goes_with_the_notice_unless_nobody_wants_one(watching: Watching) -> None:
    watching.leads("Ana", "Berta", "Carla")
    watching.until_quiet()

    watching.watch(name="Con correo")
    watching.watch(name="Sin correo", mail=False)

    mails = rows_under(f"T#{watching.firm.id}#alarms", table="deliveries")
    assert [row["data"]["M"]["name"]["S"] for row in mails.values()] == ["Con correo"]
    assert [row["data"]["M"]["waited"]["S"] for row in mails.values()] == ["más de 2"]


def test_what_is_so_already_is_told_as_soon_as_somebody_watches(watching: Watching) -> None:
    watching.leads("Ana", "Berta", "Carla")
    watching.until_quiet()

    alarm = watching.watch()

    assert watching.state(alarm)["is_raised"]
    assert len(told(watching.admin)) == 1


def test_an_alarm_that_asks_something_else_begins_anew(watching: Watching) -> None:
    watching.leads("Ana", "Berta", "Carla")
    watching.until_quiet()
    alarm = watching.watch()

    changed = watching.admin.patch(
        f"/v1/alarms/{alarm}", {"rule": {"kind": "limit", "op": "above", "value": "10"}}, version=1
    )
    watching.until_quiet()

    assert (changed.status, changed.body["state"]["value"]) == (200, None)
    state = watching.state(alarm)
    assert (state["is_raised"], state["value"]) == (False, "3")
    assert watching.raisings(alarm)[0]["ended_at"] is not None


def test_a_new_name_does_not_raise_it_again(watching: Watching) -> None:
    watching.leads("Ana", "Berta", "Carla")
    watching.until_quiet()
    alarm = watching.watch()

    watching.admin.patch(f"/v1/alarms/{alarm}", {"name": "Demasiados"}, version=1)
    watching.until_quiet()
    watching.pass_time(minutes=5)

    assert len(watching.raisings(alarm)) == 1
    assert watching.state(alarm)["is_raised"]


def test_the_size_of_a_segment_can_be_watched(watching: Watching) -> None:
    made = watching.ask(
        "/v1/segments",
        {"name": "Madrid", "object": "companies", "filter": {"field": "address.city", "op": "eq", "value": "Madrid"}},
        status=201,
    )
    watching.until_quiet()
    metric = {"source": "segments", "of": made.body["id"], "figure": "size"}
    alarm = watching.watch(metric, {"kind": "limit", "op": "above", "value": "0"}, name="Madrid crece")
    watching.pass_time(minutes=3)

    watching.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    watching.until_quiet()
    watching.pass_time(minutes=2)

    state = watching.state(alarm)
    assert (state["is_raised"], state["value"]) == (True, "1")
    assert watching.alarm(alarm)["watches"]["name"] == "Madrid"


def test_runs_that_fail_can_be_watched(watching: Watching) -> None:
    watching.create("products", name="Aceite", sku="A-1")
    values = {"name": "Aceite nuevo", "sku": "A-1"}
    step = {"id": "take", "kind": "action", "action": "create_record", "with": {"object": "products", "values": values}}
    automation = watching.automate(step)
    metric = {"source": "automations", "of": automation, "figure": "failed"}
    alarm = watching.watch(metric, {"kind": "limit", "op": "above", "value": "0"}, name="Fallos")
    watching.pass_time(minutes=3)

    watching.leads("Begoña")
    watching.until_quiet()
    watching.pass_time(minutes=2)

    assert watching.state(alarm)["is_raised"]


def test_the_worth_of_open_deals_can_be_watched(watching: Watching) -> None:
    (figures,) = [
        watching.admin.get("/v1/alarms/figures?source=records&of=deals").body["items"],
    ]
    worth = next(each for each in figures if each["id"] == "stage:*:amount")
    alarm = watching.watch(
        {"source": "records", "of": "deals", "figure": worth["id"]},
        {"kind": "limit", "op": "below", "value": "1000"},
        name="Poco en marcha",
    )

    assert (worth["unit"], worth["currency"], worth["value"]) == ("money", "EUR", "0")
    assert watching.state(alarm)["is_raised"]


def test_an_alarm_whose_thing_is_gone_rests_and_can_be_taken_away(watching: Watching) -> None:
    made = watching.ask(
        "/v1/segments",
        {"name": "Madrid", "object": "companies", "filter": {"field": "address.city", "op": "eq", "value": "Madrid"}},
        status=201,
    )
    watching.until_quiet()
    metric = {"source": "segments", "of": made.body["id"], "figure": "size"}
    alarm = watching.watch(metric, {"kind": "limit", "op": "above", "value": "0"})
    assert watching.admin.delete(f"/v1/segments/{made.body['id']}", version=1).status == 204
    watching.until_quiet()
    watching.pass_time(hours=30)

    told_of = watching.alarm(alarm)

    assert told_of["watches"] is None
    assert (told_of["state"]["value"], told_of["state"]["told"]["why"]) == (None, "no_value")
    assert watching.admin.delete(f"/v1/alarms/{alarm}", version=1).status == 204
    assert watching.admin.get("/v1/alarms").body["items"] == []


def test_days_are_kept_as_they_close(watching: Watching) -> None:
    alarm = watching.watch(LEADS, {"kind": "limit", "op": "above", "value": "100"})
    for name in ("Ana", "Berta", "Carla"):
        watching.leads(name)
        watching.until_quiet()
        watching.pass_time(hours=24)

    closed = watching.days(alarm)

    assert [*closed.values()][:3] in (["3", "3", "2"], ["3", "2", "1"])
    assert [item["value"] for item in watching.state(alarm)["recent"]][-3:] == [*closed.values()][:3][::-1]
