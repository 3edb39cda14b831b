"""Indicators I01 to I18 from signed copies, plain and naive, written from domain definitions and not from the service's code.

Reads a list of campaigns as JSON on standard input, writes for each a list of [code, measure, pole or null, value or null, n].
Exact fractions throughout; results are rounded once, half away from zero.
"""
import json
import sys
from fractions import Fraction as F


def rounded(value, digits):
    scaled = abs(value) * 10 ** digits
    whole = int(scaled + F(1, 2))
    text = str(whole).rjust(digits + 1, "0")
    text = text[:-digits] + "." + text[-digits:]
    return ("-" if value < 0 and whole else "") + text


def quantile(values, p):
    rank = p * (len(values) - 1)
    below = int(rank)
    if below + 1 == len(values):
        return values[below]
    return values[below] + (rank - below) * (values[below + 1] - values[below])


def number(values, field):
    return F(values[field]) if field in values else None


class Pole:
    def __init__(self, data, campaign):
        self.key = data["key"]
        self.copies = {copy["section"]: copy for copy in data["copies"]}
        self.campaign = campaign

    def records(self, section, kind):
        copy = self.copies.get(section)
        return [] if copy is None else copy["records"].get(kind, [])

    def item(self, section, code):
        for item in self.copies.get(section, {"items": []})["items"]:
            if item["code"] == code and item["state"] == "answered":
                return item["value"]
        return None

    def circle(self, circle, date):
        found = set()
        for record in self.records("morphology", "belonging"):
            v = record["values"]
            if v["circle"] == circle and v.get("entry", "0000") <= date and v.get("exit", "9999") > date:
                found.add(v["organisation"])
        return found

    def first(self, date=None):
        return self.circle("1", date or self.campaign["referenceDate"])

    def second(self, date):
        return self.circle("2", date) - self.first(date)

    def organisation(self, key):
        for record in self.records("morphology", "organisation"):
            if record["key"] == key:
                return record["values"]
        return {}

    def figures(self, key):
        for record in self.records("morphology", "figures"):
            v = record["values"]
            if v["organisation"] == key and int(v["year"]) == self.campaign["fiscalYear"]:
                return v
        return {}

    def known_from(self):
        reference = int(self.campaign["referenceDate"][:4])
        years = [int(r["values"][f][:4]) for r in self.records("morphology", "belonging") for f in ("entry", "exit") if f in r["values"]]
        oldest = min(years, default=reference)
        head = self.records("morphology", "pole")
        began = head[0]["values"].get("firstCooperationYear") if head else None
        return min(reference, max(oldest, int(began) if began else oldest))

    def lines(self, side):
        head = self.records("economics", "economics")
        if head and head[0]["values"].get("forecast"):
            return []
        return [r["values"] for r in self.records("economics", "line") if r["values"]["side"] == side]

    def flag(self, name):
        head = self.records("economics", "economics")
        return head[0]["values"].get(name) if head else None


def people(figures):
    if "people" in figures:
        return F(figures["people"])
    kinds = [number(figures, f) for f in ("peopleHeads", "peoplePresidents", "peopleEmployees", "peopleVolunteers")]
    return None if all(k is None for k in kinds) else sum(k for k in kinds if k is not None)


def no_volunteers(figures):
    everybody, volunteers = people(figures), number(figures, "peopleVolunteers")
    return None if everybody is None or volunteers is None else everybody - volunteers


def counted_fte(figures):
    return number(figures, "fte") if figures.get("fteCounts", True) else None


def income(pole):
    lines = pole.lines("income")
    return sum(F(line["amount"]) for line in lines) if lines else None


def income_part(pole, which):
    total = income(pole)
    return (None, None) if total is None else (sum((F(line["amount"]) for line in pole.lines("income") if which(line)), F(0)), total)


def is_grant(line):
    return line["group"] == "grants"


def funder(line):
    return line.get("funder", "not-allocated")


def funders_known(pole):
    grants = [line for line in pole.lines("income") if is_grant(line)]
    lost = sum(F(line["amount"]) for line in grants if funder(line) == "not-allocated")
    return lost * 20 <= sum(F(line["amount"]) for line in grants)


