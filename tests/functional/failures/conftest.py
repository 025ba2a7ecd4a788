"""A firm whose automations, webhooks, mails and jobs fail, and the works behind them."""

from tests.functional.automation.conftest import works
from tests.functional.automation.test_webhooks import reachable, receiver

__all__ = ["reachable", "receiver", "works"]
