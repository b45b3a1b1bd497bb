"""What the documents name is there: files, presets, and options of troupe that work."""
import json
import re

CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(?<![\w/.-])(?:\.ci|core|actors|lua|tools|tests|stress|include|troupe/core|troupe/actors|troupe/lua|docs)/[A-Za-z0-9_.*{},/-]*[A-Za-z0-9_*/}-]|README\.md|LICENSE|CMakePresets\.json")


def problems(project):
    known = {str(path) for path in project.files}
    folders = {str(parent) for path in project.files for parent in path.parents}
    presets = {preset["name"] for preset in json.loads(project.text("CMakePresets.json"))["configurePresets"]}
    options = available_options(project)
    for path in project.sources(".md"):
        for number, code in code_of(project, path):
            for name in PATH.findall(code):
                name = f"include/{name}" if name.startswith("troupe/") else name
                if "*" not in name and "{" not in name and name.rstrip("/") not in known | folders :
                    yield f"{path}:{number}: there is no {name}"
            for preset in re.findall(r"--preset[ =]([a-z]+)", code):
                if preset not in presets:
                    yield f"{path}:{number}: there is no preset {preset}"
            if re.search(r"(?:^|[ /$])troupe -", code):
                for option in re.findall(r"(?<=\s)(--[a-z0-9-]+|-[A-Za-z])(?=[\s=]|$)", code.split("troupe", 1)[1].split(" -- ")[0]):
                    if option not in options:
                        yield f"{path}:{number}: troupe has no {option}"


def code_of(project, path):
    """(number, text) of what is between backticks, and of each line of a block."""
    block = False
    for number, line in project.lines(path):
        if line.lstrip().startswith("```"):
            block = not block
        elif block:
            yield number, line
        else:
            for code in CODE.findall(line):
                yield number, code


def available_options(project):
    """Letters and names of the rows of the option table that have an `apply`."""
    found = set()
    for path in project.sources(".hpp"):
        if path.parts[:3] != ("tools", "options", "rows"):
            continue
        for row in re.split(r"\n    \{(?=\.)", project.text(path))[1:]:
            if ".apply" in row:
                found |= {"-" + letter for letter in re.findall(r"\.letter = '(.)'", row)}
                for names in re.findall(r"\.names = \{([^}]*)\}", row):
                    found |= {"--" + name for name in re.findall(r'"([^"]+)"', names)}
    return found
