"""The ranking again, written from docs/ranking-package.md alone. Used by recompute.py."""
from collections import defaultdict

from recompute_scoring import Score, rounded

LAST = 1 << 62


def scores_of(data, sheets, inspections, combined):
    kinds = [c["kind"] for c in data["checks"]]
    participants = set(data["campaign"]["participants"])
    scores = [s | {"used": True} for s in combined if s["kind"] in kinds and s["village"] in participants]
    for inspection, adjustments in inspections:
        kind = inspection["checklist"]["kind"]
        if kind not in kinds or inspection["village"] not in participants:
            continue
        score = Score(sheets[kind, inspection["checklist"]["version"]], inspection, adjustments)
        scores.append({"village": inspection["village"], "subject": inspection["subject"], "kind": kind,
                       "inspection": inspection["id"], "revision": inspection["revision"],
                       "submittedAtMs": inspection["submittedAtMs"], "points": score.points,
                       "pointsIfVetoed": score.points_if_vetoed, "maximum": score.maximum, "bonus": score.bonus,
                       "vetoes": score.vetoes, "findings": score.findings, "used": True})
    scores.sort(key=lambda s: (s["village"].encode(), kinds.index(s["kind"]), s["subject"].encode(),
                               s["submittedAtMs"], s["inspection"].encode(), s["revision"]))
    return scores


def of_hundred(score, zeroes):
    points = score["pointsIfVetoed"] if zeroes and score["vetoes"] else score["points"]
    return points if score["maximum"] in (10000, 0) else rounded(points, 10000, score["maximum"])


def mean(values):
    return rounded(sum(values), 1, len(values))


def of_subject(scores, rules):
    """(score, bonus, vetoes, findings) of one subject; marks what is not used."""
    zeroes = "sectionToZero" in rules["vetoEffects"]
    if rules["several"] == "latest":
        for score in scores[:-1]:
            score["used"] = False
    elif rules["several"] == "meanWithoutExtremes" and len(scores) >= 3:
        lowest = min(scores, key=lambda s: of_hundred(s, zeroes))
        highest = max([s for s in scores if s is not lowest], key=lambda s: of_hundred(s, zeroes))
        lowest["used"] = highest["used"] = False
    used = [s for s in scores if s["used"]]
    counted = used if rules["several"] == "latest" else scores
    return (mean([of_hundred(s, zeroes) for s in used]), mean([s["bonus"] for s in used]),
            sum(s["vetoes"] for s in counted), mean([s["findings"] * 100 for s in used]))


def totals(data, scores):
    """Rows without places, their classes, and who is not ranked."""
    rules, checks = data["campaign"]["rules"], data["checks"]
    known = {v["code"]: v for v in data["villages"]}
    rows, at = [], 0
    for code in sorted(set(data["campaign"]["participants"]), key=str.encode):
        village = known.get(code, {"code": code, "name": code, "town": ""})
        row = {"village": code, "name": village["name"], "town": village["town"], "vetoes": 0, "findings": 0,
               "parts": [], "class": village.get("class", "")}
        row.update({k: village[k] for k in ("lastPlace", "lastPoints") if k in village})
        for check in checks:
            first = at
            subjects = defaultdict(list)
            while at < len(scores) and scores[at]["village"] == code and scores[at]["kind"] == check["kind"]:
                subjects[scores[at]["subject"]].append(scores[at])
                at += 1
            part = {"source": "spread", "score": 0, "bonus": 0, "share": 0, "firstScore": first, "scores": at - first}
            if subjects:
                all_of = [of_subject(s, rules) for s in subjects.values()]
                part.update(source="inspected", score=mean([a[0] for a in all_of]), bonus=mean([a[1] for a in all_of]))
                row["vetoes"] += sum(a[2] for a in all_of)
                row["findings"] += mean([a[3] for a in all_of])
            row["parts"].append(part)
        rows.append(row)
    means = []
    for i in range(len(checks)):
        of_villages = [r["parts"][i]["score"] for r in rows if r["parts"][i]["source"] == "inspected"]
        means.append(mean(of_villages) if of_villages else None)
    ranked, not_ranked = [], []
    for row in rows:
        missing = [i for i, p in enumerate(row["parts"]) if p["source"] != "inspected"]
        why = None
        if len(missing) == len(checks):
            why = "nothingInspected"
        elif missing and rules["missing"] == "notRanked":
            why = "checkMissing"
        else:
            for i in missing:
                if rules["missing"] == "uniformScore":
                    row["parts"][i].update(source="uniform", score=rules["uniformScore"])
                elif rules["missing"] == "meanOfOthers" and means[i] is not None:
                    row["parts"][i].update(source="meanOfVillages", score=means[i])
            used = [i for i, p in enumerate(row["parts"]) if p["source"] != "spread"]
            weight = sum(checks[i]["weight"] for i in used)
            if weight <= 0:
                why = "nothingInspected"
        if why:
            not_ranked.append({"village": row["village"], "name": row["name"], "town": row["town"], "why": why,
                               "missing": missing})
            continue
        row["weighted"] = rounded(sum(row["parts"][i]["score"] * checks[i]["weight"] for i in used), 1, weight)
        row["bonusBeforeCap"] = sum(row["parts"][i]["bonus"] for i in used)
        row["bonus"] = min(row["bonusBeforeCap"], rules["bonusCap"])
        row["points"] = row["weighted"] + row["bonus"]
        before = boundary = 0
        for i in used:
            before += checks[i]["weight"]
            row["parts"][i]["share"] = rounded(before, 10000, weight) - boundary
            boundary += row["parts"][i]["share"]
        ranked.append(row)
    reasons = {r["village"]: r["reason"] for r in data["campaign"].get("exclusionReasons", []) if r["reason"]}
    for code in data["campaign"].get("excluded", []):
        village = known.get(code, {"name": code, "town": ""})
        not_ranked.append({"village": code, "name": village["name"], "town": village["town"], "why": "excluded",
                           "missing": []} | ({"reason": reasons[code]} if code in reasons else {}))
    return ranked, not_ranked


