"""Traces as text that does not differ from run to run: whole lines by process, without addresses, process ids and times."""
import re

# What differs from run to run, in this order.
NORMAL = [
    (re.compile(r"0x[0-9a-f]{6,}(?=[,)\]}> ]|$)"), "ADDRESS"),
    (re.compile(r"\b(st_(?:ino|dev|atime|mtime|ctime)(?:_nsec)?=)(?:makedev\([^)]*\)|[^,}]*)"), r"\1_"),
    (re.compile(r"/\* \d{4}-\d\d-\d\dT[^*]*\*/ ?"), ""),
    (re.compile(r"\btv_(n?sec)=-?\d+"), r"tv_\1=_"),
    (re.compile(r"/\* \d+ vars \*/"), "/* vars */"),
    (re.compile(r'(getrandom\()"[^"]*"'), r'\1"_"'),
    (re.compile(r"\bsi_(utime|stime)=\d+(?: /\* [^*]* \*/)?"), r"si_\1=_"),
    (re.compile(r"(sysinfo\(\{).*\}"), r"\1_}"),
    (re.compile(r"\b(f_(?:bfree|bavail|ffree)=)\d+"), r"\1_"),
    (re.compile(r'("/proc", \{.*\bst_nlink=)\d+'), r"\1_"),
    (re.compile(r"\) +(= )"), r") \1"),
    # Where a process is when a signal comes to it, and what that interrupts.
    (re.compile(r"^(?:\[ *\d+\] |\[[0-9a-f]{8,16}\] )+(?=--- SIG(?:CHLD|ALRM|INT|TERM|USR[12]) )"), "[_] "),
    (re.compile(r"(\brt_sigreturn\(.*\) = )-?(?:\d+|ADDRESS)(?: E\w+ \(.*\))?$"), r"\1_"),
    (re.compile(r"\b(nlmsg_pid=)-?\d+|\b(nlmsg_seq=)\d{10}"), r"\1\2_"),
]
# The columns of -t, -r and -T.
TIMES = [
    (re.compile(r"^(\d\d:\d\d:\d\d|\d{10})(\.\d+)?(?= )"), "TIME"),
    (re.compile(r"^ +\d+\.\d+ "), "+TIME "),
    (re.compile(r" <\d+\.\d+>$"), " <TIME>"),
]
# The table of -c, whose columns are as wide as this line says: times differ from run to run, and so does the order of the rows.
RULER = re.compile(r"-{6,}(?: -{6,})*")
COUNTS = ("calls", "errors", "syscall")
LINE = re.compile(r"(?:\[pid +(\d+)(<[^>]*>)?\] |(\d+)(<[^>]*>)? +)?(.*)")
RESUMED = re.compile(r"<\.\.\. \w+ resumed>")
PIDS = re.compile(r"((?:getp?pid|gettid|getpgrp|getsid|set_tid_address|v?fork|clone3?|wait4)\(.*\) += |si_pid=)(\d+)")
PIDS_OF_ARGUMENTS = re.compile(r"(parent_tid=\[)(\d+)")  # in a line whose result is one as well


def processes(text):
    """The whole lines of each process, in the order of appearance: calls that others interrupted are joined."""
    lines, begun, left_open = {}, {}, None
    for line in text.splitlines():
        in_brackets, comm_in_brackets, bare, comm, rest = LINE.fullmatch(line).groups()
        pid = in_brackets or bare or ""
        if left_open and not pid:  # strace -f -z: the rest of a call whose beginning is the line above
            lines[left_open].append(begun.pop(left_open) + " " + rest)
            left_open = None
            continue
        left_open = None
        for pattern, put in TIMES:
            rest = pattern.sub(put, rest)
        of_process = lines.setdefault(pid, [])
        name = comm_in_brackets or comm
        rest = f"{name} {rest}" if name else rest
        if rest.endswith(" <unfinished ...>"):
            begun[pid] = rest.removesuffix(" <unfinished ...>").rstrip()
            left_open = pid
            continue
        resumed = RESUMED.search(rest)
        if resumed:
            first, rest = begun.pop(pid, ""), rest[resumed.end():].lstrip()
            rest = first + (" " if first.endswith(",") or rest.startswith("=") else "") + rest
        of_process.append(rest)
    for pid, rest in begun.items():
        lines[pid].append(rest + " <unfinished ...>")
    return lines


def table(text):
    """The trace without the table of calls, and its rows: calls, errors, name."""
    lines, rows, spans = [], [], []
    for line in text.splitlines():
        if RULER.fullmatch(line) and not spans and lines:
            header = lines.pop()
            ends = [run.end() for run in re.finditer("-+", line)]
            spans = [span for span in zip([0, *ends], [*ends[:-1], None]) if header[slice(*span)].strip() in COUNTS]
            rows.append(" ".join(header.split()))
        elif spans:
            rows.append(" ".join(" ".join(line[slice(*span)] for span in spans).split()))
        else:
            lines.append(line)
    return "\n".join(lines), sorted(rows)


def normalised(text):
    text, rows = table(text)
    lines, names, out = processes(text), {}, []
    for pid in lines:
        names.setdefault(pid, f"P{len(names) + 1}")
    for pid, of_process in lines.items():
        for line in of_process:
            for pattern, put in NORMAL:
                line = pattern.sub(put, line)
            for pattern in PIDS, PIDS_OF_ARGUMENTS:
                line = pattern.sub(lambda found: found[1] + names.get(found[2], "PID" if len(found[2]) > 2 else found[2]), line)
            out.append(f"{names[pid]} {line}" if len(lines) > 1 else line)
    return out + rows


# What is left of a line where even calls of the same kind differ from run to run: names, flags, punctuation and how it ended.
SHAPE = [
    (re.compile(r"^P\d+ "), ""),
    (re.compile(r"\[[0-9a-f]{8,16}\] "), "[#] "),
    (re.compile(r'"(?:[^"\\]|\\.)*"(?:\.\.\.)?'), '"_"'),
    (re.compile(r"<[^<>]*(?:/|:\[)[^<>]*>"), "<_>"),
    (re.compile(r"\b0x[0-9a-f]+\b|\bADDRESS\b|\bNULL\b"), "#"),
    (re.compile(r"(?<![A-Za-z_])-?\d+(?:\.\d+)?\b"), "#"),
    (re.compile(r"\bP(?:ID|\d+)\b"), "#"),
    (re.compile(r"#(?:<_>)?(?:, #(?:<_>)?)+"), "#"),
    (re.compile(r"(\{[^{}]*\})(?:, \{[^{}]*\})+"), r"\1"),
    (re.compile(r" +"), " "),
]


def shape(line):
    for pattern, put in SHAPE:
        line = pattern.sub(put, line)
    return line.strip()
