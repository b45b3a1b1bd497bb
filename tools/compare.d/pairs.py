"""Options alone and in pairs: the lines, what is said, and the exit status have to be those of strace."""
import itertools
import os
import shlex
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TRACEES = Path(os.environ.get("TROUPE", ROOT / "build" / "release" / "troupe")).absolute().parent / "tests" / "tracees"

COMMANDS = {
    "true": ["true"],
    "failing": ["test", "-e", "/nowhere"],
    "killed": ["sh", "-c", "kill -TERM $$"],
    "children": ["sh", "-c", "exec 2>/dev/null; true; (sleep 0.03; exit 3); (kill -USR1 $(sh -c 'echo $PPID'))"],
    "threads": [str(TRACEES / "threads_in_turn")],
}
SHORT_COMMANDS = ("true", "killed")
SEVERAL_TASKS = ("children", "threads")

RULES_ALONE = "rules of -e trace=none act on every call"
TABLES_OF_THREADS = "-c and -C go with -ff: a table of each thread"

# Pairs that differ for a reason.
DIFFERENT = {
    ("-ff", "-c"): TABLES_OF_THREADS,
    ("-ff", "-C"): TABLES_OF_THREADS,
    ("-c", "--output-separately"): TABLES_OF_THREADS,
    ("-C", "--output-separately"): TABLES_OF_THREADS,
    ("-f", "--output-separately"): "strace 6.1 takes --output-separately back where there is one -f",
    ("-e trace=none", "-e inject=close:error=EIO"): RULES_ALONE,
    ("-e trace=none", "-e fault=openat:when=3"): RULES_ALONE,
    ("-e inject=close:error=EIO", "-e 'trace=!all'"): RULES_ALONE,
    ("-e fault=openat:when=3", "-e 'trace=!all'"): RULES_ALONE,
}


def options(short):
    """Each option of pairs.txt, and how it is marked."""
    for line in (HERE / "pairs.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            words = shlex.split(line)
            mark = words.pop(0) if words[0] in ("short", "few") else ""
            if mark == "short" or not short:
                yield words, mark


def option_sets(short):
    alone = list(options(short))
    for words, _ in alone:
        yield words
    for (one, mark), (other, other_mark) in itertools.combinations(alone, 2):
        both_matter = "few" not in (mark, other_mark) or "short" in (mark, other_mark)
        if both_matter and (shlex.join(one), shlex.join(other)) not in DIFFERENT:
            yield [*one, *other]


def fits(name, options):
    """What goes through a pipe is compared as messages are, without joining what several tasks interrupt."""
    return name not in SEVERAL_TASKS or "-o" not in options


def commands(short, only):
    for name, command in COMMANDS.items():
        if (name in only) if only else (name in SHORT_COMMANDS or not short):
            yield name, command
