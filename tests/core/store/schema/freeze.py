#!/usr/bin/env python3
"""Prints the schema that the first N migrations of a folder give, once, when migration N is released:
freeze.py core/store/migrations N > tests/core/store/schema/N.sql
freeze.py sync/hub/migrations N > tests/hub/records/schema/N.sql"""
import pathlib
import sqlite3
import sys

folder = pathlib.Path(__file__).resolve().parents[4] / sys.argv[1]
database = sqlite3.connect(":memory:")
for path in sorted(folder.glob("*.sql"))[: int(sys.argv[2])]:
    database.executescript(path.read_text())
rows = database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
print("".join(sql + ";\n" for (sql,) in rows), end="")
