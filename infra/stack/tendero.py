"""One stage of Tendero as one stack.

One, not six: the parts name one another all the time, and exports between stacks would lock them together in the
order of their deployment; the local cloud deploys one template; a rollback is whole. What must outlive a mistake
(tables, buckets, people, secrets) is retained and protected from deletion. Some 250 resources of CloudFormation's 500.
"""

from aws_cdk import CfnOutput, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.stack import parameters
from infra.stack.api import Api
from infra.stack.data import Data
from infra.stack.functions import Functions
from infra.stack.identity import Identity
from infra.stack.messaging import Messaging
from infra.stack.monitoring import Monitoring
from infra.stack.portal import Portal
from infra.stack.vault import Vault

ARCHITECTURES = {"x86_64": lambda_.Architecture.X86_64, "arm64": lambda_.Architecture.ARM_64}


class Tendero(Stack):
    """Everything that a stage is made of; `outputs` is what a deployment needs to know afterwards."""

    def __init__(self, scope: Construct, *, stage: str, architecture: str) -> None:
        prefix = f"tendero-{stage}"
        super().__init__(scope, prefix, description=f"Tendero, stage {stage}", termination_protection=True)
        given = parameters.declare(self)
        self.data = data = Data(self, prefix=prefix)
        identity = Identity(self, prefix=prefix)
        messaging = Messaging(self, prefix=prefix, mail_domain=given.mail_domain)
        api = Api(self, prefix=prefix)
        portal = Portal(self, prefix=prefix, data=data, api=api)
        public_url = given.public_url_or(portal.url)
        portal.let_see_pictures(data.files(origin=public_url))
        self.vault = vault = Vault(self, prefix=prefix, logs=data.logs)
        issuer_base = f"https://cognito-idp.{self.region}.{self.url_suffix}"
        self.functions = functions = Functions(
            self,
            code=lambda_.Code.from_bucket(
                s3.Bucket.from_bucket_name(self, "Assets", f"cdk-hnb659fds-assets-{self.account}-{self.region}"),
                given.code_key,
            ),
            architecture=ARCHITECTURES[architecture],
            environment={
                "TENDERO_PREFIX": prefix,
                "TENDERO_STAGE": stage,
                "USER_POOL_ID": identity.pool.user_pool_id,
                "USER_POOL_CLIENT_ID": identity.client.user_pool_client_id,
                "TOKEN_ISSUER": f"{issuer_base}/{identity.pool.user_pool_id}",
                "JWKS_URL": f"{given.identity_endpoint}/{identity.pool.user_pool_id}/.well-known/jwks.json",
                "BUS_NAME": messaging.bus.event_bus_name,
                "FILES_BUCKET": data.files_bucket_name,
                "FILES_ENDPOINT": given.files_endpoint,
                "FILE_SCANNING": given.file_scanning,
                "VAULT_BUCKET": vault.bucket.bucket_name,
                "SCHEDULE_GROUP": prefix,
                "SCHEDULER_ROLE_ARN": messaging.schedule_role.role_arn,
                "SECRETS_ID": data.secrets.secret_arn,
                "MAIL_FROM": f"Tendero <hola@{given.mail_domain}>",
                "MAIL_CONFIGURATION_SET": messaging.configuration_set.configuration_set_name,
                "PUBLIC_URL": public_url,
                "COOKIE_SECURE": given.cookie_secure,
                "DNS_RESOLVER": given.dns_resolver,
                "RESERVED_NAMES": given.reserved_names,
            },
            data=data,
            identity=identity,
            messaging=messaging,
            vault=vault,
        )
        api.serve(functions.made["api"])
        Monitoring(
            self,
            prefix=prefix,
            alarm_email=given.alarm_email,
            wants_alarm_email=given.wants_alarm_email,
            functions=functions,
            messaging=messaging,
            api=api,
        )
        self.outputs(
            Address=public_url,
            ApiId=api.rest.rest_api_id,
            PortalBucket=portal.bucket.bucket_name,
            FilesBucket=data.files_bucket_name,
            Distribution=portal.distribution.distribution_id,
            UserPoolId=identity.pool.user_pool_id,
        )

    def outputs(self, **values: str) -> None:
        for name, value in values.items():
            CfnOutput(self, name, value=value)
