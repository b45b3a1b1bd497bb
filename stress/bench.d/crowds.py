"""Programs of many threads: what it costs to attach to them, to leave them, and to know of them."""

import signal
import subprocess
import time

from running import BUILD, Failed, field_of, running, wait_for_end
from servers import wait_until_traced


class Crowd:
    """Milliseconds to attach to busy threads (stress/workloads/busy.c), or to leave them. No call of theirs may fail."""

    unit = "ms"

    def __init__(self, what, tracer, threads, leave=False):
        self.what, self.tracer, self.threads, self.leave = what, tracer, threads, leave

    def measure(self, quick):
        with running([BUILD / "busy", self.threads], stdout=subprocess.PIPE, text=True) as crowd:
            crowd.stdout.readline()
            begin = time.monotonic()
            with running([*self.tracer, "-p", crowd.pid], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as tracer:
                wait_until_traced(tracer, [crowd.pid])
                attached = time.monotonic()
                tracer.send_signal(signal.SIGINT)
                wait_for_end(tracer, "the tracer")
                left = time.monotonic()
            crowd.send_signal(signal.SIGTERM)
            if wait_for_end(crowd, "the program") != 0:
                raise Failed("a call of the program failed")
        return (left - attached if self.leave else attached - begin) * 1e3


class Memory:
    """KiB of the tracer's memory (VmRSS) for each of many threads that sleep (stress/workloads/sleepers.c)."""

    unit = "KiB"

    def __init__(self, what, tracer, threads):
        self.what, self.tracer, self.threads = what, tracer, threads

    def used(self, threads):
        command = [*self.tracer, BUILD / "sleepers", threads]
        with running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as tracer:
            if tracer.stdout.readline() != "ready\n":
                raise Failed("the program did not start")
            used = field_of(tracer.pid, "VmRSS")
            tracer.stdin.close()
            wait_for_end(tracer, "the tracer")
        return used

    def measure(self, quick):
        threads = self.threads // (8 if quick else 1)
        return (self.used(threads) - self.used(1)) / (threads - 1)
