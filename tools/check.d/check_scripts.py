"""Scripts can be read by their interpreter, can be executed, and end at the first error."""
import os
import subprocess


def problems(project):
    for path in project.files:
        first = (project.root / path).open("rb").readline(80).decode(errors="replace").strip()
        if not first.startswith("#!"):
            continue
        if not os.access(project.root / path, os.X_OK):
            yield f"{path}: cannot be executed"
        if "bash" in first or first.endswith("/sh"):
            checked = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True, cwd=project.root)
            if checked.returncode != 0:
                yield f"{path}: {checked.stderr.strip()}"
            if "set -euo pipefail" not in project.text(path):
                yield f"{path}: no `set -euo pipefail`"
        if "python" in first or path.suffix == ".py":
            try:
                compile(project.text(path), str(path), "exec")
            except SyntaxError as error:
                yield f"{path}: {error}"
