"""Fails when a text of the app has no finished English translation in app/i18n/xuncun_en.ts, or one with other places for
what is put in: a "{}" too many would throw where it is said.

Extracts the texts anew into a copy, so that a text added without running lupdate is noticed too. Headers are found (-I):
without them a text of C++ is filed under a class without its namespace, where nobody looks for it.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def unfinished(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not translation.text:
                yield f"{context.findtext('name')}: {message.findtext('source')}"


def places(text):
    return sorted(re.findall(r"%L?\d+|%n|\{\d*\}", text))


def misplaced(file):
    for message in ElementTree.parse(file).getroot().iter("message"):
        source, translation = message.findtext("source"), message.findtext("translation")
        if translation and places(source) != places(translation):
            yield f"{source} -> {translation}"


def main(root, lupdate):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "xuncun_en.ts"
        shutil.copy(root / "app/i18n/xuncun_en.ts", copy)
        subprocess.run([lupdate, root / "qml", root / "app", "-recursive", "-I", root, "-source-language", "zh_CN",
                        "-target-language", "en", "-no-obsolete", "-locations", "none", "-ts", copy],
                       check=True, capture_output=True)
        missing = list(unfinished(copy))
    wrong = list(misplaced(root / "app/i18n/xuncun_en.ts"))
    for line in wrong:
        print("other places in", line)
    for line in missing:
        print("no English for", line)
    if missing:
        print("run: lupdate qml app -recursive -I . -source-language zh_CN -target-language en -no-obsolete"
              " -locations none -ts app/i18n/xuncun_en.ts   and fill in what it added")
    if missing or wrong:
        return 1
    print("every text has its English")
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
