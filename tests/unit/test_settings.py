import re
from pathlib import Path

from chalicelib import settings
from chalicelib.settings import Settings

PAGE = Path(__file__).parents[2] / "docs/reference/settings.md"


def test_every_variable_is_documented_with_its_default():
    documented = dict(re.findall(r"^\| `(\w+)` \| (?:`(.*?)`)? ?\|", PAGE.read_text(), re.MULTILINE))

    defaults = {variable: _as_text(getattr(Settings(), name)) for name, variable in settings.VARIABLES.items()}
    assert documented == defaults


def test_settings_come_from_the_environment_and_keep_their_defaults_otherwise():
    read = settings.from_environment({"TENDERO_PREFIX": "tendero-prod", "COOKIE_SECURE": "false", "PATH": "/bin"})

    assert read == Settings(prefix="tendero-prod", cookie_secure=False)


def test_a_cookie_is_insecure_only_when_asked_for_in_so_many_words():
    assert settings.from_environment({"COOKIE_SECURE": "no"}).cookie_secure


def test_limits_are_numbers():
    assert settings.from_environment({"TENANT_REQUESTS_A_MINUTE": "60"}).tenant_requests_a_minute == 60


def test_a_table_is_named_by_prefix_and_name():
    assert Settings(prefix="tendero-prod").table("records") == "tendero-prod-records"


def _as_text(value: str | bool | int) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
