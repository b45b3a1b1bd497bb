"""Servers that answer requests, started under a tracer or attached to."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from running import PATIENCE, Failed, field_of, output_of, running, threads_of, wait_for_end

NGINX = """
user root;
worker_processes 2;
daemon off;
pid {directory}/pid;
error_log {directory}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {directory}/body;
    proxy_temp_path {directory}/proxy;
    fastcgi_temp_path {directory}/fastcgi;
    uwsgi_temp_path {directory}/uwsgi;
    scgi_temp_path {directory}/scgi;
    server {{ listen 127.0.0.1:{port}; root {directory}/pages; }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_server(server, port):
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        if server.poll() is not None:
            raise Failed(f"the server ended with status {server.returncode}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise Failed("the server does not answer")


def family_of(pid):
    """A process and its children."""
    with contextlib.suppress(OSError):
        return [pid, *(int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    return []


def wait_until_traced(tracer, pids):
    give_up = time.monotonic() + PATIENCE
    untraced = [tid for pid in pids for tid in threads_of(pid)]
    while untraced:
        if tracer.poll() is not None:
            raise Failed(f"the tracer ended with status {tracer.returncode}")
        if time.monotonic() > give_up:
            raise Failed("the tracer does not attach")
        time.sleep(0.002)  # of the machine, the tracer needs more than we do
        untraced = [tid for tid in untraced if field_of(tid, "TracerPid") == 0]


class Server:
    """Microseconds per request. A kind of server says how it is started, asked and ended."""

    unit = "us"
    programs = ()

    def __init__(self, what, tracer, attached=False):
        self.what, self.tracer, self.attached = what, tracer, attached

    def measure(self, quick):
        for program in self.programs:
            if shutil.which(program) is None:
                raise Failed(f"{program} is not installed")
        with tempfile.TemporaryDirectory(prefix="troupe-bench-") as name, contextlib.ExitStack() as started:
            directory, port = pathlib.Path(name), free_port()
            command = self.command(directory, port)
            silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            server = started.enter_context(running(command if self.attached else [*self.tracer, *command], **silent))
            wait_for_server(server, port)
            if self.attached:
                pids = family_of(server.pid)
                to_each = [word for pid in pids for word in ("-p", pid)]
                tracer = started.enter_context(running([*self.tracer, *to_each], **silent))
                wait_until_traced(tracer, pids)
            rate = self.ask(port, quick)
            self.end(directory, port)
            wait_for_end(server, "the server")
        if rate == 0:
            raise Failed("no request was answered")
        return 1e6 / rate


class Nginx(Server):
    """Two workers, a page of 1 KiB, asked by wrk over 16 connections."""

    programs = ("nginx", "wrk")

    def command(self, directory, port):
        (directory / "pages").mkdir()
        (directory / "pages" / "index.html").write_text("x" * 1024)
        (directory / "conf").write_text(NGINX.format(directory=directory, port=port))
        return ["nginx", "-p", directory, "-e", directory / "error.log", "-c", directory / "conf"]

    def ask(self, port, quick):
        out = output_of(["wrk", "-t1", "-c16", "-d1s" if quick else "-d3s", f"http://127.0.0.1:{port}/"])
        found = re.search(r"Requests/sec:\s*([0-9.]+)", out)
        return float(found[1]) if found else 0

    def end(self, directory, port):
        os.kill(int((directory / "pid").read_text()), signal.SIGQUIT)


class Redis(Server):
    """SET of small values, asked by redis-benchmark over 16 connections."""

    programs = ("redis-server", "redis-benchmark", "redis-cli")

    def command(self, directory, port):
        return ["redis-server", "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", directory]

    def ask(self, port, quick):
        requests = 5_000 if quick else 40_000
        out = output_of(["redis-benchmark", "-p", port, "-c", 16, "-n", requests, "-t", "set", "--csv"])
        found = re.search(r'^"SET","([0-9.]+)"', out, re.MULTILINE)
        return float(found[1]) if found else 0

    def end(self, directory, port):
        output_of(["redis-cli", "-p", port, "shutdown", "nosave"])
