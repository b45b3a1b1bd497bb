"""Every header and every file of rows is included somewhere, and every file of tests stands where its sources do."""
import re
from pathlib import Path

TESTS_OF_THEIR_OWN = ("support", "tracees", "behaviour", "lines", "golden", "planted", "fuzz", "docs", "seed")


def problems(project):
    included = set()
    for path in project.sources():
        for _, include in project.includes(path):
            included.add(Path(include[1:-1]).name)
    # Headers that are embedded in the executable are named by CMake.
    build_files = "".join(project.text(path) for path in project.files if path.name == "CMakeLists.txt" or path.suffix == ".cmake")
    folders = {str(path.parent) for path in project.sources(".cpp", ".c", ".hpp")}
    for path in project.sources(".hpp", ".h", ".inc"):
        if path.name not in included and not re.search(rf"\b{re.escape(path.name)}\b", build_files):
            yield f"{path}: it is not included anywhere"
    for path in project.sources(".cpp"):
        if path.parts[0] == "tests" and path.name.endswith("_test.cpp") and path.parts[1] not in TESTS_OF_THEIR_OWN:
            if str(path.parent.relative_to("tests")) not in folders:
                yield f"{path}: there is no {path.parent.relative_to('tests')}"
