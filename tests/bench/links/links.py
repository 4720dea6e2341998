#!/usr/bin/env python3
"""One check with six photos over bad links: ours beside npm's tus client and server and beside one multipart POST by curl.

usage: links.py --build build/release --peers build/peers --proxy ../shared/tools/chaos_proxy.py --out links.json
Prints one table. What cannot run here (no node, no packages, no proxy) is said and left out.
"""
import argparse
import http.server
import json
import pathlib
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
PHOTOS, PHOTO_BYTES, GIVEN_UP_S = 6, 300_000, 600
LINKS = {"32 KB/s, all reset every 20 s": (32_000, 20), "8 KB/s": (8_000, 0)}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"links: nothing listens on {port}")


class Link:
    """A bad link to a port; `up` is what went over it towards the server, thrown away at a reset or not."""

    def __init__(self, proxy, folder, target, rate, reset_s):
        self.port, self.folder = free_port(), folder
        self.process = subprocess.Popen([sys.executable, proxy, str(self.port), f"127.0.0.1:{target}", str(rate),
                                         str(reset_s), "20"], cwd=folder, stderr=subprocess.DEVNULL)
        wait_for(self.port)

    def end(self):
        time.sleep(2.5)  # it writes its figures every two seconds
        self.process.kill()
        return int(re.search(r"'up': (\d+)", (self.folder / f"chaos.{self.port}.stat").read_text()).group(1))


def run_limited(command, **more):
    """True when it ended well in time."""
    try:
        return subprocess.run(command, timeout=GIVEN_UP_S, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              **more).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def ours(options, folder, photos, make_link):
    hub = next(p for p in options.build.rglob("xuncun-hub") if p.is_file())
    tablet = options.build / "tests/e2e/e2e_tablet"
    data, port = folder / "hub", free_port()
    subprocess.run([hub, "demo", "--data", data, "--codes", folder / "codes"], check=True, stdout=subprocess.DEVNULL)
    serving = subprocess.Popen([hub, "serve", "--quiet", "--data", data, "--listen", f"127.0.0.1:{port}"],
                               stdout=subprocess.DEVNULL)
    wait_for(port)
    code = next(line.split()[1] for line in (folder / "codes").read_text().splitlines() if line.endswith("inspector"))
    command = [tablet, "inspect", folder / "tablet", f"http://127.0.0.1:{port}", code]
    subprocess.run([*command, "0", "0"], check=True, stdout=subprocess.DEVNULL)  # enrolled on a good link
    link = make_link(port)
    db = sqlite3.connect(folder / "tablet/tablet.db")
    db.execute("UPDATE identity SET hub_url = ?", (f"http://127.0.0.1:{link.port}",))
    db.commit()
    db.close()
    began = time.monotonic()
    done = run_limited([*command, "1", str(PHOTOS), photos])
    took = time.monotonic() - began
    sent = link.end()
    serving.kill()
    return done, took, sent, "hash, fsync"


def tus(options, folder, photos, make_link):
    peers = options.peers.resolve()
    if not shutil.which("node") or not (peers / "node_modules/@tus/server").is_dir():
        print("links: SKIPPED tus-js-client and @tus/server: no node 20 or the packages are not in", peers)
        return None
    port = free_port()
    (folder / "files").mkdir()
    serving = subprocess.Popen(["node", HERE / "tus_server.mjs", str(port), folder / "files"], cwd=peers,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(port)
    link = make_link(port)
    began = time.monotonic()
    done = run_limited(["node", HERE / "tus_client.mjs", f"http://127.0.0.1:{link.port}/files",
                        *sorted(photos.iterdir())], cwd=peers)
    took = time.monotonic() - began
    sent = link.end()
    serving.kill()
    return done, took, sent, "no hash, no fsync"


class Whole(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        left = int(self.headers["content-length"])
        while left > 0:
            piece = self.rfile.read(min(left, 65536))
            if not piece:
                return
            left -= len(piece)
        self.send_response(201)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Quiet(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # a reset link is what this is about


def curl(_, folder, photos, make_link):
    server = Quiet(("127.0.0.1", 0), Whole)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    link = make_link(server.server_address[1])
    parts = [word for photo in sorted(photos.iterdir()) for word in ("-F", f"photo=@{photo}")]
    began, done = time.monotonic(), False
    while not done and time.monotonic() - began < GIVEN_UP_S:
        done = run_limited(["curl", "-sf", "-H", "Expect:", *parts, f"http://127.0.0.1:{link.port}/"])
    took = time.monotonic() - began
    sent = link.end()
    server.shutdown()
    return done, took, sent, "-"


def main():
    parser = argparse.ArgumentParser()
    for name in ("build", "peers", "proxy", "out"):
        parser.add_argument("--" + name, type=pathlib.Path, required=True)
    options = parser.parse_args()
    if not options.proxy.is_file():
        print("links: SKIPPED, no", options.proxy)
        return
    options.build, options.proxy = options.build.resolve(), options.proxy.resolve()
    rows, threads = [], []
    with tempfile.TemporaryDirectory() as top:
        photos = pathlib.Path(top) / "photos"
        photos.mkdir()
        for i in range(PHOTOS):
            (photos / f"{i}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + random.Random(i).randbytes(PHOTO_BYTES - 6) + b"\xff\xd9")

        def measure(link, rate, reset_s, name, contender):
            folder = pathlib.Path(tempfile.mkdtemp(dir=top))
            result = contender(options, folder, photos, lambda port: Link(options.proxy, folder, port, rate, reset_s))
            if result:
                rows.append({"link": link, "who": name, "done": result[0], "seconds": round(result[1], 1),
                             "sent": result[2], "server": result[3]})

        # Each over a link of its own, so side by side.
        for link, (rate, reset_s) in LINKS.items():
            for name, contender in (("ours", ours), ("tus-js-client, @tus/server", tus), ("curl, one multipart POST", curl)):
                threads.append(threading.Thread(target=measure, args=(link, rate, reset_s, name, contender)))
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
    options.out.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
