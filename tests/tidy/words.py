#!/usr/bin/env python3
"""Fails on what STYLE forbids in the sources and a compiler does not see.

usage: words.py ROOT
"""
import pathlib
import re
import sys

RULES = [
    ((".cpp", ".h", ".qml"), re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "unfinished work is not committed"),
    ((".cpp", ".h"), re.compile(r"setContextProperty"), "no context properties: hand objects down as required properties"),
    ((".h",), re.compile(r"\binstance\s*\(\s*\)"), "no global objects"),
    ((".cpp", ".h"), re.compile(r"^\s*using namespace std;"), "no using namespace std"),
    ((".cpp", ".h"), re.compile(r"\.(then|onFailed)\("), "QFuture's own continuations abort when their page is gone: whenDone"),
]
# Where a component inside a file may reach out of it.
COMPONENT = re.compile(r"^\s*(delegate:|Component \{|sourceComponent:|initialItem:)", re.MULTILINE)
TOPS = ("core", "sync", "app", "qml")


def problems_of(root):
    for top in TOPS:
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h", ".qml"):
                continue
            text = file.read_text(encoding="utf-8")
            path = file.relative_to(root).as_posix()
            if file.suffix == ".h" and "#pragma once" not in text:
                yield f"{path}: no #pragma once"
            for number, line in enumerate(text.splitlines(), 1):
                for endings, pattern, why in RULES:
                    if file.suffix in endings and pattern.search(line):
                        yield f"{path}:{number} {why}"
    for file in sorted((root / "qml").rglob("*.qml")):
        text = file.read_text(encoding="utf-8")
        if COMPONENT.search(text) and "pragma ComponentBehavior: Bound" not in text:
            yield f"{file.relative_to(root).as_posix()}: no pragma ComponentBehavior: Bound"


def main():
    problems = list(problems_of(pathlib.Path(sys.argv[1])))
    print("\n".join(problems) or "nothing forbidden")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
