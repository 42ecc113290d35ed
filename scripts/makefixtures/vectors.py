"""Small pickles on which CPython's readers differ, measured under the Python that runs this.

For each program: what pickletools.genops shows, what pickle.loads, pickle.load of a BytesIO and of a file, and the pure-Python
unpickler make of it, and which names each of them imports. The results are facts; the tests compare our reader with them.
"""
import io
import os
import pickle
import pickletools
import re
import sys
import tempfile

# name | program in hex
PROGRAMS = """
INT octal010 | 493031300a2e
INT 0o17 | 49306f31370a2e
INT lead-space | 4920370a2e
INT trail-space | 4937200a2e
INT plus1 | 492b310a2e
INT space1 | 4920310a2e
INT minus0 | 492d300a2e
INT 1_000 | 49315f3030300a2e
INT empty | 490a2e
INT 01 | 4930310a2e
INT 001 | 493030310a2e
INT L-suffix | 49314c0a2e
INT junk | 4931780a2e
LONG noL | 4c31320a2e
LONG l | 4c31326c0a2e
LONG empty | 4c0a2e
LONG onlyL | 4c4c0a2e
LONG 0o17L | 4c306f31374c0a2e
FLOAT 1.5 | 46312e350a2e
FLOAT trail-space | 46312e35200a2e
FLOAT nan | 466e616e0a2e
FLOAT infinity | 46696e66696e6974790a2e
FLOAT empty | 460a2e
FLOAT 1e400 | 4631653430300a2e
STRING noquote | 536162630a2e
STRING mismatch | 532261270a2e
STRING trail-space | 53276127200a2e
STRING lead-space | 53202761270a2e
STRING hexesc | 53275c783431270a2e
STRING esc-ff | 53275c786666270a2e
STRING raw-ff | 5327ff270a2e
STRING u-esc | 53275c7530303431270a2e
STRING trail-bs | 53276162635c270a2e
STRING inner-quote | 5327612762270a2e
STRING nul | 5327610062270a2e
UNICODE u-esc | 565c7530303666730a2e
UNICODE dbl-bs | 565c5c75303034310a2e
UNICODE bad-u | 565c755a5a5a5a0a2e
UNICODE nul | 566100620a2e
GLOBAL lead-space-mod | 63206f730a6765746377640a2e
GLOBAL trail-space-mod | 636f73200a6765746377640a2e
GLOBAL escaped-mod | 636f5c7837330a6765746377640a2e
GLOBAL empty-mod | 630a6765746377640a2e
GLOBAL nonascii-mod | 63c3a90a780a2e
GLOBAL py2-builtin-p0 | 635f5f6275696c74696e5f5f0a6c656e0a2e
GLOBAL py2-builtin-p2 | 8002635f5f6275696c74696e5f5f0a6c656e0a2e
GLOBAL py2-builtin-p3to2 | 80038002635f5f6275696c74696e5f5f0a6c656e0a2e
GLOBAL py2-commands | 63636f6d6d616e64730a6765746f75747075740a2e
GLOBAL py2-copy_reg | 63636f70795f7265670a6164645f657874656e73696f6e0a2e
GLOBAL py2-urllib2 | 6375726c6c6962320a526571756573740a2e
GLOBAL submodule-not-imported | 63786d6c2e646f6d2e6d696e69646f6d0a70617273650a2e
GLOBAL relative | 632e6f730a6765746377640a2e
INST/OBJ inst | 28696f730a6765746377640a2e
INST/OBJ inst-nonascii | 2869c3a90a780a2e
INST/OBJ inst-escaped | 28696f5c7837330a6765746377640a2e
INST/OBJ obj-func | 28636f730a6765746377640a6f2e
INST/OBJ obj-nothing | 286f2e
BINSTRING ok | 54030000006162632e
BINSTRING nonascii | 5401000000ff2e
BINSTRING neglen | 54ffffffff6162632e
BINSTRING short | 55026f732e
BINUNICODE surrogate | 5803000000eda0802e
BINUNICODE 8-ok | 8d02000000000000006f732e
BINUNICODE short-overlong-nul | 8c02c0802e
PUT plain | 4e70350a2e
PUT plus | 4e702b350a2e
PUT trail-space | 4e7035200a2e
PUT hex | 4e703078350a2e
PUT underscore | 4e70315f300a2e
PUT neg | 4e702d310a2e
PUT 01 | 4e7030310a2e
PUT huge | 4e70393939393939393939393939393939393939393939393939390a2e
GET missing | 67350a2e
BINGET missing | 68052e
BINPUT under MARK | 4e287100302e
STOP leftover | 4b014b022e
STOP empty | 2e
PROTO 6 | 80064e2e
PROTO after | 4e80022e
FRAME exact | 80049502000000000000004e2e
FRAME too long | 800495c8000000000000004e2e
FRAME zero | 80049500000000000000004e2e
FRAME straddle SHORT_BINUNICODE | 80049504000000000000008c0358586162632e
FRAME straddle UNICODE line | 80049503000000000000005658586162630a2e
FRAME straddle GLOBAL | 8004950400000000000000636d61636f730a6765746377640a2e
FRAME nested | 8004950b000000000000004e9501000000000000004e2e
FRAME huge | 800495ffffffffffffffff4e2e
DUP | 4b0132862e
DUP under mark | 4b0128322e
POP mark | 4b0128302e
POP empty | 302e
POP under mark then tuple | 4b01284b0230742e
TUPLE1 across mark | 4b0128852e
TUPLE2 across mark | 4b01284b02862e
APPENDS none on int | 4b0128652e
SETITEMS none on int | 4b0128752e
ADDITEMS none on int | 4b0128902e
SETITEMS odd | 7d284b01752e
DICT odd | 284b01642e
APPENDS on deque | 63636f6c6c656374696f6e730a64657175650a2952284b014b02652e
REDUCE list args | 636275696c74696e730a6c656e0a5d5d61522e
REDUCE tuple | 636275696c74696e730a6c656e0a2985522e
NEWOBJ list args | 63636f6c6c656374696f6e730a4f726465726564446963740a5d812e
NEWOBJ func | 636f730a6765746377640a29812e
NEWOBJ_EX | 636275696c74696e730a646963740a297d922e
NEWOBJ_EX none kwargs | 636275696c74696e730a646963740a294e922e
EXT1 0 | 82002e
NEXT_BUFFER | 972e
PERSID | 506162630a2e
BINPERSID | 4b01512e
LONG1 0 | 8a002e
LONG4 neg | 8bffffffff2e
STACK_GLOBAL str | 8c026f738c06676574637764932e
STACK_GLOBAL proto0 dotted | 8c026f738c09706174682e6a6f696e932e
STACK_GLOBAL bytes | 43026f734306676574637764932e
STACK_GLOBAL binstring | 55026f735506676574637764932e
STACK_GLOBAL py2 name p2 | 80028c0b5f5f6275696c74696e5f5f8c036c656e932e
STACK_GLOBAL py2 name p4 | 80048c0b5f5f6275696c74696e5f5f8c036c656e932e
STACK_GLOBAL across mark | 8c026f73288c06676574637764932e
unknown opcode | ff2e
EMPTY_SET ADDITEMS | 8f284b01902e
FROZENSET | 284b01912e
BYTEARRAY8 | 960100000000000000612e
MEMOIZE after gap | 4b017105304b02943068012e
MEMOIZE overwrite-later | 4b017101304b02943068012e
two pickles | 4b012e4b022e
"""


