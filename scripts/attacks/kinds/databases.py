"""Databases whose values a library unpickles."""
import os
import pickle
import tempfile

import diskcache
import sqlitedict

from ..registry import Attack, SHELL, kind


class Runs:
    def __init__(self, filler=b''):
        self.filler = filler

    def __reduce__(self):
        return os.system, (SHELL,)


class Large(Runs):
    """The payload lies behind ten kilobytes, across the pages of the database."""
    def __reduce__(self):
        return os.system, ('#' + 'x' * 10_000 + '\n' + SHELL,)


def tree(folder):
    found = {}
    for home, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(home, name)
            with open(path, 'rb') as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


@kind('diskcache')
def cache():
    for value in (Runs(), Large()):
        with tempfile.TemporaryDirectory() as folder:
            with diskcache.Cache(folder) as store:
                store['k'] = value
                store.check()
            yield Attack('cache', {f'cache/{name}': data for name, data in tree(folder).items()}, loader='diskcache')


@kind('sqlitedict')
def sqlite():
    for value in (Runs(), Large()):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'd.sqlite')
            with sqlitedict.SqliteDict(path) as store:
                for index in range(50):
                    store[f'a{index}'] = index
                store['k'] = value
                store.commit()
            yield Attack('d.sqlite', tree(folder), loader='sqlitedict')


@kind('shelve')
def shelves():
    import dbm.dumb
    import shelve
    for value in (Runs(), Large()):
        for protocol in (0, 2, 4):
            with tempfile.TemporaryDirectory() as folder:
                with dbm.dumb.open(os.path.join(folder, 's')) as store:
                    store['k'] = pickle.dumps(value, protocol)
                yield Attack('s', tree(folder), loader='shelve')
    for module in ('dbm.gnu', 'dbm.ndbm'):
        try:
            db = __import__(module, fromlist=['open'])
        except ImportError:
            continue
        with tempfile.TemporaryDirectory() as folder:
            with db.open(os.path.join(folder, 's'), 'c') as store:
                store['k'] = pickle.dumps(Runs(), 4)
            yield Attack('s', tree(folder), loader='shelve')


@kind('lmdb')
def lightning():
    import lmdb
    for value in (Runs(), Large()):
        with tempfile.TemporaryDirectory() as folder:
            with lmdb.open(folder, map_size=1 << 20) as env, env.begin(write=True) as txn:
                txn.put(b'k', pickle.dumps(value))
            yield Attack('db', {f'db/{name}': data for name, data in tree(folder).items() if 'lock' not in name},
                         loader='import lmdb, pickle\ne = lmdb.open(path, readonly=True, lock=False)\nwith e.begin() as t: pickle.loads(t.get(b"k"))')
