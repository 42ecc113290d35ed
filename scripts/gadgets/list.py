#!/usr/bin/env python3
"""Writes scripts/gadgets/callables.txt: list.py [--count 1900] [OUT]. Lines are `module name`, of functions, methods and classes drawn at random, half from
the standard library and half from the packages installed beside this Python.

The standard library is imported, since most of it that matters is written in C; packages are parsed, never imported. Nothing is called.
"""
import argparse
import ast
import importlib
import io
import pkgutil
import random
import sys
import sysconfig
import warnings
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

# Modules that act, open windows or print when they are imported.
SKIP = ('antigravity', 'this', 'idlelib', 'turtledemo', 'test', 'lib2to3.tests', 'ctypes.test', 'distutils.tests', 'tkinter', '__main__')
MAX_PER_MODULE = 6
SEED = 20


def stdlib_modules():
    for top in sorted(sys.stdlib_module_names):
        if top in SKIP or top.startswith('_test'):
            continue
        yield top
        try:
            path = importlib.import_module(top).__path__
        except Exception:  # not built here, or no package
            continue
        for info in pkgutil.walk_packages(path, top + '.', onerror=lambda name: None):
            if not any(info.name == skipped or info.name.startswith(skipped + '.') for skipped in SKIP) and '__main__' not in info.name and '.tests' not in info.name:
                yield info.name


def stdlib_callables():
    for name in stdlib_modules():
        try:
            module = importlib.import_module(name)
        except BaseException:
            continue
        for attribute, value in sorted(vars(module).items()):
            if callable(value):
                yield name, attribute


def package_callables():
    site = Path(sysconfig.get_paths()['purelib'])
    for path in sorted(site.rglob('*.py')):
        parts = path.relative_to(site).with_suffix('').parts
        if 'tests' in parts or 'test' in parts or not all(part.isidentifier() for part in parts) or path.stat().st_size > 400_000:
            continue
        module = '.'.join(parts[:-1] if parts[-1] == '__init__' else parts)
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                yield module, node.name


def draw(callables, count, rng):
    """At random, but few of one module."""
    pool = list(callables)
    rng.shuffle(pool)
    taken = {}
    for module, name in pool:
        names = taken.setdefault(module, [])
        if len(names) < MAX_PER_MODULE and name.isascii():
            names.append(name)
    flat = [(module, name) for module, names in taken.items() for name in names]
    rng.shuffle(flat)
    return flat[:count]


def main():
    parser = argparse.ArgumentParser(description='Draws callables at random.')
    parser.add_argument('out', nargs='?', default=Path(__file__).parent / 'callables.txt', type=Path)
    parser.add_argument('--count', default=1900, type=int)
    options = parser.parse_args()
    rng = random.Random(SEED)
    warnings.simplefilter('ignore')
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        stdlib = draw(stdlib_callables(), options.count // 2, rng)
        packages = draw(package_callables(), options.count - len(stdlib), rng)
    lines = sorted({f'{module} {name}' for module, name in stdlib + packages})
    options.out.write_text('\n'.join(lines) + '\n', newline='\n')
    print(f'{len(lines)} callables')


if __name__ == '__main__':
    main()
