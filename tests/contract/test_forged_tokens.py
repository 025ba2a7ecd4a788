"""Forged, foreign, expired and odd credentials, on every protected route: 401 each time, and no view entered."""

import base64
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from moto.utilities.utils import load_resource

from chalicelib.api.blueprint import Operation
from tests.builders import Api, Firm
from tests.client import Caller
from tests.contract.routes import PROTECTED, body_of, headers_of, named, path_of

STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
HOUR = 3600


class Forger:
    """Holds the very key that signs good tokens, which no real forger has, and a good token to start from."""

    def __init__(self, good: str) -> None:
        self.good = good
        self.key: Any = jwt.PyJWK(load_resource("cognitoidp/resources/jwks-private.json"), algorithm="RS256").key
        self.header = jwt.get_unverified_header(good)
        self.claims = jwt.decode(good, options={"verify_signature": False})

    def signed(
        self, *, header: dict[str, Any] | None = None, key: Any = None, alg: str = "RS256", **claims: Any
    ) -> str:
        """A token with changes; a claim that is None is left out."""
        kept = {name: value for name, value in {**self.claims, **claims}.items() if value is not None}
        return jwt.encode(kept, key or self.key, algorithm=alg, headers={**self.header, **(header or {}), "alg": alg})

    def raw(self, header: dict[str, Any], claims: dict[str, Any], signature: str = "") -> str:
        """A token put together by hand."""
        return ".".join([_encoded(header), _encoded(claims), signature])

    def without_kid(self) -> str:
        return jwt.encode(self.claims, self.key, algorithm="RS256")

    def as_hmac(self) -> str:
        """The old confusion: the public key's text as an HMAC secret."""
        public = self.key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        head, body = _encoded({**self.header, "alg": "HS256"}), _encoded(self.claims)
        return f"{head}.{body}." + _b64(_hmac(public, f"{head}.{body}".encode()))

    def tampered(self) -> str:
        head, _, signature = self.good.split(".")
        return f"{head}.{_encoded({**self.claims, 'username': 'admin'})}.{signature}"

    def flipped(self) -> str:
        return self.good[:-8] + ("A" if self.good[-8] != "A" else "B") + self.good[-7:]


def _now() -> int:
    return int(time.time())


