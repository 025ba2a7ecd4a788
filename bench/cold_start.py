"""How much CPU a container spends before it can take its first request.

The real Lambda bootstrap (``awslambdaric``) runs the API's own zip against a Runtime API on the loopback. When it asks
for its first event, initialisation is over, and the kernel says how much CPU the process has used. Beside it runs a
bare handler that opens the same DynamoDB client from the same zip.
"""

import http.server
import os
import shutil
import socketserver
import subprocess
import sys
import threading
import zipfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from infra import build

STARTS = 7
PATIENCE = 60.0
BARE = """
from botocore.config import Config
from botocore.session import get_session

CLIENT = get_session().create_client(
    "dynamodb", config=Config(region_name="eu-west-1", connect_timeout=2, read_timeout=6)
)


def handle(event, context):
    return {}
"""


@dataclass(frozen=True, slots=True)
class ColdStart:
    """CPU of initialisation, the median of several starts."""

    api_init_cpu_ms: float
    bare_init_cpu_ms: float


def measure(home: Path) -> ColdStart:
    """Start both handlers several times, in turns."""
    print("Building the zip ...", flush=True)
    root = home / "zip"
    shutil.rmtree(root, ignore_errors=True)
    with zipfile.ZipFile(build.build()) as archive:
        archive.extractall(root)
    (root / "bare.py").write_text(BARE)
    print("Starting cold ...", flush=True)
    _init_cpu_ms(root, "bare.handle")
    turns = [(_init_cpu_ms(root, "app.app"), _init_cpu_ms(root, "bare.handle")) for _ in range(STARTS)]
    return ColdStart(median(api for api, _ in turns), median(bare for _, bare in turns))


def _init_cpu_ms(root: Path, handler: str) -> float:
    """Return the CPU that a container used until it asked for its first event."""
    asked = threading.Event()

    class RuntimeApi(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.set()
            over.wait(PATIENCE)

        def do_POST(self) -> None:
            failed.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            asked.set()
            self.send_response(202)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    over = threading.Event()
    failed: list[str] = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), RuntimeApi) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        process = subprocess.Popen(
            [sys.executable, "-m", "awslambdaric", handler],
            cwd=root,
            env=_environment(root, server.server_address[1]),
            stdout=subprocess.DEVNULL,
        )
        try:
            if not asked.wait(PATIENCE) or failed:
                raise SystemExit(f"{handler} did not start: {failed}")
            return _cpu_ms(process.pid)
        finally:
            process.kill()
            process.wait()
            over.set()
            server.shutdown()


def _environment(root: Path, port: int) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(root),
        "PYTHONDONTWRITEBYTECODE": "1",
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{port}",
        "AWS_EXECUTION_ENV": "AWS_Lambda_python3.11",
        "AWS_LAMBDA_FUNCTION_NAME": "bench",
        "AWS_LAMBDA_FUNCTION_VERSION": "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
        "AWS_LAMBDA_LOG_GROUP_NAME": "bench",
        "AWS_LAMBDA_LOG_STREAM_NAME": "bench",
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "bench",
        "AWS_SECRET_ACCESS_KEY": "bench",
        "LAMBDA_TASK_ROOT": str(root),
    }


def _cpu_ms(pid: int) -> float:
    """Return the CPU of all threads of a process, to the nanosecond that the scheduler counts."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6
