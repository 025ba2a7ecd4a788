"""Who people are: a user pool that knows our id of a person and a password, and nothing else about them.

Tenant and role come from our own directory (`SUB#<sub>`), so no token attribute grants anything and none may be
written by its bearer. Cognito sends no mail: invitations and resets are codes of ours through the outbox.
"""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_cognito as cognito
from constructs import Construct


class Identity(Construct):
    def __init__(self, scope: Construct, *, prefix: str) -> None:
        super().__init__(scope, "Identity")
        self.pool = cognito.UserPool(
            self,
            "Pool",
            user_pool_name=prefix,
            self_sign_up_enabled=False,
            sign_in_aliases=cognito.SignInAliases(username=True),
            password_policy=cognito.PasswordPolicy(
                min_length=8,  # the API asks for more, and says so in words
                require_digits=False,
                require_lowercase=False,
                require_symbols=False,
                require_uppercase=False,
                temp_password_validity=Duration.days(1),
            ),
            mfa=cognito.Mfa.OPTIONAL,
            mfa_second_factor=cognito.MfaSecondFactor(sms=False, otp=True),
            account_recovery=cognito.AccountRecovery.NONE,
            deletion_protection=True,
            removal_policy=RemovalPolicy.RETAIN,
        )
        self.client = self.pool.add_client(
            "Client",
            user_pool_client_name=prefix,
            # Only our session endpoints sign in, with IAM behind them: nobody gets past their limit on wrong passwords.
            auth_flows=cognito.AuthFlow(admin_user_password=True),
            disable_o_auth=True,
            generate_secret=False,
            prevent_user_existence_errors=True,
            enable_token_revocation=True,
            access_token_validity=Duration.minutes(15),
            id_token_validity=Duration.minutes(15),
            refresh_token_validity=Duration.days(30),
            # Left out, it would mean every attribute. Locale is a harmless one, and nothing reads it.
            read_attributes=cognito.ClientAttributes().with_standard_attributes(locale=True),
            write_attributes=cognito.ClientAttributes().with_standard_attributes(locale=True),
        )
