"""Reads names `module:Class`, builds an instance of each with the real unpicklers, and prints those that ran code of any class. Exits 1 for any."""
import importlib
import io
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
            names.update(code.co_names[:20] if code else ())
    return sorted(n for n in names if not n.startswith('__'))[:60]


def slots_of(cls):
    """Names of slots of a class whose instances have no `__dict__`, else None."""
    if cls.__dictoffset__ != 0:
        return None
    found = [s for c in cls.__mro__ for s in [vars(c).get('__slots__', ())]]
    return sorted({name for s in found for name in ([s] if isinstance(s, str) else s) if not name.startswith('__')})


def program(names, copyreg, slots):
    """A pickle: the class, an instance of it, a state of noticing objects. Classes and objects come by persistent id."""
    make = b'Pcopyreg\nPclass\n\x85R' if copyreg else b'Pclass\n)\x81'
    state = b''.join(b'\x8c' + bytes([len(n)]) + n.encode() + b'Pobject\n' for n in names)
    return b'\x80\x04' + make + (b'N}(' + state + b'u\x86b.' if slots else b'}(' + state + b'ub.')


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
    return ran + used[:], refused


def class_named(name):
    module, _, qualname = name.partition(':')
    value = importlib.import_module(module)
    for part in qualname.split('.'):
        value = getattr(value, part)
    return value


def main():
    warnings.simplefilter('ignore')
    os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '3')
    counts = {'built': 0, 'refused by object.__new__': 0, 'not importable here': 0, 'no longer a class': 0}
    bad = 0
    for name in sys.stdin.read().split():
        try:
            cls = class_named(name)
        except BaseException:
            counts['not importable here'] += 1
            continue
        if not isinstance(cls, type):
            counts['no longer a class'] += 1
            print(f'  {name}: {type(cls).__name__}')
            continue
        slots = slots_of(cls)
        names = attributes_of(cls) if slots is None else slots
        for copyreg in (False, True):
            for unpickler in (pickle.Unpickler, pickle._Unpickler):
                ran, refused = built(unpickler, program(names, copyreg, slots is not None), cls)
                if ran:
                    bad += 1
                    print(f'{name} ran {ran[:3]} {refused}')
        counts['refused by object.__new__' if refused else 'built'] += 1
        if refused:
            print(f'  {name}: {refused}')
    print(', '.join(f'{number} {what}' for what, number in counts.items()) + f'; {bad} loads ran code')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
