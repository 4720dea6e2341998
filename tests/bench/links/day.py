#!/usr/bin/env python3
"""A day's work (scaled down) over a link of 400 kbit/s, 300 ms, 2 % loss that is cut every 60 s, beside one upload of the same
bytes by curl over the same link without cuts; and the bytes that a day's work costs on a link that loses nothing.

usage: day.py --build build/release --tools ../shared/tools --out sync.json [--checks 4]
Takes some ten minutes. What cannot run here (no root, no TUN) is said and left out.
"""
import argparse
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from bad_links import LossyLink, ProxyLink, free_port, start, wait_for
from links import HERE, enrolled_tablet, start_hub

PHOTOS_EACH, PHOTO_BYTES = 6, 300_000
RATE_KBIT, DELAY_MS, LOSS, CUT_S = 400, 150, 2, 60


def payload(hub_data):
    """Bytes of the photos and thumbnails that the hub has stored, and of the tablet's records, each compressed by itself."""
    db = sqlite3.connect(hub_data / "hub.db")
    photos = db.execute("SELECT sum(bytes) FROM blob").fetchone()[0]
    records = 0
    for (text,) in db.execute("SELECT bytes FROM ev JOIN ev_body USING (seq) WHERE device != 'hub'"):
        records += len(subprocess.run(["zstd", "-q", "-3", "-c"], input=text.encode(), capture_output=True, check=True).stdout)
    return photos + records


def work(options, folder, photos, link, checks):
    """A tablet's day over the link: whether everything arrived, seconds, and the bytes that had to."""
    serving, port, code = start_hub(options, folder, link)
    command = enrolled_tablet(options, folder, link, port, code)
    began = time.monotonic()
    done = subprocess.run([*command, str(checks), str(PHOTOS_EACH), photos], stdout=subprocess.DEVNULL).returncode == 0
    took = time.monotonic() - began
    serving.kill()
    serving.wait()
    return done, took, payload(folder / "hub")


def by_curl(folder, size, link):
    (folder / "all").write_bytes(random.Random(1).randbytes(size))
    port = free_port()
    serving = start([*link.server, sys.executable, HERE / "takes_all.py", link.listen, str(port)])
    wait_for(port, link.server)
    url = link.open(port)
    began = time.monotonic()
    done = subprocess.run([*link.client, "curl", "-sf", "-H", "Expect:", "-T", folder / "all", f"{url}/"]).returncode == 0
    took = time.monotonic() - began
    serving.kill()
    return done, took


def figure(name, value, unit, goal, beside=None):
    met = value / (beside[1] if beside else 1) <= float(goal.split()[1])
    print(f"{name}: {value:.1f} {unit}" + (f", {value / beside[1]:.2f} of {beside[0]} ({beside[1]:.1f})" if beside else "") +
          f"; goal {goal}: {'met' if met else 'NOT met'}")
    return {"name": name, "value": value, "unit": unit, "goal": goal, "met": met,
            **({"beside": {"name": beside[0], "value": beside[1]}} if beside else {})}


def measure_bytes(options, top, photos):
    folder = pathlib.Path(tempfile.mkdtemp(dir=top))
    link = ProxyLink(options.proxy, folder, 0, 0, 0)
    done, _, wanted = work(options, folder, photos, link, 40)
    sent = link.end()
    if not done:
        sys.exit("sync: the day did not arrive")
    return figure("bytes sent for 40 inspections with 240 photos", sent / 1e6, "MB", "<= 1.02",
                  ("photos, thumbnails, compressed records", wanted / 1e6))


def measure_time(options, top, photos):
    program = LossyLink.build(options.tools, pathlib.Path(top))
    folders = [pathlib.Path(tempfile.mkdtemp(dir=top)) for _ in range(2)]
    # Side by side, each over a link of its own; the bytes are known before, as every photo has the same size.
    size = options.checks * PHOTOS_EACH * (PHOTO_BYTES + 12_000) + options.checks * 1_500
    results = {}
    cut = LossyLink(program, options.proxy, folders[0], RATE_KBIT, DELAY_MS, LOSS, CUT_S)
    whole = LossyLink(program, options.proxy, folders[1], RATE_KBIT, DELAY_MS, LOSS)
    sides = [threading.Thread(target=lambda: results.update(ours=work(options, folders[0], photos, cut, options.checks))),
             threading.Thread(target=lambda: results.update(curl=by_curl(folders[1], size, whole)))]
    for side in sides:
        side.start()
    for side in sides:
        side.join()
    cut.end()
    whole.end()
    done, took, wanted = results["ours"]
    if not done or not results["curl"][0]:
        sys.exit("sync: an upload did not end")
    print(f"{wanted / 1e6:.2f} MB to bring over, {size / 1e6:.2f} MB by curl")
    return figure("a day's work over 400 kbit/s, 300 ms, 2 % loss, cut every 60 s", took, "s", "<= 1.15",
                  ("curl, one upload without cuts", results["curl"][1] * wanted / size))


def main():
    parser = argparse.ArgumentParser()
    for name in ("build", "tools", "out"):
        parser.add_argument("--" + name, type=pathlib.Path, required=True)
    parser.add_argument("--checks", type=int, default=4)
    options = parser.parse_args()
    options.build, options.tools = options.build.resolve(), options.tools.resolve()
    options.proxy = options.tools / "chaos_proxy.py"
    if not options.proxy.is_file():
        print("sync: SKIPPED, no", options.proxy)
        return
    figures = []
    with tempfile.TemporaryDirectory() as top:
        photos = pathlib.Path(top) / "photos"
        photos.mkdir()
        for i in range(PHOTOS_EACH):
            (photos / f"{i}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + random.Random(i).randbytes(PHOTO_BYTES - 6) + b"\xff\xd9")
        figures.append(measure_bytes(options, top, photos))
        missing = LossyLink.missing(options.tools)
        if missing:
            print("sync: SKIPPED the lossy link:", missing)
        else:
            figures.append(measure_time(options, top, photos))
    options.out.write_text(json.dumps({"bench": "sync", "figures": figures}, indent=1) + "\n")


if __name__ == "__main__":
    main()
