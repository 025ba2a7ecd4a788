"""What differs between deployments of one template: the code, and what only a real account or a laptop has.

The code is a parameter rather than an asset, so that a change of code changes no template: nothing is synthesised and
checked again for it, and the local cloud takes it up in a second.
"""

from dataclasses import dataclass

from aws_cdk import CfnCondition, CfnParameter, Fn, Stack, Token


@dataclass(frozen=True, slots=True)
class Parameters:
    """CloudFormation parameters with the values of a real account as their defaults."""

    code_key: str
    public_url: str
    mail_domain: str
    alarm_email: str
    wants_alarm_email: CfnCondition
    files_endpoint: str
    file_scanning: str
    identity_endpoint: str
    cookie_secure: str
    dns_resolver: str
    reserved_names: str
    has_public_url: CfnCondition

    def public_url_or(self, portal: str) -> str:
        """The address people use: the given one, else the distribution's own."""
        return Token.as_string(Fn.condition_if(self.has_public_url.logical_id, self.public_url, portal))


def declare(stack: Stack) -> Parameters:
    def parameter(name: str, default: str, description: str) -> CfnParameter:
        return CfnParameter(stack, name, type="String", default=default, description=description)

    def switch(name: str, default: str, description: str) -> CfnParameter:
        either = ["true", "false"]
        return CfnParameter(stack, name, type="String", default=default, allowed_values=either, description=description)

    code_key = CfnParameter(
        stack, "CodeKey", type="String", description="Where the core zip lies in the account's bootstrap bucket"
    )
    public_url = parameter("PublicUrl", "", "https address of the product; empty means the distribution's own domain")
    mail_domain = parameter("MailDomain", "tendero.example", "Domain that mail is sent from; SES verifies it by DNS")
    alarm_email = parameter("AlarmEmail", "", "Who is told about alarms; empty means nobody")
    files_endpoint = parameter("FilesEndpoint", "", "Base of presigned file addresses; empty means S3 itself")
    identity_endpoint = parameter("IdentityEndpoint", "", "Where the user pool's keys are; empty means Cognito itself")
    dns_resolver = parameter("DnsResolver", "", "host:port asked for the records of a domain; empty means Lambda's own")
    reserved_names = switch(
        "ReservedNames", "false", "true only where mail to names such as .example arrives, which is the local cloud"
    )
    cookie_secure = switch(
        "CookieSecure", "true", "false only where the product is served by plain http, which is the local cloud"
    )
    file_scanning = switch(
        "FileScanning",
        "false",
        "true once GuardDuty's Malware Protection, or what speaks like it, looks at the files bucket",
    )
    return Parameters(
        code_key=code_key.value_as_string,
        public_url=public_url.value_as_string,
        mail_domain=mail_domain.value_as_string,
        alarm_email=alarm_email.value_as_string,
        wants_alarm_email=_given(stack, "WantsAlarmEmail", alarm_email),
        files_endpoint=files_endpoint.value_as_string,
        file_scanning=file_scanning.value_as_string,
        identity_endpoint=Token.as_string(
            Fn.condition_if(
                _given(stack, "HasIdentityEndpoint", identity_endpoint).logical_id,
                identity_endpoint.value_as_string,
                f"https://cognito-idp.{stack.region}.{stack.url_suffix}",
            )
        ),
        cookie_secure=cookie_secure.value_as_string,
        dns_resolver=dns_resolver.value_as_string,
        reserved_names=reserved_names.value_as_string,
        has_public_url=_given(stack, "HasPublicUrl", public_url),
    )


def _given(stack: Stack, name: str, parameter: CfnParameter) -> CfnCondition:
    return CfnCondition(stack, name, expression=Fn.condition_not(Fn.condition_equals(parameter.value_as_string, "")))
