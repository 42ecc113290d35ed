"""Compressed files and archives: tar, 7z and what stands in them. Made with py7zr 1.1.4, zstandard 0.25.0 and lz4 4.4.5."""
import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zlib

import lz4.frame
import py7zr
import py7zr.helpers
import zstandard

from .fixture import CPYTHON, HAND, Fixture, evil_p0, evil_p4, made_by
from .malformed import PLAIN
from .zipbytes import Entry, make_zip

EVIL = evil_p4()
TARFILE = f'{CPYTHON.rsplit(" ", 1)[0]} tarfile'
README = ('readme.txt', b'Weights of a small model.\n')
LONG = 'a-folder-with-a-long-name/' * 6 + 'model.pkl'


def make_tar(members, style=tarfile.USTAR_FORMAT):
    """Members are (name, bytes) or TarInfo objects without data."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w', format=style) as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
                continue
            name, data = member
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def special(name, kind, target=''):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def pax_path(path, data):
    """A member whose harmless name is replaced by a pax header."""
    info = tarfile.TarInfo('model.txt')
    info.size, info.pax_headers = len(data), {'path': path}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w', format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def sparse_tar(data):
    """One member in the old GNU sparse format: a map of one piece, then the piece."""
    header = bytearray(make_tar([('holes.pkl', data)], tarfile.GNU_FORMAT)[:512])
    header[156:157] = b'S'
    header[386:410] = b'%011o\0%011o\0' % (0, len(data))
    header[483:495] = b'%011o\0' % 4096
    header[148:156] = b' ' * 8
    header[148:156] = b'%06o\0 ' % sum(header)
    return bytes(header) + data.ljust(-(-len(data) // 512) * 512, b'\0') + bytes(1024)


def make_7z(filters, *members, password=None):
    """An archive with a fixed date, so that a second run gives the same bytes."""
    moment = py7zr.helpers.ArchiveTimestamp.from_datetime(1_700_000_000.0)
    before = py7zr.helpers.ArchiveTimestamp.from_now
    py7zr.helpers.ArchiveTimestamp.from_now = staticmethod(lambda: moment)
    try:
        out = io.BytesIO()
        with py7zr.SevenZipFile(out, 'w', filters=filters, password=password) as archive:
            for name, data in members:
                archive.writestr(data, name)
        return out.getvalue()
    finally:
        py7zr.helpers.ArchiveTimestamp.from_now = before


def zfile(data):
    """What joblib wrote before 0.10: ZF, the length as a padded hexadecimal number, zlib data."""
    return b'ZF' + hex(len(data)).encode().ljust(19) + zlib.compress(data, 3)


def nested_gzip(data, levels):
    for _ in range(levels):
        data = gzip.compress(data, mtime=0)
    return data


COMPRESSIONS = [
    ('bz2', CPYTHON, bz2.compress),
    ('xz', CPYTHON, lzma.compress),
    ('lzma', CPYTHON, lambda data: lzma.compress(data, lzma.FORMAT_ALONE)),
    ('zst', made_by('zstandard'), zstandard.ZstdCompressor().compress),
    ('lz4', made_by('lz4'), lz4.frame.compress),
]

# (method, filters of py7zr)
SEVEN_ZIPS = [
    ('lzma2', [{'id': py7zr.FILTER_LZMA2, 'preset': 1}]),
    ('lzma', [{'id': py7zr.FILTER_LZMA, 'preset': 1}]),
    ('bzip2', [{'id': py7zr.FILTER_BZIP2}]),
    ('deflate', [{'id': py7zr.FILTER_DEFLATE}]),
    ('zstd', [{'id': py7zr.FILTER_ZSTD, 'level': 3}]),
    ('copy', [{'id': py7zr.FILTER_COPY}]),
]

TARS = [
    ('clean/long-names-pax.tar', make_tar([README, (LONG, PLAIN)], tarfile.PAX_FORMAT), TARFILE, 'Names of more than 100 bytes in pax headers.', 'clean'),
    ('clean/long-names-gnu.tar.gz', gzip.compress(make_tar([README, (LONG, PLAIN), special('latest.pkl', tarfile.SYMTYPE, LONG)], tarfile.GNU_FORMAT), mtime=0), TARFILE, 'The same in GNU members, with a link within the archive, in gzip.', 'clean'),
    ('clean/notes.txt.gz', gzip.compress(README[1] * 20, mtime=0), HAND, 'Compressed text: no model at all.', 'clean'),
    ('malicious/long-name.tar.bz2', bz2.compress(make_tar([README, (LONG, EVIL)], tarfile.GNU_FORMAT)), TARFILE, 'A pickle with a long name in a tar in bzip2.', 'malicious'),
    ('malicious/torch-in-tar.tgz', gzip.compress(make_tar([README, ('model.pt', make_zip([Entry(b'archive/data.pkl', EVIL), Entry(b'archive/version', b'3\n')]))]), mtime=0), TARFILE, 'A torch zip in a tar in gzip.', 'malicious'),
    ('malicious/traversal.tar', make_tar([('../../outside.txt', b'x\n')]), TARFILE, 'A member that leaves its folder.', 'malicious'),
    ('malicious/traversal-pax.tar', pax_path('../../outside.txt', b'x\n'), TARFILE, 'The same by a pax header; the ustar name is harmless.', 'malicious'),
    ('malicious/link-outside.tar', make_tar([README, special('model.bin', tarfile.SYMTYPE, '../../.ssh/id_rsa')]), TARFILE, 'A symbolic link that leaves the folder.', 'malicious'),
    ('malicious/hard-link-outside.tar', make_tar([special('model.bin', tarfile.LNKTYPE, '/etc/passwd')]), TARFILE, 'A hard link to a file outside.', 'malicious'),
    ('malicious/device.tar', make_tar([special('model.bin', tarfile.FIFOTYPE)]), TARFILE, 'A named pipe.', 'malicious'),
    ('malicious/concatenated.tar', make_tar([README]) + make_tar([('model.pkl', EVIL)]), TARFILE, 'A second archive behind the end of the first.', 'malicious'),
    ('malicious/behind-the-end.tar', make_tar([README]) + EVIL, TARFILE + ', changed by hand', 'A pickle behind the end of an archive.', 'malicious'),
    ('malformed/cut.tar', make_tar([('model.pkl', PLAIN)])[:600], TARFILE + ', cut', 'A tar that ends within its member.', 'unreadable'),
    ('malformed/cut.tar.gz', gzip.compress(make_tar([README, ('model.pkl', PLAIN)]), mtime=0)[:-60], TARFILE + ', cut', 'The same in gzip.', 'unreadable'),
    ('malformed/bad-checksum.tar', make_tar([('model.pkl', PLAIN)]).replace(b'model.pkl', b'modem.pkl', 1), TARFILE + ', changed by hand', 'A tar header with a wrong checksum.', 'unreadable'),
    ('malformed/sparse.tar', sparse_tar(PLAIN), TARFILE + ', changed by hand', 'A file with holes, of which only the pieces are stored.', 'unreadable'),
]


def compressed():
    for extension, origin, compress in COMPRESSIONS:
        yield Fixture(f'malicious/payload.pkl.{extension}', compress(evil_p0()), origin, f'A pickle in .{extension}.', 'malicious')
    for extension, origin, compress in COMPRESSIONS[2:]:
        yield Fixture(f'clean/plain.pkl.{extension}', compress(PLAIN), origin, f'A plain pickle in .{extension}.', 'clean')
    yield Fixture('clean/old-joblib.z', zfile(PLAIN), HAND, 'A plain pickle, compressed as joblib did before 0.10.', 'clean')
    yield Fixture('malicious/old-joblib.z', zfile(EVIL), HAND, 'A payload, compressed as joblib did before 0.10.', 'malicious')
    yield Fixture('malformed/cut.pkl.gz', gzip.compress(PLAIN, mtime=0)[:60], CPYTHON + ', cut', 'A gzip that ends early.', 'unreadable')
    yield Fixture('malformed/deep.pkl.gz', nested_gzip(PLAIN, 12), CPYTHON, 'gzip in gzip, twelve times.', 'unreadable')


def seven_zips():
    origin = made_by('py7zr')
    yield Fixture('clean/weights.7z', make_7z(SEVEN_ZIPS[0][1], README, ('model.pkl', PLAIN)), origin, 'A plain pickle in a solid 7z archive.', 'clean')
    for method, filters in SEVEN_ZIPS:
        yield Fixture(f'malicious/payload-{method}.7z', make_7z(filters, README, ('model.pkl', EVIL)), origin, f'A payload in a solid 7z archive, packed with {method}.', 'malicious')
    bcj = [{'id': py7zr.FILTER_X86}, {'id': py7zr.FILTER_LZMA2, 'preset': 1}]
    yield Fixture('clean/bcj.7z', make_7z(bcj, README, ('model.pkl', PLAIN)), origin, 'A 7z archive with a filter for machine code.', 'clean')
    yield Fixture('malicious/payload-bcj.7z', make_7z(bcj, README, ('model.pkl', EVIL)), origin, 'A payload in a solid 7z archive, behind a filter for machine code.', 'malicious')
    yield Fixture('malformed/ppmd.7z', make_7z([{'id': py7zr.FILTER_PPMD, 'order': 6, 'mem': 16}], ('model.pkl', PLAIN)), origin, 'A 7z archive packed with PPMd.', 'unreadable')
    whole = make_7z(SEVEN_ZIPS[0][1], ('model.pkl', PLAIN))
    yield Fixture('malformed/cut.7z', whole[:-10], origin + ', cut', 'A 7z archive that ends early.', 'unreadable')
    yield Fixture('malformed/archive.rar', b'Rar!\x1a\x07\x01\x00' + struct.pack('<IBBBB', 0, 3, 1, 4, 0), HAND, 'The beginning of a RAR archive.', 'unreadable')


def fixtures():
    for file, data, origin, shows, verdict in TARS:
        yield Fixture(file, data, origin, shows, verdict)
    yield from compressed()
    yield from seven_zips()