def perimeter(pole, money, in_kind, depth, premises):
    order = ["coordinator", "support", "leader"]
    if "economics" not in pole.copies or pole.flag("situation") == "not-separable" or (depth == 2 and pole.flag("secondmentValued") is not True):
        return None
    if not money or any(line.get("perimeter") not in order for line in money):
        return None
    total = F(0)
    for line in money + [line for line in in_kind if line.get("perimeter") in order]:
        of_premises = line.get("premises", line.get("destination") == "premises" or line["line"] in ("I.LOY", "E.LOY", "P.NV.LOY"))
        if order.index(line["perimeter"]) <= depth and (premises or not of_premises):
            total += F(line["amount"])
    return total


def network(pole, without_large):
    projects = pole.records("cooperation", "project")
    if "morphology" not in pole.copies or not projects:
        return None
    year = pole.campaign["year"]
    nodes, edges = pole.first(), set()
    for record in projects:
        v = record["values"]
        if v.get("active") is False:
            continue
        begin, end = v.get("from"), v.get("to")
        if begin is None and end is None:
            if int(v.get("year", -1)) != year:
                continue
        else:
            start = int(begin[:4]) if begin else int(v.get("year", 0))
            if not (start <= year <= (int(end[:4]) if end else 9999)):
                continue
        members = v.get("members", [])
        if without_large and len(members) > 5:
            continue
        inside = [m for m in members if m in nodes]
        edges |= {tuple(sorted((a, b))) for a in inside for b in inside if a != b}
    return nodes, edges


def connected(nodes, edges):
    groups = {n: {n} for n in nodes}
    for a, b in edges:
        if groups[a] is not groups[b]:
            both = groups[a] | groups[b]
            for n in both:
                groups[n] = both
    return len({id(g) for g in groups.values()})


