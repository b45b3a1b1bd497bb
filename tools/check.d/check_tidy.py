"""clang-tidy finds nothing (.clang-tidy). Slow: only with --tidy, on what differs from HEAD, or --tidy-all."""
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor


def problems(project):
    database = project.root / "build" / "release" / "compile_commands.json"
    if not database.exists():
        yield "build/release is not configured: cmake --preset release"
        return
    files = {os.path.relpath(row["file"], project.root) for row in json.loads(database.read_text())}
    wanted = sorted(str(path) for path in project.sources(".cpp") if str(path) in files)
    if not project.everything:
        changed = (project.git("diff", "--name-only", "HEAD") or "") + (project.git("ls-files", "--others", "--exclude-standard") or "")
        wanted = [path for path in wanted if path in changed.split()]

    def run(path):
        command = ["clang-tidy", "--quiet", "-p", str(database.parent), "--extra-arg=-Wno-unknown-warning-option", path]
        return subprocess.run(command, capture_output=True, text=True).stdout

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = set()
        for output in pool.map(run, wanted):
            found |= {line.replace(f"{project.root}/", "") for line in output.splitlines() if " warning: " in line or " error: " in line}
        yield from sorted(found)
