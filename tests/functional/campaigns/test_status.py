"""Who sets the status of a campaign: its actions where it is mailed, and people where it is not."""

from typing import Any

from tests.builders import Firm


def created(firm: Firm, channel: str) -> dict[str, Any]:
    made = firm.admin.post("/v1/records/campaigns", {"name": "Vendimia", "channel": channel})
    assert made.status == 201, made.raw
    return dict(made.body)


def test_what_is_declared_as_set_by_actions_is_refused_to_hands_and_nothing_else(firm: Firm) -> None:
    fields = {field["name"]: field for field in firm.admin.get("/v1/objects/campaigns").body["fields"]}
    mailed, called = created(firm, "email"), created(firm, "phone")

    answers = [
        firm.admin.patch(f"/v1/records/campaigns/{one['id']}", {"status": "running"}, version=one["version"])
        for one in (mailed, called)
    ]

    assert fields["status"]["by_actions_when"] == {"field": "channel", "op": "eq", "value": "email"}
    assert [name for name, field in fields.items() if "by_actions_when" in field] == ["status"]
    assert [answer.status for answer in answers] == [422, 200]
