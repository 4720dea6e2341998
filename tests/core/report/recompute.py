#!/usr/bin/env python3
"""A second verifier of ranking packages, written from docs/ranking-package.md alone, with nothing of ours.

usage: recompute.py PACKAGE... | FOLDER
Prints the first difference of each package and ends with 1 where there was any. A correction is held against the package
that it replaces where that was named before it.
"""
import hashlib
import json
import os
import sys
from collections import defaultdict

from recompute_ranking import mean, lists, placed, rounded, scores_of, share_places, totals
from recompute_scoring import canonical


def towns_of(data, boards):
    rows = {}
    known = {v["code"]: v for v in data["villages"]}

    def town(code):
        return rows.setdefault(code, {"town": code, "name": code, "points": 0, "ranked": 0, "participants": 0,
                                      "best": 0, "worst": 0, "place": 0, "shared": False})

    for code in set(data["campaign"]["participants"]):
        town(known[code]["town"] if code in known else "")["participants"] += 1
    points = defaultdict(list)
    for board in boards:
        for row in board["rows"]:
            points[row["town"]].append(row["points"])
        for name in ("best", "worst"):
            for entry in board[name]["entries"]:
                town(board["rows"][entry["row"]]["town"])[name] += 1
    for code, all_points in points.items():
        town(code).update(ranked=len(all_points), points=mean(all_points))
    for one in data["towns"]:
        if one["code"] in rows:
            rows[one["code"]]["name"] = one["name"]
    in_order = [rows[c] for c in sorted(rows, key=str.encode)]
    ranked = sorted([r for r in in_order if r["ranked"]], key=lambda r: -r["points"])
    share_places(ranked, "points")
    return ranked + [r for r in in_order if not r["ranked"]]


def improved_of(boards, wanted):
    rows = [{"village": r["village"], "name": r["name"], "by": r["points"] - r["lastPoints"]}
            for b in boards for r in b["rows"] if "lastPoints" in r and r["points"] > r["lastPoints"]]
    rows.sort(key=lambda r: (-r["by"], r["village"].encode()))
    share_places(rows, "by")
    return [r for r in rows if r["place"] <= wanted]


def coverage_of(data, scores):
    scored = defaultdict(set)
    for one in scores:
        scored[one["village"], one["kind"]].add(one["subject"])
    wanted = defaultdict(set)
    for one in data.get("subjects", []):
        for kind in one.get("kinds", []):
            wanted[one["village"], kind].add(one["code"])

    def approved(village, kind):
        there = scored[village, kind]
        return bool(there) and (village in there or wanted[village, kind] <= there)

    states = defaultdict(set)
    for one in data["waiting"]:
        states[one["village"], one["kind"]].add(one["state"])
    kinds = [c["kind"] for c in data["checks"]]
    result = [{"kind": k, "approved": 0, "waiting": 0, "sentBack": 0, "unchecked": 0} for k in [""] + kinds]

    def count(row, is_approved, is_waiting, is_sent_back):
        row["approved" if is_approved else "waiting" if is_waiting else "sentBack" if is_sent_back else "unchecked"] += 1

    for village in set(data["campaign"]["participants"]):
        missing = []
        for number, kind in enumerate(kinds):
            there = states[village, kind]
            done = approved(village, kind)
            count(result[number + 1], done, "submitted" in there, "sentBack" in there)
            missing += [] if done else [there]
        count(result[0], not missing, any("submitted" in t for t in missing), any("sentBack" in t for t in missing))
    return result


def combined_scores(sources):
    """What the rankings of the sources give to a combined campaign."""
    return [{"village": r["village"], "subject": r["village"], "kind": source["campaign"], "inspection": "",
             "revision": 1, "submittedAtMs": 0, "points": r["points"], "pointsIfVetoed": r["points"],
             "maximum": 10000, "bonus": 0, "vetoes": r["vetoes"], "findings": rounded(r["findings"], 1, 100)}
            for _, source in sources for b in source["boards"] for r in b["rows"]]