def tie_keys(rows, step, rules, checks, decided):
    by = step["by"]
    if by == "fewestVetoes":
        return [r["vetoes"] for r in rows]
    if by == "fewestFindings":
        return [r["findings"] for r in rows]
    if by == "lastPlace":
        return [r.get("lastPlace", LAST) for r in rows]
    if by == "higherInChecklist":
        kinds = [c["kind"] for c in checks]
        if step.get("kind", "") not in kinds:
            return [LAST] * len(rows)
        at = kinds.index(step["kind"])
        return [LAST if r["parts"][at]["source"] == "spread" else -r["parts"][at]["score"] for r in rows]
    for number, decision in enumerate(rules.get("byHand", [])):
        if all(r["village"] in decision["order"] for r in rows):
            decided.add(number)
            return [decision["order"].index(r["village"]) for r in rows]
    return [0] * len(rows)


def refined(rows, step, lead, rules, checks, decided):
    """The rows of a tie in order, each with what put it behind the one before."""
    if len(rows) < 2 or step == len(rules["ties"]):
        for i, row in enumerate(rows):
            row["apart"] = "shared" if i else lead[0]
            if not i and lead[1] is not None:
                row["tieStep"] = lead[1]
        return rows
    keys = tie_keys(rows, rules["ties"][step], rules, checks, decided)
    result = []
    for n, key in enumerate(sorted(set(keys))):
        group = [r for r, k in zip(rows, keys) if k == key]
        result += refined(group, step + 1, lead if n == 0 else ("tieStep", step), rules, checks, decided)
    return result


def placed(rows, rules, checks, decided):
    result = []
    for points in sorted({r["points"] for r in rows}, reverse=True):
        group = [r for r in rows if r["points"] == points]
        result += refined(group, 0, ("points" if result else "first", None), rules, checks, decided)
    for i, row in enumerate(result):
        row["place"], row["shared"] = i + 1, False
        if row["apart"] == "shared":
            row["place"] = result[i - 1]["place"]
            row["shared"] = result[i - 1]["shared"] = True
    return result


class List:
    def __init__(self, rows, wanted, per_town, at_line):
        self.rows, self.wanted, self.per_town, self.at_line = rows, wanted, per_town, at_line
        self.entries, self.passed, self.towns, self.stopped = [], [], defaultdict(int), False

    def full(self):
        return self.stopped or len(self.entries) >= self.wanted

    def take(self, row, **marks):
        self.entries.append({"row": row, **{k: v for k, v in marks.items() if v}})
        self.towns[self.rows[row]["town"]] += 1

    def take_group(self, group):
        if self.per_town > 0:
            wish = defaultdict(int)
            for row in group:
                wish[self.rows[row]["town"]] += 1
            left = []
            free_before = {t: self.per_town - self.towns[t] for t in wish}
            for row in group:
                town = self.rows[row]["town"]
                if wish[town] <= free_before[town]:
                    left.append(row)
                else:
                    self.passed.append({"row": row, "why": "quota" if free_before[town] <= 0 else "tieInQuota"})
            group = left
        tie = len(group) > self.wanted - len(self.entries)
        if tie and self.at_line == "takeNone":
            self.passed += [{"row": row, "why": "tieAtLine"} for row in group]
            self.stopped = True
            return
        for row in group:
            self.take(row, tieAtLine=tie)

    def json(self):
        return {"wanted": self.wanted, "entries": self.entries, "passedOver": self.passed}


def groups(numbers, rows):
    group = []
    for n in numbers:
        if group and rows[group[-1]]["place"] != rows[n]["place"]:
            yield group
            group = []
        group.append(n)
    if group:
        yield group


def lists(rows, rules):
    best_wanted, worst_wanted = rules["bestCount"], rules["worstCount"]
    if len(rows) < best_wanted + worst_wanted:
        best = min(best_wanted, rounded(len(rows), best_wanted, best_wanted + worst_wanted))
        best_wanted, worst_wanted = best, min(worst_wanted, len(rows) - best)
    effects = rules["vetoEffects"]
    best = List(rows, best_wanted, rules["bestPerTown"], rules["atLine"])
    bars = "outOfBest" in effects or "intoWorst" in effects
    for group in groups(range(len(rows)), rows):
        if best.full():
            break
        best.passed += [{"row": n, "why": "veto"} for n in group if bars and rows[n]["vetoes"]]
        best.take_group([n for n in group if not (bars and rows[n]["vetoes"])])
    worst = List(rows, worst_wanted, rules["worstPerTown"], rules["atLine"])
    by_veto = set()
    if "intoWorst" in effects:
        for n in reversed(range(len(rows))):
            if rows[n]["vetoes"]:
                worst.take(n, byVeto=True)
                by_veto.add(n)
    in_best = {e["row"] for e in best.entries}
    for group in groups(reversed(range(len(rows))), rows):
        if worst.full():
            break
        worst.passed += [{"row": n, "why": "inBest"} for n in group if n in in_best]
        worst.take_group([n for n in group if n not in in_best and n not in by_veto])
    return best.json(), worst.json()


def share_places(rows, key):
    for i, row in enumerate(rows):
        row["place"], row["shared"] = i + 1, False
        if i and row[key] == rows[i - 1][key]:
            row["place"] = rows[i - 1]["place"]
            row["shared"] = rows[i - 1]["shared"] = True
