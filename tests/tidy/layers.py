#!/usr/bin/env python3
"""Fails when a file includes what its folder may not use: the arrows of docs/architecture.md, as a test.

usage: layers.py ROOT
A row is (folder, folders of ours it may use, patterns of outside headers it may use); the longest folder wins.
Using a folder includes what that folder may use.
"""
import pathlib
import re
import sys

ROWS = {
    "core/base": ([], ["fmt/", "tl/"]),
    "core/domain": (["core/base"], ["fmt/"]),
    "core/crypto": (["core/base"], ["fmt/", "sodium", "openssl/"]),
    "core/evidence": (["core/domain", "core/crypto"], ["fmt/"]),
    "core/scoring": (["core/domain"], ["fmt/"]),
    "core/flags": (["core/scoring", "core/evidence"], ["fmt/"]),
    "core/ranking": (["core/domain", "core/scoring"], ["fmt/"]),
    "core/checklists": (["core/domain"], ["fmt/", "sheets.inc"]),
    "core/sheets": (["core/domain", "core/scoring", "core/checklists"], ["fmt/", "xlsxwriter", "zip", "expat", "iconv"]),
    "core/report": (["core/scoring", "core/ranking", "core/checklists", "core/crypto"], ["fmt/"]),
    "core/fairness": (["core/scoring", "core/ranking"], ["fmt/"]),
    "core/documents": (["core/scoring", "core/ranking", "core/report", "core/fairness"], ["fmt/", "xlsxwriter", "zip", "turbojpeg", "notice_template.inc"]),
    "core/sqlite": (["core/base"], ["fmt/", "SQLiteCpp/", "sqlite3"]),
    "core/store": (["core/domain", "core/sqlite", "core/crypto"],
                   ["fmt/", "SQLiteCpp/", "sqlite3", "migrations.inc", "pinyin_table.inc"]),
    "core/actions": (["core/store", "core/scoring", "core/evidence", "core/flags", "core/crypto"], ["fmt/", "SQLiteCpp/"]),
    "sync/protocol": (["core/domain", "core/crypto"], ["fmt/", "zstd"]),
    "sync/client": (["sync/protocol", "core/store", "core/crypto"], ["fmt/", "SQLiteCpp/"]),
    "sync/hub": (["sync/protocol", "core/sqlite", "core/scoring", "core/evidence", "core/ranking", "core/report", "core/checklists",
                  "core/documents", "core/fairness", "core/flags", "core/sheets"],
                 ["fmt/", "SQLiteCpp/", "sqlite3", "spdlog/", "CLI/", "migrations.inc", "sys/", "unistd", "fcntl", "zstd", "qrencode"]),
    "app/platform": (["core/domain", "core/crypto"], ["Q", "fmt/", "libexif/", "jpeglib", "turbojpeg", "ZXing/", "sys/", "unistd", "fcntl"]),
    "app/core_thread": (["core/store"], ["Q", "SQLiteCpp/", "fmt/"]),
    "app/sync_loop": (["sync/client", "app/platform", "core/store", "app/sync_worker"], ["Q", "SQLiteCpp/", "fmt/"]),
    "app/sync_worker": (["app/sync_loop", "core/crypto"], ["Q", "SQLiteCpp/", "fmt/"]),  # its half on the other thread
    "app/viewmodels": (["core/actions", "core/store", "core/scoring", "core/evidence", "core/flags", "core/ranking", "core/fairness",
                        "core/checklists", "core/report", "app/platform", "app/sync_loop", "app/core_thread"], ["Q", "fmt/", "SQLiteCpp/"]),
    "app": (["app/viewmodels", "app/platform", "app/sync_loop", "app/core_thread", "core/checklists"],
            ["Q", "fmt/", "SQLiteCpp/", "CLI/", "spdlog/"]),
}
# Outside libraries that only named files may see, whatever their folder.
ONLY_IN = {
    r"^boost/": r"^sync/hub/http_(server\.cpp|connection\.(h|cpp)|stream\.h|body\.h)$",
    r"^qrencode": r"^sync/hub/admin/qr\.cpp$",
    r"^ZXing/": r"^app/platform/qr_reader\.cpp$",
    r"^curl/": r"^sync/client/curl_transport\.cpp$",
    r"^simdjson\.h$": r"^core/domain/json_document\.h$",
    r"^nlohmann/": r"(codec|json)[a-z_]*\.(h|cpp)$|^core/domain/record\.cpp$|^core/domain/json_[a-z]+\.(h|cpp)$",
    r"^(sodium|openssl/)": r"^(core/crypto/|sync/hub/http_server\.cpp$)",
}
SOURCE_ROOTS = ("core", "sync", "app")
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]')
STANDARD = re.compile(r"^[a-z_0-9]+$|^c[a-z]+$")
C_STANDARD = {"signal.h", "malloc.h", "time.h", "stdio.h", "stdlib.h", "string.h", "errno.h", "termios.h", "poll.h", "dirent.h", "unistd.h",
              "fcntl.h", "sys/stat.h", "sys/types.h", "sys/file.h", "sys/resource.h", "sys/statvfs.h"}


def folder_of(path):
    """The row that a file belongs to: the longest folder (or file stem) that is a prefix of its path."""
    rows = [row for row in ROWS if path == row or path.startswith(row + "/") or path.startswith(row + ".")]
    return max(rows, key=len) if rows else None


def reachable(row, seen=None):
    seen = seen if seen is not None else {row}
    for other in ROWS[row][0]:
        if other not in seen:
            seen.add(other)
            reachable(other, seen)
    return seen


def outside_ok(row, header):
    allowed = set()
    for folder in reachable(row):
        if folder.split("/")[0] != "app" or folder == row:
            allowed.update(ROWS[folder][1])
    return any(header.startswith(prefix) for prefix in allowed)


def problems_of(root):
    for top in SOURCE_ROOTS:
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            path = file.relative_to(root).as_posix()
            row = folder_of(path)
            if row is None:
                yield f"{path}: its folder has no row in tests/tidy/layers.py"
                continue
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                header = match.group(1)
                place = f"{path}:{number} may not include {header}"
                gate = next((files for pattern, files in ONLY_IN.items() if re.search(pattern, header)), None)
                if gate is not None:
                    if not re.search(gate, path):
                        yield place
                elif header.split("/")[0] in SOURCE_ROOTS and "/" in header:
                    if folder_of(header) not in reachable(row):
                        yield place
                elif STANDARD.match(header) or header in C_STANDARD or header.endswith(".moc"):
                    continue
                elif "/" not in header and (file.parent / header).exists():
                    yield f"{path}:{number} includes {header} without its folder"
                elif not outside_ok(row, header):
                    yield place


def main():
    root = pathlib.Path(sys.argv[1])
    problems = list(problems_of(root))
    print("\n".join(problems) or "every include follows an arrow")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
