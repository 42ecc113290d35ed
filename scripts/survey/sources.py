"""Finds and parses the modules of packages below several folders, without importing any of them."""
import ast
import hashlib
import sysconfig
import warnings
from pathlib import Path

MAX_BYTES = 8_000_000
COMPILED = ('.so', '.pyd', '.dylib')
# Never part of what a model names; a name that is not listed is judged as unknown, so leaving these out hides nothing.
LEFT_OUT = {'tests', 'test', 'testing', '_tests', 'conftest', '__main__', 'setup'}


class Module:
    """One module: its syntax tree, or None where it is compiled, broken, or a folder without `__init__.py`."""

    def __init__(self, name, path, rel, is_package, tree, compiled=False):
        self.name, self.path, self.rel, self.is_package, self.tree, self.compiled = name, path, rel, is_package, tree, compiled
        self.table = None
        self.standard = False

    @property
    def package(self):
        return self.name if self.is_package else self.name.rpartition('.')[0]


class Sources:
    """Modules below `roots`, in that order, and of the standard library of this Python.

    Packages of the names `own` are looked for in the first root only, since others may hold another version.
    """

    def __init__(self, roots, own=()):
        self.own = set(own)
        self.standard = Path(sysconfig.get_paths()['stdlib'])
        self.roots = [Path(root) for root in roots] + [self.standard]
        self.modules = {}
        self.broken = set()

    def module(self, name):
        """The module of that name, or None."""
        if name not in self.modules:
            self.modules[name] = self._find(name)
        return self.modules[name]

    def _find(self, name):
        parts = name.split('.')
        if not all(part.isidentifier() for part in parts):
            return None
        for root in self.roots[:1] if parts[0] in self.own else self.roots:
            folder = root.joinpath(*parts)
            for path, is_package in ((folder / '__init__.py', True), (folder.with_name(parts[-1] + '.py'), False)):
                if path.is_file():
                    return self._parsed(name, path, root, is_package)
            if folder.parent.is_dir() and is_compiled(folder):
                return Module(name, None, '', False, None, compiled=True)
            if folder.is_dir() and root != self.standard:
                return Module(name, None, '', True, None)
        return None

    def _parsed(self, name, path, root, is_package):
        tree = None
        if path.stat().st_size <= MAX_BYTES:
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter('ignore')
                    tree = ast.parse(path.read_bytes())
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                self.broken.add(name)
        module = Module(name, path, path.relative_to(root).as_posix(), is_package, tree)
        module.standard = root == self.standard
        return module


def is_compiled(folder):
    """Whether an extension module of that name lies beside it."""
    stem = folder.name + '.'
    return any(entry.name.startswith(stem) and entry.name.endswith(COMPILED) for entry in listing(folder.parent))


_listings = {}


def listing(folder):
    if folder not in _listings:
        _listings[folder] = sorted(folder.iterdir())
    return _listings[folder]


def modules_below(root, tops):
    """Names of all modules of the top-level packages, sorted, and how many were left out as tests."""
    names, left_out = set(), 0
    for top in tops:
        base = Path(root) / top
        paths = [base] if base.is_file() else sorted(p for p in base.rglob('*') if p.name.endswith(('.py', *COMPILED)))
        for path in paths:
            parts = list(path.relative_to(root).parts)
            parts[-1] = parts[-1].split('.')[0]
            if parts[-1] == '__init__':
                parts.pop()
            if not parts or not all(part.isidentifier() for part in parts):
                continue
            if any(part in LEFT_OUT or part.startswith('test_') for part in parts[1:]):
                left_out += 1
                continue
            names.add('.'.join(parts))
    return sorted(names), left_out


def hash_of(root, tops):
    """SHA-256 over the names and contents of all Python files, the same for a wheel and for what pip made of it."""
    total = hashlib.sha256()
    for top in sorted(tops):
        base = Path(root) / top
        for path in [base] if base.is_file() else sorted(base.rglob('*.py')):
            total.update(f'{path.relative_to(root).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n'.encode())
    return total.hexdigest()
