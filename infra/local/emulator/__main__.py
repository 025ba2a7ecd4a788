"""Starts ministack, in its own environment, made quick enough for two cores, and with one question added.

Run as a folder by the interpreter of `.venv-cloud`, so only what lies beside this is imported here. The question is how
far the streams are behind, for a clean stop may lose no change: stream records do not survive it, and ministack does
not tell how many are unread. The answer is at `/_tendero/backlog`. And ministack looks at its schedules every ten
seconds; here it does so every second.
"""

import json
import os
from functools import lru_cache

import hypercorn.asyncio.run
import ministack.app
import wire
import workers
from ministack.core import lambda_runtime
from ministack.core.arn import parse_arn
from ministack.services import dynamodb, lambda_svc, scheduler

SCHEDULES_LOOKED_AT_EVERY = 1
"""Seconds; what somebody waits for in front of a screen comes when it was promised."""


def unread_records() -> int:
    """How many stream records wait for, or are being processed by, the functions that are mapped to them."""
    unread = 0
    for account, region, mapping in lambda_svc._iter_all_esms():
        source = mapping["EventSourceArn"]
        if ":dynamodb:" not in source:
            continue
        table = parse_arn(source).resource.split("/")[1]
        end = dynamodb.stream_end_position(table, account_id=account, region=region)
        position = lambda_svc._dynamodb_stream_positions.get_scoped(account, region, mapping["UUID"])
        unread += end - (position if position is not None else 0)
    return unread


def with_backlog(emulator):
    async def application(scope, receive, send):
        if scope["type"] != "http" or scope["path"] != "/_tendero/backlog":
            return await emulator(scope, receive, send)
        body = json.dumps({"unread_records": unread_records()}).encode()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
        return await send({"type": "http.response.body", "body": body})

    return application


def make_quick() -> None:
    """Spend nothing on what one machine's own callers do not need."""
    workers.hear(lambda_runtime.Worker)
    workers.share_code(lambda_runtime, os.environ["TMPDIR"])
    workers.keep_few(lambda_svc)
    hypercorn.asyncio.run.TCPServer = wire.Connection
    scheduler._SCHEDULE_TICK_INTERVAL = SCHEDULES_LOOKED_AT_EVERY
    # Whether an expression is well formed depends on it alone, and there are a few hundred.
    dynamodb._condition_syntax_error = lru_cache(4096)(dynamodb._condition_syntax_error)


if __name__ == "__main__":
    make_quick()
    ministack.app.app = with_backlog(ministack.app.app)
    ministack.app.main()
