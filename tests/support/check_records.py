#!/usr/bin/env python3
"""Whether traces are as docs/records.md says: check_records.py SCHEMA FILE…

Each line is an object with its members in order, and `seq` is without a gap. The schema allows it: of long traces, because that takes a millisecond
a line, each of the first lines, and the first few of each call and each other type. Says the first few problems, or how many lines there are of each
type, and of each call: `call getppid: 12`, `unfinished: 3`, `unfinished in exit_group: 3`.
"""
import collections
import json
import sys

import jsonschema

FIRST_LINES, FIRST_OF_A_KIND = 1000, 30
ORDER = ["v", "type", "seq", "time", "start", "end", "pid", "tid", "comm", "lineage", "name", "number", "abi", "raw", "args", "result", "errno", "error",
         "meaning", "injected", "unfinished", "signal", "info", "kind", "child", "former_tid", "status", "core_dumped", "text", "data"]


def problems_of(path, validator, counts):
    kinds = collections.Counter()
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
            kind = f"{record.get('type')} {record.get('name')}" if isinstance(record, dict) else ""
            is_first = number < FIRST_LINES or kinds[kind] < FIRST_OF_A_KIND
            kinds[kind] += 1
            error = jsonschema.exceptions.best_match(validator.iter_errors(record)) if is_first else None
            if error:
                yield f"{where}: {error.json_path}: {error.message[:300]}: {line[:300]}"
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
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
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
