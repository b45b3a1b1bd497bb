"""No file is too long to read in one go. sizes.txt has the limits."""


def problems(project):
    limits = {ending: int(limit) for ending, limit in project.table("sizes.txt")}
    for path in project.files:
        limit = limits.get(path.suffix)
        if limit is None:
            continue
        lines = project.text(path).splitlines()
        if path.suffix == ".inc":  # rows, not comments
            lines = [line for line in lines if line.strip() and not line.lstrip().startswith("//")]
        if len(lines) > limit:
            yield f"{path}: {len(lines)} {'rows' if path.suffix == '.inc' else 'lines'}, the limit is {limit}"
