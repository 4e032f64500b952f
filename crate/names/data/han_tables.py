#!/usr/bin/env python3
"""Makes han-chars.bin from the Unicode Han database. README.md beside this file has the source and the command.

usage: han_tables.py DIR OUT        DIR holds Unihan_Readings.txt, Unihan_OtherMappings.txt, Unihan_Variants.txt
"""
import collections
import pathlib
import re
import struct
import sys
import unicodedata

FIRST, LAST = 0x4E00, 0x9FFF
# Characters whose usual reading in names is not the first that Unihan gives, or whose usual spelling is not the rule's.
CANTONESE_NAME = {"任": "jam6"}
HONG_KONG_NAME = {"子": "tsz", "紫": "tsz", "梓": "tsz", "星": "sing", "馨": "hing", "恩": "yan", "欣": "yan", "茂": "mau"}
KOREAN_NAME = {"金": "김", "車": "차", "车": "차", "李": "리", "柳": "류", "梁": "량", "林": "림", "盧": "로", "卢": "로", "羅": "라", "罗": "라",
               "呂": "려", "吕": "려", "劉": "류", "刘": "류", "龍": "룡", "龙": "룡"}
# Characters of Korean given names that schools don't teach.
KOREAN_GIVEN = ("熙鉉铉炫昊旻珉俊埈晙浚奎圭珪洙秀銖铢錫锡奭碩硕鎬镐澔泰兌兑勳勋熏薰燮爕鍾钟鐘哲喆澈徹彻赫爀炳秉柄瑞熊雄鎭镇珍震晋晉瑛煥焕奐奂桓寅仁應应雲云澤泽宅昌彰滿满萬万祚模謨谟憲宪獻献顯显"
                "賢贤炅敬庚璟卿慶庆淑姬嬉英榮荣永泳映順顺舜淳純纯蓮莲延姸妍淵渊娟彦善宣璿仙成誠诚盛晟聖圣槿謹谨根瑾惠慧汝允胤潤润玧鐸铎佑祐宇雨旭昱郁玟敏旼範范杓相尙尚庠")


def fields(path, wanted):
    out = collections.defaultdict(dict)
    for line in open(path, encoding="utf-8"):
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t", 2)
            if field in wanted:
                out[field][int(code[2:], 16)] = value
    return out


def in_use(other, variants):
    """Characters that people write: GB 2312, the Table of General Standard Characters, Big5 level 1, the Japanese
    school and name lists, and the traditional forms of GB 2312."""
    chars = set()
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                chars.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    for code in list(chars):
        for v in re.findall(r"U\+([0-9A-F]+)", variants["kTraditionalVariant"].get(code, "")):
            chars.add(int(v, 16))
    chars |= big5_common()
    for field in ("kJoyoKanji", "kJinmeiyoKanji", "kTGH"):
        chars |= set(other[field])
    return sorted(c for c in chars if FIRST <= c <= LAST)


def with_variants(codes, variants):
    out = set(codes)
    for code in codes:
        for kind in ("kTraditionalVariant", "kSimplifiedVariant"):
            out |= {int(v, 16) for v in re.findall(r"U\+([0-9A-F]+)", variants[kind].get(code, ""))}
    return out


def big5_common():
    out = set()
    for high in range(0xA4, 0xC7):
        for low in list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF)):
            try:
                out.add(ord(bytes((high, low)).decode("big5")))
            except UnicodeDecodeError:
                pass
    return out


def plain(pinyin):
    """lǚ -> lv -> lu: passports write lü as lyu or lu; the marks go, and ü is written u, after j q x y and l n alike."""
    return "".join(c for c in unicodedata.normalize("NFD", pinyin) if not unicodedata.combining(c))


HK_START = {"b": "p", "d": "t", "g": "k", "gw": "kw", "z": "ch", "c": "ch", "j": "y", "p": "p", "t": "t", "k": "k", "kw": "kw", "m": "m", "n": "n",
            "ng": "ng", "l": "l", "f": "f", "h": "h", "w": "w", "s": "s", "": ""}
