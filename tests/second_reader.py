#!/usr/bin/env python3
"""A second reader of packs, written from crate/index/FORMAT.md alone: what that page does not say, this can't do.

    second_reader.py ID.search.rz ID.detail.rz

Prints, for each entry: its number, id, then each name of the search part as words with its kind and printed text. Python 3, standard library only.
"""
import hashlib
import struct
import sys

KINDS = ["primary", "alias", "former", "now", "weak", "ours"]
COMMON = b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG"


class Bytes:
    """Numbers and texts, read in order."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def raw(self, count):
        assert self.at + count <= len(self.data), "cut off"
        self.at += count
        return self.data[self.at - count:self.at]

    def u8(self):
        return self.raw(1)[0]

    def varint(self):
        value, shift = 0, 0
        while True:
            byte = self.u8()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def signed(self):
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def block(self):
        return Bytes(self.raw(self.varint()))

    def left(self):
        return len(self.data) - self.at

    def end(self):
        assert self.left() == 0, "bytes left over"


def sections(data, magic):
    assert data[:8] == magic, "another kind of file"
    version, _fold, count = struct.unpack_from("<HHI", data, 8)
    assert version == 1, "format version %d" % version
    at, found = 16 + 40 * count, {}
    for row in range(count):
        tag, length = struct.unpack_from("<4sI", data, 16 + 40 * row)
        section = data[at:at + length]
        assert hashlib.sha256(section).digest() == data[24 + 40 * row:56 + 40 * row], "digest of %s" % tag
        found[tag.decode()] = section
        at += length
    assert at == len(data)
    return found


def words(section):
    reader = Bytes(section)
    count, size = reader.varint(), reader.varint()
    data = reader.raw(reader.left())
    if count == 0:
        return []
    assert struct.unpack_from("<QQ", data, 0) == (3, 0)
    total, root = struct.unpack_from("<QQ", data, len(data) - 20)
    assert total == count and root == len(data) - 21

    def node(address):
        """Whether it is final, and its ways: pairs of input and address."""
        head, at = data[address], address
        if head & 0x80:
            given = head & 0x3F
            if given:
                letter = COMMON[given - 1]
            else:
                at -= 1
                letter = data[at]
            if head & 0x40:
                return False, [(letter, at - 1)]
            at -= 1
            wide = data[at] >> 4
            first = at - wide
            distance = int.from_bytes(data[first:at], "little")
            return False, [(letter, first - distance if distance else 0)]
        ways = head & 0x3F
        if ways == 0:
            at -= 1
            ways = 256 if data[at] == 1 else data[at]
        at -= 1
        wide = data[at] >> 4
        if ways > 32:
            at -= 256
        letters = [data[at - 1 - way] for way in range(ways)]
        first = at - ways - ways * wide
        out = []
        for way in range(ways):
            begin = at - ways - (way + 1) * wide
            distance = int.from_bytes(data[begin:begin + wide], "little")
            out.append((letters[way], first - distance if distance else 0))
        return bool(head & 0x40), out

    found = []

    def walk(address, spelled):
        if address == 0:
            found.append(spelled)
            return
        final, ways = node(address)
        if final:
            found.append(spelled)
        for letter, to in ways:
            walk(to, spelled + bytes([letter]))

    walk(root, b"")
    assert len(found) == count and sum(map(len, found)) == size and found == sorted(found)
    return [word.decode() for word in found]


def names(section, table):
    """For each entry its names: words, kind, printed number."""
    reader = Bytes(section)
    total = reader.varint()
    counts, first_lengths, lengths, facts, firsts, ways, steps, classes, contexts, heads, tails = (reader.block() for _ in range(11))
    reader.end()
    classes = list(classes.data)
    by_rank = sorted(range(len(table)), key=lambda word: (-classes[word], word))
    rank_of = {word: rank for rank, word in enumerate(by_rank)}
    common = sum(1 for one in classes if one)
    queues = []
    for _ in range(common + 3):
        queue = []
        for _ in range(contexts.varint()):
            head = heads.u8()
            if head < 120:
                queue.append(head)
            elif head < 255:
                queue.append(120 + 256 * (head - 120) + tails.u8())
            else:
                queue.append(120 + int.from_bytes(tails.raw(3), "little"))
        queues.append(queue[::-1])

    def new(before, first_name):
        context = common + 2
        if before is not None:
            context = rank_of[before] if rank_of[before] < common else common + (0 if first_name else 1)
        return by_rank[queues[context].pop()]

    entries, last_first, seen = [], 0, 0
    while counts.left():
        said, full, entry, printed, last_name = [], [], [], 0, 0
        for name in range(counts.varint()):
            start, expected, before = len(said), last_name, None
            fact = facts.u8()
            if name and not fact & 16:
                printed += 1
            kind = KINDS[(fact & 7) - 1] if fact & 7 else ("alias" if printed else "primary")
            for at in range((lengths if name else first_lengths).varint()):
                in_full = True
                if name == 0 and at == 0:
                    word = last_first = last_first + firsts.varint()
                elif name == 0:
                    word = new(before, True)
                else:
                    way = ways.varint()
                    if way == 0:
                        word = new(before, False)
                    elif way == 1:
                        word, in_full = said[expected], False
                    elif way == 2:
                        word = said[expected] + steps.signed()
                    else:
                        place, in_full = full[way - 3], False
                        word, expected = said[place], place
                    expected += 1
                if in_full:
                    full.append(len(said))
                said.append(word)
                before = word
            seen += len(said) - start
            last_name = start
            entry.append((" ".join(table[word] for word in said[start:]), kind, printed))
        entries.append(entry)
    for column in (counts, first_lengths, lengths, facts, firsts, ways, steps, contexts, heads, tails):
        column.end()
    assert not any(queues) and seen == total
    return entries


def details(parts):
    """For each entry its id and printed names."""
    texts, sizes, records = Bytes(parts["TEXT"]), Bytes(parts["SIZE"]), Bytes(parts["RECS"])
    shared = []
    while texts.left():
        shared.append(texts.raw(texts.varint()).decode())
    found = []
    while sizes.left():
        record = Bytes(records.raw(sizes.varint()))

        def string():
            value = record.varint()
            return shared[value // 2] if value & 1 else record.raw(value // 2).decode()

        ident = string()
        record.u8()
        printed = []
        for _ in range(record.varint()):
            kind = KINDS[record.u8()]
            printed.append((kind, string()))
        found.append((ident, printed))
    records.end()
    return found


def main(search_path, detail_path):
    sys.setrecursionlimit(100_000)
    with open(search_path, "rb") as file:
        search = sections(file.read(), b"rzsearch")
    with open(detail_path, "rb") as file:
        detail = details(sections(file.read(), b"rzdetail"))
    listed = names(search["NAME"], words(search["WORD"]))
    assert len(listed) == len(detail)
    lines = []
    for number, (entry, (ident, printed)) in enumerate(zip(listed, detail)):
        lines.append("%d\t%s" % (number, ident))
        for spelled, kind, place in entry:
            assert printed[place][0] == kind
            lines.append("\t%s\t%s\t%s" % (kind, spelled, printed[place][1]))
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
