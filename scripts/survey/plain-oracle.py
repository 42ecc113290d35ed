"""Reads `plain module:Class` and `stores module:Class`, builds an instance of each with the real unpicklers, and prints those that did more. Exits 1 for any.

A plain class may run no Python function; one that stores may not use the objects of its state.
"""
import importlib
import io
import itertools
import os
import pickle
import sys
import warnings

used = []


def noticing(name):
    def method(self, *args, **keywords):
        used.append(name)
        raise RuntimeError(name)
    return method


SPECIAL = '''__call__ __getattr__ __setattr__ __delattr__ __hash__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __iter__ __next__ __len__ __bool__ __repr__ __str__
__format__ __bytes__ __getitem__ __setitem__ __delitem__ __contains__ __reversed__ __index__ __int__ __float__ __complex__ __fspath__ __enter__ __exit__ __add__
__radd__ __sub__ __mul__ __mod__ __and__ __or__ __neg__ __abs__ __round__ __get__ __set__ __set_name__ __array__ __buffer__ __await__ __instancecheck__
__length_hint__ __dir__ __copy__ __deepcopy__ __reduce_ex__'''.split()
Noticing = type('Noticing', (), {name: noticing(name) for name in SPECIAL})


def attributes_of(cls):
    """Names that methods of the class use, so that a state has what they would look for."""
    names = {'attribute', '_private'}
    for c in cls.__mro__[:-1]:
        for value in vars(c).values():
            code = getattr(getattr(value, '__func__', value), '__code__', None)
            names.update([*code.co_names[:20], *(c for c in code.co_consts if isinstance(c, str) and c.isidentifier())] if code else ())
    return sorted(n for n in names if not n.startswith('__'))[:80]


def programs(names):
    """Pickles of an instance made in two ways with a state of noticing objects, as a dict and, one by one, as slots. Classes and objects come by
    persistent id.
    """
    for make in (b'Pclass\n)\x81', b'Pcopyreg\nPclass\n\x85R'):
        yield b'\x80\x04' + make + dictionary(names) + b'b.'
        for name in names:
            yield b'\x80\x04' + make + b'N' + dictionary([name]) + b'\x86b.'


def dictionary(names):
    return b'}(' + b''.join(b'\x8c' + bytes([len(name)]) + name.encode() + b'Pobject\n' for name in names) + b'u'


def built(unpickler, data, cls):
    """What ran while the pickle was loaded and its instance dropped: Python functions, and uses of the state."""
    import copyreg
    things = {'class': cls, 'copyreg': copyreg.__newobj__, 'object': Noticing()}

    class Reader(unpickler):
        def persistent_load(self, name):
            return things[name]

    ran = []
    own = {__file__, pickle.__file__, copyreg.__file__}

    def profile(frame, event, argument):
        if event == 'call' and frame.f_code.co_filename not in own:
            ran.append(f'{frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_name}')

    used.clear()
    reader = Reader(io.BytesIO(data))
    sys.setprofile(profile)
    try:
        instance = reader.load()
        refused = ''
        del instance
    except Exception as error:
        refused = f'{type(error).__name__}: {error}'
        error.__traceback__ = None
        del error
    finally:
        sys.setprofile(None)
    return ran, used[:], refused


def class_named(name):
    module, _, qualname = name.partition(':')
    value = importlib.import_module(module)
    for part in qualname.split('.'):
        value = getattr(value, part)
    return value


def main():
    warnings.simplefilter('ignore')
    os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '3')
    counts = {'built': 0, 'refused': 0, 'not importable here': 0, 'no longer a class': 0}
    bad = 0
    for line in sys.stdin.read().splitlines():
        verdict, name = line.split()
        try:
            cls = class_named(name)
        except BaseException:
            counts['not importable here'] += 1
            continue
        if not isinstance(cls, type):
            counts['no longer a class'] += 1
            print(f'  {name}: {type(cls).__name__}')
            continue
        more, accepted = False, False
        for data, unpickler in itertools.product(programs(attributes_of(cls)), (pickle.Unpickler, pickle._Unpickler)):
            ran, uses, refused = built(unpickler, data, cls)
            accepted = accepted or not refused
            if (uses or (ran and verdict == 'plain')) and not more:
                more = True
                print(f'{verdict} {name} used {uses}, ran {ran[:3]} {refused}')
        bad += more
        counts['built' if accepted else 'refused'] += 1
    print(', '.join(f'{number} {what}' for what, number in counts.items()) + f'; {bad} classes did more')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
