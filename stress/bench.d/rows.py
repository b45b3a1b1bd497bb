"""What is compared with what, and what B/A ought to be."""

from builds import Make
from calls import Calls, LeastShare
from crowds import Crowd, Memory
from running import BUILD, ROOT, WORKLOADS
from servers import Nginx, Redis

ONE_CPU = ["taskset", "-c", "0"]


POLICIES = ("stay", "spread")


class Tracers:
    """The commands that trace, each to be followed by what is traced."""

    def __init__(self, troupe, scratch):
        quiet = [troupe, "-f", "-e", "none", "-o", "/dev/null"]
        self.hooked = [*quiet, "-l", WORKLOADS / "hook_getppid.lua"]
        self.unhooked = [*quiet, "-l", WORKLOADS / "hook_other.lua"]
        self.nothing = [*quiet, "-l", WORKLOADS / "hook_nothing.lua"]
        self.failing = [*quiet, "-e", "inject=getppid:error=EPERM"]
        self.spawns = [*quiet, "-l", ROOT / "tests" / "seed" / "01-count-spawned.lua"]
        self.writev = [*quiet, "-l", WORKLOADS / "hook_writev.lua"]
        self.observed = [*quiet, "-l", WORKLOADS / "observe_getppid.lua"]
        self.placed = {policy: [*self.hooked[:1], f"--placement={policy}", *self.hooked[1:]] for policy in POLICIES}
        self.full_placed = {policy: [troupe, f"--placement={policy}", "-f", "-o", scratch / "troupe.trace"] for policy in POLICIES}
        self.full = [troupe, "-f", "-o", scratch / "troupe.trace"]
        self.jsonl = [troupe, "-f", "--output-format=jsonl", "-o", scratch / "troupe.trace"]
        self.strace = ["strace", "-f", "--seccomp-bpf", "-e", "trace=getppid", "-o", "/dev/null"]
        self.stacks = [troupe, "-f", "-k", "-e", "trace=getppid", "-o", scratch / "troupe.trace"]
        self.strace_stacks = ["strace", "-f", "-k", "-e", "trace=getppid", "-o", scratch / "strace.trace"]
        self.strace_full = ["strace", "-f", "-o", scratch / "strace.trace"]
        everything = ["-f", "-v", "-yy", "-tt", "-T", "-o"]
        self.whole = [troupe, *everything, scratch / "troupe.trace"]
        self.strace_whole = ["strace", *everything, scratch / "strace.trace"]
        self.counted = [troupe, "-f", "-c", "-o", "/dev/null"]
        self.strace_writev = ["strace", "-f", "--seccomp-bpf", "-e", "trace=writev", "-o", "/dev/null"]


