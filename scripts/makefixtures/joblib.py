"""Arrays as joblib and NumPy store them between, behind and inside pickles: what the libraries no longer write, and what they never did.

Made with joblib 1.6.0 and numpy 2.4.6.
"""
import io
import pickle

import numpy as np

from .asm import asm
from .fixture import HAND, Fixture, call_p0, evil_p4, made_by

DTYPE_F4 = asm('GLOBAL numpy dtype', 'BINUNICODE f4', 'NEWFALSE', 'NEWTRUE', 'TUPLE3', 'REDUCE')


def wrapper(count, *more):
    """An array of `count` float32 up to the BUILD at which joblib reads it."""
    return (
        asm('GLOBAL joblib.numpy_pickle NumpyArrayWrapper', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'MARK')
        + asm('BINUNICODE subclass', 'GLOBAL numpy ndarray', 'BINUNICODE shape', f'BININT {count}', 'TUPLE1')
        + asm('BINUNICODE order', 'BINUNICODE C', 'BINUNICODE dtype') + DTYPE_F4 + asm('BINUNICODE allow_mmap', 'NEWFALSE')
        + asm(*more) + asm('SETITEMS', 'BUILD')
    )


def old_arrays():
    data = np.arange(4, dtype=np.float32).tobytes()
    clean = asm('PROTO 2', 'EMPTY_LIST', 'MARK') + wrapper(4) + data + wrapper(0) + asm('APPENDS', 'STOP')
    yield Fixture('clean/unpadded-arrays.joblib', clean, HAND, 'Arrays as joblib 0.10 to 1.1 wrote them, without padding.', 'clean')
    evil = asm('PROTO 2', 'EMPTY_LIST', 'MARK') + wrapper(4) + data + call_p0() + asm('APPENDS', 'STOP')
    yield Fixture('malicious/unpadded-array.joblib', evil, HAND, 'The same, and a command behind the array.', 'malicious', 'joblib')
    program = asm('POP') + call_p0() + asm('STOP')
    program += b'.' * (-len(program) % 4)
    hidden = asm('PROTO 2') + wrapper(len(program) // 4) + program + asm('STOP')
    yield Fixture('polyglot/array-is-program.joblib', hidden, HAND, 'To joblib an array, to pickle.load a program.', 'malicious', 'pickle')
    inner = wrapper(4, 'BINUNICODE numpy_array_alignment_bytes', 'BININT1 16') + asm('POP')
    framed = asm('PROTO 4', f'FRAME {len(inner)}') + inner + b'\x02\xff\xff' + data + call_p0() + asm('STOP')
    yield Fixture('malicious/array-behind-frame.joblib', framed, HAND, 'Opcodes between a wrapper and its bytes: the frame ends later.', 'malicious', 'joblib')
    sibling = asm('PROTO 2', 'GLOBAL joblib.numpy_pickle NDArrayWrapper', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'MARK', 'BINUNICODE filename')
    sibling += asm('BINUNICODE ../../array.npy', 'SETITEMS', 'BUILD', 'STOP')
    yield Fixture('malicious/array-elsewhere.joblib', sibling, HAND, 'joblib 0.9: the array lies in a file outside of the folder.', 'malicious')


def arrays_in_a_row():
    out = io.BytesIO()
    np.save(out, np.arange(3))
    np.save(out, np.array([None, 'x'], dtype=object), allow_pickle=True)
    np.save(out, np.arange(2))
    yield Fixture('clean/three-arrays.npy', out.getvalue(), made_by('numpy'), 'Three arrays in one file, one of them of plain objects.', 'clean')
    yield Fixture('malicious/array-then-pickle.npy', out.getvalue() + evil_p4(), f'{made_by("numpy")}, payload put in by hand', 'A pickle behind the arrays: the next numpy.load executes it.', 'malicious')
    out = io.BytesIO()
    np.save(out, np.zeros(2, [('x', 'f8'), ('o', object)]), allow_pickle=True)
    head = out.getvalue()[: out.getvalue().index(b'\n') + 1]
    yield Fixture('malicious/object-field.npy', head + evil_p4(), f'{made_by("numpy")}, payload put in by hand', 'One field of a structure is an object: a pickle stands in place of the data.', 'malicious', 'numpy')
    data = pickle.dumps({'a': 1}, 2)
    out = io.BytesIO()
    np.save(out, np.frombuffer(evil_p4() + data, dtype=np.uint8))
    yield Fixture('clean/bytes-spell-pickle.npy', out.getvalue(), made_by('numpy'), 'Numbers whose bytes spell a hostile pickle that nothing loads.', 'clean')


def fixtures():
    for make in (old_arrays, arrays_in_a_row):
        yield from make()
