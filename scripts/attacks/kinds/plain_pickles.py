"""Pickles that call a dangerous name in the ways the opcodes allow."""
from makefixtures.asm import asm

from ..registry import SHELL, Attack, kind


@kind('a call of os.system in every opcode that calls')
def calls():
    command = ('SHORT_BINUNICODE', SHELL)
    yield Attack('reduce.pkl', asm('PROTO 2', 'GLOBAL os system', ('BINUNICODE', SHELL), 'TUPLE1', 'REDUCE', 'STOP'))
    yield Attack('inst.pkl', asm('MARK', ('UNICODE', SHELL), 'INST os system', 'STOP'))
    yield Attack('obj.pkl', asm('MARK', 'GLOBAL os system', ('UNICODE', SHELL), 'OBJ', 'STOP'))
    yield Attack('stack-global.pkl', asm('PROTO 4', 'SHORT_BINUNICODE os', 'SHORT_BINUNICODE system', 'STACK_GLOBAL', command, 'TUPLE1', 'REDUCE', 'STOP'))