def wrong_source(data, sources):
    combines = data["campaign"].get("combines", [])
    if len(combines) != len(sources):
        return "number of sources"
    for share, check, ((head, line), ranking) in zip(combines, data["checks"], sources):
        last = head["parts"][-1]
        if last["name"] != "ranking" or last["sha256"] != hashlib.sha256(line.encode("utf-8")).hexdigest():
            return "source-ranking differs from its head"
        if not head["campaign"] == ranking["campaign"] == share["campaign"] == check["kind"]:
            return "source is of another campaign"
        if share["weight"] != check["weight"]:
            return "source has another weight"
    return None


def wrong_input(head, data, sheets, inspections):
    """Where the parts say other than the campaign."""
    campaign = data["campaign"]
    if (head["campaign"], head["name"]) != (campaign["id"], campaign["name"]):
        return "head is of another campaign"
    refs = {(c["checklist"]["kind"], c["checklist"]["version"]): c["checklist"] for c in campaign["checklists"]}
    for key, (sheet, line) in sheets.items():
        if key not in refs:
            return "sheet of another campaign"
        if refs[key].get("sha256") and refs[key]["sha256"] != hashlib.sha256(line.encode("utf-8")).hexdigest():
            return "sheet was changed"
    wanted = [{"kind": kind, "title": sheets[kind, version][0]["title"] if (kind, version) in sheets else kind,
               "weight": c["weight"]} for (kind, version), c in zip(refs, campaign["checklists"])]
    if not campaign.get("combines") and data["checks"] != wanted:
        return "checks are not the campaign's"
    classes = {c["village"]: c["title"] for c in campaign.get("classes", [])}
    for village in data["villages"]:
        if village.get("class", "") != classes.get(village["code"], ""):
            return "class of " + village["code"]
    if len({v["code"] for v in data["villages"]}) != len(data["villages"]):
        return "village twice"
    if "previous" in data and data["previous"]["campaign"] != campaign.get("previous"):
        return "previous"
    ids = set()
    for inspection, _ in inspections:
        ref = inspection["checklist"]
        if inspection["campaign"] != campaign["id"] or (ref["kind"], ref["version"]) not in refs:
            return "inspection of another campaign"
        if inspection["id"] in ids:
            return "inspection twice"
        ids.add(inspection["id"])
    return None


def ranking_of(data, sheets, inspections, sources):
    campaign, checks = data["campaign"], data["checks"]
    rules = campaign["rules"]
    scores = scores_of(data, sheets, inspections, combined_scores(sources))
    rows, not_ranked = totals(data, scores)
    classes = sorted({r["class"] for r in rows}, key=str.encode) if rules["byClass"] and rows else [None]
    boards, decided = [], set()
    for name in classes:
        board = {"rows": placed([r for r in rows if name is None or r["class"] == name], rules, checks, decided)}
        if name:
            board["class"] = name
        board["best"], board["worst"] = lists(board["rows"], rules)
        boards.append(board)
    for row in rows:
        del row["class"]
    ranking = {"campaign": campaign["id"], "name": campaign["name"], "firstDay": campaign["firstDay"],
               "lastDay": campaign["lastDay"], "rules": rules, "checks": checks, "boards": boards,
               "notRanked": not_ranked, "towns": towns_of(data, boards),
               "improved": improved_of(boards, rules["bestCount"]), "coverage": coverage_of(data, scores),
               "scores": scores}
    scored = {s["subject"] for s in scores}
    subjects = [s for s in data.get("subjects", []) if s.get("kinds") or s["code"] in scored]
    if subjects:
        ranking["subjects"] = sorted(subjects, key=lambda s: s["code"].encode())
    if "previous" in data:
        ranking["previous"] = data["previous"]
    unused = [n for n in range(len(rules.get("byHand", []))) if n not in decided]
    if unused:
        ranking["unusedDecisions"] = unused
    return ranking


def standings(ranking):
    return {r["village"]: (r["place"], r["points"]) for b in ranking["boards"] for r in b["rows"]}


