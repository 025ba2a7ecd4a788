"""Where the data of a forgotten person lie blocked until the law lets them be destroyed (LOPDGDD, article 32).

Functions put documents in and nobody's function takes one out: reading needs a role of its own, assumed by a person
with a second factor, and the key that it alone may use. S3 destroys each document by the years in its tag.
"""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from chalicelib.gateways.vault import KEPT_YEARS, YEARS_TAG


class Vault(Construct):
    """A bucket under a key of its own, and the one role that opens it."""

    def __init__(self, stack: Stack, *, prefix: str, logs: s3.IBucket) -> None:
        super().__init__(stack, "Vault")
        self.key = kms.Key(
            self,
            "Key",
            alias=f"alias/{prefix}-vault",
            description="Seals what is blocked until it may be destroyed",
            enable_key_rotation=True,
            removal_policy=RemovalPolicy.RETAIN,
        )
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            bucket_name=f"{prefix}-vault-{stack.account}",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.KMS,
            encryption_key=self.key,
            bucket_key_enabled=True,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            versioned=True,
            removal_policy=RemovalPolicy.RETAIN,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            server_access_logs_bucket=logs,
            server_access_logs_prefix="s3/vault/",
            lifecycle_rules=[self._destroyed_after(years) for years in KEPT_YEARS],
        )
        self.opener = self._opener(prefix)

    def sealing(self) -> list[iam.PolicyStatement]:
        """What a function's tenant role needs to put its tenant's documents in: nothing that reads."""
        return [
            iam.PolicyStatement(
                sid="SealTenantData",
                actions=["s3:PutObject", "s3:PutObjectTagging"],
                resources=[self.bucket.arn_for_objects("t/${aws:PrincipalTag/tenant}/*")],
            ),
            iam.PolicyStatement(sid="UseVaultKey", actions=["kms:GenerateDataKey"], resources=[self.key.key_arn]),
        ]

    def _destroyed_after(self, years: int) -> s3.LifecycleRule:
        return s3.LifecycleRule(
            id=f"destroy-after-{years}-years",
            tag_filters={YEARS_TAG: str(years)},
            expiration=Duration.days(365 * years + years // 4 + 1),
            noncurrent_version_expiration=Duration.days(1),
        )

    def _opener(self, prefix: str) -> iam.Role:
        role = iam.Role(
            self,
            "Opener",
            role_name=f"{prefix}-vault-opener",
            description="Reads blocked data for courts and authorities; assumed by a person, never by a function",
            assumed_by=iam.AccountRootPrincipal().with_conditions({"Bool": {"aws:MultiFactorAuthPresent": "true"}}),
            max_session_duration=Duration.hours(1),
        )
        role.add_to_policy(
            iam.PolicyStatement(
                sid="ReadBlockedData", actions=["s3:GetObject"], resources=[self.bucket.arn_for_objects("t/*")]
            )
        )
        role.add_to_policy(
            iam.PolicyStatement(sid="OpenWithVaultKey", actions=["kms:Decrypt"], resources=[self.key.key_arn])
        )
        return role
