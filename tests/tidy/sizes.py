#!/usr/bin/env python3
"""Fails when a file or a function is over its hard limit (STYLE rule 15).

usage: sizes.py ROOT
A file over a limit must be named in EXCEPTIONS with the size it has, and that size may only shrink.
"""
import pathlib
import re
import sys

LIMITS = {".cpp": 400, ".h": 150, ".qml": 250, ".py": 400, ".js": 400}
FUNCTION_LIMIT = 70
EXCEPTIONS = {}
FUNCTION_EXCEPTIONS = {}
TOPS = ("core", "sync", "app", "qml", "tests")
# A definition's brace stands alone on its line; so does the brace that ends it, equally indented.
OPEN = re.compile(r"^( *)\{$")


def long_functions(path, lines):
    for start, line in enumerate(lines):
        match = OPEN.match(line)
        if not match or start == 0 or lines[start - 1].lstrip().startswith(("class ", "struct ", "namespace", "enum ", "union ")):
            continue
        end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith(match.group(1) + "}")), len(lines))
        size = end - start + 1
        if size > FUNCTION_LIMIT:
            name = lines[start - 1].strip()
            allowed = FUNCTION_EXCEPTIONS.get(path, FUNCTION_LIMIT)
            if size > allowed:
                yield f"{path}:{start} a function of {size} lines (limit {FUNCTION_LIMIT}): {name}"


def problems_of(root):
    for top in TOPS:
        for file in sorted((root / top).rglob("*")):
            limit = LIMITS.get(file.suffix)
            if limit is None:
                continue
            path = file.relative_to(root).as_posix()
            lines = file.read_text(encoding="utf-8").splitlines()
            allowed = EXCEPTIONS.get(path, limit)
            if len(lines) > allowed:
                yield f"{path} has {len(lines)} lines (limit {allowed})"
            if path in EXCEPTIONS and len(lines) <= limit:
                yield f"{path} is within its limit: take it out of EXCEPTIONS"
            if file.suffix == ".cpp":
                yield from long_functions(path, lines)


def main():
    problems = list(problems_of(pathlib.Path(sys.argv[1])))
    print("\n".join(problems) or "every file and function is within its limit")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
