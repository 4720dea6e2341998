#!/usr/bin/env python3
"""One check with six photos over bad links: ours beside npm's tus client and server and beside one multipart POST by curl.

usage: links.py --build build/release --peers build/peers --tools ../shared/tools --out links.json
Prints one table. What cannot run here (no node, no packages, no proxy) is said and left out.
"""
import argparse
import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from bad_links import LossyLink, ProxyLink, free_port, start, wait_for

HERE = pathlib.Path(__file__).resolve().parent
PHOTOS, PHOTO_BYTES, THUMB_BYTES, GIVEN_UP_S = 6, 300_000, 12_000, 600
AGAIN_PERCENT = 10  # G10: what ours may send beyond what the files hold, on the links of a proxy, which counts bytes
LINKS = {
    "32 KB/s, all reset every 20 s": lambda options, folder: ProxyLink(options.proxy, folder, 32_000, 20),
    "8 KB/s": lambda options, folder: ProxyLink(options.proxy, folder, 8_000, 0),
    "400 kbit/s, 300 ms, 2 % loss": lambda options, folder: LossyLink(options.tunnetem, options.proxy, folder, 400, 150, 2),
}


def run_limited(command, **more):
    """True when it ended well in time."""
    try:
        return subprocess.run(command, timeout=GIVEN_UP_S, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              **more).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def start_hub(options, folder, link):
    """A hub with the demo county beside the link; its process, port, and an inspector's code."""
    hub = next(p for p in options.build.rglob("xuncun-hub") if p.is_file())
    data, port = folder / "hub", free_port()
    subprocess.run([hub, "demo", "--data", data, "--codes", folder / "codes"], check=True, stdout=subprocess.DEVNULL)
    serving = start([*link.server, hub, "serve", "--quiet", "--data", data, "--listen", f"{link.listen}:{port}"],
                    stdout=subprocess.DEVNULL)
    wait_for(port, link.server)
    code = next(line.split()[1] for line in (folder / "codes").read_text().splitlines() if line.endswith("inspector"))
    return serving, port, code


def enrolled_tablet(options, folder, link, port, code):
    """The command of a tablet that enrolled beside the hub, where the network is good, and finds it over the link from now on."""
    command = [options.build / "tests/e2e/e2e_tablet", "inspect", folder / "tablet", f"http://127.0.0.1:{port}", code]
    subprocess.run([*link.server, *command, "0", "0"], check=True, stdout=subprocess.DEVNULL)
    db = sqlite3.connect(folder / "tablet/tablet.db")
    db.execute("UPDATE identity SET hub_url = ?", (link.open(port),))
    db.commit()
    db.close()
    return [*link.client, *command]


def ours(options, folder, photos, link):
    serving, port, code = start_hub(options, folder, link)
    command = enrolled_tablet(options, folder, link, port, code)
    began = time.monotonic()
    done = run_limited([*command, "1", str(PHOTOS), photos])
    took = time.monotonic() - began
    serving.kill()
    return done, took, link.end(), "hash, fsync"


def tus(options, folder, photos, link):
    peers = options.peers.resolve()
    if not shutil.which("node") or not (peers / "node_modules/@tus/server").is_dir():
        print("links: SKIPPED tus-js-client and @tus/server: no node 20 or the packages are not in", peers)
        return None
    port = free_port()
    (folder / "files").mkdir()
    serving = start([*link.server, "node", HERE / "tus_server.mjs", link.listen, str(port), folder / "files"],
                    cwd=peers, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(port, link.server)
    url = link.open(port)
    began = time.monotonic()
    done = run_limited([*link.client, "node", HERE / "tus_client.mjs", f"{url}/files", *sorted(photos.iterdir())], cwd=peers)
    took = time.monotonic() - began
    serving.kill()
    return done, took, link.end(), "no hash, no fsync"


def curl(_, folder, photos, link):
    port = free_port()
    serving = start([*link.server, sys.executable, HERE / "takes_all.py", link.listen, str(port)])
    wait_for(port, link.server)
    url = link.open(port)
    parts = [word for photo in sorted(photos.iterdir()) for word in ("-F", f"photo=@{photo}")]
    began, done = time.monotonic(), False
    while not done and time.monotonic() - began < GIVEN_UP_S:
        done = run_limited([*link.client, "curl", "-sf", "-H", "Expect:", *parts, f"{url}/"])
    took = time.monotonic() - began
    serving.kill()
    return done, took, link.end(), "-"


def main():
    parser = argparse.ArgumentParser()
    for name in ("build", "peers", "tools", "out"):
        parser.add_argument("--" + name, type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.build, options.tools = options.build.resolve(), options.tools.resolve()
    options.proxy = options.tools / "chaos_proxy.py"
    if not options.proxy.is_file():
        print("links: SKIPPED, no", options.proxy)
        return
    missing = LossyLink.missing(options.tools)
    if missing:
        print("links: SKIPPED the lossy link:", missing)
        LINKS.popitem()
    rows, threads = [], []
    with tempfile.TemporaryDirectory() as top:
        photos = pathlib.Path(top) / "photos"
        photos.mkdir()
        if not missing:
            options.tunnetem = LossyLink.build(options.tools, pathlib.Path(top))
        for i in range(PHOTOS):
            (photos / f"{i}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + random.Random(i).randbytes(PHOTO_BYTES - 6) + b"\xff\xd9")

        def measure(link, make, name, contender):
            folder = pathlib.Path(tempfile.mkdtemp(dir=top))
            result = contender(options, folder, photos, make(options, folder))
            if result:
                rows.append({"link": link, "who": name, "done": result[0], "seconds": round(result[1], 1),
                             "sent": result[2], "server": result[3]})

        # Each over a link of its own, so side by side.
        for link, make in LINKS.items():
            for name, contender in (("ours", ours), ("tus-js-client, @tus/server", tus), ("curl, one multipart POST", curl)):
                threads.append(threading.Thread(target=measure, args=(link, make, name, contender)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    rows.sort(key=lambda row: (list(LINKS).index(row["link"]), row["who"] != "ours", row["who"]))
    print(f"{PHOTOS} photos of {PHOTO_BYTES // 1000} KB, given up after {GIVEN_UP_S} s\n"
          "| Link | Who | Done | Time s | MB sent | Server promises |\n|---|---|---|---|---|---|")
    for row in rows:
        print(f"| {row['link']} | {row['who']} | {'yes' if row['done'] else 'never'} | {row['seconds']} | "
              f"{row['sent'] / 1e6:.2f} | {row['server']} |")
    for row in rows:
        if row["who"] != "ours" or "loss" in row["link"]:
            continue
        row["againPercent"] = round(100 * (row["sent"] / (PHOTOS * (PHOTO_BYTES + THUMB_BYTES)) - 1), 1)
        held = "holds" if row["done"] and row["againPercent"] <= AGAIN_PERCENT else "MISSED"
        print(f"G10 over {row['link']}: ours sends {row['againPercent']} % beyond its files "
              f"(goal: at most {AGAIN_PERCENT} %): {held}")
    options.out.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
