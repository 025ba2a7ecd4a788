"""Tenant A's credentials do not reach tenant B's rows: for every function, every table and every action."""

import itertools
from typing import Any

import pytest

from infra import rules
from infra.functions import ALL_TABLES, FUNCTIONS, SYSTEM, WRITE, Function
from infra.template import Template
from tests.infra.iam import ACCOUNT, REGION, Policies, Request

OLMEDO = "aceitesolmedotoledo2"
RETIRO = "hotelretiromadrid222"

WITH_TENANT = [function for function in FUNCTIONS if function.tenant]
BY_NAME = {function.name: function for function in FUNCTIONS}
ROW_ACTIONS = (*WRITE, "dynamodb:BatchWriteItem", "dynamodb:PartiQLSelect", "dynamodb:Scan", "dynamodb:DeleteTable")

#: Keys that are not Olmedo's, each a way to be wrong.
FOREIGN_KEYS = (
    f"T#{RETIRO}",
    f"T#{RETIRO}#contact",
    f"T#{OLMEDO}x#contact",
    f"T#{OLMEDO[:-1]}",
    f"t#{OLMEDO}#contact",
    "T##contact",
    "SUB#4c1f",
    "KEY#9a0b",
    "EMAIL#77aa",
    "DUE#3",
)


@pytest.fixture(scope="session")
def policies(synthesised: dict[str, Any]) -> Policies:
    return Policies(synthesised)


def function_of(policies: Policies, function: Function) -> str:
    wanted = f"tendero-local-{function.physical}"
    return next(name for name, made in policies.template.all("Lambda::Function") if made["FunctionName"] == wanted)


def own_role_of(policies: Policies, function: Function) -> str:
    return policies.template.role_of(function_of(policies, function))


def tenant_role_of(policies: Policies, function: Function) -> str:
    made = policies.template.properties(function_of(policies, function))
    return str(made["Environment"]["Variables"]["TENANT_ROLE_ARN"]["Fn::GetAtt"][0])


def on_rows(action: str, table: str, *keys: str, tenant: str | None = OLMEDO, index: str = "") -> Request:
    """A request of a session tagged with `tenant`, on the rows with these partition keys."""
    context: dict[str, list[str]] = {}
    if tenant:
        context["aws:PrincipalTag/tenant"] = [tenant]
    if keys:
        context["dynamodb:LeadingKeys"] = list(keys)
    resource = f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/tendero-local-{table}"
    return Request(action, f"{resource}/index/{index}" if index else resource, context)


@pytest.mark.parametrize("function", WITH_TENANT, ids=lambda function: function.name)
def test_a_tenant_reaches_its_own_rows_as_declared_and_no_others(function: Function, policies: Policies) -> None:
    role = tenant_role_of(policies, function)

    for table, action in itertools.product(ALL_TABLES, ROW_ACTIONS):
        is_declared = action in function.tenant.get(table, ())
        for key in (f"T#{OLMEDO}", f"T#{OLMEDO}#contact"):
            assert policies.allows(role, on_rows(action, table, key)) == is_declared, (table, action, key)
        for key in FOREIGN_KEYS:
            assert not policies.allows(role, on_rows(action, table, key)), (table, action, key)
            assert not policies.allows(role, on_rows(action, table, f"T#{OLMEDO}", key)), (table, action, key)


@pytest.mark.parametrize("function", WITH_TENANT, ids=lambda function: function.name)
def test_a_request_without_a_key_or_without_a_tenant_reaches_nothing(function: Function, policies: Policies) -> None:
    role = tenant_role_of(policies, function)

    for table, action in itertools.product(ALL_TABLES, ROW_ACTIONS):
        assert not policies.allows(role, on_rows(action, table)), (table, action)
        assert not policies.allows(role, on_rows(action, table, f"T#{OLMEDO}", tenant=None)), (table, action)
        assert not policies.allows(role, on_rows(action, table, "T#", "T##contact", tenant=None)), (table, action)


