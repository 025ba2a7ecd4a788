"""cdk-nag on every synthesis, and the findings that stand, each with its reason.

A finding without a reason here stops the synthesis. A reason without a finding is dead and tests/infra refuses it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import aws_cdk
from aws_cdk import Acknowledgment, Validations
from cdk_nag import AwsSolutionsChecks
from constructs import Construct

from infra.stack.tendero import Tendero


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding stands: the rule, where (the path below the stack), and the sentence."""

    rule: str
    where: str
    because: str


REASONS = (
    Reason(
        "APIG2",
        "Api",
        "The API refuses unknown and malformed input itself, field by field, with an answer that says what is wrong.",
    ),
    Reason(
        "APIG3",
        "Api",
        "The limits per address, person, key and tenant are the API's own; a firewall is added by the account.",
    ),
    Reason(
        "APIG4",
        "Api",
        "One {proxy+} route serves public and private paths; chalicelib/api/auth.py verifies every token.",
    ),
    Reason(
        "APIG6",
        "Api",
        "Execution logs would hold bodies and tokens; access logs are on, and the function logs its requests.",
    ),
    Reason("CFR1", "Portal", "Customers travel: no country is refused."),
    Reason("CFR2", "Portal", "Static files and an API with limits of its own; a firewall is added by the account."),
    Reason(
        "CFR4",
        "Portal",
        "The certificate of cloudfront.net fixes the protocol; a domain of one's own brings TLS 1.2 with it.",
    ),
    Reason(
        "COG1",
        "Identity",
        "Length and no rules of composition, as NIST SP 800-63B advises; the API checks it and says so in words.",
    ),
    Reason("COG2", "Identity", "A second factor is each person's choice; a tenant may demand it."),
    Reason("COG4", "Api", "Tokens are verified in one place, chalicelib/api/auth.py, in AWS and locally alike."),
    Reason(
        "COG8",
        "Identity",
        "Our own session endpoints count failures and answer 429; the plus tier is billed per person.",
    ),
    Reason("L1", "Functions", "The runtime is the building interpreter's version, because the zip holds its bytecode."),
    Reason(
        "SMG4",
        "Data",
        "A new pepper would orphan every stored hash, and cursors live for hours; both are replaced by hand.",
    ),
    Reason(
        "SQS3", "Messaging", "These queues are where functions and streams park; an alarm rings at the first message."
    ),
)


def attach(app: aws_cdk.App, stack: Tendero) -> None:
    """This function will have the AWS Solutions rules check the stack when it is synthesised."""
    Validations.of(app).add_plugins(AwsSolutionsChecks(app, verbose=True))
    for reason in [*REASONS, *_wildcards(stack)]:
        Validations.of(stack.node.find_child(reason.where)).acknowledge(
            Acknowledgment(id=f"AwsSolutions::AwsSolutions-{reason.rule}", reason=reason.because)
        )


def _wildcards(stack: Tendero) -> Iterator[Reason]:
    """Every `*` in a policy, by the very resource it stands in."""

    def wildcard(resource: str, because: str, *, where: str = "Functions") -> Reason:
        return Reason(f"IAM5[Resource::{resource}]", where, because)

    def attribute(resource: Construct) -> str:
        return f"<{stack.get_logical_id(resource.node.default_child)}.Arn>"

    partition, region, account = "<AWS::Partition>", "<AWS::Region>", "<AWS::AccountId>"
    prefix = stack.stack_name
    for log in stack.functions.logs.values():
        yield wildcard(f"{attribute(log)}:*", "The streams of a function's own log are named by Lambda.")
    yield wildcard(
        f"{attribute(stack.data.tables['records'])}/index/*",
        "The six slots of the records, behind the same condition on the leading key.",
    )
    yield wildcard(
        f"arn:{partition}:s3:::{prefix}-files-{account}/t/<aws:PrincipalTag/tenant>/*",
        "Files of the tenant in the session tag, and of no other.",
    )
    sealed = attribute(stack.vault.bucket)
    yield wildcard(
        f"{sealed}/t/<aws:PrincipalTag/tenant>/*", "What a function seals for the tenant in the session tag."
    )
    yield wildcard(f"{sealed}/t/*", "Whoever opens the vault does so for any tenant that a court names.", where="Vault")
    yield wildcard(
        f"arn:{partition}:scheduler:{region}:{account}:schedule/{prefix}/*",
        "One schedule a tenant, in the stage's own group.",
    )
    yield wildcard(
        f"arn:{partition}:ses:{region}:{account}:identity/*",
        "Firms add domains of their own while the product runs; senders.usable lets none write from another's.",
    )
    yield wildcard("*", "ListStreams names no stream, whose records are granted by ARN, and ses:GetAccount no account.")
