"""What CPython's own unpicklers do with pickles: oracle.py PROGRAMS, a file of (uint32 length, bytes) records.

For every program one JSON line: for each loader the names it imports, calls, fills and changes, and how it ends. `find_class` gives inert stand-ins
that record what is done to them, so that nothing of a program runs.
"""
import io
import json
import pickle
import resource
import struct
import sys
import tempfile


class Log:
    def __init__(self):
        self.imports, self.calls, self.fills, self.changes = [], [], [], []


def stand_in(log, name):
    """A class that records construction and calls; its instances record what they are given."""
    class Meta(type):
        def __call__(cls, *args, **kwargs):
            log.calls.append(name)
            return cls.make()

        def __setattr__(cls, key, value):
            log.changes.append(name)

        def __setitem__(cls, key, value):
            log.changes.append(name)

        def append(cls, item):
            log.changes.append(name)

        extend = add = append

    def new(cls, *args, **kwargs):
        log.calls.append(name)
        return cls.make()

    def fill(self, *args):
        log.fills.append(name)

    def call(self, *args, **kwargs):
        log.calls.append(name + '()')
        return self

    body = {'__new__': new, '__setstate__': fill, '__setitem__': fill, 'append': fill, 'extend': fill, 'add': fill, '__call__': call,
            '__hash__': lambda self: 1, '__eq__': lambda self, other: self is other}
    cls = Meta('StandIn', (), body)
    type.__setattr__(cls, 'make', classmethod(lambda c: object.__new__(c)))
    return cls


def run(make, data):
    log = Log()
    known = {}

    def find_class(module, name):
        log.imports.append([module, name])
        key = (module, name)
        if key not in known:
            known[key] = stand_in(log, f'{module}.{name}')
        return known[key]

    try:
        unpickler = make(find_class)
        unpickler.outside = lambda: stand_in(log, 'persistent()')
        unpickler.load()
        end = 'stop'
    except BaseException as error:  # a program may raise anything
        end = type(error).__name__
        del error
    return {'end': end, 'imports': log.imports, 'calls': sorted(set(log.calls)), 'fills': sorted(set(log.fills)), 'changes': sorted(set(log.changes))}


class CReader(pickle.Unpickler):
    def __init__(self, file, find):
        super().__init__(file, encoding='latin1')
        self.find = find

    def find_class(self, module, name):
        return self.find(module, name)

    def persistent_load(self, pid):
        return self.outside()


class PythonReader(pickle._Unpickler):
    def __init__(self, file, find):
        super().__init__(file, encoding='latin1')
        self.find = find

    def find_class(self, module, name):
        return self.find(module, name)

    def persistent_load(self, pid):
        return self.outside()


def main():
    sys.setrecursionlimit(10_000)
    # A damaged length or memo index makes CPython allocate gigabytes before it reads on.
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
    with open(sys.argv[1], 'rb') as file, tempfile.TemporaryFile() as scratch:
        while header := file.read(4):
            data = file.read(struct.unpack('<I', header)[0])
            scratch.seek(0)
            scratch.truncate()
            scratch.write(data)
            scratch.seek(0)
            print(json.dumps({
                'c': run(lambda find: CReader(io.BytesIO(data), find), data),
                'file': run(lambda find: CReader(scratch, find), data),
                'python': run(lambda find: PythonReader(io.BytesIO(data), find), data),
            }))


main()
