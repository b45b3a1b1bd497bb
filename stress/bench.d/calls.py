"""Threads that make system calls in a loop."""

from running import BUILD, Failed, last_line, output_of


def number_in(out):
    try:
        return float(out)
    except ValueError as error:
        raise Failed(f"not a number: {last_line(out)}") from error


class Calls:
    """Nanoseconds per getppid of stress/workloads/calls.c under some tracer."""

    unit = "ns"

    def __init__(self, what, tracer, threads=1, calls=100_000, work=0):
        """`calls` by all threads together, with `work` microseconds of computing before each; work="files": a file each."""
        self.what, self.tracer, self.threads, self.calls, self.work = what, tracer, threads, calls, work

    def measure(self, quick):
        calls = max(self.calls // self.threads // (4 if quick else 1), 1)
        return number_in(output_of([*self.tracer, BUILD / "calls", self.threads, calls, self.work]))


class LeastShare:
    """Of busy threads, the calls of the least served in percent of the mean: stress/workloads/shares.c."""

    unit = "%"

    def __init__(self, what, tracer, threads):
        self.what, self.tracer, self.threads = what, tracer, threads

    def measure(self, quick):
        return number_in(output_of([*self.tracer, BUILD / "shares", self.threads, 1 if quick else 4]))
