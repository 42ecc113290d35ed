"""Opcodes that build an instance of a class and give it a state, in every way that unpicklers take."""
import pickle

from makefixtures.asm import asm


def value(data):
    """Opcodes that push plain data. Protocol 2 refers to nothing outside of itself, so that pieces can follow each other."""
    return pickle.dumps(data, 2)[2:-1]


def named(module, name):
    return asm(('GLOBAL', (module, name)))


def items(*parts):
    """A tuple of values that are opcodes already."""
    return asm('MARK', *parts, 'TUPLE')


def listed(*parts):
    return asm('EMPTY_LIST', 'MARK', *parts, 'APPENDS')


def dictionary(**entries):
    """A dict whose values are opcodes already."""
    parts = [part for key, data in entries.items() for part in (('BINUNICODE', key), data)]
    return asm('EMPTY_DICT', 'MARK', *parts, 'SETITEMS')


def called(module, name, *parts):
    return named(module, name) + items(*parts) + asm('REDUCE')


# How an instance of a class can be made without its constructor; each takes the opcodes that push the class.
MAKES = {
    'newobj': lambda cls: cls + asm('EMPTY_TUPLE', 'NEWOBJ'),
    'newobj-ex': lambda cls: cls + asm('EMPTY_TUPLE', 'EMPTY_DICT', 'NEWOBJ_EX'),
    'copyreg-newobj': lambda cls: named('copyreg', '__newobj__') + cls + asm('TUPLE1', 'REDUCE'),
    'copyreg-newobj-ex': lambda cls: named('copyreg', '__newobj_ex__') + cls + asm('EMPTY_TUPLE', 'EMPTY_DICT', 'TUPLE3', 'REDUCE'),
    'reconstructor': lambda cls: named('copyreg', '_reconstructor') + cls + named('builtins', 'object') + asm('NONE', 'TUPLE3', 'REDUCE'),
    'memo': lambda cls: cls + asm('EMPTY_TUPLE', 'NEWOBJ', 'BINPUT 200', 'POP', 'BINGET 200'),
}


def instance(module, name, state, way='newobj'):
    """An instance with a state, which is opcodes already."""
    return MAKES[way](named(module, name)) + state + asm('BUILD')


def whole(*parts):
    """A pickle."""
    return asm('PROTO 4', *parts, 'STOP')


def after(plain, times, *parts):
    """The same after many calls of plain data, which nobody minds."""
    return whole(*([plain + asm('POP')] * times), *parts)