FORGERIES: dict[str, Callable[[Forger], str]] = {
    "garbage": lambda f: "garbage",
    "dots": lambda f: "..",
    "null": lambda f: "null",
    "alg none": lambda f: f.raw({**f.header, "alg": "none"}, f.claims),
    "alg None": lambda f: f.raw({**f.header, "alg": "None"}, f.claims, "AAAA"),
    "alg missing": lambda f: f.raw({"kid": f.header["kid"]}, f.claims, f.good.split(".")[2]),
    "HS256 with the public key": lambda f: f.as_hmac(),
    "RS384": lambda f: f.signed(alg="RS384"),
    "RS512": lambda f: f.signed(alg="RS512"),
    "PS256": lambda f: f.signed(alg="PS256"),
    "a stranger's key": lambda f: f.signed(key=STRANGER),
    "an unknown kid": lambda f: f.signed(header={"kid": "unknown"}),
    "no kid": lambda f: f.without_kid(),
    "a path for a kid": lambda f: f.signed(header={"kid": "../../dev/null"}),
    "a list for a kid": lambda f: f.raw({**f.header, "kid": ["dummy"]}, f.claims, f.good.split(".")[2]),
    "jku": lambda f: f.signed(header={"jku": "https://evil.example/jwks.json"}),
    "jwk": lambda f: f.signed(header={"jwk": {"kty": "RSA", "n": "AQAB", "e": "AQAB"}}),
    "x5u": lambda f: f.signed(header={"x5u": "https://evil.example/cert.pem"}),
    "crit": lambda f: f.raw({**f.header, "crit": ["exp"]}, f.claims, f.good.split(".")[2]),
    "cty": lambda f: f.signed(header={"cty": "JWT"}),
    "typ": lambda f: f.signed(header={"typ": "at+jwt"}),
    "expired": lambda f: f.signed(exp=_now() - 1),
    "exp missing": lambda f: f.signed(exp=None),
    "exp as text": lambda f: f.signed(exp=str(_now() + HOUR)),
    "exp as fraction": lambda f: f.signed(exp=_now() + HOUR + 0.5),
    "exp true": lambda f: f.signed(exp=True),
    "exp negative": lambda f: f.signed(exp=-1),
    "exp beyond a day": lambda f: f.signed(exp=_now() + 25 * HOUR),
    "exp for ever": lambda f: f.signed(exp=10**18),
    "nbf ahead": lambda f: f.signed(nbf=_now() + HOUR),
    "nbf as text": lambda f: f.signed(nbf="0"),
    "iat ahead": lambda f: f.signed(iat=_now() + HOUR, auth_time=_now()),
    "iat missing": lambda f: f.signed(iat=None, auth_time=None),
    "auth_time as text": lambda f: f.signed(auth_time="now"),
    "auth_time ahead": lambda f: f.signed(auth_time=_now() + HOUR),
    "iss missing": lambda f: f.signed(iss=None),
    "iss of another pool": lambda f: f.signed(iss=f.claims["iss"].rpartition("_")[0] + "_other"),
    "iss with our pool inside": lambda f: f.signed(iss=f.claims["iss"] + ".evil.example"),
    "part of our iss": lambda f: f.signed(iss=f.claims["iss"][:-1]),
    "iss in a list": lambda f: f.raw(f.header, {**f.claims, "iss": [f.claims["iss"]]}, f.good.split(".")[2]),
    "an id token": lambda f: f.signed(token_use="id"),
    "token_use missing": lambda f: f.signed(token_use=None),
    "another client": lambda f: f.signed(client_id="another"),
    "client in aud": lambda f: f.signed(client_id=None, aud=f.claims["client_id"]),
    "sub missing": lambda f: f.signed(sub=None),
    "sub empty": lambda f: f.signed(sub=""),
    "sub unknown": lambda f: f.signed(sub="00000000-0000-4000-8000-000000000000"),
    "sub with a delimiter": lambda f: f.signed(sub="a#b"),
    "sub very long": lambda f: f.signed(sub="a" * 101),
    "tampered": lambda f: f.tampered(),
    "a bit flipped": lambda f: f.flipped(),
    "signature gone": lambda f: f.good.rpartition(".")[0] + ".",
    "something after it": lambda f: f.good + ".AAAA",
    "two tokens": lambda f: f"{f.good} {f.good}",
    "very long": lambda f: "A" * 9000,
    "not ascii": lambda f: "ñandú",
    "an API key in name only": lambda f: "crm_",
    "an unknown API key": lambda f: "crm_01ARZ3NDEKTSV4RRFFQ69G5FAV_" + "A" * 43,
}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    return shared_api.sign_up()


@pytest.fixture(scope="module")
def tokens(firm: Firm) -> dict[str, str]:
    forger = Forger(firm.admin.token or "")
    return {name: forge(forger) for name, forge in FORGERIES.items()}


@pytest.fixture
def entered() -> Iterator[list[str]]:
    """The views that were entered, which must stay none."""
    names: list[str] = []
    views = [operation.view for operation in PROTECTED]
    for operation in PROTECTED:
        object.__setattr__(operation, "view", lambda *_, name=operation.name, **__: names.append(name))
    yield names
    for operation, view in zip(PROTECTED, views, strict=True):
        object.__setattr__(operation, "view", view)


def test_the_forger_knows_the_trade(shared_api: Api, firm: Firm, tokens: dict[str, str]) -> None:
    forger = Forger(firm.admin.token or "")

    assert len(tokens) >= 30
    assert Caller(shared_api.watch, token=forger.signed(), tenant=firm.id).get("/v1/me").status == 200


@pytest.mark.parametrize("operation", PROTECTED, ids=named)
def test_no_forgery_enters(shared_api: Api, operation: Operation, tokens: dict[str, str], entered: list[str]) -> None:
    for name, token in tokens.items():
        caller = Caller(shared_api.watch, token=token)
        answer = caller.call(operation.method, path_of(operation), body_of(operation), headers=headers_of(operation))
        assert answer.status == 401, name
    assert entered == []


@pytest.mark.parametrize("scheme", ["Basic", "Token", "", "Bearer\t", "bearer:"])
def test_only_a_bearer_enters(shared_api: Api, firm: Firm, scheme: str) -> None:
    answer = shared_api.anonymous.get("/v1/me", headers={"Authorization": f"{scheme} {firm.admin.token}".strip()})

    assert answer.status == 401


def _encoded(value: dict[str, Any]) -> str:
    return _b64(json.dumps(value).encode())


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _hmac(key: bytes, message: bytes) -> bytes:
    import hashlib
    import hmac

    return hmac.new(key, message, hashlib.sha256).digest()