def campaign_figures(campaign):
    poles = sorted((Pole(p, campaign) for p in campaign["poles"]), key=lambda p: p.key)
    out = []

    def name(part, statistic, suffix):
        return (statistic if part is None else f"{part}.{statistic}") + suffix

    def spread(code, values, digits, part, suffix):
        known = sorted(v for v in values.values() if v is not None)
        n = len(known)
        stats = {"mean": sum(known) / n, "min": known[0], "q1": quantile(known, F(1, 4)), "median": quantile(known, F(1, 2)), "q3": quantile(known, F(3, 4)), "max": known[-1]} if n else {}
        for statistic in ("mean", "min", "q1", "median", "q3", "max"):
            out.append([code, name(part, statistic, suffix), None, rounded(stats[statistic], digits) if n else None, n])
        return n

    def own(code, values, digits, part, suffix):
        for key, value in values.items():
            out.append([code, (part or "value") + suffix, key, None if value is None else rounded(value, digits), 0 if value is None else 1])

    def amounts(code, values, digits=2, part=None, suffix="", pooled="sum"):
        own(code, values, digits, part, suffix)
        n = spread(code, values, digits, part, suffix)
        if pooled != "none":
            known = [v for v in values.values() if v is not None]
            total = (sum(known) if known else None) if pooled == "sum" else pooled
            out.append([code, name(part, "pooled", suffix), None, None if total is None else rounded(F(total), digits), n])

    def shares(code, terms, part=None, suffix="", pooled=None, scale=100):
        values = {k: (scale * a / b if a is not None and b else None) for k, (a, b) in terms.items()}
        own(code, values, 2, part, suffix)
        n = spread(code, values, 2, part, suffix)
        if pooled is None:
            known = [t for k, t in terms.items() if values[k] is not None]
            pooled = (sum((t[0] for t in known), F(0)), sum((t[1] for t in known), F(0)))
        out.append([code, name(part, "pooled", suffix), None, rounded(scale * F(pooled[0]) / F(pooled[1]), 2) if n and pooled[1] else None, n])

    with_members = [p for p in poles if "morphology" in p.copies]
    everybody = sorted(set().union(*(p.first() for p in with_members))) if with_members else []

    def told(key, ask):
        for p in with_members:
            if key in p.first():
                value = ask(p)
                if value is not None:
                    return value
        return None

    def pooled_figures(ask):
        return [v for v in (told(k, lambda p, k=k: ask(p.figures(k))) for k in everybody) if v is not None]

    def members_sum(ask):
        values = {}
        for p in poles:
            known = [v for v in (ask(p.figures(k)) for k in p.first()) if v is not None] if p in with_members else []
            values[p.key] = sum(known) if known else None
        return values

    def pooled_sum(ask):
        known = pooled_figures(ask)
        return sum(known) if known else None

    # I01, I02
    amounts("I01", {p.key: F(len(p.first())) if p in with_members else None for p in poles}, pooled=len(everybody) if with_members else None)
    after = campaign["referenceDate"]
    before = f"{int(after[:4]) - 1}{after[4:]}"
    moves = {}
    for p in poles:
        if p not in with_members or p.known_from() > int(before[:4]):
            moves[p.key] = None
            continue
        came, gone = p.first(after) - p.first(before), p.first(before) - p.first(after)
        inside, outside = came & p.second(before), gone & p.second(after)
        moves[p.key] = (len(came) - len(gone), len(came) - len(inside), len(gone) - len(outside), len(inside), len(outside))
    for place, part in enumerate([None, "entries", "exits", "moves-in", "moves-out"]):
        amounts("I02", {k: None if m is None else F(m[place]) for k, m in moves.items()}, part=part)

    # I03
    def families(keys, tell, among):
        known = [f for f in (tell(k) for k in keys) if f is not None and among(f)]
        return F(sum(f == "non-ess" for f in known)), F(len(known))
    for suffix, among in (("", lambda f: True), (".enterprises", lambda f: f in ("ess", "non-ess"))):
        shares("I03", {p.key: families(p.first(), lambda k, p=p: p.organisation(k).get("family"), among) if p in with_members else (None, None) for p in poles}, suffix=suffix,
               pooled=families(everybody, lambda k: told(k, lambda p: p.organisation(k).get("family")), among))

    # I04, I05
    terms = {}
    for p in poles:
        known = [number(p.figures(k), "fte") for k in p.first()] if p in with_members else None
        known = None if known is None else [f for f in known if f is not None]
        terms[p.key] = (None, None) if known is None else (F(sum(f < 10 for f in known)), F(len(known)))
    pool = pooled_figures(lambda f: number(f, "fte"))
    shares("I04", terms, pooled=(sum(f < 10 for f in pool), len(pool)))
    amounts("I05", members_sum(counted_fte), pooled=pooled_sum(counted_fte))

    def how_many(which):
        return {p.key: F(sum(which(p.figures(k)) for k in p.first())) if p in with_members else None for p in poles}
    amounts("I05", how_many(lambda f: "fte" in f and f.get("fteCounts", True)), part="members-included")
    amounts("I05", how_many(lambda f: "fte" not in f and f.get("fteCounts", True)), part="members-unknown")
    amounts("I05", how_many(lambda f: not f.get("fteCounts", True)), part="members-left-out")

    # I06, I07
    for part, field in (("insertion-posts", "insertionPosts"), ("insertion-contracts", "insertionContracts"), ("professionalisation-contracts", "professionalisationContracts"),
                        ("salaried-entrepreneurs", "salariedEntrepreneurs"), ("residents", "residents")):
        amounts("I06", members_sum(lambda f, field=field: number(f, field)), part=part, pooled=pooled_sum(lambda f, field=field: number(f, field)))
    for part, ask in ((None, people), ("without-volunteers", no_volunteers)):
        terms = {}
        for p in poles:
            known = [v for v in (ask(p.figures(k)) for k in p.first()) if v is not None] if p in with_members else None
            terms[p.key] = (None, None) if known is None else (F(sum(known)), F(len(known)))
        pool = pooled_figures(ask)
        shares("I07", terms, part=part, pooled=(sum(pool), len(pool)), scale=1)

    # I08
    for part, large in ((None, False), ("without-large", True)):
        nets = {p.key: network(p, large) for p in poles}
        shares("I08", {k: (None, None) if n is None else (F(len(n[1])), F(len(n[0]) * (len(n[0]) - 1) // 2)) for k, n in nets.items()}, part=part)
    nets = {p.key: network(p, False) for p in poles}
    shares("I08", {k: (None, None) if n is None else (F(2 * len(n[1])), F(len(n[0]))) for k, n in nets.items()}, part="degree", scale=1)
    amounts("I08", {k: None if n is None else F(connected(*n)) for k, n in nets.items()}, part="components", pooled="none")

    # I09
    for part, prefix in ((None, ""), ("C1", "C1."), ("C2", "C2."), ("C3", "C3.")):
        terms = {}
        for p in poles:
            stages = None
            if "cooperation" in p.copies:
                stages = [i["value"] for i in p.copies["cooperation"]["items"]
                          if i["state"] == "answered" and i["code"][:3] in ("C1.", "C2.", "C3.") and i["code"][3:].isdigit() and i["code"].startswith(prefix)]
            terms[p.key] = (None, None) if stages is None else (F(sum(s in ("some-members", "generalised") for s in stages)), F(len(stages)))
        shares("I09", terms, part=part)

    # I10
    for part, code, pooled in (("coordination", "G8.fte", "sum"), ("leader-time", "G7.time", "none")):
        answers = {p.key: p.item("governance", code) for p in poles}
        amounts("I10", {k: None if v is None else F(v) for k, v in answers.items()}, part=part, pooled=pooled)

    # I11, I12
    amounts("I11", {p.key: income(p) for p in poles})
    perimeters = [(n + s, d, w) for d, n in enumerate(("coordinator", "support", "leader")) for s, w in (("", True), (".without-premises", False))]
    for part, depth, premises in perimeters:
        amounts("I12", {p.key: perimeter(p, p.lines("income"), p.lines("contribution"), depth, premises) for p in poles}, part=part)

    # I13, I14
    for part, group in (("operating-grants", "grants"), ("internal", "internal"), ("external", "external"), ("unresolved", "unresolved"), ("other", "other")):
        shares("I13", {p.key: income_part(p, lambda line, group=group: line["group"] == group) for p in poles}, part=part)
    shares("I13b", {p.key: income_part(p, lambda line: is_grant(line) and funder(line) not in ("private", "not-allocated")) if funders_known(p) else (None, None) for p in poles}, part="public-funding")
    shares("I14", {p.key: income_part(p, lambda line: line["line"] == "I.COT") for p in poles}, part="fees")
    for code, lines in (("I14", ("I.LOY",)), ("I14b", ("I.LOY", "I.CONV"))):
        shares(code, {p.key: (None, None) if p.flag("premisesIncluded") is False else income_part(p, lambda line, lines=lines: line["line"] in lines) for p in poles}, part="premises")

    # I15
    index = {}
    for p in poles:
        by_funder = {}
        for line in p.lines("income"):
            if is_grant(line) and funder(line) != "not-allocated":
                by_funder[funder(line)] = by_funder.get(funder(line), F(0)) + F(line["amount"])
        total = sum(by_funder.values())
        index[p.key] = sum((a / total) ** 2 for a in by_funder.values()) if p.lines("income") and funders_known(p) and total > 0 else None
    amounts("I15", index, digits=4, pooled="none")

    # I16, I17, I18
    for part, depth, premises in perimeters:
        amounts("I16", {p.key: perimeter(p, [x for x in p.lines("expense") if x.get("destination") == "coordination"],
                                         [x for x in p.lines("use") if x.get("destination", "coordination") == "coordination"], depth, premises) for p in poles}, part=part)
    gifts = {p.key: sum(F(x["amount"]) for x in p.lines("contribution")) if p.lines("contribution") else None for p in poles}
    amounts("I17", gifts)
    shares("I17", {p.key: (None, None) if gifts[p.key] is None or income(p) is None else (gifts[p.key], income(p) + gifts[p.key]) for p in poles}, part="share")
    for part, which in ((None, lambda v: True), ("still-members", lambda v: v.get("stillMember") is True)):
        values = {}
        for p in poles:
            born = [r["values"] for r in p.records("impacts", "enterprise")]
            values[p.key] = F(sum(which(v) for v in born if "date" not in v or int(v["date"][:4]) <= campaign["year"])) if "impacts" in p.copies else None
        amounts("I18", values, part=part)
    return out


json.dump([campaign_figures(c) for c in json.load(sys.stdin)], sys.stdout)
