"""What SES lets the stage send: how many mails a second, how many a day, how many are left."""

from dataclasses import dataclass

from chalicelib.observability import logger
from chalicelib.storage import connection


@dataclass(frozen=True, slots=True)
class Quota:
    """``left_today`` is None when SES did not say, and negative never."""

    per_second: float
    a_day: float
    left_today: float | None


CAREFUL = Quota(per_second=14, a_day=50_000, left_today=None)
"""What is believed while SES does not answer: what an account may send that has just left the sandbox."""


def read() -> Quota:
    """Return what SES lets the stage send now."""
    try:
        answer = connection.client("sesv2").get_account()
        said = answer["SendQuota"]
    except Exception as error:  # whatever it is: campaigns go on, carefully
        logger.warning("SES told no quota", error=type(error).__name__)
        return CAREFUL
    a_day = said["Max24HourSend"]
    left = None if a_day < 0 else max(0.0, a_day - said["SentLast24Hours"])
    return Quota(per_second=said["MaxSendRate"], a_day=a_day, left_today=left)
