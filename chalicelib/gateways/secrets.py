"""Secrets Manager, read once a container: the pepper of hashed addresses, the keys of cursors and of signed links."""

import json
from functools import lru_cache

from chalicelib import settings
from chalicelib.storage import connection


def get(name: str) -> bytes:
    """This function will return the secret called ``name``, as bytes, from the one JSON secret of this stage."""
    return _all(settings.current().secrets_id)[name]


def starting_with(prefix: str) -> dict[str, bytes]:
    """This function will return the secrets whose names begin with ``prefix``, by name."""
    return {name: secret for name, secret in _all(settings.current().secrets_id).items() if name.startswith(prefix)}


def forget() -> None:
    """This function will make the next reader ask Secrets Manager again."""
    _all.cache_clear()


@lru_cache(maxsize=4)
def _all(secret_id: str) -> dict[str, bytes]:
    answer = connection.client("secretsmanager").get_secret_value(SecretId=secret_id)
    return {name: str(value).encode() for name, value in json.loads(answer["SecretString"]).items()}
