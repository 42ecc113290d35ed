"""Files that cannot be read to the end, or hold no model at all: none of them may be called clean."""
import pickle
import random
import struct
import zlib

from .asm import asm
from .fixture import CPYTHON, HAND, Fixture
from .zipbytes import Entry, deflate, make_zip

PLAIN = pickle.dumps({'weights': list(range(50)), 'name': 'a model'}, 4)
PICKLE = b'archive/data.pkl'
RANDOM = random.Random(5).randbytes(600)
LFS = b'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 123456\n'
DVC = b'outs:\n- md5: a304afb96060aad90176268345e10355\n  size: 37891850\n  path: model.pkl\n'

def gzip_bytes(data):
    return b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff' + deflate(data) + struct.pack('<II', zlib.crc32(data), len(data) & 0xFFFFFFFF)


def zips_in_each_other(count):
    """Headers of stored entries of which each claims all bytes that follow, and so is a zip of the entries behind it."""
    name = b'inner.zip'
    end = make_zip([])
    total = count * (30 + len(name)) + len(end)
    rests = (total - (index + 1) * (30 + len(name)) for index in range(count))
    headers = (struct.pack('<IHHHHHIIIHH', 0x04034B50, 20, 0, 0, 0, 0x21, 0, rest, rest, len(name), 0) + name for rest in rests)
    return b''.join(headers) + end


FILES = [
    ('lfs-pointer.pt', LFS, 'A Git LFS pointer: the model itself was not checked out.'),
    ('model.pkl.dvc', DVC, 'A DVC pointer: the model itself is elsewhere.'),
    ('truncated.pkl', PLAIN[:len(PLAIN) // 2], 'A plain pickle cut in the middle.'),
    ('cut-in-string.pkl', asm('PROTO 4', ('BINUNICODE', 'half of the text'))[:-8], 'A pickle cut inside a string.'),
    ('no-stop.pkl', PLAIN[:-1], 'A plain pickle without its STOP.'),
    ('unknown-opcode.pkl', PLAIN[:-1] + b'\xff.', 'An opcode that does not exist.'),
    ('protocol-9.pkl', asm('PROTO 9', 'NONE', 'STOP'), 'A protocol that does not exist.'),
    ('stack-underflow.pkl', asm('PROTO 4', 'TUPLE2', 'STOP'), 'A tuple of two from an empty stack.'),
    ('huge-string.pkl', asm('PROTO 4') + b'\x8d' + struct.pack('<Q', 1 << 62) + b'abc', 'A string that claims 4 EiB.'),
    ('huge-bytes.pkl', asm('PROTO 4') + b'B' + struct.pack('<I', 0xFFFFFFFF) + b'abc', 'Bytes that claim 4 GiB.'),
    ('huge-long.pkl', asm('PROTO 2') + b'\x8b' + struct.pack('<i', 0x7FFFFFFF) + b'\x01', 'A number that claims 2 GiB.'),
    ('negative-long.pkl', asm('PROTO 2') + b'\x8b' + struct.pack('<i', -1) + b'.', 'A number of negative length.'),
    ('huge-frame.pkl', asm('PROTO 4') + b'\x95' + b'\xff' * 8 + asm('NONE', 'STOP'), 'A frame that claims 16 EiB.'),
    ('random.pkl', RANDOM, 'Random bytes called .pkl.'),
    ('bad-zip.pt', b'PK\x03\x04' + RANDOM[:200], 'A zip with nothing behind its first signature.'),
    ('cut-zip.pt', make_zip([Entry(PICKLE, PLAIN)])[:-40], 'A zip without its end record.'),
    ('zips-in-each-other.zip', zips_in_each_other(60), 'Sixty zips that hold each other: as many ways down as there are sets of them.'),
    ('unknown-method.pt', make_zip([Entry(PICKLE, PLAIN, method=14, stored=RANDOM[:80])]), 'A data.pkl compressed by a method that is not supported.'),
    ('encrypted.zip', make_zip([Entry(b'model.pkl', PLAIN, flags=1, stored=RANDOM[:len(PLAIN) + 12])]), 'An encrypted member.'),
    ('bad-deflate.pt', make_zip([Entry(PICKLE, PLAIN, method=8, stored=b'\x07' + RANDOM[:60])]), 'A deflated data.pkl whose bits are wrong.'),
    ('bomb-opcodes.pt', make_zip([Entry(PICKLE, asm('PROTO 2') + b'N0' * 10_000_000, method=8)]), 'A data.pkl that inflates to 20 MB of opcodes and never ends.'),
    ('bomb-marks.pkl.gz', gzip_bytes(asm('PROTO 2') + b'(' * 20_000_000), 'A gzip that inflates to 20 MB of MARKs.'),
]


def fixtures():
    for file, data, shows in FILES:
        origin = CPYTHON + ', changed by hand' if data and PLAIN[:20] in data else HAND
        yield Fixture(f'malformed/{file}', data, origin, shows, 'unreadable')
    yield Fixture('malformed/empty.pkl', b'', HAND, 'No bytes at all, which can run nothing.', 'clean')
    huge_index = asm('PROTO 2', 'NONE', ('LONG_BINPUT', 0xFFFFFFF0), 'STOP')
    yield Fixture('malformed/huge-memo-index.pkl', huge_index, HAND, 'A memo slot so far away that old Pythons allocate gigabytes.', 'suspicious')
