"""Bytes that lie in datasets and databases: HDF5 in every way of storing them (h5py 3.14.0), hickle 5.0.3, SQLite, LMDB 3.0.0, and R's lazy-load files."""
import bz2
import lzma
import pickle
import sqlite3
import struct
import tempfile
import zlib
from pathlib import Path
from unittest.mock import patch

from .fixture import HAND, Fixture, RunsMarker, evil_p0, evil_p4, made_by
from .gguf import R_CLOSURE, R_PROMISE, R_HEADER, ints
from .keras import timeless, written

# Opcodes whose bytes do not change when one chunk is as long as another, and harmless ones of the same length.
EVIL = evil_p4()
PLAIN = pickle.dumps({'epoch': 12, 'loss': [0.5, 0.25], 'name': 'a run'}, protocol=4)


def fixtures():
    yield from hdf5()
    yield from hickle()
    yield from databases()
    yield from lazy_load()


def placed(payload, size):
    import numpy as np

    return np.frombuffer(payload.ljust(size, b'\0'), 'u1')


def indexes(payload):
    """A dataset behind each kind of chunk index of the newest layout."""

    def build(file):
        import h5py

        flat = placed(payload, 120)
        for name, chunk, most in [('single', 120, 120), ('fixed', 7, 120), ('fixed_larger', 7, 500), ('extensible', 7, None)]:
            file.create_dataset(name, data=flat, chunks=(chunk,), maxshape=(most,))
            file.create_dataset(f'{name}_gzip', data=flat, chunks=(chunk,), maxshape=(most,), compression='gzip')
        square = flat.reshape(10, 12)
        file.create_dataset('tree', data=square, chunks=(3, 5), maxshape=(None, None))
        file.create_dataset('tree_gzip', data=square, chunks=(3, 5), maxshape=(None, None), compression='gzip')
        file.create_dataset('turned', data=square, chunks=(3, 5), maxshape=(10, None))
        creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        creation.set_chunk((7,))
        creation.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        creation.set_obj_track_times(False)
        space = h5py.h5s.create_simple((120,), (120,))
        h5py.Dataset(h5py.h5d.create(file.id, b'implicit', h5py.h5t.NATIVE_UINT8, space, creation))[...] = flat

    return build


def filters(payload):
    """A dataset for each filter and each type that bytes can have, in the oldest layout."""

    def build(file):
        import h5py
        import numpy as np

        flat = placed(payload, 120)
        for name, options in [
            ('plain', {}),
            ('gzip', {'compression': 'gzip'}),
            ('lzf', {'compression': 'lzf'}),
            ('fletcher32', {'fletcher32': True}),
            ('all', {'compression': 'lzf', 'shuffle': True, 'fletcher32': True}),
        ]:
            file.create_dataset(f'bytes_{name}', data=flat, chunks=(50,), **options)
        text = flat.view('S60')
        file.create_dataset('text', data=text, chunks=(1,), compression='gzip', shuffle=True)
        file.create_dataset('opaque', data=flat.view('V120'), chunks=(1,), compression='gzip', shuffle=True)
        record = np.zeros(3, [('x', 'f4'), ('state', 'V120'), ('n', 'i8')])
        record['state'][0] = flat.view('V120')[0]
        file.create_dataset('record', data=record, chunks=(2,), compression='gzip')
        strings = file.create_dataset('strings', (3,), h5py.vlen_dtype(np.uint8), chunks=(2,), compression='gzip')
        strings[1] = flat
        file.create_dataset('never_written', (4,), 'V120', chunks=(2,), fillvalue=flat.view('V120')[0])

    return build


def hdf5():
    origin = made_by('h5py')
    yield Fixture('malicious/hdf5-chunk-indexes.h5', timeless(indexes(EVIL)), origin, 'A pickle that runs a command, behind each kind of chunk index.', 'malicious')
    yield Fixture('clean/hdf5-chunk-indexes.h5', timeless(indexes(PLAIN)), origin, 'The same with a pickle of plain data.', 'clean')
    yield Fixture('malicious/hdf5-chunk-filters.h5', written(filters(EVIL), libver='earliest'), origin, 'A pickle that runs a command, in each type and filter.', 'malicious')
    yield Fixture('clean/hdf5-chunk-filters.h5', written(filters(PLAIN), libver='earliest'), origin, 'The same with a pickle of plain data.', 'clean')
    scale = {'chunks': (40,), 'scaleoffset': 0}
    yield Fixture('malformed/hdf5-scaleoffset.h5', written(lambda file: file.create_dataset('d', data=placed(EVIL, 120), **scale), libver='earliest'), origin, 'Bytes behind a filter that is not undone.', 'unreadable')
    numbers = written(lambda file: file.create_dataset('d', data=[7] * 120, dtype='i4', **scale), libver='earliest')
    yield Fixture('clean/hdf5-scaleoffset.h5', numbers, origin, 'The same filter over numbers, which are passed over.', 'clean')


