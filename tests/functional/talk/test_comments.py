"""What a team says on a record, over the API."""

from typing import Any

import pytest

from chalicelib.engine import outbox
from chalicelib.engine.outbox import Delivery
from chalicelib.engine.talk import comments, mail
from chalicelib.kernel.context import Context
from chalicelib.storage import deliveries, directory, guard, writes
from tests.builders import Api, Firm
from tests.client import Caller
from tests.contract.routes import NOBODYS_ID
from tests.world import World


def at(caller: Caller) -> str:
    return f"@[{caller.user['id']}]"


def say(caller: Caller, record: str, text: str, **more: Any) -> dict[str, Any]:
    made = caller.post(f"{record}/comments", {"text": text}, **more)
    assert made.status == 201, made.raw
    said: dict[str, Any] = made.body
    return said


def told(caller: Caller) -> list[str]:
    return [one["data"]["what"] for one in caller.get("/v1/notifications").body["items"]]


def mails(world: World, firm: Firm) -> list[Delivery]:
    ctx: Context = world.ctx(firm.tenant["id"])
    with guard.entered(ctx.tenant):
        rows, _ = deliveries.page(ctx, mail.RUN, limit=50)
    return [outbox.of_row(row) for row in rows]


def test_whoever_sees_a_record_takes_part_in_its_talk(firm: Firm, bar: str) -> None:
    said = say(firm["rep"], bar, "¿Quién les llama?")
    answered = say(firm["viewer"], bar, "Yo no puedo")

    seen = firm.admin.get(f"{bar}/comments").body

    assert [one["text"] for one in seen["items"]] == ["Yo no puedo", "¿Quién les llama?"]
    assert [one["id"] for one in seen["items"]] == [answered["id"], said["id"]]
    assert (seen["new"], seen["follows"]) == (2, False)
    assert seen["items"][1]["author"] == firm["rep"].user["id"]


def test_a_comment_is_part_of_the_timeline(firm: Firm, bar: str) -> None:
    said = say(firm.admin, bar, "Prefieren los martes")

    entries = firm.admin.get(f"{bar}/timeline?kind=comment").body["items"]

    assert [(entry["id"], entry["data"]["text"]) for entry in entries] == [(said["id"], "Prefieren los martes")]


def test_whoever_is_mentioned_is_told_once_and_written_to_once(world: World, firm: Firm, bar: str) -> None:
    rep = firm["rep"]
    said = say(firm.admin, bar, f"{at(rep)}, ¿les llamas? {at(rep)}")

    edited = firm.admin.patch(
        f"{bar}/comments/{said['id']}", {"text": f"{at(rep)}, ¿les llamas hoy?"}, version=said["version"]
    )

    assert said["mentions"] == [{"id": rep.user["id"], "name": rep.user["name"]}]
    assert (edited.status, edited.etag) == (200, '"2"')
    assert told(rep) == ["mention"]
    assert [(one.to, one.data["record"], one.data["text"]) for one in mails(world, firm)] == [
        (rep.user["email"], "Bar Pepe", f"@{rep.user['name']}, ¿les llamas? @{rep.user['name']}")
    ]


def test_an_edit_tells_only_whom_it_mentions_for_the_first_time(firm: Firm, bar: str) -> None:
    rep, viewer = firm["rep"], firm["viewer"]
    said = say(firm.admin, bar, f"Mira, {at(rep)}")

    firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": f"Mirad, {at(rep)} {at(viewer)}"}, version=1)
    firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": "Nadie"}, version=2)
    firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": f"Otra vez {at(rep)}"}, version=3)

    assert told(rep) == told(viewer) == ["mention"]


