"""Scores of inspections again, written from docs/ranking-package.md alone. Used by recompute.py."""
import json


def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def rounded(value, times, by):
    """value * times / by, half up."""
    return (2 * value * times + by) // (2 * by)


def clamp(value, low, high):
    return max(low, min(value, high))


# ---- scoring one inspection -------------------------------------------------------------------------------


def distinct(findings, key, empty):
    named = {f[key] for f in findings if f.get(key, empty) != empty}
    return len(named) + sum(1 for f in findings if f.get(key, empty) == empty)


def taken(rule, item, findings, visited):
    """What a rule takes (or gives) before its cap."""
    method, price = rule["method"], rule["price"]
    percent = rule.get("repeatPercent", 0)
    repeated = [f for f in findings if percent > 0 and f.get("repeat", False)]

    def extra(count, planned=1, sample=1):
        return rounded(price * count, (percent - 100) * planned, 100 * sample) if count > 0 else 0

    def weighted(finding, points):
        return rounded(points, percent, 100) if finding in repeated else points

    if method == "bonus":
        return price * len(findings)
    if method == "perFinding":
        return price * len(findings) + extra(len(repeated))
    if method == "once":
        return weighted(repeated[0], price) if repeated else price
    if method == "zeroItem":
        return item["max"]
    if method == "perMissing":
        return price * distinct(findings, "kind", "") + extra(distinct(repeated, "kind", ""))
    if method == "tier":
        tiers = rule.get("tiers", [])
        return max([weighted(f, tiers[f["tier"]]["price"]) for f in findings if 0 <= f.get("tier", -1) < len(tiers)], default=0)
    if method == "perHousehold":
        failing = distinct(findings, "household", 0)
        planned = item.get("households", 0)
        again = distinct(repeated, "household", 0)
        if planned <= 0 or visited <= 0 or visited == planned:
            return price * failing + extra(again)
        return rounded(price * failing, planned, max(visited, failing)) + extra(again, planned, max(visited, again))
    if method == "ratio":
        ratio = rule.get("ratio")
        if not ratio:
            return 0
        lost = [0]
        for finding in findings:
            above = finding.get("value", ratio["threshold"]) - ratio["threshold"]
            miss = max(-above if ratio["atLeast"] else above, 0)
            lost.append(weighted(finding, price * min((miss + ratio["step"] - 1) // ratio["step"], 1000000)))
        return max(lost)
    if method == "overMagnitude":
        def over(some):
            return sum(1 for f in some if "value" in f and f["value"] > rule.get("magnitudeOver", 0))
        return price * over(findings) + extra(over(repeated))
    return 0  # veto


def state_of(answer):
    if answer is None:
        return "unanswered"
    if answer["state"] == "notApplicable":
        return "notApplicable"
    if answer["state"] == "found" or answer.get("findings"):
        return "found"
    if answer["state"] == "ok":
        return "ok"
    return "found" if answer.get("earned") else "unanswered"


class Score:
    def __init__(self, sheet, inspection, adjustments):
        self.sheet = sheet
        self.answers = {}
        for answer in inspection["answers"]:
            self.answers.setdefault(answer["item"], answer)
        self.adjusted = {a["item"]: a["points"] for a in adjustments}
        profiles = sheet.get("profiles", [])
        chosen = [p for p in profiles if p["code"] == inspection.get("profile", "")] or profiles[:1]
        self.excluded = set(chosen[0].get("excludedSections", [])) if chosen else set()
        self.bonus = self.vetoes = self.findings = 0
        self.maximum = sum(i["max"] for s in sheet["sections"] for i in s["items"])
        self.zeroed, self.whole_sheet = set(), False
        sections = [self.section(s, number) for number, s in enumerate(sheet["sections"])]
        of = sum(o for _, o in sections)
        self.points = rounded(sum(p for p, _ in sections), self.maximum, of) if of else 0
        if of and "deductionCap" in sheet:
            self.points = max(self.points, self.maximum - sheet["deductionCap"])
        self.points_if_vetoed = self.points
        if self.whole_sheet:
            self.points_if_vetoed = 0
        elif self.vetoes and of:
            left = sum(p for number, (p, _) in enumerate(sections) if number not in self.zeroed)
            self.points_if_vetoed = min(self.points, rounded(left, self.maximum, of))
        self.bonus = min(self.bonus, sheet["bonusCap"])

    def item(self, item):
        """(state, deduction, bonus, vetoes, findings) by the answer alone."""
        answer = self.answers.get(item["code"])
        state = state_of(answer)
        lost = bonus = vetoes = count = 0
        for rule in item["rules"] if state == "found" else []:
            if rule["method"] == "subPoint":
                if rule["code"] not in answer.get("earned", []):
                    lost += rule["price"]
                continue
            findings = [f for f in answer.get("findings", []) if f["rule"] == rule["code"]]
            if not findings:
                continue
            points = taken(rule, item, findings, answer.get("households", 0))
            points = min(points, rule.get("cap", points))
            if rule["method"] == "bonus":
                bonus += points
            else:
                count += len(findings)
                lost += points
            vetoes += rule["method"] == "veto"
        return state, min(lost, item["max"]), bonus, vetoes, count

    def section(self, section, number):
        if section["code"] in self.excluded:
            return 0, 0
        applied = lost = spread = 0
        for item in section["items"]:
            state, deducted, bonus, vetoes, count = self.item(item)
            away = state == "notApplicable" and item["notApplicable"] != "fullMarks"
            if item["code"] in self.adjusted:
                points = self.adjusted[item["code"]]
                if item["max"] == 0:
                    bonus = clamp(points, 0, self.sheet["bonusCap"])
                else:
                    deducted = item["max"] - clamp(points, 0, item["max"])
                away = False
            self.bonus += bonus
            self.vetoes += vetoes
            self.findings += count
            if vetoes:
                self.zeroed.add(number)
                self.whole_sheet = self.whole_sheet or all(i["max"] == 0 for i in section["items"])
            if not away:
                applied += item["max"]
                lost += deducted
            elif item["notApplicable"] != "spreadSheet":
                spread += item["max"]
        if applied == 0:
            return 0, 0
        of = applied + spread
        return max(rounded(applied - lost, of, applied), of - section.get("deductionCap", of)), of
