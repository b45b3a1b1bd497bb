"""Running what is measured: everything that is started is gone when a measure ends, and what fails says so."""

import contextlib
import os
import pathlib
import signal
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORKLOADS = ROOT / "stress" / "workloads"
BUILD = ROOT / "build" / "bench"
PATIENCE = 120  # seconds that one command may take


class Failed(Exception):
    """A command that did not do what it is there for; the row says so, the others go on."""


def build():
    """The workloads, and the Debian packages whose programs are measured."""
    install = subprocess.run(["bash", "-c", ". tools/steps.sh; install_packages bench"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if install.returncode != 0:
        print(install.stdout)
    BUILD.mkdir(parents=True, exist_ok=True)
    shared = max(header.stat().st_mtime for header in WORKLOADS.glob("*.h"))
    for source in sorted(WORKLOADS.glob("*.c")):
        target = BUILD / source.stem
        if not target.exists() or target.stat().st_mtime < max(shared, source.stat().st_mtime):
            subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-pthread", "-o", target, source], check=True)


@contextlib.contextmanager
def running(command, **how):
    """A command with all it starts; none of it outlives the block."""
    process = subprocess.Popen([str(word) for word in command], start_new_session=True, **how)
    try:
        yield process
    finally:
        if process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for_end(process, what):
    try:
        return process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{what} did not end") from error


def last_line(text):
    lines = text.strip().splitlines()
    return lines[-1][:160] if lines else "nothing was printed"


def output_of(command):
    try:
        with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            out, err = process.communicate(timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Failed(str(error)) from error
    if process.returncode != 0:
        raise Failed(f"exit status {process.returncode}: {last_line(err)}")
    return out


def threads_of(pid):
    with contextlib.suppress(OSError):
        return [int(name) for name in os.listdir(f"/proc/{pid}/task")]
    return []


def field_of(tid, name):
    """A number of /proc/TID/status; 0 where the thread is gone."""
    with contextlib.suppress(OSError):
        for line in pathlib.Path(f"/proc/{tid}/status").read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1])
    return 0
