"""SES's identities as AWS keeps them: three names of keys for a domain, found once they are published.

It answers on the client itself, as ``fake_ses`` does, because no emulator gives the names of the keys and looks for
them afterwards.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError

from infra.local import names
from infra.local.names import Zone

_PARAMETERS = "fake_identities_parameters"


@dataclass(slots=True)
class FakeIdentities:
    """The identities of an account, which sees what is published in ``zone``; ``is_down`` refuses every call."""

    zone: Zone
    known: dict[str, dict[str, Any]] = field(default_factory=dict)
    is_down: bool = False

    def attach(self, client: Any) -> None:
        """Answer in place of SES on a client."""
        if client.meta.service_model.service_name == "sesv2":
            client.meta.events.register_first("before-parameter-build", self._remember)
            client.meta.events.register_last("before-call", self._answer)

    def _remember(self, params: Any, context: dict[str, Any], **_: Any) -> None:
        context[_PARAMETERS] = params

    def _answer(self, model: Any, context: dict[str, Any], **_: Any) -> tuple[Any, Any] | None:
        answered: dict[str, Callable[[str], dict[str, Any]]] = {
            "CreateEmailIdentity": self._create,
            "GetEmailIdentity": self._get,
            "PutEmailIdentityMailFromAttributes": lambda _: {},
        }
        if model.name not in answered:
            return None
        if self.is_down:
            raise _error("TooManyRequestsException", model.name)
        return AWSResponse("https://ses.fake", 200, {}, None), answered[model.name](
            context[_PARAMETERS]["EmailIdentity"]
        )

    def _create(self, domain: str) -> dict[str, Any]:
        if domain in self.known:
            raise _error("AlreadyExistsException", "CreateEmailIdentity")
        tokens = [hashlib.sha256(f"{domain}{number}".encode()).hexdigest()[:32] for number in range(3)]
        self.known[domain] = {"EmailIdentity": domain, "DkimAttributes": {"Tokens": tokens, "Status": "PENDING"}}
        return self.known[domain]

    def _get(self, domain: str) -> dict[str, Any]:
        if domain not in self.known:
            raise _error("NotFoundException", "GetEmailIdentity")
        return names.identity(self.zone, self.known[domain])


def _error(code: str, operation: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "fake"}}, operation)
