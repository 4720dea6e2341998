#!/usr/bin/env python3
"""Asks a real hub every example of docs/openapi.yaml by curl, in the order of the page, and compares the status and whether
the answer is the hub's (version and nonce). walk_api.py XUNCUN_HUB PAGE; wants curl, openssl and zstd."""
import base64
import hashlib
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import uuid

NONCE = "0123456789abcdef0123456789abcdef"


def operations(page):
    """(path, method, example) of each; paths stand two spaces in, methods four."""
    path = method = None
    for line in page.read_text().splitlines():
        if line.startswith("  /"):
            path = line.strip()[:-1]
        elif found := re.fullmatch("    (get|put|post|delete|patch|head|options):", line):
            method = found[1]
            yield [path, method, None]
        elif found := re.fullmatch('      x-curl: "(.*)"', line):
            yield [path, method, found[1]]


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Tablet:
    """What a tablet brings along: a key, an installation, a record, a draft, a photo."""

    def __init__(self, folder, code):
        self.folder = folder
        self.incarnation = "11" * 16
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", folder / "key.pem"], check=True)
        der = subprocess.run(["openssl", "pkey", "-in", folder / "key.pem", "-pubout", "-outform", "DER"],
                             check=True, capture_output=True).stdout
        about = {"deviceName": "walker", "incarnation": self.incarnation, "publicKey": der[-32:].hex()}
        self.words = {
            "SIGNATURE": self.signed("enrol.json", {**about, "code": code}),
            "SIGNATURE_OF_SIGN_IN": self.signed("sign_in.json", {**about, "user": "nobody", "password": "wrong"}),
            "NOT_ITS_SIGNATURE": "0" * 128,
        }
        photo = b"\xff\xd8\xff\xe0" + bytes(5000)
        (folder / "photo.jpg").write_bytes(photo)
        name = hashlib.sha256(photo).hexdigest()
        (folder / "have.json").write_text(canonical({"hashes": [name]}))
        publish = canonical({"reason": ""}).encode()
        (folder / "publish.json").write_bytes(publish)
        self.words["DIGEST_OF_PUBLISH"] = base64.b64encode(hashlib.sha256(publish).digest()).decode()
        self.words |= {"PHOTO": name, "PHOTO_BYTES": str(len(photo)),
                       "PHOTO_BASE64": base64.b64encode(name.encode()).decode()}

    def signed(self, name, value):
        body = canonical(value).encode()
        (self.folder / name).write_bytes(body)
        (self.folder / "message").write_text(f"xuncun enrol 1\n{hashlib.sha256(body).hexdigest()}\n")
        return subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", self.folder / "key.pem", "-in",
                               self.folder / "message"], check=True, capture_output=True).stdout.hex()

    def enrolled(self, answer):
        self.words |= {"TOKEN": answer["token"], "DEVICE": answer["device"]}
        user = answer["user"]["id"]
        draft = {"id": str(uuid.uuid4()), "revision": 1, "campaign": "demo", "village": "330783001201", "subject": "330783001201",
                 "checklist": {"kind": "MV", "version": 1, "sha256": "0" * 64}, "inspector": user, "zone": 480,
                 "startedAtMs": 1, "submittedAtMs": 0, "answers": [], "photos": []}
        record = {"id": str(uuid.uuid4()), "kind": "inspection", "author": user, "device": answer["device"],
                  "incarnation": self.incarnation, "deviceSeq": 1, "createdAtMs": 1, "body": draft}
        self.words |= {"DRAFT": draft["id"], "DIGEST_OF_PUSH": self.packed("push", record),
                       "DIGEST_OF_DRAFT": self.packed("draft", draft)}

    def packed(self, name, value):
        plain = self.folder / name
        plain.write_text(canonical(value) + "\n")
        subprocess.run(["zstd", "-q", "-f", plain, "-o", f"{plain}.zst"], check=True)
        return base64.b64encode(hashlib.sha256(pathlib.Path(f"{plain}.zst").read_bytes()).digest()).decode()


def ask(tablet, hub, example):
    status, command = example.split(" ", 1)
    command = re.sub(r"(?<![-\w])H(?=\s)", f"-H 'xuncun-protocol: 1' -H 'xuncun-nonce: {NONCE}'", command, 1)
    command = re.sub(r"\bHUBUPLOAD\b", "HUB" + tablet.words.get("UPLOAD", ""), command)
    for word in sorted(tablet.words, key=len, reverse=True):
        command = re.sub(rf"\b{word}\b", tablet.words[word], command)
    command = re.sub(r"\bHUB\b", hub, command)
    arguments = ["curl", "-s", "-D", tablet.folder / "headers", "-o", tablet.folder / "answer", *shlex.split(command)]
    subprocess.run(arguments, check=True, cwd=tablet.folder)
    lines = (tablet.folder / "headers").read_text().splitlines()
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
    got = lines[0].split()[1]
    ours = headers.get("xuncun-protocol") == "1" and ("xuncun-nonce: " not in command or headers.get("xuncun-nonce") == NONCE)
    return got == status and ours, got, headers


def walk(tablet, hub, page):
    faults = 0
    examples = {}
    for path, method, example in operations(page):
        examples[(path, method)] = examples.get((path, method)) or example
    for (path, method), example in examples.items():
        if example is None:
            print(f"{method} {path}: no example")
            faults += 1
            continue
        good, got, headers = ask(tablet, hub, example)
        print("ok " if good else "NOT", method, path, got, "" if good else f"({example.split()[0]} expected)")
        faults += not good
        if (path, method) == ("/v1/enrol", "post"):
            tablet.enrolled(json.loads((tablet.folder / "answer").read_text()))
        if "location" in headers:
            tablet.words["UPLOAD"] = headers["location"]
    return faults


def main(program, page):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([program, "demo", "--data", folder / "hub", "--codes", folder / "codes"], check=True,
                       stdout=subprocess.DEVNULL)
        code = (folder / "codes").read_text().split()[1]
        hub = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", program, "serve", "--data", folder / "hub", "--port", "0",
                                "--quiet"], text=True, stdout=subprocess.PIPE)
        try:
            port = re.search(r":(\d+)\s*$", hub.stdout.readline())[1]
            faults = walk(Tablet(folder, code), f"http://127.0.0.1:{port}", page)
        finally:
            hub.terminate()
            hub.wait()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
