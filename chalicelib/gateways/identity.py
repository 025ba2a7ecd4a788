"""Cognito: passwords and tokens, and nothing else about a person.

The pool knows a user by our user id alone. Addresses, names, roles and tenants live in our own directory, so that no
attribute of Cognito's can be edited into a right, and an erased person leaves nothing there but a random id.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import urllib3
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib import settings
from chalicelib.kernel.errors import InvalidInput, Problem, Unavailable
from chalicelib.storage import connection

_REFUSALS: Final = frozenset(
    {
        "NotAuthorizedException",
        "UserNotFoundException",
        "UserNotConfirmedException",
        "PasswordResetRequiredException",
        "InvalidParameterException",
        "InvalidPasswordException",
        "UnsupportedTokenTypeException",
    }
)
_PASSING: Final = frozenset({"InternalErrorException", "ThrottlingException", "TooManyRequestsException"})
_JWKS_TIMEOUT: Final = urllib3.Timeout(connect=2, read=3)


class SignInRefused(Problem):
    """The password or the refresh token is not good, or there is no such user: the caller is not told which."""

    status = 401
    code = "bad_credentials"


@dataclass(frozen=True, slots=True)
class Tokens:
    """What Cognito gives for a password or a refresh token; the latter gives no new refresh token."""

    access_token: str
    expires_in: int
    refresh_token: str | None


def create_user(*, user_id: str, password: str) -> str:
    """This function will make sure that the user exists with this password, and return Cognito's subject.

    :raises InvalidInput: when the password does not satisfy the pool's policy.
    """
    try:
        attributes = _call("admin_create_user", **_named(user_id), MessageAction="SUPPRESS")["User"]["Attributes"]
    except ClientError as refusal:
        if _code(refusal) != "UsernameExistsException":
            raise
        attributes = _call("admin_get_user", **_named(user_id))["UserAttributes"]
    set_password(user_id=user_id, password=password)
    return next(str(attribute["Value"]) for attribute in attributes if attribute["Name"] == "sub")


def set_password(*, user_id: str, password: str) -> None:
    """This function will make ``password`` the user's own.

    :raises InvalidInput: when it does not satisfy the pool's policy.
    """
    try:
        _call("admin_set_user_password", **_named(user_id), Password=password, Permanent=True)
    except ClientError as refusal:
        if _code(refusal) in ("InvalidPasswordException", "InvalidParameterException"):
            raise InvalidInput.of("password", "weak_password", "Choose a longer password.") from refusal
        raise


def sign_in(*, user_id: str, password: str) -> Tokens:
    """This function will exchange a password for tokens.

    :raises SignInRefused: when it is wrong, or nobody has that id.
    """
    return _initiate("ADMIN_USER_PASSWORD_AUTH", {"USERNAME": user_id, "PASSWORD": password})


def refresh(refresh_token: str) -> Tokens:
    """This function will exchange a refresh token for a new access token.

    :raises SignInRefused: when it is expired, revoked or made up.
    """
    return _initiate("REFRESH_TOKEN_AUTH", {"REFRESH_TOKEN": refresh_token})


def sign_out(refresh_token: str) -> None:
    """This function will revoke a refresh token; one that is good for nothing already is fine."""
    try:
        _call("revoke_token", Token=refresh_token, ClientId=settings.current().user_pool_client_id)
    except ClientError as refusal:
        if _code(refusal) not in _REFUSALS:
            raise


def sign_out_everywhere(*, user_id: str) -> None:
    """This function will make every refresh token of the user worthless; they may sign in again at once."""
    _call("admin_user_global_sign_out", **_named(user_id))


def disable(*, user_id: str) -> None:
    """This function will end every session of the user and let no new one begin."""
    _call("admin_disable_user", **_named(user_id))
    _call("admin_user_global_sign_out", **_named(user_id))


def enable(*, user_id: str) -> None:
    """This function will let a disabled user sign in again."""
    _call("admin_enable_user", **_named(user_id))


def signing_keys() -> Mapping[str, Mapping[str, Any]]:
    """This function will return the pool's public keys by their id.

    :raises Unavailable: when the pool does not answer.
    """
    try:
        answer = urllib3.request("GET", settings.current().jwks_url, timeout=_JWKS_TIMEOUT, retries=2, redirect=False)
        keys = json.loads(answer.data)["keys"]
    except (urllib3.exceptions.HTTPError, ValueError, KeyError) as silence:
        raise Unavailable("The signing keys cannot be read at the moment.") from silence
    return {key["kid"]: key for key in keys}


def _initiate(flow: str, parameters: Mapping[str, str]) -> Tokens:
    current = settings.current()
    try:
        answer = _call(
            "admin_initiate_auth",
            UserPoolId=current.user_pool_id,
            ClientId=current.user_pool_client_id,
            AuthFlow=flow,
            AuthParameters=dict(parameters),
        )
    except ClientError as refusal:
        if _code(refusal) in _REFUSALS:
            raise SignInRefused("Email or password are not right.") from refusal
        raise
    result = answer.get("AuthenticationResult")
    if result is None:
        raise SignInRefused("Email or password are not right.")
    return Tokens(result["AccessToken"], int(result["ExpiresIn"]), result.get("RefreshToken"))


def _named(user_id: str) -> dict[str, str]:
    return {"UserPoolId": settings.current().user_pool_id, "Username": user_id}


def _call(operation: str, **parameters: Any) -> dict[str, Any]:
    """Return Cognito's answer; whatever will pass by itself becomes ``Unavailable``."""
    try:
        answer: dict[str, Any] = getattr(connection.client("cognito-idp"), operation)(**parameters)
    except ClientError as error:
        if _code(error) in _PASSING:
            raise Unavailable("Signing in is not possible at the moment.") from error
        raise
    except BotoCoreError as silence:
        raise Unavailable("Signing in is not possible at the moment.") from silence
    return answer


def _code(refusal: ClientError) -> str:
    return str(refusal.response["Error"]["Code"])