def test_a_mention_is_not_mailed_to_whoever_does_not_want_it(world: World, firm: Firm, bar: str) -> None:
    rep = firm["rep"]
    rep.patch("/v1/notifications/preferences", {"mail_off": ["mention"]})

    say(firm.admin, bar, f"Mira, {at(rep)}")

    assert (told(rep), mails(world, firm)) == (["mention"], [])


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        (lambda firm, bar, said: None, None),
        (lambda firm, bar, said: firm.admin.delete(f"{bar}/comments/{said['id']}", version=1), "mention_gone"),
        (lambda firm, bar, said: firm["rep"].post(f"{bar}/comments/read", {}), "already_read"),
        (lambda firm, bar, said: firm.admin.delete(bar, version=1), "record_gone"),
        (
            lambda firm, bar, said: firm["rep"].patch("/v1/notifications/preferences", {"muted": ["mention"]}),
            "not_wanted",
        ),
    ],
    ids=["nothing", "deleted", "read", "record deleted", "muted"],
)
def test_a_mail_that_has_lost_its_reason_does_not_leave(
    world: World, firm: Firm, bar: str, then: Any, reason: str | None
) -> None:
    said = say(firm.admin, bar, f"Mira, {at(firm['rep'])}")
    world.pass_time(seconds=2)

    then(firm, bar, said)

    [planned] = mails(world, firm)
    ctx = world.ctx(firm.tenant["id"], now=world.now)
    with guard.entered(ctx.tenant):
        assert mail.recheck(ctx, planned) == reason


@pytest.mark.parametrize("locale", ["es", "en"])
def test_the_mail_says_who_where_and_what(firm: Firm, locale: str) -> None:
    facts = {"plural": "companies", "id": "X1", "record": "Bar <Pepe>", "author": "Ana", "text": "¿Les <b>llamas</b>?"}

    written = mail.render(locale, facts)

    assert "Ana" in written.subject
    assert "Bar <Pepe>" in written.text
    assert "/records/companies/X1" in written.text
    assert "&lt;b&gt;llamas" in written.html


def test_nobody_is_mentioned_who_does_not_work_here(firm: Firm, bar: str) -> None:
    answer = firm.admin.post(f"{bar}/comments", {"text": f"Hola @[{NOBODYS_ID}]"})

    assert (answer.status, answer.faults) == (422, {"text": "unknown_user"})


def test_whoever_cannot_see_the_record_is_named_instead_of_told(world: World, firm: Firm, bar: str) -> None:
    viewer = firm["viewer"]
    ctx = world.ctx(firm.tenant["id"])
    with guard.entered(ctx.tenant):
        lost = directory.update(ctx, directory.user(viewer.user["id"]), set={"role": "abolished"})
        writes.execute(ctx, [lost])

    answer = firm.admin.post(f"{bar}/comments", {"text": f"Mira, {at(viewer)}"})

    assert (answer.status, answer.code) == (422, "mentioned_cannot_see")
    assert answer.body["cannot_see"] == [{"id": viewer.user["id"], "name": viewer.user["name"]}]


def test_who_comments_hears_of_later_comments_until_they_unfollow(firm: Firm, bar: str) -> None:
    rep = firm["rep"]
    say(rep, bar, "Les llamo yo")
    say(firm.admin, bar, "Gracias")

    unfollowed = rep.delete(f"{bar}/follow")
    say(firm.admin, bar, "De nada")

    assert unfollowed.body == {"follows": False}
    assert told(rep) == ["comment"]
    assert told(firm.admin) == []


def test_a_mentioned_follower_is_told_once(firm: Firm, bar: str) -> None:
    rep = firm["rep"]
    say(rep, bar, "Les llamo yo")

    say(firm.admin, bar, f"Gracias, {at(rep)}")

    assert told(rep) == ["mention"]


def test_what_is_new_is_counted_until_it_is_read(world: World, firm: Firm, bar: str) -> None:
    rep = firm["rep"]
    for text in ("Uno", "Dos", "Tres"):
        say(firm.admin, bar, text)
    before = rep.get(f"{bar}/comments").body["new"]
    world.pass_time(seconds=1)

    read = rep.post(f"{bar}/comments/read", {})
    world.pass_time(seconds=1)
    say(firm.admin, bar, "Cuatro")

    assert (before, read.body, rep.get(f"{bar}/comments").body["new"]) == (3, {"new": 0}, 1)
    assert firm.admin.get(f"{bar}/comments").body["new"] == 0


