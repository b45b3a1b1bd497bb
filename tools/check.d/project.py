"""The files of the project, and the tables of this folder."""
import re
import subprocess
from functools import cached_property, lru_cache
from pathlib import Path

SOURCES = (".cpp", ".hpp", ".h", ".c", ".inc")


class Project:
    def __init__(self, root, everything=False):
        self.root = root
        self.everything = everything  # for tidy: not only what differs from HEAD

    @cached_property
    def files(self):
        """Every file that is, or would be, committed; as paths from the root."""
        listed = self.git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
        if listed is not None:
            names = sorted(set(filter(None, listed.split("\0"))))
        else:  # not a repository: an archive
            names = sorted(str(path.relative_to(self.root)) for path in self.root.rglob("*")
                           if path.relative_to(self.root).parts[0] not in ("build", ".git", ".cache"))
        return [Path(name) for name in names if (self.root / name).is_file() and not (self.root / name).is_symlink()]

    def sources(self, *endings):
        return [path for path in self.files if path.suffix in (endings or SOURCES)]

    def git(self, *arguments):
        command = ["git", "-c", f"safe.directory={self.root}", *arguments]
        try:
            return subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True).stdout
        except (OSError, subprocess.CalledProcessError):
            return None

    @lru_cache(maxsize=None)
    def text(self, path):
        return (self.root / path).read_text(errors="replace")

    def lines(self, path):
        """(number, line) of each line."""
        return enumerate(self.text(path).splitlines(), 1)

    def includes(self, path):
        """(number, `<name>` or `"name"`) of each include."""
        for number, line in self.lines(path):
            found = re.match(r'\s*#\s*include\s*([<"][^>"]+[>"])', line)
            if found:
                yield number, found.group(1)

    def table(self, name):
        """The rows of a table of this folder: fields are separated by ` | `, `#` begins a comment."""
        for line in (self.root / "tools" / "check.d" / name).read_text().splitlines():
            if line.strip() and not line.startswith("#"):
                yield [field.strip() for field in line.split(" | ")]
