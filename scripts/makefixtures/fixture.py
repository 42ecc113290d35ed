"""What a fixture is, and the harmless payload that all malicious ones carry."""
import platform
from dataclasses import dataclass
from importlib.metadata import version
from typing import Optional

from .asm import asm

MARKER = 'echo modelgate-marker'

HAND = 'hand-built bytes'
CPYTHON = f'CPython {platform.python_version()} pickle'


def made_by(*libraries):
    """'library version, library version' of what is installed."""
    return ', '.join(f'{name} {version(name)}' for name in libraries)


@dataclass(frozen=True)
class Fixture:
    file: str  # relative to the fixture folder
    data: bytes
    origin: str
    shows: str
    verdict: str  # clean, own-class, suspicious, malicious, unreadable
    proof: Optional[str] = None  # loader under which --verify sees the marker printed


class RunsMarker:
    """What real libraries are given to write: an object whose unpickling runs the marker command."""

    def __reduce__(self):
        import os
        return os.system, (MARKER,)


def call_p0(command=MARKER):
    """os.system(command) in protocol 0 opcodes, leaving its result on the stack."""
    return asm('GLOBAL os system', 'MARK', ('UNICODE', command), 'TUPLE', 'REDUCE')


def call_p4(command=MARKER):
    return asm('SHORT_BINUNICODE os', 'SHORT_BINUNICODE system', 'STACK_GLOBAL', ('SHORT_BINUNICODE', command), 'TUPLE1', 'REDUCE')


def evil_p0():
    return call_p0() + asm('STOP')


def evil_p4():
    return asm('PROTO 4') + call_p4() + asm('STOP')
