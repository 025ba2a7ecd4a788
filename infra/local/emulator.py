"""Starts ministack, in its own environment, with one question added: how far are the streams behind?

Run as a script by the interpreter of `.venv-cloud`, so nothing of ours is imported here. A clean stop may lose no
change: stream records do not survive it, and ministack does not tell how many are unread. The answer is at
`/_tendero/backlog`. And ministack waits up to 50 ms after every invocation for log lines that may still come; here
it waits 3 ms, and shows what came.
"""

import json

import ministack.app
from ministack.core import lambda_runtime
from ministack.core.arn import parse_arn
from ministack.services import dynamodb, lambda_svc

LOG_WAIT_SECONDS = 0.003


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


def hear_functions(worker: type) -> None:
    """Whatever a function writes goes to the log at once, and nobody waits for more of it."""
    drain = worker._drain_stderr_bounded

    def heard(self):
        text = drain(self, first_line_wait=LOG_WAIT_SECONDS, idle_confirm=LOG_WAIT_SECONDS)
        if text:
            print(f"{self.func_name}: {text}", flush=True)
        return text

    worker._drain_stderr_bounded = heard


if __name__ == "__main__":
    hear_functions(lambda_runtime.Worker)
    ministack.app.app = with_backlog(ministack.app.app)
    ministack.app.main()
