"""Many short processes."""

import pathlib
import tempfile
import time

from running import output_of


class Make:
    """Milliseconds that `make -j4` takes for 60 small C files under some tracer."""

    unit = "ms"

    def __init__(self, what, tracer, compiler="gcc"):
        self.what, self.tracer, self.compiler = what, tracer, compiler

    def measure(self, quick):
        with tempfile.TemporaryDirectory(prefix="troupe-bench-") as name:
            directory = pathlib.Path(name)
            files = 20 if quick else 60
            for number in range(files):
                (directory / f"file{number}.c").write_text(f"#include <stdio.h>\nint f{number}(void) {{ return puts(\"{number}\"); }}\n")
            objects = " ".join(f"file{number}.o" for number in range(files))
            (directory / "Makefile").write_text(f"all: {objects}\n")
            begin = time.monotonic()
            output_of([*self.tracer, "make", "-s", "-j4", "-C", directory, f"CC={self.compiler}"])
            return (time.monotonic() - begin) * 1e3
