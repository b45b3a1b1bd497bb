"""Every check finds what is planted for it: a check that cannot fail checks nothing."""
import importlib
import json
import tempfile
from pathlib import Path

from project import Project

TABLES = ("sizes.txt", "folders.txt", "headers.txt", "names.txt", "words.txt")

# check: a file, what is in it, and what the check has to say of it. All of these are one small project.
PLANTED = {
    "format": ("core/odd.cpp", "int   x;\n", "core/odd.cpp:1"),
    "sizes": ("core/long.cpp", "\n" * 501, "core/long.cpp: 501 lines"),
    "folders": ("core/upward.cpp", '#include "troupe/actors/engine.hpp"\n', "core does not see actors"),
    "headers": ("core/script.cpp", "#include <lua.hpp>\n", "<lua.hpp> is only for lua/"),
    "included": ("core/alone.hpp", "#pragma once\n", "core/alone.hpp: it is not included anywhere"),
    "names": ("core/text_utils.cpp", "\n", "core/text_utils.cpp: called utils"),
    "words": ("core/words.cpp", "// the " + "debug" + "gee\n", "our word is `tracee`"),
    "promises": ("core/later.cpp", "// TO" + "DO\n", "core/later.cpp:1"),
    "scripts": ("tools/broken", "#!/bin/bash\nif\n", "tools/broken: cannot be executed"),
    "documents": ("docs/lies.md", "`core/nothing.cpp`, `cmake --preset none`\n", "there is no core/nothing.cpp"),
}


def problems(project):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        plant(root, "CMakePresets.json", json.dumps({"configurePresets": []}))
        plant(root, ".clang-format", project.text(Path(".clang-format")))
        for name in TABLES:
            plant(root, f"tools/check.d/{name}", project.text(Path("tools/check.d") / name))
        for name, text, _ in PLANTED.values():
            plant(root, name, text)
        for check, (_, _, expected) in PLANTED.items():
            found = list(importlib.import_module(f"check_{check}").problems(Project(root)))
            if not any(expected in problem for problem in found):
                yield f"tools/check.d/check_{check}.py: does not find `{expected}`"


def plant(root, name, text):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)
