"""Nothing is named after what it is not: names.txt has the words that no file, folder or type may be called by."""
import re


def problems(project):
    banned = {row[0] for row in project.table("names.txt")}
    for path in project.files:
        for part in path.parts:
            hit = banned & set(re.split(r"[._-]", part.lower()))
            if hit:
                yield f"{path}: called {', '.join(sorted(hit))}"
    words = "|".join(sorted(word.capitalize() for word in banned))
    defined = re.compile(rf"\b(?:class|struct|enum class|namespace)\s+(\w*(?:{words})(?![a-z])\w*|(?:{'|'.join(sorted(banned))}))\b")
    for path in project.sources(".cpp", ".hpp", ".h", ".c"):
        for number, line in project.lines(path):
            found = defined.search(line)
            if found:
                yield f"{path}:{number}: {found.group(1)} says nothing of what it is"
