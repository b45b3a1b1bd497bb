"""clang-format would change nothing."""
import subprocess
from concurrent.futures import ThreadPoolExecutor


def problems(project):
    files = [str(path) for path in project.sources(".cpp", ".hpp", ".h", ".c")]
    portions = [files[begin:begin + 20] for begin in range(0, len(files), 20)]

    def run(portion):
        command = ["clang-format", "--dry-run", "-Werror", "-ferror-limit=1", *portion]
        try:
            return subprocess.run(command, capture_output=True, text=True, cwd=project.root).stderr
        except OSError as error:
            return f"clang-format: error: {error}"

    with ThreadPoolExecutor() as pool:
        for output in pool.map(run, portions):
            for line in output.splitlines():
                if "error:" in line:
                    yield line.replace("code should be clang-formatted", "clang-format -i would change this")
