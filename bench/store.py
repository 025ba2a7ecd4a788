"""DynamoDB Local: AWS's own emulator, which ships inside an npm package; here it keeps everything in memory."""

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
EMULATOR = Path("node_modules/amplify-dynamodb-simulator/emulator")
PATIENCE = 240.0


@contextlib.contextmanager
def running(home: Path, *, folder: Path | None = None) -> Iterator[str]:
    """Start an empty store, in memory or in a file in ``folder``, yield its address, and stop it."""
    emulator = _installed(home)
    port = _free_port()
    command = ["java", "-Xmx1g", f"-Djava.library.path={emulator / 'DynamoDBLocal_lib'}"]
    command += ["-jar", str(emulator / "DynamoDBLocal.jar"), "-port", str(port)]
    kept = ["-inMemory"] if folder is None else ["-dbPath", str(folder)]
    with (home / "store.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *kept, "-sharedDb", "-disableTelemetry"],
            cwd=emulator,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_it_listens(process, port, home / "store.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _installed(home: Path) -> Path:
    """Return where the emulator lies, installing what ``package-lock.json`` names if it is not there yet."""
    if shutil.which("java") is None:
        raise SystemExit("The bench needs Java 17 or later (Debian: apt-get install openjdk-17-jre-headless).")
    emulator = home / EMULATOR
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = home / "package-lock.json"
    if not emulator.exists() or not stamp.exists() or stamp.read_bytes() != lock:
        print("Installing DynamoDB Local ...", flush=True)
        home.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "package.json", home / "package.json")
        stamp.write_bytes(lock)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=home, check=True)
    return emulator


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    came = "listens to nobody" if process.poll() is None else f"ended with {process.returncode}"
    raise SystemExit(f"DynamoDB Local did not start, it {came}:\n{log.read_text(errors='replace')[-2000:]}")
