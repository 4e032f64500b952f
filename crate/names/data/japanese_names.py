#!/usr/bin/env python3
"""Makes japanese-surnames.tsv and japanese-given.tsv from the PyPI package japanese-personal-name-dataset 0.4.0 (MIT).

usage: japanese_names.py DIR UCD     DIR: the package's `dataset` folder; UCD: holds Unihan_Variants.txt

Surnames: the most common ones with their commonest reading. Given names: for each character, how it is read at the start and
later in a name, learnt by aligning every listed name with its reading (expectation maximisation, a fixed number of rounds).
"""
import collections
import csv
import pathlib
import re
import sys

from han_words import all_variants

HERE = pathlib.Path(__file__).parent
SURNAMES, CHARACTERS, ROUNDS = 800, 450, 6
KANA = dict(re.findall("([ぁ-ゖ])([a-z]+)", (
    "あaいiうuえeおoかkaきkiくkuけkeこkoがgaぎgiぐguげgeごgoさsaしshiすsuせseそsoざzaじjiずzuぜzeぞzoたtaちchiつtsuてteとtoだdaぢjiづzuでdeどdoなnaにniぬnuねneのno"
    "はhaひhiふfuへheほhoばbaびbiぶbuべbeぼboぱpaぴpiぷpuぺpeぽpoまmaみmiむmuめmeもmoやyaゆyuよyoらraりriるruれreろroわwaをoんnゔvu")))


def hepburn(kana):
    """As passports spell: long vowels short."""
    out, double = "", False
    for c in kana:
        if c == "っ":
            double = True
        elif c in "ゃゅょ":
            out = out[:-1] if out.endswith("i") else out
            out += ("" if out.endswith(("sh", "ch", "j")) else "y") + {"ゃ": "a", "ゅ": "u", "ょ": "o"}[c]
        else:
            s = KANA.get(c, "")
            out += (("t" if s.startswith("ch") else s[:1]) if double else "") + s
            double = False
    return re.sub("o[uo]", "o", out).replace("uu", "u")


def morae(kana):
    return re.findall("[ぁ-ゖ][ゃゅょ]?", kana)


def align(pairs):
    """Per character, and whether it begins the name: how often it is read how."""
    chance = collections.defaultdict(lambda: collections.defaultdict(lambda: 0.01))
    best = {}
    for _ in range(ROUNDS):
        count = collections.defaultdict(collections.Counter)
        for (kanji, kana), weight in pairs.items():
            sounds = morae(kana)

            def ways(i, j):
                if i == len(kanji):
                    return [((), 1.0)] if j == len(sounds) else []
                out = []
                for n in range(1, min(5, len(sounds) - j - (len(kanji) - i - 1)) + 1):
                    s = "".join(sounds[j : j + n])
                    out += [((s,) + t, chance[kanji[i]][s] * q) for t, q in ways(i + 1, j + n)]
                return out

            found = ways(0, 0) if len(kanji) <= len(sounds) <= 12 else []
            total = sum(q for _, q in found)
            if total <= 0:
                continue
            best[kanji, kana] = max(found, key=lambda w: w[1])[0]
            for way, q in found:
                for c, s in zip(kanji, way):
                    count[c][s] += weight * q / total
        for c, sounds in count.items():
            total = sum(sounds.values())
            chance[c] = collections.defaultdict(lambda: 1e-4, {s: n / (total + 0.5) for s, n in sounds.items()})
    out = collections.defaultdict(collections.Counter)
    for (kanji, kana), way in best.items():
        for i, (c, s) in enumerate(zip(kanji, way)):
            out[c, i == 0][hepburn(s)] += pairs[kanji, kana]
    return out


def main():
    folder, ucd = sys.argv[1:]
    variants = all_variants(ucd)
    simple = lambda text: "".join(variants.get(c, c) for c in text)
    surnames = {}
    for row in list(csv.reader(open(f"{folder}/last_name_org.csv", encoding="utf-8"))):
        if len(surnames) < SURNAMES:
            surnames.setdefault(simple(row[0]), hepburn(row[2]))
    pairs = collections.Counter()
    for name, weight in (("man_org", 1), ("woman_org", 1), ("man_opti", 3), ("woman_opti", 3)):
        for row in csv.reader(open(f"{folder}/first_name_{name}.csv", encoding="utf-8")):
            for kanji in row[2:]:
                if re.fullmatch("[一-龥]{1,4}", kanji):
                    pairs[simple(kanji), row[0]] += weight
    read = align(pairs)
    use = collections.Counter()
    for (c, _), sounds in read.items():
        use[c] += sum(sounds.values())
    top = sorted(use, key=lambda c: (-use[c], c))[:CHARACTERS]
    likeliest = lambda sounds: ",".join(s for s, _ in sorted(sounds.items(), key=lambda p: (-p[1], p[0]))[:2])
    given = {c: f"{likeliest(read.get((c, True), {}))}\t{likeliest(read.get((c, False), {}))}" for c in top}
    for name, table in (("surnames", surnames), ("given", given)):
        text = "".join(f"{k}\t{v}\n" for k, v in sorted(table.items(), key=lambda p: p[0].encode()))
        (HERE / f"japanese-{name}.tsv").write_text(text, encoding="utf-8")
    print(f"{len(surnames)} surnames, {len(given)} characters")


if __name__ == "__main__":
    main()
