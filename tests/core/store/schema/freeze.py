#!/usr/bin/env python3
"""Prints the schema that the first N migrations give: freeze.py N > N.sql, once, when migration N is released."""
import pathlib
import sqlite3
import sys

folder = pathlib.Path(__file__).resolve().parents[4] / "core/store/migrations"
database = sqlite3.connect(":memory:")
for path in sorted(folder.glob("*.sql"))[: int(sys.argv[1])]:
    database.executescript(path.read_text())
rows = database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
print("".join(sql + ";\n" for (sql,) in rows), end="")
