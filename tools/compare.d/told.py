"""The programs that tell their calls (tests/tracees/told) with other options than they tell them for: a line that strace and troupe write
alike without the options has to be alike with them."""
import concurrent.futures
import os
import re
import subprocess
import tempfile
from pathlib import Path

from comparing import Comparison
from pairs import TRACEES
from traces import NORMAL

OPTION_SETS = [
    "-v", "-X raw", "-X raw -v", "-X verbose", "-X verbose -v -x", "-x", "-xx", "-s 0", "-s 1", "-s 3", "-xx -s 3 -v", "-y", "-yy", "-yy -v",
    "-Y", "-n", "-i", "-e raw=all", "-e verbose=none", "-e abbrev=none -s 5", "-e read=all -e write=all", "--decode-fds=socket,dev",
]
# What differs from run to run beside what traces.py knows: times, and what the kernel counts.
ALSO_NORMAL = [
    (re.compile(r"told-\w{6}"), "told-_"),
    (re.compile(r"(\\x74\\x6f\\x6c\\x64\\x2d)(?:\\x[0-9a-f]{2}){6}"), r"\1_"),
    (re.compile(r"\\x5b(?:\\x3\d)+\\x5d"), "[N]"),
    (re.compile(r"(?<![\w.])(\d{3,20})(?![\w.])"), "N"),
    (re.compile(r"\.\d{9}"), "._"),
    (re.compile(r"(getrusage\(\w+, )\{.*\}"), r"\1{_}"),
    (re.compile(r"\bru_[us]time=\{[^}]*\}, "), ""),
    (re.compile(r"^(wait4|waitpid|waitid|tgkill)\((?:0x1, )?0x.*"), r"\1(raw)"),
    (re.compile(r"\b(ru_\w+|procs|freeram|loads|d_ino|handle_bytes)=[^,}]*"), r"\1=_"),
    (re.compile(r'f_handle="[^"]*"'), "f_handle=_"),
    (re.compile(r"\b0x[0-9a-f]{4,5}\b(?=[,)])"), "#"),
    (re.compile(r"^(\[ *\d+\] )?\[[0-9a-f]{8,16}\] "), r"\1[#] "),
    (re.compile(r"getcpu\(\[\d+\]"), "getcpu([_]"),
]
KNOWN = Comparison()
BEGIN, END = "begin to tell", "end of telling"


def in_hex(text):
    """As -xx shows it."""
    return "".join(f"\\x{ord(character):02x}" for character in text)


def place_of(mark, lines, otherwise):
    """The number of the first line with MARK, whichever way it is written."""
    return next((i for i, line in enumerate(lines) if mark in line or in_hex(mark) in line), otherwise)


def numbers_of_lines(theirs, ours):
    """What is shown where there are more of one than of the other."""
    return [tuple(f"{len(lines) if lines is not None else 'no'} lines" for lines in (theirs, ours))]


def told_lines(tracer, program, options):
    """The lines between the marks, or None."""
    own = subprocess.run([program, "options"], capture_output=True, text=True, check=True).stdout.split()
    with tempfile.TemporaryDirectory(prefix="compare-strace-") as directory:
        where = Path(directory) / "trace"
        command = ["setarch", "-R", tracer, "-q", "-a", "0", "-o", where, *own, *options, program, "names", "brief"]
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, cwd=directory, timeout=120)
        text = where.read_text(errors="replace") if where.exists() else ""
        text = text.replace(directory, "/here").replace(in_hex(directory), "/here")
    lines = text.splitlines()
    chdirs = [i for i, line in enumerate(lines) if re.search(r"\bchdir\(", line)]
    begin = place_of(BEGIN, lines, chdirs[0] if chdirs else None)
    end = place_of(END, lines, chdirs[-1] if chdirs else None)
    if begin is None or end is None or end <= begin:
        return None
    lines = lines[begin + 1:end]
    for pattern, put in (*NORMAL, *ALSO_NORMAL):
        lines = [pattern.sub(put, line) for line in lines]
    return [KNOWN.without_known(line) for line in lines]


def is_unknown(line):
    """A later number, which strace 6.1 has no name for."""
    return re.match(r"(?:\[.*\] )?syscall_0x", line) is not None


def differences(programs, program, options, plain):
    """Pairs of lines, of strace's and ours, that differ though those without the options, `plain`, are the same."""
    theirs, ours = (told_lines(tracer, program, options) for tracer in programs)
    if theirs is None and ours is None:  # the program's own options say the opposite
        return []
    if theirs is None or ours is None or len(theirs) != len(ours):
        return numbers_of_lines(theirs, ours)
    if len(theirs) != len(plain[0]):  # each call has more lines than its own
        known = set(zip(*plain))
        return [pair for pair in zip(theirs, ours) if pair[0] != pair[1] and pair not in known and not is_unknown(pair[0])]
    rows = zip(theirs, ours, *plain)
    return [(one, other) for one, other, first, second in rows if one != other and first == second and not is_unknown(one)]


def compare_program(programs, program, option_sets):
    """For each set of options that differs, and the pairs."""
    plain = [told_lines(tracer, program, []) for tracer in programs]
    if None in plain or len(plain[0]) != len(plain[1]):
        return [([], numbers_of_lines(*plain))]
    found = [(options, differences(programs, program, options, plain)) for options in option_sets]
    return [(options, pairs) for options, pairs in found if pairs]


def compare_told(programs, only, option_sets):
    """How many programs and sets of options were compared, and what differed, as it is found."""
    names = sorted(path for path in TRACEES.glob("told_*") if path.is_file() and (not only or path.name in only))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, found in zip(names, pool.map(lambda name: compare_program(programs, str(name), option_sets), names)):
            yield name.name, found
