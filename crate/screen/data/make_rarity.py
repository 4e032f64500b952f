#!/usr/bin/env python3
"""Makes rarity.txt: how common words are in names, frozen, so that an answer never depends on the lists that are loaded.

    python3 make_rarity.py CSL.json NAMES_DIR > rarity.txt

CSL.json: the US Consolidated Screening List of 2026-07-31 (public domain, 17 USC 105), read for the words of all its names.
NAMES_DIR: the folder `names` of the PyPI package `names` 0.3.0, which holds the name files of the US Census of 1990
(public domain): dist.all.last, dist.female.first, dist.male.first.

A line is a rarity in tenths of a bit (-10 log2 of the share of names with that word) and the words that have it. Words rarer than RAREST are left
out: the engine gives them the rarity of unknown words. A word that the lists have often and the census has not may be one family of
companies: it is held halfway to unknown unless entries in many countries use it.
"""
import collections, json, math, re, sys, unicodedata

RAREST, STEP = 125, 5


def words(text):
    text = unicodedata.normalize("NFKD", text)
    text = re.sub(r"[\u0300-\u036f'`\u2018\u2019\u02b9-\u02c1]", "", text).lower()
    return [w for w in re.split(r"[^a-z0-9]+", text) if w]


def main():
    results = json.load(open(sys.argv[1], encoding="utf8"))["entries"]
    names, countries = collections.Counter(), collections.defaultdict(set)
    total = 0
    for entry in results:
        places = set(entry.get("c") or ["?"])
        for name in [entry["n"], *(entry.get("a") or [])]:
            total += 1
            for word in set(words(name)):
                names[word] += 1
                countries[word] |= places
    share = {}
    for word, count in names.items():
        if count < 4 or word.isdigit():
            continue
        bits = -math.log2(count / total)
        if len(countries[word]) < 12:
            bits = (bits + 14) / 2
        share[word] = bits
    for file in ("dist.all.last", "dist.female.first", "dist.male.first"):
        for line in open(f"{sys.argv[2]}/{file}", encoding="ascii"):
            word, per_cent = line.split()[0].lower(), float(line.split()[1])
            if per_cent > 0:
                bits = -math.log2(per_cent / 100)
                share[word] = min(bits, share.get(word, 99))
    rows = collections.defaultdict(list)
    for word, bits in share.items():
        tenths = max(10, round(bits * 10 / STEP) * STEP)
        if tenths <= RAREST and 2 <= len(word):
            rows[tenths].append(word)
    for tenths in sorted(rows):
        print(tenths, " ".join(sorted(rows[tenths])))


main()
