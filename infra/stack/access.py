"""Who may touch what, as IAM statements.

A function's own role reaches no pooled table. It assumes its tenant role with the session tag `tenant`, and that role
reads and writes only items whose partition key belongs to the tag. Three traps are closed here, and the policy
evaluator in tests/infra proves each: a `ForAllValues` condition is true when the request carries no key at all, so
`Null` demands one; `T#acme*` would match `T#acme-x`, so the pattern ends at the delimiter; and a tag that is missing
makes no pattern at all, so the trust policy demands it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from aws_cdk import Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from constructs import Construct

from infra.functions import READ, SystemAccess

#: What may be done with a tenant's files; the tag is what makes one of them expire.
FILE_ACTIONS = (
    "AbortMultipartUpload",
    "DeleteObject",
    "DeleteObjectVersion",
    "GetObject",
    "PutObject",
    "PutObjectTagging",
)

#: Partition keys of one tenant: its own row, or anything below it.
TENANT_KEYS = ("T#${aws:PrincipalTag/tenant}", "T#${aws:PrincipalTag/tenant}#*")


def own_role(scope: Construct, name: str, log_group_arn: str) -> iam.Role:
    """The role a function runs with: it may write its own log, and what its declaration adds."""
    role = iam.Role(
        scope, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"), description=f"What {name} may do itself"
    )
    role.add_to_policy(
        iam.PolicyStatement(
            sid="OwnLog", actions=["logs:CreateLogStream", "logs:PutLogEvents"], resources=[f"{log_group_arn}:*"]
        )
    )
    return role


def tenant_role(
    scope: Construct,
    name: str,
    *,
    function_role: iam.Role,
    tables: Mapping[dynamodb.Table, Iterable[str]],
    slotted: dynamodb.Table,
    files: str | None,
    beside: Iterable[iam.PolicyStatement] = (),
) -> iam.Role:
    """The role a function assumes for one tenant: `tables` with the actions on each, and `files`, a bucket's ARN.

    Only `slotted` has indexes whose partition key is a tenant's; the others' belong to the sweeper.
    """
    principal = iam.ArnPrincipal(function_role.role_arn).with_conditions(_tagged())
    role = iam.Role(
        scope,
        "TenantRole",
        assumed_by=principal.with_session_tags(),
        description=f"What {name} may do for the tenant in its session tag",
    )
    for actions in sorted({tuple(actions) for actions in tables.values()}):
        role.add_to_policy(
            iam.PolicyStatement(
                sid="TenantRows" if set(actions) - set(READ) else "TenantRowsReadOnly",
                actions=list(actions),
                resources=[
                    arn
                    for table, allowed in tables.items()
                    if tuple(allowed) == actions
                    for arn in _table_and_slots(table, is_slotted=table is slotted)
                ],
                conditions=leading_keys(TENANT_KEYS),
            )
        )
    if files:
        role.add_to_policy(
            iam.PolicyStatement(
                sid="TenantFiles",
                actions=[f"s3:{action}" for action in FILE_ACTIONS],
                resources=[f"{files}/t/${{aws:PrincipalTag/tenant}}/*"],
            )
        )
        # Without it S3 answers 403 instead of 404 to a key that is not there.
        role.add_to_policy(
            iam.PolicyStatement(
                sid="TenantFilesAreThere",
                actions=["s3:ListBucket", "s3:ListBucketVersions"],
                resources=[files],
                conditions={"StringLike": {"s3:prefix": ["t/${aws:PrincipalTag/tenant}/*"]}},
            )
        )
    for statement in beside:
        role.add_to_policy(statement)
    function_role.add_to_policy(
        iam.PolicyStatement(
            sid="ActForOneTenant",
            actions=["sts:AssumeRole", "sts:TagSession"],
            resources=[role.role_arn],
            conditions=_tagged(),
        )
    )
    return role


def system_rows(table: dynamodb.Table, reach: SystemAccess) -> iam.PolicyStatement:
    """Rows that come before a tenant is known; only for the functions that `infra.functions.SYSTEM` names."""
    resource = f"{table.table_arn}/index/{reach.index}" if reach.index else table.table_arn
    return iam.PolicyStatement(
        sid=f"System{reach.table.title()}",
        actions=list(reach.actions),
        resources=[resource],
        conditions=leading_keys([f"{key}#*" for key in reach.keys]),
    )


def leading_keys(patterns: Iterable[str]) -> dict[str, Any]:
    """Every partition key of the request matches a pattern, and there is at least one."""
    return {
        "ForAllValues:StringLike": {"dynamodb:LeadingKeys": list(patterns)},
        "Null": {"dynamodb:LeadingKeys": "false"},
    }


def _table_and_slots(table: dynamodb.Table, *, is_slotted: bool) -> list[str]:
    return [table.table_arn, f"{table.table_arn}/index/*"] if is_slotted else [table.table_arn]


def files_arn(stack: Stack, bucket_name: str) -> str:
    return f"arn:{stack.partition}:s3:::{bucket_name}"


def arn(stack: Stack, service: str, resource: str) -> str:
    return f"arn:{stack.partition}:{service}:{stack.region}:{stack.account}:{resource}"


def _tagged() -> dict[str, Any]:
    """The session carries the tag `tenant`, it looks like a tenant's id, and no other tag comes along."""
    return {
        "StringLike": {"aws:RequestTag/tenant": "?" * 20},
        "ForAllValues:StringEquals": {"aws:TagKeys": ["tenant"]},
        "Null": {"aws:TagKeys": "false"},
    }