def hickle():
    import h5py
    import hickle as library

    origin = made_by('hickle', 'h5py')

    def timeless_group(self, name, track_order=None):
        creation = h5py.h5p.create(h5py.h5p.GROUP_CREATE)
        creation.set_obj_track_times(False)
        if track_order:
            creation.set_link_creation_order(h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED)
        return h5py.Group(h5py.h5g.create(self.id, name.encode(), gcpl=creation))

    def dumped(value, **options):
        with tempfile.TemporaryDirectory() as folder, patch.object(h5py.Group, 'create_group', timeless_group):
            path = Path(folder, 'f.hkl')
            library.dump(value, str(path), mode='w', **options)
            return path.read_bytes()

    def opcodes(file):
        """As hickle 4 names what it could not store otherwise; the pickle may begin with any opcode."""
        file.attrs.update({'HICKLE_VERSION': '4.0.4', 'HICKLE_PYTHON_VERSION': '3.8.10'})
        data = file.create_dataset('data', data=placed(b'N0' + evil_p0(), len(evil_p0()) + 2))
        data.attrs['base_type'] = b'pickle'
        data.attrs['type'] = h5py.Empty('S1')

    yield Fixture('malicious/hickle.hkl', dumped([RunsMarker()], compression='gzip'), origin, 'A list with an object that runs a command, compressed.', 'malicious', 'hickle')
    yield Fixture('clean/hickle.hkl', dumped({'a': [1, 2.5, 'text'], 'b': 3j}, compression='gzip'), origin, 'Plain values, compressed.', 'clean')
    yield Fixture('malicious/hickle-4.hkl', written(opcodes, libver='earliest'), origin, 'A pickle without PROTO in a dataset that says it is one.', 'malicious')


def sqlite(build):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'f.db')
        connection = sqlite3.connect(path)
        connection.execute('PRAGMA page_size = 1024')
        build(connection)
        connection.commit()
        connection.close()
        return path.read_bytes()


def rows(payload):
    """Short and long values, with and without a rowid, between others."""

    def build(connection):
        connection.execute('CREATE TABLE unnamed (key TEXT PRIMARY KEY, value BLOB)')
        connection.execute('CREATE TABLE plain (key TEXT PRIMARY KEY, number REAL, value BLOB) WITHOUT ROWID')
        for i in range(60):
            connection.execute('INSERT INTO unnamed VALUES (?, ?)', (f'key {i}', PLAIN))
            connection.execute('INSERT INTO plain VALUES (?, ?, ?)', (f'key {i}', i / 2, PLAIN))
        connection.execute('INSERT INTO unnamed VALUES (?, ?)', ('short', payload))
        connection.execute('INSERT INTO unnamed VALUES (?, ?)', ('long', b'\x80\x04B' + struct.pack('<I', 5000) + b'x' * 5000 + b'0' + payload[2:]))
        connection.execute('INSERT INTO plain VALUES (?, ?, ?)', ('of its own', 1.5, payload))

    return build


def databases():
    import lmdb

    origin = f'SQLite {sqlite3.sqlite_version}'
    evil = sqlite(rows(EVIL))
    yield Fixture('malicious/pickles.sqlite', evil, origin, 'Values that run a command when they are unpickled, as sqlitedict keeps them.', 'malicious')
    yield Fixture('clean/pickles.sqlite', sqlite(rows(PLAIN)), origin, 'The same with plain values.', 'clean')
    yield Fixture('malformed/cut.sqlite', evil[: len(evil) - 700], origin, 'A database that is cut off.', 'unreadable')

    def environment(payload):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, 'data.mdb')
            with lmdb.open(str(path), subdir=False, map_size=1 << 20, max_dbs=2, lock=False) as env:
                part, double = env.open_db(b'part'), env.open_db(b'double', dupsort=True)
                with env.begin(write=True) as change:
                    change.put(b'short', payload)
                    change.put(b'long', b'\x80\x04B' + struct.pack('<I', 5000) + b'x' * 5000 + b'0' + payload[2:], db=part)
                    change.put(b'key', payload, db=double)
                    change.put(b'key', b'another value of the same key', db=double)
            return path.read_bytes()

    yield Fixture('malicious/data.mdb', environment(EVIL), made_by('lmdb'), 'Values of LMDB that run a command when they are unpickled.', 'malicious')
    yield Fixture('clean/data.mdb', environment(PLAIN), made_by('lmdb'), 'The same with plain values.', 'clean')


R_VALUE = R_HEADER + ints(14, 2) + struct.pack('>2d', 0.5, 2.0)


def packed(value, how):
    """One object as `makeLazyLoadDB` writes it, by the kind of its compression."""
    size = struct.pack('>I', len(value))
    match how:
        case 'zlib':
            return size + zlib.compress(value)
        case 'plain':
            return size + b'0' + value
        case 'bzip2':
            return size + b'2' + bz2.compress(value)
    return size + b'Z' + lzma.compress(value, format=lzma.FORMAT_RAW, filters=[{'id': lzma.FILTER_LZMA2, 'preset': 6}])


def lazy_load():
    plain = b''.join(packed(R_VALUE, how) for how in ('zlib', 'plain', 'bzip2', 'xz'))
    yield Fixture('clean/values.rdb', plain, HAND, 'Numbers in a lazy-load database of R, compressed in each way.', 'clean')
    for how in ('zlib', 'bzip2', 'xz'):
        data = packed(R_VALUE, how) + packed(R_PROMISE, how) + packed(R_VALUE, how)
        yield Fixture(f'malicious/promise-{how}.rdb', data, HAND, f'An R promise among them ({how}).', 'malicious')
    data = packed(R_VALUE, 'zlib') + packed(R_CLOSURE, 'plain')
    yield Fixture('malicious/closure.rdb', data, HAND, 'An R function that calls system().', 'suspicious')
    yield Fixture('malformed/cut.rdb', packed(R_VALUE, 'zlib') + packed(R_PROMISE, 'zlib')[:-9], HAND, 'A lazy-load database that is cut off.', 'unreadable')
