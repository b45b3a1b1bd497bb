"""Code keeps no promises for later."""
import re

PROMISE = re.compile(r"\b(TODO|FIXME|XXX|HACK|TBD)\b|(?i:(?<!Function )not (yet )?implemented|to be implemented|\bstub(s|bed)?\b)")
ENDINGS = (".cpp", ".hpp", ".h", ".c", ".lua", ".md", ".sh", ".cmake")


def problems(project):
    for path in project.files:
        if path.suffix not in ENDINGS and path.name not in ("CMakeLists.txt", "quickstart", "test"):
            continue
        for number, line in project.lines(path):
            found = PROMISE.search(line)
            if found:
                yield f"{path}:{number}: `{found.group(0)}`"