HK_END = {"aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at", "aak": "ak", "a": "a", "ai": "ai", "au": "au",
          "am": "am", "an": "an", "ang": "ang", "ap": "ap", "at": "at", "ak": "ak", "e": "e", "ei": "ei", "eng": "eng", "ek": "ek", "eu": "eu", "em": "em", "et": "et",
          "ep": "ep", "i": "i", "iu": "iu", "im": "im", "in": "in", "ing": "ing", "ip": "ip", "it": "it", "ik": "ik", "o": "o", "oi": "oi", "ou": "o", "on": "on",
          "ong": "ong", "ot": "ot", "ok": "ok", "oe": "eu", "oeng": "eung", "oek": "euk", "eoi": "ui", "eon": "un", "eot": "ut", "u": "u", "ui": "ui", "un": "un",
          "ung": "ung", "ut": "ut", "uk": "uk", "yu": "u", "yun": "uen", "yut": "uet", "m": "m", "ng": "ng"}


def hong_kong(jyutping):
    """The spelling that the Hong Kong Government puts on identity cards, by rule from Jyutping without tones."""
    if jyutping in ("m", "ng"):
        return "ng"
    start = next((s for s in ("gw", "kw", "ng") + tuple("bpmfdtnlgkhwzcsj") if jyutping.startswith(s)), "")
    end = jyutping[len(start):]
    if end not in HK_END:
        return jyutping
    s, e = HK_START[start], HK_END[end]
    # ts before some vowels: Tsang, Tsui, Tso, Tse, Tsz; ch before the others: Chan, Cheung, Chiu, Choi.
    if start == "z" and end in ("ang", "eoi", "o", "e", "ong", "ak", "aak"):
        s = "ts"
    if start == "c" and end in ("ang", "eoi", "au", "ai", "ung"):
        s = "ts"
    if start == "z" and end == "an":
        e = "un"
    if start == "w" and end == "aa":
        e = "ah"
    if start == "s" and end in ("ing", "eng", "ek", "eoi", "eon", "oeng", "oek", "uk", "yu", "aa", "aan", "am", "aam", "eot"):
        s = "sh"
    if start == "s" and end in ("i",):
        e = "ze"
    if start in ("f", "g", "p") and end == "un":
        e = "oon"
    if start == "w" and end == "u":
        return "wu"
    return s + e


KR_START = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
KR_VOWEL = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"]
KR_END = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]


