"""The top-level folders are those that folders.txt names, and each includes only what it may see."""
from pathlib import Path


def problems(project):
    rows = list(project.table("folders.txt"))
    sees = {row[0]: set(row[1].split()) for row in rows if len(row) > 1}
    known = {row[0] for row in rows}
    for name in sorted({path.parts[0] for path in project.files}):
        if name not in known:
            yield f"{name}: not in tools/check.d/folders.txt"
    for path in project.sources():
        owner = owner_of(path)
        if owner not in sees:
            continue
        for number, include in project.includes(path):
            target = Path(include[1:-1])
            if include[0] != '"':
                continue
            if target.parts[0] == "troupe" and len(target.parts) > 2:
                if target.parts[1] not in sees[owner]:
                    yield f"{path}:{number}: {owner} does not see {target.parts[1]}"
            elif target.parts[0] in sees and target.parts[0] != owner and owner not in ("tests", "stress"):
                yield f"{path}:{number}: {include} is private to {target.parts[0]}"


def owner_of(path):
    """include/troupe/core/x.hpp belongs to core."""
    return path.parts[2] if path.parts[:2] == ("include", "troupe") and len(path.parts) > 3 else path.parts[0]
