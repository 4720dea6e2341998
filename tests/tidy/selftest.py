#!/usr/bin/env python3
"""The layer and size tests fail when an arrow or a limit is broken on purpose.

usage: selftest.py ROOT
"""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
CASES = [
    ("layers.py", "core/base/a.h", '#include "core/domain/record.h"\n', "core/base/a.h:1 may not include core/domain/record.h"),
    ("layers.py", "core/store/a.cpp", "#include <QString>\n", "core/store/a.cpp:1 may not include QString"),
    ("layers.py", "sync/hub/a.cpp", '#include "core/store/outbox.h"\n', "may not include core/store/outbox.h"),
    ("layers.py", "sync/hub/a.cpp", '#include "sync/client/session.h"\n', "may not include sync/client/session.h"),
    ("layers.py", "sync/hub/hub.cpp", "#include <boost/beast.hpp>\n", "may not include boost/beast.hpp"),
    ("layers.py", "sync/client/session.cpp", "#include <curl/curl.h>\n", "may not include curl/curl.h"),
    ("layers.py", "core/scoring/a.cpp", '#include "core/ranking/ranking.h"\n', "may not include core/ranking/ranking.h"),
    ("sizes.py", "core/base/a.cpp", "\n" * 401, "core/base/a.cpp has 401 lines"),
    ("sizes.py", "core/base/a.cpp", "void f()\n{\n" + "    ++x;\n" * 70 + "}\n", "a function of 72 lines"),
    ("words.py", "core/base/a.h", "int x;\n", "no #pragma once"),
    ("words.py", "app/a.cpp", "future.then(this, f);\n", "app/a.cpp:1 QFuture's own continuations abort"),
]


def main():
    failures = 0
    for script, path, text, expected in CASES:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for top in ("core", "sync", "app", "qml", "tests"):
                (root / top).mkdir()
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            run = subprocess.run([sys.executable, HERE / script, root], capture_output=True, text=True, check=False)
            if run.returncode != 1 or expected not in run.stdout:
                failures += 1
                print(f"{script} did not say “{expected}” of {path}:\n{run.stdout}{run.stderr}")
    print("each broken rule was found" if failures == 0 else f"{failures} broken rules passed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
