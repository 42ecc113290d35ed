"""Kinds of attack, and what one attack is."""
import importlib
import pathlib
import pkgutil
from dataclasses import dataclass, field
from typing import Callable

from .loaders import Loader

KINDS = []

# What payloads do: create the file that the variable names. Any shell, any Python.
SHELL = 'touch "$MODELGATE_MARKER"'
PYTHON = "__import__('os').system('touch \"$MODELGATE_MARKER\"')"


@dataclass
class Attack:
    """A file, or a folder of files by relative path, and how it is loaded.

    `loader` is a name of attacks/loaders.py, a Loader, or source that reads `path`; `entry` is the file or folder of a tree that is loaded.
    """
    name: str
    data: 'bytes | dict[str, bytes]'
    loader: 'str | Loader' = 'pickle'
    entry: str = ''
    links: dict = field(default_factory=dict)
    # Set by the run.
    kind: str = ''
    path: str = ''
    ran: bool = False
    outcome: str = 'clean'
    note: str = ''


@dataclass
class Kind:
    name: str
    file: str
    make: Callable


def kind(name):
    """Marks a function that yields the attacks of one kind."""
    def mark(make):
        KINDS.append(Kind(name, make.__module__.rsplit('.', 1)[-1], make))
        return make
    return mark


def files():
    """The names of all files below kinds/."""
    return sorted(module.name for module in pkgutil.iter_modules([str(pathlib.Path(__file__).parent / 'kinds')]))


def kinds(only=()):
    """Every kind of every file below kinds/. A file whose library is missing is said and left out; where all words of `only` are files, others are not imported."""
    folder = pathlib.Path(__file__).parent / 'kinds'
    modules = sorted(pkgutil.iter_modules([str(folder)]), key=lambda m: m.name)
    if only and {module.name for module in modules}.issuperset(only):
        modules = [module for module in modules if module.name in only]
    for module in modules:
        try:
            importlib.import_module(f'attacks.kinds.{module.name}')
        except ImportError as error:
            print(f'skipped {module.name}: {error}')
    return KINDS