def call_rows(tracers):
    native = Calls("untraced", [], calls=8_000_000)
    floor = Calls("floor", [BUILD / "floor"], calls=200_000)
    yield "floor", native, floor, ""
    yield "hook", floor, Calls("entry hook, one CPU", [*ONE_CPU, *tracers.hooked], calls=200_000), "<= 1.4"
    for threads, target in (1, "<= 1.35"), (2, "<= 1.1"), (8, "<= 1.1"), (64, "<= 1.1"), (512, "<= 1.1"):
        yield f"hook-{threads}", floor, Calls(f"entry hook, {threads} threads", tracers.hooked, threads, 300_000), target
    hooked = Calls("entry hook, 8 threads", tracers.hooked, 8, 300_000)
    yield "observe-8", hooked, Calls("observed, 8 threads", tracers.observed, 8, 300_000), "<= 1"
    for threads in 1, 2, 8, 64:
        ours = Calls(f"entry hook, {threads} threads", tracers.hooked, threads, 200_000)
        yield f"strace-{threads}", ours, Calls("strace", tracers.strace, threads, 30_000), ">= 4"
        yield f"strace-cpu-{threads}", ours, Calls("strace, one CPU", [*ONE_CPU, *tracers.strace], threads, 100_000), ">= 1.7"
    for threads, free, one in (1, ">= 4", ">= 0.9"), (8, ">= 2.5", ">= 1.15"):
        ours = Calls(f"full trace, {threads} threads", tracers.full, threads, 100_000)
        yield f"full-{threads}", ours, Calls("strace", tracers.strace_full, threads, 20_000), free
        yield f"full-cpu-{threads}", ours, Calls("strace, one CPU", [*ONE_CPU, *tracers.strace_full], threads, 50_000), one
    for threads in 1, 8:
        stacks = Calls(f"stacks of calls, {threads} threads", tracers.stacks, threads, 40_000)
        yield f"stacks-{threads}", stacks, Calls("strace", tracers.strace_stacks, threads, 8_000), ">= 3"
    for threads, free, one in (1, ">= 1.3", ">= 0.9"), (8, ">= 2", ">= 1.2"):
        whole = Calls(f"files with -v -yy -tt -T, {threads} threads", tracers.whole, threads, 40_000, "files")
        yield f"files-{threads}", whole, Calls("strace", tracers.strace_whole, threads, 8_000, "files"), free
        yield f"files-cpu-{threads}", whole, Calls("strace, one CPU", [*ONE_CPU, *tracers.strace_whole], threads, 20_000, "files"), one
    stopped = Calls("bare loops, every call, 64 threads", [BUILD / "floors", 64, "full"], 64, 200_000)
    yield "counted-64", stopped, Calls("-c", tracers.counted, 64, 200_000), "(<= 1.1)"
    many = Calls("full trace, 512 threads", tracers.full, 512, 200_000)
    yield "full-512", Calls("full trace, 8 threads", tracers.full, 8, 200_000), many, "<= 1.2"
    for work, target in (15, "<= 1.43"), (150, "<= 1.08"):
        for threads in 2, 8:
            calls = 600_000 // work
            yield (f"work-{work}-{threads}", Calls(f"{work} us of work, {threads} threads", [], threads, calls, work),
                   Calls("with an entry hook", tracers.hooked, threads, calls, work), target)
    yield "share-128", LeastShare("strace", tracers.strace, 128), LeastShare("entry hook, 128 threads", tracers.hooked, 128), ""


def floor_rows(tracers):
    """What the cheapest tracers reach where rows above have targets: tracers that print nothing and ask no hook."""
    floors = [BUILD / "floors", 8]
    hooked = Calls("bare loops, 8 threads", [*floors, "calls"], 8, 300_000)
    yield "floors-hook-8", hooked, Calls("entry hook", tracers.hooked, 8, 300_000), ""
    yield "floors-strace-8", hooked, Calls("strace", tracers.strace, 8, 30_000), "(>= 4)"
    full = Calls("bare loops, every call, 8 threads", [*floors, "full"], 8, 100_000)
    yield "floors-full-8", full, Calls("full trace", tracers.full, 8, 100_000), ""
    yield "floors-full-strace-8", full, Calls("strace", tracers.strace_full, 8, 20_000), "(>= 2.5)"
    for work, target in (15, "(<= 1.43)"), (150, "(<= 1.08)"):
        calls = 600_000 // work
        yield (f"floors-work-{work}", Calls(f"{work} us of work, 8 threads", [], 8, calls, work),
               Calls("bare loops", [*floors, "calls"], 8, calls, work), target)
    make = Make("make -j4, 60 files", [])
    yield "floors-make", make, Make("a bare loop for each compiler", [], f"{BUILD / 'floors'} 0 full gcc"), "(<= 2.2)"


def unwanted_rows(tracers):
    native = Calls("untraced", [], calls=8_000_000)
    yield "filter", native, Calls("a filter and no tracer", [BUILD / "filtered"], calls=8_000_000), ""
    yield "nothing", native, Calls("nothing hooked", tracers.nothing, calls=8_000_000), "<= 1.05"
    yield "unhooked", native, Calls("another call hooked", tracers.unhooked, calls=8_000_000), "<= 1.05"
    yield "rule", native, Calls("getppid fails by a rule", tracers.failing, calls=8_000_000), "<= 1.2"


