"""The evaluator itself: what IAM documents, on policies small enough to judge by eye."""

from typing import Any

import pytest

from tests.infra.iam import Policies, Request

TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/pool"


def policies(*statements: dict[str, Any]) -> Policies:
    given = [{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": TABLE, **one} for one in statements]
    role = {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyDocument": {"Statement": given}}]}}
    return Policies({"Resources": {"Role": role}})


def read(**context: list[str]) -> Request:
    return Request("dynamodb:GetItem", TABLE, {name.replace("__", ":"): value for name, value in context.items()})


def test_nothing_is_allowed_that_no_statement_allows() -> None:
    assert not policies().allows("Role", read())


def test_a_deny_wins_over_every_allow() -> None:
    assert not policies({}, {"Effect": "Deny"}).allows("Role", read())


@pytest.mark.parametrize(
    ("pattern", "is_allowed"), [("dynamodb:Get*", True), ("dynamodb:?etItem", True), ("s3:*", False)]
)
def test_wildcards_stand_for_any_run_and_for_one_character(pattern: str, is_allowed: bool) -> None:
    assert policies({"Action": pattern}).allows("Role", read()) == is_allowed


def test_for_all_values_is_true_when_the_request_carries_no_value() -> None:
    keys = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["T#a"]}}

    assert policies({"Condition": keys}).allows("Role", read())
    assert not policies({"Condition": keys}).allows("Role", read(dynamodb__LeadingKeys=["T#a", "T#b"]))


def test_null_false_demands_the_key() -> None:
    demanded = {"Null": {"dynamodb:LeadingKeys": "false"}}

    assert not policies({"Condition": demanded}).allows("Role", read())
    assert policies({"Condition": demanded}).allows("Role", read(dynamodb__LeadingKeys=["T#a"]))


def test_a_variable_that_the_session_does_not_carry_matches_nothing() -> None:
    keys = {"StringLike": {"dynamodb:LeadingKeys": ["T#${aws:PrincipalTag/tenant}"]}}

    assert not policies({"Condition": keys}).allows("Role", read(dynamodb__LeadingKeys=["T#"]))


def test_an_operator_that_it_does_not_know_is_not_waved_through() -> None:
    with pytest.raises(NotImplementedError):
        policies({"Condition": {"NumericLessThan": {"a:b": "1"}}}).allows("Role", read())