@pytest.mark.parametrize("function", WITH_TENANT, ids=lambda function: function.name)
def test_the_indexes_of_the_sweeper_are_closed_to_tenants(function: Function, policies: Policies) -> None:
    role = tenant_role_of(policies, function)

    for table in ("timers", "deliveries"):
        for key in ("DUE#3", f"T#{OLMEDO}"):
            assert not policies.allows(role, on_rows("dynamodb:Query", table, key, index="due"))


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_function_itself_reaches_only_the_system_rows_that_its_name_is_given(
    function: Function, policies: Policies
) -> None:
    role = own_role_of(policies, function)
    keys = (f"T#{OLMEDO}", f"T#{OLMEDO}#contact", "SUB#4c1f", "KEY#9a0b", "EMAIL#77aa", "DUE#3")
    given = {
        (reach.table, reach.index or "", action, f"{key}#")
        for reach in SYSTEM.get(function.name, ())
        for key in reach.keys
        for action in reach.actions
    }

    for table, action, key, index in itertools.product(ALL_TABLES, ROW_ACTIONS, keys, ("", "due", "slot1")):
        is_given = (table, index, action, key[: key.index("#") + 1]) in given
        asked = on_rows(action, table, key, tenant=None, index=index)
        assert policies.allows(role, asked) == is_given, (table, action, key, index)
        assert not policies.allows(role, on_rows(action, table, tenant=None, index=index)), (table, action, index)


@pytest.mark.parametrize("function", WITH_TENANT, ids=lambda function: function.name)
def test_a_tenant_role_is_assumed_by_its_own_function_with_a_tenant_and_nothing_else(
    function: Function, policies: Policies
) -> None:
    role, owner = tenant_role_of(policies, function), own_role_of(policies, function)
    others = [own_role_of(policies, other) for other in FUNCTIONS if other is not function]

    assert policies.trusts(role, principal=owner, tags={"tenant": OLMEDO})
    assert not policies.trusts(role, principal=owner, tags={})
    assert not policies.trusts(role, principal=owner, tags={"tenant": "*"})
    assert not policies.trusts(role, principal=owner, tags={"tenant": ""})
    assert not policies.trusts(role, principal=owner, tags={"tenant": OLMEDO, "role": "admin"})
    assert not any(policies.trusts(role, principal=other, tags={"tenant": OLMEDO}) for other in others)


@pytest.mark.parametrize("name", [function.name for function in WITH_TENANT if function.files])
def test_files_are_reached_below_the_tenants_own_prefix(name: str, policies: Policies) -> None:
    role = tenant_role_of(policies, BY_NAME[name])
    bucket = f"arn:aws:s3:::tendero-local-files-{ACCOUNT}"

    def may(key: str) -> bool:
        context = {"aws:PrincipalTag/tenant": [OLMEDO]}
        return policies.allows(role, Request("s3:GetObject", f"{bucket}/{key}", context))

    assert may(f"t/{OLMEDO}/01J.csv")
    assert not may(f"t/{RETIRO}/01J.csv")
    assert not may(f"t/{OLMEDO}x/01J.csv")
    assert not may("other")


def test_without_the_null_condition_a_request_without_a_key_gets_through_and_the_rules_say_so(
    body: dict[str, Any],
) -> None:
    for _, _, statement in Template.of(body).statements():
        statement.get("Condition", {}).get("Null", {}).pop("dynamodb:LeadingKeys", None)
    spoilt = Policies(body)

    role = tenant_role_of(spoilt, BY_NAME["api"])

    assert spoilt.allows(role, on_rows("dynamodb:Query", "records"))
    assert any(finding.startswith("T14") for finding in rules.broken(Template.of(body)))


def test_a_pattern_that_does_not_end_at_the_delimiter_lets_a_lookalike_through(body: dict[str, Any]) -> None:
    for _, _, statement in Template.of(body).statements():
        keys = statement.get("Condition", {}).get("ForAllValues:StringLike", {})
        if "dynamodb:LeadingKeys" in keys:
            keys["dynamodb:LeadingKeys"] = ["T#${aws:PrincipalTag/tenant}*"]
    spoilt = Policies(body)

    role = tenant_role_of(spoilt, BY_NAME["api"])

    assert spoilt.allows(role, on_rows("dynamodb:GetItem", "records", f"T#{OLMEDO}x#contact"))