def server_rows(tracers):
    nginx = Nginx("nginx untraced", [])
    yield "nginx", nginx, Nginx("another call hooked", tracers.unhooked), "<= 1.05"
    yield "nginx-hook", nginx, Nginx("writev hooked", tracers.writev), "<= 1.82"
    yield "nginx-hook-strace", nginx, Nginx("strace --seccomp-bpf of it", tracers.strace_writev), ""
    yield "nginx-full", Nginx("nginx, full trace", tracers.full), Nginx("strace", tracers.strace_full), ">= 2.5"
    yield "nginx-p", nginx, Nginx("attached, nothing asked", tracers.nothing, attached=True), "<= 1.05"
    hooked = Nginx("attached, writev hooked", tracers.writev, attached=True)
    strace_writev = ["strace", "-f", "-e", "trace=writev", "-o", "/dev/null"]
    yield "nginx-p-hook", hooked, Nginx("strace of the same", strace_writev, attached=True), ">= 2.5"
    full = Nginx("attached, full trace", tracers.full, attached=True)
    yield "nginx-p-full", full, Nginx("strace", tracers.strace_full, attached=True), ">= 2.5"
    redis = Redis("redis untraced", [])
    yield "redis", redis, Redis("another call hooked", tracers.unhooked), "<= 1.05"
    yield "redis-full", Redis("redis, full trace", tracers.full), Redis("strace", tracers.strace_full), ">= 2.5"


def program_rows(tracers):
    make = Make("make -j4, 60 files", [])
    yield "make", make, Make("seed script 01", tracers.spawns), "<= 1.15"
    yield "make-full", make, Make("full trace", tracers.full), "<= 2.2"
    yield "make-strace", make, Make("strace, full trace", tracers.strace_full), ""
    yield "attach-512", Crowd("strace attaches", tracers.strace, 512), Crowd("to 512 busy threads", tracers.hooked, 512), "< 500 ms"
    yield "leave-512", Crowd("strace leaves", tracers.strace, 512, leave=True), Crowd("512 busy threads", tracers.hooked, 512, leave=True), "< 500 ms"
    yield "memory", Memory("strace, per thread", tracers.strace, 4000), Memory("of 4000 threads", tracers.hooked, 4000), "<= 96 KiB"


def placement_rows(tracers):
    """--placement=auto, the default, against the others."""
    for policy in POLICIES:
        yield (f"place-{policy}", Calls(f"--placement={policy}, 8 threads", tracers.placed[policy], 8, 200_000),
               Calls("auto", tracers.hooked, 8, 200_000), "<= 1.05")
        yield (f"place-work-{policy}", Calls(f"{policy}, 15 us of work", tracers.placed[policy], 8, 40_000, 15),
               Calls("auto", tracers.hooked, 8, 40_000, 15), "<= 1.05")
        yield f"place-make-{policy}", Make(f"{policy}, make, full trace", tracers.full_placed[policy]), Make("auto", tracers.full), "<= 1.05"


def against_rows(tracers, before):
    """The same with another build of troupe, `before`: what a change costs."""
    for threads in 1, 8, 64:
        for name, calls in ("full", 200_000), ("hooked", 300_000):
            yield (f"against-{name}-{threads}", Calls(f"{name}, {threads} threads, before", getattr(before, name), threads, calls),
                   Calls("now", getattr(tracers, name), threads, calls), "<= 1.03")
    yield "against-make", Make("make, full trace, before", before.full), Make("now", tracers.full), "<= 1.03"
    yield "against-nginx", Nginx("nginx, full trace, before", before.full), Nginx("now", tracers.full), "<= 1.03"


def record_rows(tracers):
    """Complete records as JSON lines, against the text of the same run."""
    for threads in 1, 8:
        yield (f"jsonl-{threads}", Calls(f"text, {threads} threads", tracers.full, threads, 200_000),
               Calls("jsonl", tracers.jsonl, threads, 200_000), "<= 1.3")
    yield "jsonl-make", Make("make, text", tracers.full), Make("jsonl", tracers.jsonl), "<= 1.3"
    yield "jsonl-nginx", Nginx("nginx, text", tracers.full), Nginx("jsonl", tracers.jsonl), "<= 1.3"


def rows(troupe, scratch, against=None):
    """name, A, B, what B/A (or B itself, where it has a unit) ought to be. `against`: another build, for rows that compare the two."""
    tracers = Tracers(troupe, scratch)
    if against is not None:
        return list(against_rows(tracers, Tracers(against, scratch)))
    return [*call_rows(tracers), *record_rows(tracers), *floor_rows(tracers), *unwanted_rows(tracers), *server_rows(tracers), *program_rows(tracers), *placement_rows(tracers)]