def revised(hangul):
    at = ord(hangul) - 0xAC00
    return KR_START[at // 588] + KR_VOWEL[at % 588 // 28] + KR_END[at % 28]


def korean(value):
    """The first reading marked as taught, else the first; with the r that the North keeps (리 for 이), where both are given."""
    readings = [r.split(":") for r in value.split()]
    taught = [h for h, marks in readings if "E" in marks]
    first = (taught or [h for h, _ in readings])[0]
    at = ord(first) - 0xAC00
    if at // 588 in (2, 11):
        return next((h for h, _ in readings if h == chr(0xAC00 + 5 * 588 + at % 588)), first)
    return first


def surname_characters():
    path = pathlib.Path(__file__).parent / "han-surnames.tsv"
    return {ord(c) for line in path.read_text(encoding="utf-8").splitlines() for c in line.split("\t")[0]}


def main():
    folder, out = sys.argv[1:]
    readings = fields(f"{folder}/Unihan_Readings.txt", {"kMandarin", "kCantonese", "kHangul"})
    other = fields(f"{folder}/Unihan_OtherMappings.txt", {"kJoyoKanji", "kJinmeiyoKanji", "kTGH", "kKoreanEducationHanja"})
    other.update(fields(f"{folder}/Unihan_DictionaryLikeData.txt", {"kTGH"}))
    variants = fields(f"{folder}/Unihan_Variants.txt", {"kTraditionalVariant", "kSimplifiedVariant"})
    chars = [c for c in in_use(other, variants) if c in readings["kMandarin"]]

    def of_variant(field, code):
        """A reading by the character, or by its traditional or simplified form."""
        for c in [code] + [int(v, 16) for k in ("kTraditionalVariant", "kSimplifiedVariant") for v in re.findall(r"U\+([0-9A-F]+)", variants[k].get(code, ""))]:
            if c in readings[field]:
                return readings[field][c]
        return None

    rows = []
    for c in chars:
        mandarin = plain(readings["kMandarin"][c].split()[0])
        canto = CANTONESE_NAME.get(chr(c)) or of_variant("kCantonese", c)
        canto = HONG_KONG_NAME.get(chr(c)) or (hong_kong(re.sub(r"\d", "", canto.split()[0])) if canto else "")
        hangul = KOREAN_NAME.get(chr(c)) or (lambda v: korean(v) if v else None)(of_variant("kHangul", c))
        rows.append((mandarin, canto, revised(hangul) if hangul else ""))

    def by_use(words):
        return [w for w, _ in sorted(collections.Counter(words).items(), key=lambda p: (-p[1], p[0]))]

    syllables = by_use(r[0] for r in rows)
    hong_kong_uses = with_variants(big5_common(), variants)
    korea_uses = with_variants(set(other["kKoreanEducationHanja"]) | {ord(c) for c in [*KOREAN_NAME, *KOREAN_GIVEN]} | set(other["kJoyoKanji"]) | surname_characters(), variants)
    second = sorted({r[1] for c, r in zip(chars, rows) if c in hong_kong_uses} | {""})
    third = sorted({r[2] for c, r in zip(chars, rows) if c in korea_uses} | {""})

    def relative(which, names, common):
        """Per Mandarin syllable, the other language's syllables by use; a character then needs only its place in that short list.
        A character that is rare in that language takes what most characters of its Mandarin syllable have."""
        lists = [by_use(r[which] for c, r in zip(chars, rows) if r[0] == s and c in common) or [""] for s in syllables]
        place = bytes(lists[syllables.index(r[0])].index(r[which]) if c in common else 0 for c, r in zip(chars, rows))
        starts, flat = [0], []
        for l in lists:
            flat += [names.index(w) for w in l]
            starts.append(len(flat))
        return place, starts, flat

    def fixed(words, width):
        assert all(len(w) <= width for w in words), max(words, key=len)
        return b"".join(w.encode().ljust(width) for w in words)

    u16 = lambda xs: struct.pack(f"<{len(xs)}H", *xs)
    bits = bytearray((LAST - FIRST + 1) // 8)
    for c in chars:
        bits[(c - FIRST) // 8] |= 1 << (c - FIRST) % 8
    ranks, seen = [], 0
    for at in range(0, len(bits), 8):
        ranks.append(seen)
        seen += sum(bin(b).count("1") for b in bits[at : at + 8])
    low = bytes(syllables.index(r[0]) & 255 for r in rows)
    high = bytearray(len(rows) // 8 + 1)
    for i, r in enumerate(rows):
        high[i // 8] |= (syllables.index(r[0]) >> 8) << i % 8
    canto_place, canto_starts, canto_flat = relative(1, second, hong_kong_uses)
    korean_place, korean_starts, korean_flat = relative(2, third, korea_uses)
    sections = [bytes(bits), u16(ranks), low, bytes(high), fixed(syllables, 6),
                canto_place, u16(canto_starts), u16(canto_flat), fixed(second, 7),
                korean_place, u16(korean_starts), u16(korean_flat), fixed(third, 6)]
    # The file: the sections' ends as u32, then the sections.
    ends, at = [], 4 * len(sections)
    for s in sections:
        at += len(s)
        ends.append(at)
    blob = struct.pack(f"<{len(ends)}I", *ends) + b"".join(sections)
    open(out, "wb").write(blob)
    print(f"{len(chars)} characters, {len(syllables)} Mandarin, {len(second)} Cantonese, {len(third)} Korean syllables, {len(blob)} bytes")


if __name__ == "__main__":
    main()