def wrong_correction(lines, before):
    """Whether a correction says what it changed, given the lines of the package that it replaces."""
    head, old = json.loads(lines[0]), json.loads(before[0])
    if head["campaign"] != old["campaign"]:
        return "corrects another campaign"
    was, now = standings(json.loads(before[-1])), standings(json.loads(lines[-1]))
    changes = [{"village": v, "placeBefore": was.get(v, (0, 0))[0], "placeAfter": now.get(v, (0, 0))[0],
                "pointsBefore": was.get(v, (0, 0))[1], "pointsAfter": now.get(v, (0, 0))[1]}
               for v in sorted(set(was) | set(now), key=str.encode) if was.get(v) != now.get(v)]
    if head.get("changes", []) != changes:
        return "changes"
    hashes, old_hashes = ({p["name"]: p["sha256"] for p in h["parts"]} for h in (head, old))
    names = (n for n in set(hashes) | set(old_hashes) if hashes.get(n) != old_hashes.get(n) and n != "ranking")
    if head.get("changedParts", []) != sorted(names, key=str.encode):
        return "changedParts"
    return None


def lines_of(path):
    with open(path, "rb") as file:
        return file.read().decode("utf-8").split("\n")


def check(lines):
    """The first thing wrong with a package, or nothing. Takes the last line end off."""
    if lines.pop() != "":
        return "cut"
    head = json.loads(lines[0])
    if head["format"] != "xuncun-ranking-package" or head["version"] != 1 or canonical(head) != lines[0]:
        return "head"
    without = {k: v for k, v in head.items() if k != "check"}
    if hashlib.sha256(canonical(without).encode("utf-8")).hexdigest() != head.get("check"):
        return "head was changed"
    if len(head["parts"]) != len(lines) - 1:
        return "number of parts"
    data, sheets, inspections, sources, stored = None, {}, [], [], ""
    for part, line in zip(head["parts"], lines[1:]):
        raw = line.encode("utf-8")
        if hashlib.sha256(raw).hexdigest() != part["sha256"] or len(raw) != part["bytes"]:
            return part["name"] + " was changed"
        value = json.loads(line)
        kind = part["name"].split("/")[0]
        if kind == "input":
            data = value
        elif kind == "source":
            if part["name"] != "source/" + part["sha256"]:
                return part["name"] + " has another hash"
            source_head = value
        elif kind == "source-ranking":
            sources.append(((source_head, line), value))
        elif kind == "checklist":
            sheets[value["kind"], value["version"]] = (value, line)
        elif kind == "inspection":
            inspections.append((value, []))
        elif kind == "adjustments":
            inspections[-1][1].extend(value.get("adjustments", []))
        elif kind == "ranking":
            stored = line
    wrong = wrong_input(head, data, sheets, inspections) or wrong_source(data, sources)
    if wrong:
        return wrong
    sheets = {key: sheet for key, (sheet, _) in sheets.items()}
    again = canonical(ranking_of(data, sheets, inspections, sources))
    if again != stored:
        at = next((i for i, (a, b) in enumerate(zip(again, stored)) if a != b), min(len(again), len(stored)))
        return f"ranking differs: …{again[max(0, at - 80):at + 60]} instead of …{stored[max(0, at - 80):at + 60]}"
    return None


def main():
    paths = []
    for name in sys.argv[1:]:
        paths += sorted(os.path.join(name, f) for f in os.listdir(name)) if os.path.isdir(name) else [name]
    wrong = corrections = 0
    known = {}
    for path in paths:
        lines = lines_of(path)
        problem = check(lines)
        known[hashlib.sha256(lines[0].encode("utf-8")).hexdigest()] = lines
        replaced = known.get(json.loads(lines[0]).get("replaces"))
        if replaced and not problem:
            corrections += 1
            problem = wrong_correction(lines, replaced)
        if problem:
            wrong += 1
            print(f"{path}: {problem}")
    print(f"{len(paths) - wrong} of {len(paths)} packages are right, {corrections} of them corrections")
    return 1 if wrong or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
