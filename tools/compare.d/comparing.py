"""What differs between a run under strace and one under troupe, and which of it has a known reason."""
import difflib
import re
import subprocess
import tempfile
from pathlib import Path

from traces import normalised, shape

HERE = Path(__file__).resolve().parent


class Run:
    """One run of a command under a tracer: the lines of its trace, what was said, and the exit status."""

    def __init__(self, program, arguments, directory=None, patience=120, fixed=()):
        with tempfile.TemporaryDirectory(prefix="compare-strace-") as scratch:
            command = [*fixed, program, "-o", f"{scratch}/trace", *arguments]
            try:
                done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, cwd=directory, timeout=patience)
                self.status, said = done.returncode, done.stderr
            except subprocess.TimeoutExpired as error:
                self.status, said = f"none within {patience} s", error.stderr or b""
            files = sorted(Path(scratch).glob("trace*"), key=lambda path: path.stat().st_mtime_ns)
            self.text = "".join(path.read_text(errors="replace") for path in files)
            self.said = said.decode(errors="replace").replace(scratch, "SCRATCH").replace(str(program), "TRACER")
            self.lines = normalised(self.text)


def known_differences():
    """Pattern, what stands for it on both sides, and why: lines of differences.txt."""
    rows = []
    for line in (HERE / "differences.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            pattern, put, reason = (part.strip() for part in line.split(" | "))
            rows.append((re.compile(pattern), put.replace("nothing", ""), reason))
    return rows


def in_any_order(lines):
    """Lines of several processes, whichever of them came first."""
    return sorted(re.sub(r"\bP\d+\b", "P", line) for line in lines)


def shapes_of(runs):
    """The shapes of lines that are in each run, and in any."""
    each = [{shape(line) for line in lines} for lines in runs]
    return set.intersection(*each), set.union(*each)


class Comparison:
    """Compares lines: exactly where two runs under strace are equal, else by their shapes. Known differences are counted by reason."""

    def __init__(self):
        self.known = known_differences()
        self.reasons = {}

    def without_known(self, line):
        for pattern, put, reason in self.known:
            line, found = pattern.subn(put, line)
            if found:
                self.reasons[reason] = self.reasons.get(reason, 0) + 1
        return line

    def plain(self, lines):
        return [line for line in map(self.without_known, lines) if line]

    def unexplained(self, theirs, ours):
        """Lines, with - or + before them, of runs under strace (two or more) and troupe (one or more)."""
        expected, found = [self.plain(run.lines) for run in theirs], [self.plain(run.lines) for run in ours]
        if any(in_any_order(one) == in_any_order(other) for one in expected for other in found):
            return []
        if all(lines == expected[0] for lines in expected):
            return self.difference(expected[0], found[-1])
        here = {shape(line): line for lines in (*expected, *found) for line in lines}
        always, known = shapes_of(expected)
        often, seen = shapes_of(found)
        return sorted([f"-{here[one]}" for one in always - seen] + [f"+{here[one]}" for one in often - known], key=lambda line: line[1:])

    def unexplained_of_runs(self, programs, theirs, ours):
        """The same with exit status and messages."""
        left = self.unexplained(theirs, ours)
        if ours[-1].status not in {run.status for run in theirs}:
            left.append(f"exit status: {programs[0]} {theirs[-1].status}, {programs[1]} {ours[-1].status}")
        messages = [set(map(self.without_known, said(run))) - {""} for run in (theirs[-1], ours[-1])]
        for sign, only in ("-", messages[0] - messages[1]), ("+", messages[1] - messages[0]):
            left += [f"{sign} says: {line}" for line in sorted(only)]
        return left

    @staticmethod
    def difference(expected, found):
        names_of_files = 2
        lines = list(difflib.unified_diff(expected, found, lineterm="", n=0))[names_of_files:]
        return [line for line in lines if not line.startswith("@@")]


def said(run):
    """What the tracer and the command said, without numbers, in any order."""
    lines = (re.sub(r"(getrandom\()\"[^\"]*\"", r"\1_", line) for line in run.said.splitlines())
    return {re.sub(r" +", " ", re.sub(r"0x[0-9a-f]+|\d+", "#", line)).strip() for line in lines}


def compare(comparison, programs, arguments, directory, attempts=6):
    """Runs the command in turn under both until nothing is unexplained, ATTEMPTS times at most. Lines that are unexplained."""
    fixed = ("setarch", "-R")
    theirs, ours = [Run(programs[0], arguments, directory, fixed=fixed)], [Run(programs[1], arguments, directory, fixed=fixed)]
    left = comparison.unexplained_of_runs(programs, theirs, ours)
    for attempt in range(attempts):
        if not left:
            break
        if attempt > 0:
            ours.append(Run(programs[1], arguments, directory, fixed=fixed))
        theirs.append(Run(programs[0], arguments, directory, fixed=fixed))
        left = comparison.unexplained_of_runs(programs, theirs, ours)
    return left, len(theirs[0].lines)
