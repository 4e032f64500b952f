#!/usr/bin/env python3
"""How many East Asian names of the Japanese end-user list read like the Latin name that stands beside them.

usage: measure_pairs.py READER FILE.json [-v]     READER: the built example `readings`

A name counts as met when at least half of the letters of the Latin name's words (those of three letters and more, without
`the`, `and`, `for`) stand in words of one reading: equal, or with four equal letters at the start. -v prints each pair, worst first.
"""
import json
import re
import subprocess
import sys

HAN = re.compile(r"[\u3400-\u9fff\u3041-\u30ff]")
RUN = re.compile(r"[\u3400-\u9fff\u3005-\u3007\u3041-\u30ff0-9○〇()（）]*[\u3400-\u9fff][\u3400-\u9fff\u3005-\u3007\u3041-\u30ff0-9A-Z○〇ー]*")
SKIP = {"the", "and", "for", "co", "ltd"}


def words(latin):
    return [w for w in re.findall(r"[a-z0-9]+", latin.lower().replace("'", "")) if len(w) > 2 and w not in SKIP]


def share(latin, reading):
    have = words(reading)
    glued = "".join(have)
    met = lambda w: any(w == h or (len(w) > 3 and len(h) > 3 and w[:4] == h[:4]) for h in have) or (len(w) > 5 and w in glued)
    total = sum(map(len, latin))
    return sum(len(w) for w in latin if met(w)) / total if total else 0


def main():
    reader, path = sys.argv[1:3]
    pairs = []
    for entry in json.load(open(path, encoding="utf-8")):
        names = [entry["entity_name"], *entry["aliases"]]
        latin = [words(HAN.sub(" ", n)) for n in names]
        latin = [l for l in latin if l]
        for name in names:
            for run in RUN.findall(name):
                run = run.strip("()（）")
                if len(HAN.findall(run)) > 1 and latin:
                    pairs.append((run, latin))
    answers = subprocess.run([reader], input="\n".join(p[0] for p in pairs), text=True, capture_output=True, check=True).stdout.splitlines()
    scored = []
    for (run, latin), line in zip(pairs, answers):
        readings = line.split("\t")[1:]
        best, one, other = max((share(l, r), r, " ".join(l)) for r in readings for l in latin)
        scored.append((best, run, one, other))
    scored.sort()
    if "-v" in sys.argv:
        for best, run, one, other in scored:
            print(f"{best:.2f}\t{run}\t{one}\t{other}")
    for floor in (0.5, 0.75, 1.0):
        print(f"met at {floor}: {sum(s[0] >= floor for s in scored)} of {len(scored)}")


if __name__ == "__main__":
    main()
