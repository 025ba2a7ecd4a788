"""One-time codes: the vectors of RFC 6238, and what a phone's clock may be off."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.kernel import totp

SECRET = b"12345678901234567890"
NOW = datetime(2026, 11, 22, 5, 30, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_codes_are_those_of_the_rfc(second: int, code: str) -> None:
    assert totp.code_at(SECRET, second // totp.STEP_SECONDS) == code[-totp.DIGITS :]


@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_clock_may_be_one_step_off(seconds: int) -> None:
    theirs = NOW + timedelta(seconds=seconds)

    assert totp.matching_step(SECRET, totp.code_at(SECRET, totp.step_at(theirs)), now=NOW) == totp.step_at(theirs)


@pytest.mark.parametrize("seconds", [-61, 61])
def test_a_clock_may_not_be_two_steps_off(seconds: int) -> None:
    theirs = NOW + timedelta(seconds=seconds)

    assert totp.matching_step(SECRET, totp.code_at(SECRET, totp.step_at(theirs)), now=NOW) is None


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
def test_what_is_no_code_matches_nothing(code: str) -> None:
    assert totp.matching_step(SECRET, code, now=NOW) is None


def test_the_address_tells_an_app_everything() -> None:
    parts = urlsplit(totp.address(SECRET, issuer="Tendero", account="ana+crm@rios.example"))

    assert (parts.scheme, parts.netloc, parts.path) == ("otpauth", "totp", "/Tendero:ana%2Bcrm@rios.example")
    assert parse_qs(parts.query) == {
        "secret": ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"],
        "issuer": ["Tendero"],
        "digits": ["6"],
        "period": ["30"],
    }
