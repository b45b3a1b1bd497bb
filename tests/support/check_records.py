#!/usr/bin/python3
"""Whether traces are as docs/records.md says: check_records.py SCHEMA FILE…

Each line is an object that the schema allows, with its members in order, and `seq` is without a gap. Says the first few problems, or how many lines
there are of each type, and of each call: `call getppid: 12`, `unfinished: 3`, `unfinished in exit_group: 3`.
"""
import collections
import json
import sys

import fastjsonschema
import jsonschema

ORDER = ["v", "type", "seq", "time", "start", "end", "pid", "tid", "comm", "lineage", "name", "number", "abi", "raw", "args", "result", "errno", "error",
         "meaning", "injected", "unfinished", "signal", "info", "kind", "child", "former_tid", "status", "core_dumped", "text", "data"]


class Validator:
    """The schema, compiled for each type of line: to try one condition after the other for each line takes ten times as long."""

    def __init__(self, schema):
        jsonschema.Draft202012Validator.check_schema(schema)
        self.slow = jsonschema.Draft202012Validator(schema)
        common = {name: part for name, part in schema.items() if name not in ("$schema", "allOf")}
        self.fast = {
            row["if"]["properties"]["type"]["const"]: fastjsonschema.compile({**common, "allOf": [row["then"]]}) for row in schema["allOf"]
        }

    def problem(self, record):
        kind = record.get("type") if isinstance(record, dict) else None
        try:
            if kind in self.fast:
                self.fast[kind](record)
                return None
        except fastjsonschema.JsonSchemaException as error:
            what = str(error)
        else:
            what = "no such type"
        error = jsonschema.exceptions.best_match(self.slow.iter_errors(record))
        return f"{error.json_path}: {error.message[:300]}" if error else what


def problems_of(path, validator, counts):
    with open(path, "rb") as file:
        for number, line in enumerate(file):
            where = f"{path}:{number + 1}"
            try:
                record = json.loads(line.decode("utf-8"), parse_constant=lambda word: (_ for _ in ()).throw(ValueError(word)))
            except ValueError as error:
                yield f"{where}: {error}: {line[:200]}"
                continue
            if not line.endswith(b"\n"):
                yield f"{where}: no newline"
            problem = validator.problem(record)
            if problem:
                yield f"{where}: {problem}: {line[:300]}"
                continue
            if record["seq"] != number:
                yield f"{where}: seq is {record['seq']}"
            if [name for name in ORDER if name in record] != list(record):
                yield f"{where}: members in another order: {list(record)}"
            counts["lines"] += 1
            counts[record["type"]] += 1
            if record["type"] == "call":
                counts[f"call {record['name']}"] += 1
                counts["unfinished"] += "unfinished" in record
                if "unfinished" in record:
                    counts[f"unfinished in {record['name']}"] += 1
                counts["injected by " + record["injected"]["by"] if "injected" in record else "untouched"] += 1


def main(schema, *paths):
    with open(schema, encoding="utf-8") as file:
        validator = Validator(json.load(file))
    counts = collections.Counter()
    problems = [problem for path in paths for problem in problems_of(path, validator, counts)]
    for problem in problems[:10]:
        print(problem)
    if problems:
        return f"{len(problems)} problems"
    for name, count in sorted(counts.items()):
        print(f"{name}: {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
