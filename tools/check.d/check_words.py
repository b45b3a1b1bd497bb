"""One word per idea: words.txt has the synonyms that are not used, and the word that is."""
import re

ENDINGS = (".cpp", ".hpp", ".h", ".c", ".inc", ".lua", ".md", ".py", ".sh", ".cmake", ".txt")
# These two have to spell them out.
EXEMPT = ("tools/check.d/words.txt", "tools/check.d/names.txt")


def problems(project):
    rows = [(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), word) for pattern, word in project.table("words.txt")]
    for path in project.files:
        if path.suffix not in ENDINGS or str(path) in EXEMPT or path.parts[:2] == ("tests", "seed"):
            continue
        for number, line in project.lines(path):
            for pattern, word in rows:
                found = pattern.search(line)
                if found:
                    yield f"{path}:{number}: `{found.group(0)}`; our word is `{word}`"