class Watched(pickle.Unpickler):
    """The C unpickler, noting each name it imports."""

    def __init__(self, *args):
        super().__init__(*args)
        self.imported = []

    def find_class(self, module, name):
        self.imported.append([module, name])
        return super().find_class(module, name)


def stable(text):
    """A result without what differs from run to run."""
    return re.sub(r'0x[0-9a-f]{6,}', '0x..', text.replace(os.getcwd(), '/cwd'))


def outcome(run):
    try:
        return 'OK ' + stable(repr(run()))
    except Exception as error:  # noqa: BLE001 - the class of the error is the result
        return 'ERR ' + type(error).__name__


def disassembled(program):
    return '; '.join(op.name if arg is None else f'{op.name} {arg!r}' for op, arg, _ in pickletools.genops(program))


def watched(stream):
    reader = Watched(stream)
    return [outcome(reader.load), reader.imported]


def measure(name, program):
    with tempfile.TemporaryFile() as file:
        file.write(program)
        file.seek(0)
        from_file = watched(file)
    return {
        'name': name,
        'hex': program.hex(),
        f'cpython_{sys.version_info.major}_{sys.version_info.minor}': {
            'genops': outcome(lambda: disassembled(program)),
            'linear': outcome(lambda: pickle.loads(program)),
            'bytesio': watched(io.BytesIO(program)),
            'file': from_file,
            'pure_python': outcome(lambda: pickle._Unpickler(io.BytesIO(program)).load()),
        },
    }


def vectors():
    rows = [row.rsplit(' | ', 1) for row in PROGRAMS.strip().splitlines()]
    return [measure(name, bytes.fromhex(program)) for name, program in rows]
