"""A foreign header is included only where headers.txt allows it."""
import re


def problems(project):
    rows = [(re.compile(pattern), allowed.split()) for pattern, allowed in project.table("headers.txt")]
    for path in project.sources():
        if path.parts[0] in ("tests", "stress"):
            continue
        for number, include in project.includes(path):
            for pattern, allowed in rows:
                if pattern.fullmatch(include[1:-1]) and not any(str(path).startswith(place) for place in allowed):
                    yield f"{path}:{number}: {include} is only for {', '.join(allowed)}"
