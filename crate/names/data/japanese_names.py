#!/usr/bin/env python3
"""Makes japanese-surnames.tsv and japanese-given.tsv from the PyPI package japanese-personal-name-dataset 0.4.0 (MIT).

usage: japanese_names.py DIR UCD     DIR: the package's `dataset` folder; UCD: holds Unihan_Variants.txt

Surnames: the most common ones with their commonest reading, and a few of people in the news. Given names: for each character, how it is read at the start and
later in a name (and, in a third field, alone), learnt by aligning every listed name with its reading (expectation maximisation, a fixed number of rounds).
"""
import collections
import csv
import pathlib
import re
import sys

from han_words import all_variants

HERE = pathlib.Path(__file__).parent
SURNAMES, CHARACTERS, ROUNDS = 700, 380, 6
IN_THE_NEWS = {"安倍": "abe", "鸠山": "hatoyama", "石破": "ishiba", "麻生": "aso", "高市": "takaichi", "麻原": "asahara", "东条": "tojo", "茂木": "motegi", "岸": "kishi",
               "丰田": "toyoda", "孙": "son", "柳井": "yanai", "司": "tsukasa", "稻叶": "inaba", "福泽": "fukuzawa", "黑泽": "kurosawa", "宫崎": "miyazaki", "村上": "murakami"}
# Given names so common or so irregular that they are read whole.
WHOLE = {"一郎": "ichiro", "二郎": "jiro", "次郎": "jiro", "三郎": "saburo", "四郎": "shiro", "五郎": "goro", "太郎": "taro", "健一": "kenichi", "健太": "kenta", "健太郎": "kentaro", "大輔": "daisuke",
         "純一": "junichi", "純一郎": "junichiro", "慎太郎": "shintaro", "晋太郎": "shintaro", "博文": "hirobumi", "栄作": "eisaku", "角栄": "kakuei", "信介": "nobusuke", "英機": "hideki", "五十六": "isoroku",
         "一": "hajime", "誠": "makoto", "茂": "shigeru", "隆": "takashi", "浩": "hiroshi", "清": "kiyoshi", "豊": "yutaka", "進": "susumu", "実": "minoru", "勝": "masaru", "正": "tadashi", "明": "akira",
         "学": "manabu", "修": "osamu", "剛": "tsuyoshi", "聡": "satoshi", "勇": "isamu", "薫": "kaoru", "翔": "sho", "蓮": "ren", "健": "ken", "駿": "hayao", "忍": "shinobu", "武": "takeshi", "毅": "tsuyoshi",
         "洋子": "yoko", "和子": "kazuko", "幸子": "sachiko", "花子": "hanako", "恵子": "keiko", "京子": "kyoko", "裕子": "yuko", "直美": "naomi", "明美": "akemi", "由美子": "yumiko", "百合子": "yuriko",
         "早苗": "sanae", "彰晃": "shoko", "智津夫": "chizuo", "忍": "shinobu", "英樹": "hideki", "直人": "naoto", "由紀夫": "yukio", "一成": "kazunari", "康夫": "yasuo", "義偉": "yoshihide", "佳彦": "yoshihiko"}
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
    surnames = dict(IN_THE_NEWS)
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
    given.update({simple(name): f"{reading}\t" for name, reading in WHOLE.items() if len(name) > 1})
    for name, reading in WHOLE.items():
        if len(name) == 1:
            start, _, later = given.get(simple(name), "\t").partition("\t")
            given[simple(name)] = f"{start}\t{later}\t{reading}"
    for name, table in (("surnames", surnames), ("given", given)):
        text = "".join(f"{k}\t{v}\n" for k, v in sorted(table.items(), key=lambda p: p[0].encode()))
        (HERE / f"japanese-{name}.tsv").write_text(text, encoding="utf-8")
    print(f"{len(surnames)} surnames, {len(given)} characters")


if __name__ == "__main__":
    main()
