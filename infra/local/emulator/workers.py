"""Functions' processes as a small machine can bear them: few of each, their code unpacked once for all.

ministack starts a process for each call that comes while another is under way, and unpacks the whole code for each.
With two cores a burst of events then costs minutes of unpacking and importing, and is over no sooner. And it waits up
to 50 ms after each call for log lines that may still come; here it waits 3 ms, and shows what came.
"""

import hashlib
import shutil
import threading
import types
import zipfile
from collections import defaultdict
from pathlib import Path

AT_ONCE = 2
"""Calls of one function side by side, so that what must hold then is still put to the proof."""
KEPT = 2
"""Versions of the code that stay unpacked: the one that runs, and the one whose last calls are still running."""
LOG_WAIT_SECONDS = 0.003


def keep_few(lambda_svc):
    """This function will let calls of a function wait for those under way; of the API's, the edge lets four in."""
    rooms = defaultdict(lambda: threading.Semaphore(AT_ONCE))
    execute, concurrency = lambda_svc._execute_function_warm, lambda_svc._sqs_esm_concurrency

    def in_turn(function, event, request_id):
        name = function.get("config", function).get("FunctionName", "")
        if name.endswith("-api"):
            return execute(function, event, request_id)
        with rooms[name]:
            return execute(function, event, request_id)

    lambda_svc._execute_function_warm = in_turn
    lambda_svc._sqs_esm_concurrency = lambda *given: min(AT_ONCE, concurrency(*given))


def share_code(lambda_runtime, folder):
    """This function will unpack each version of the code once, into ``folder``, and lead every process there."""
    kept = Path(folder) / "code"
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    unpacking = threading.Lock()

    class Code(zipfile.ZipFile):
        def extractall(self, path=None, members=None, pwd=None):
            with open(self.filename, "rb") as file:
                shared = kept / hashlib.file_digest(file, "sha256").hexdigest()
            with unpacking:
                if not shared.exists():
                    super().extractall(shared.with_suffix(".draft"), members, pwd)
                    shared.with_suffix(".draft").rename(shared)
                    for old in sorted(kept.iterdir(), key=lambda each: each.stat().st_ctime)[:-KEPT]:
                        shutil.rmtree(old)
            Path(path).rmdir()
            Path(path).symlink_to(shared)

    lambda_runtime.zipfile = types.SimpleNamespace(**{**vars(zipfile), "ZipFile": Code})


def hear(worker):
    """This function will put whatever a function writes into the log at once, and let nobody wait for more of it."""
    drain = worker._drain_stderr_bounded

    def heard(self):
        text = drain(self, first_line_wait=LOG_WAIT_SECONDS, idle_confirm=LOG_WAIT_SECONDS)
        if text:
            print(f"{self.func_name}: {text}", flush=True)
        return text

    worker._drain_stderr_bounded = heard
