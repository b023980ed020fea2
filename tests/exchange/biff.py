"""Workbooks of Excel 5 to 2003 made by hand: what no present program writes any more, and what an
enemy would. An OLE2 container of version 3 with one stream of records."""

import struct

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def bof(version=0x600, kind=0x10):
    return record(0x809, struct.pack("<HHHH", version, kind, 0, 0) + b"\0" * 8)


EOF = record(0x0A)


def wide(text, length="<H"):
    """XLUnicodeString."""
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def coded(text, length="<H", encoding="gb18030"):
    data = text.encode(encoding)
    return struct.pack(length, len(data)) + data


def cell(kind, row, column, body, style=0):
    return record(kind, struct.pack("<HHH", row, column, style) + body)


def label(row, column, text):
    return cell(0x204, row, column, wide(text))


def number(row, column, value, style=0):
    return cell(0x203, row, column, struct.pack("<d", value), style)


def rk(value, hundredths=False):
    return (value << 2 | 2 | hundredths) & 0xFFFFFFFF


def workbook(sheets, head=b"", version=0x600, names=None, states=None):
    """The stream: globals, then each sheet's records between its BOF and EOF."""
    names = names or [f"表{n}" for n in range(1, len(sheets) + 1)]
    states = states or [0] * len(sheets)
    write_name = (lambda name: wide(name, "<B")) if version == 0x600 else (lambda name: coded(name, "<B"))
    bodies = [bof(version) + sheet + EOF for sheet in sheets]

    def globals_with(offsets):
        bound = b"".join(
            record(0x85, struct.pack("<IBB", offset, state, 0) + write_name(name))
            for offset, state, name in zip(offsets, states, names)
        )
        return bof(version, 5) + head + bound + EOF

    size = len(globals_with([0] * len(sheets)))
    offsets = [size + sum(map(len, bodies[:n])) for n in range(len(bodies))]
    return globals_with(offsets) + b"".join(bodies)


def entry(name, kind, child=FREE, start=END, size=0, left=FREE, right=FREE):
    data = (name + "\0").encode("utf-16-le")
    return (
        data.ljust(64, b"\0") + struct.pack("<HBBIII", len(data), kind, 1, left, right, child)
        + b"\0" * 36 + struct.pack("<III", start, size, 0)
    )  # fmt: skip


def container(stream, name="Workbook", size=None, loop=False, folders=()):
    """One stream in sectors of 512 bytes. @size lies about its length; @loop leads its chain back."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // 512)
    entries = [entry("Root Entry", 5, child=1), entry(name, 2, start=0, size=size or len(stream))]
    for folder in folders:
        entries[-1] = entries[-1][:72] + struct.pack("<I", len(entries)) + entries[-1][76:]
        entries.append(entry(folder, 1))
    while len(entries) % 4:
        entries.append(b"\0" * 64 + struct.pack("<HBBIII", 0, 0, 0, FREE, FREE, FREE) + b"\0" * 48)
    directory = b"".join(entries)
    n_directory = len(directory) // 512
    n_tables = -(-(count + n_directory + 1) // 127)
    fat = [n + 1 for n in range(count)]
    fat[-1] = 0 if loop else END
    fat += [count + n + 1 for n in range(n_directory - 1)] + [END] + [TABLE] * n_tables
    fat += [FREE] * (n_tables * 128 - len(fat))
    tables = [count + n_directory + n for n in range(n_tables)]
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
        + struct.pack("<IIIIIIIII", 0, n_tables, count, 0, 4096, END, 0, END, 0)
        + struct.pack("<109I", *tables, *[FREE] * (109 - n_tables))
    )  # fmt: skip
    return header + stream.ljust(count * 512, b"\0") + directory + struct.pack(f"<{len(fat)}I", *fat)
