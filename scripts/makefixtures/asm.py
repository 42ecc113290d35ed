"""A small assembler for pickles: opcode names and argument layouts are those of pickletools."""
import pickletools
import struct

OPCODES = {op.name: op for op in pickletools.opcodes}


def line(value):
    """A newline-ended argument; text is UTF-8, bytes stay as they are."""
    return (value if isinstance(value, bytes) else str(value).encode()) + b'\n'


def counted(layout):
    """A length in `layout`, then the bytes."""
    def encode(value):
        data = value if isinstance(value, bytes) else str(value).encode('utf-8', 'surrogatepass')
        return struct.pack(layout, len(data)) + data
    return encode


def number(layout):
    return lambda value: struct.pack(layout, int(value))


def pair(value):
    """Module and name on two lines; written with one blank between them."""
    module, name = value if isinstance(value, tuple) else value.split(' ', 1)
    return line(module) + line(name)


ENCODERS = {
    'uint1': number('<B'), 'uint2': number('<H'), 'int4': number('<i'), 'uint4': number('<I'), 'uint8': number('<Q'),
    'float8': lambda value: struct.pack('>d', float(value)),
    'string1': counted('<B'), 'string4': counted('<i'),
    'bytes1': counted('<B'), 'bytes4': counted('<I'), 'bytes8': counted('<Q'), 'bytearray8': counted('<Q'),
    'unicodestring1': counted('<B'), 'unicodestring4': counted('<I'), 'unicodestring8': counted('<Q'),
    'long1': counted('<B'), 'long4': counted('<i'),
    'decimalnl_short': line, 'decimalnl_long': line, 'floatnl': line, 'unicodestringnl': line,
    'stringnl': lambda value: line(value if isinstance(value, bytes) else repr(value)),
    'stringnl_noescape': line, 'stringnl_noescape_pair': pair,
}


def asm(*program):
    """Bytes of a program. Each item: 'OPCODE', 'OPCODE argument', ('OPCODE', value), or raw bytes."""
    out = b''
    for item in program:
        if isinstance(item, bytes):
            out += item
            continue
        name, argument = item if isinstance(item, tuple) else (item.split(' ', 1) + [None])[:2]
        op = OPCODES[name]
        out += op.code.encode('latin-1')
        if op.arg is not None:
            out += ENCODERS[op.arg.name](argument)
    return out
