#!/usr/bin/env python3
"""Makes han-words.tsv (sorted, what is compiled in) from han-words.txt, and han-variants.txt for all characters of the name tables.

usage: han_words.py DIR             DIR holds Unihan_Variants.txt; run beside the data files
"""
import pathlib
import re
import sys
import unicodedata

from han_tables import fields

HERE = pathlib.Path(__file__).parent
KINDS = {"form": "f", "institution": "i", "word": "w", "place": "p", "brand": "b"}
# Japanese forms that Unihan doesn't link to the simplified ones.
JAPANESE = ("気气鉄铁発发軽轻経经済济対对険险検检験验続续総总営营広广図图団团囲围売卖読读変变辺边浜滨沢泽関关駅驿豊丰竜龙両两霊灵戦战単单仏佛帯带蔵藏県县恵惠楽乐薬药亜亚圧压応应桜樱"
            "価价拡扩拠据挙举駆驱権权効效斉齐剤剂実实収收従从焼烧縄绳専专銭钱繊纤荘庄増增臓脏択择鋳铸庁厅聴听転转伝传闘斗徳德脳脑覇霸廃废舗铺満满訳译誉誉頼赖覧览猟猎緑绿類类歴历錬炼労劳録录"
            "塩盐黒黑巻卷毎每漁渔様样横横歩步戸户児儿壊坏歳岁顕显絵绘継继茎茎研研験验鉱矿斎斋桟栈糸丝辞辞湿湿釈释写写寿寿渋涩粛肃処处叙叙奨奖将将称称証证浄净剰剩畳叠穣穰譲让醸酿触触嘱嘱図图粋粋酔醉穂穗随随髄髓数数瀬濑声声摂摄潜潜浅浅践践"
            "曽曾装装騒骚総总属属堕堕体体対对滞滞滝泷担担胆胆弾弹遅迟昼昼虫虫痴痴庁厅懲惩鎮镇塚冢逓递伝传稲稻当当灯灯党党盗盗独独届届弐贰悩恼麦麦発发髪发抜拔晩晚蛮蛮浜滨併并並并宝宝褒褒豊丰槇槙毎每万万黙默弥弥薬药訳译余余与与予预揺摇来来乱乱欄栏"
            "乗乘亀龟仮假倣仿値值倹俭円圆剣剑勧劝勲勋厳严呉吴啓启圏圈塡填壱壹姉姊姫姬娯娱巣巢帰归復复徴征悪恶懐怀払拂扱扱拝拜捜搜掲揭撃击暁晓査查栄荣歓欢渉涉渓溪犠牺獣兽産产疎疏痩瘦砕碎穏稳窓窗粋粹絶绝縁缘縦纵羨羡艶艳薫熏蛍萤衆众観观説说謡谣賛赞込込週周遊游郷乡鋭锐閲阅陥陷隠隐隣邻雑杂頬颊顔颜駄驮麺面齢龄瑠琉賓宾"
            "壌壤嬢娘斎斋渇渇猪猪暦历沪沪滝泷桧桧槇槙崎崎竜龙隆隆虜虏緑绿涙泪塁垒励励礼礼隷隶恋恋炉炉郎郎朗朗廊廊楼楼録录湾湾")


def words():
    kind, out = None, {}
    for line in (HERE / "han-words.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("= "):
            kind = KINDS[line[2:]]
            continue
        word, english = line.split(" ", 1)
        english = [e.strip().replace("_", " ").replace("'", "") for e in english.split("/")]
        assert word not in out or kind == "b", f"{word} stands twice"
        assert len(english) <= 2, f"{word}: two translations at most"
        out["".join(c if "가" <= c <= "힣" else unicodedata.normalize("NFKD", c) for c in word)] = kind + "|".join(english)
    return out


def all_variants(ucd):
    """Traditional and Japanese forms to simplified ones."""
    out = {}
    for code, value in fields(f"{ucd}/Unihan_Variants.txt", {"kSimplifiedVariant"})["kSimplifiedVariant"].items():
        forms = [chr(int(v, 16)) for v in re.findall(r"U\+([0-9A-F]+)", value)]
        other = [f for f in forms if f != chr(code)]
        if other and chr(code) not in forms:
            out[chr(code)] = other[0]
    for a, b in zip(JAPANESE[::2], JAPANESE[1::2]):
        if a != b:
            out[a] = b
    del out["阪"]  # Osaka is written so in simplified characters too
    return out


def keys(name):
    path = HERE / name
    return [l.split("\t")[0] for l in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def main():
    table = words()
    (HERE / "han-words.tsv").write_text("".join(f"{w}\t{e}\n" for w, e in sorted(table.items(), key=lambda p: p[0].encode())), encoding="utf-8")
    used = set("".join(table)).union(*keys("han-surnames.tsv"), *keys("japanese-surnames.tsv"), *keys("japanese-given.tsv"))
    pairs = {a: b for a, b in all_variants(sys.argv[1]).items() if b in used and "\u3400" <= a <= "\u9fff" and "\u3400" <= b <= "\u9fff"}
    clash = sorted(a for a in pairs if a in used)
    assert not clash, f"write these in simplified characters: {clash}"
    (HERE / "han-variants.txt").write_text("".join(a + pairs[a] for a in sorted(pairs)), encoding="utf-8")
    print(f"{len(table)} words, {len(pairs)} variants")


if __name__ == "__main__":
    main()