def test_only_its_author_changes_a_comment(firm: Firm, bar: str) -> None:
    said = say(firm["rep"], bar, "Mío")

    edited = firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": "Tuyo"}, version=1)
    deleted = firm.admin.delete(f"{bar}/comments/{said['id']}", version=1)

    assert (edited.status, deleted.status) == (403, 403)


def test_an_edit_keeps_what_was_said_before(world: World, firm: Firm, bar: str) -> None:
    said = say(firm.admin, bar, "Los lunes")
    world.pass_time(minutes=5)

    edited = firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": "Los martes"}, version=1).body
    stale = firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": "Los jueves"}, version=1)

    assert edited["edits"] == [{"at": said["at"], "text": "Los lunes"}]
    assert edited["edited_at"] > said["at"]
    assert stale.status == 412


def test_a_deleted_comment_leaves_a_mark_and_no_words(firm: Firm, bar: str) -> None:
    said = say(firm.admin, bar, "Ups")
    firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": "Uups"}, version=1)

    deleted = firm.admin.delete(f"{bar}/comments/{said['id']}", version=2)

    seen = firm["rep"].get(f"{bar}/comments")
    assert deleted.status == 204
    assert (seen.body["items"][0]["text"], seen.body["items"][0]["edits"], seen.body["new"]) == (None, [], 0)
    assert seen.body["items"][0]["deleted_at"]
    assert "Ups" not in firm.admin.get(f"{bar}/timeline").raw
    assert firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": "x"}, version=3).status == 404


def test_the_same_request_comments_once_and_tells_once(firm: Firm, bar: str) -> None:
    rep = firm["rep"]
    key = {"Idempotency-Key": "c-1"}

    first = say(firm.admin, bar, f"Mira, {at(rep)}", headers=key)
    again = say(firm.admin, bar, f"Mira, {at(rep)}", headers=key)

    assert first == again
    assert told(rep) == ["mention"]
    assert firm.admin.post(f"{bar}/comments", {"text": "Otra cosa"}, headers=key).code == "idempotency_key_reused"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("   ", "required"),
        ("x" * (comments.LONGEST + 1), "too_long"),
        ("a\u0000b", "invalid_characters"),
        ("", "too_short"),
    ],
)
def test_a_text_that_is_none_is_refused(firm: Firm, bar: str, text: str, fault: str) -> None:
    assert firm.admin.post(f"{bar}/comments", {"text": text}).faults == {"text": fault}


@pytest.mark.parametrize("comment", [NOBODYS_ID, "nobodys", "0" * 26, "7" + "Z" * 25])
def test_a_comment_that_is_not_there_is_not_found(firm: Firm, bar: str, comment: str) -> None:
    assert firm.admin.patch(f"{bar}/comments/{comment}", {"text": "x"}, version=1).status == 404
    assert firm.admin.delete(f"{bar}/comments/{comment}", version=1).status == 404


def test_another_firms_comment_is_not_there(api: Api, firm: Firm, bar: str) -> None:
    other = api.sign_up("Aceites Lucena")
    theirs = other.admin.post("/v1/records/companies", {"name": "Bar Lola"}).body["id"]
    said = say(firm.admin, bar, "Nuestro")

    answer = other.admin.patch(f"/v1/records/companies/{theirs}/comments/{said['id']}", {"text": "x"}, version=1)

    assert answer.status == 404


def test_a_change_needs_the_version_it_is_based_on(firm: Firm, bar: str) -> None:
    said = say(firm.admin, bar, "Hola")

    assert firm.admin.patch(f"{bar}/comments/{said['id']}", {"text": "x"}).status == 428
