"""Resolves names: what each module binds, through imports, re-exports, `from x import *` and aliases."""
import ast
import builtins
from dataclasses import dataclass, field

MAX_STEPS = 40


@dataclass(eq=False)
class Class:
    """A class statement, or a call that makes a class (`namedtuple`), at module level or within another class."""
    module: object
    qualname: str
    line: int
    bases: list
    body: list
    decorators: list = field(default_factory=list)
    keywords: dict = field(default_factory=dict)
    kind: str = ''
    fields: list = field(default_factory=list)

    @property
    def id(self):
        return f'{self.module.name}:{self.qualname}'


@dataclass(eq=False)
class Function:
    module: object
    qualname: str
    node: object
    owner: object = None


@dataclass(frozen=True)
class Builtin:
    name: str

    @property
    def id(self):
        return f'builtins:{self.name}'


@dataclass(frozen=True)
class Opaque:
    """What has a name, but no source here: compiled, not installed, or made by code."""
    name: str

    @property
    def id(self):
        return self.name


@dataclass(frozen=True)
class ModuleRef:
    name: str


@dataclass
class Table:
    """What a module binds.

    Name → list of `('class', Class)`, `('function', Function)`, `('import', module)`, `('from', module, name)`,
    `('value', expr)`.
    """
    names: dict = field(default_factory=dict)
    stars: list = field(default_factory=list)
    patched: list = field(default_factory=list)
    passed: list = field(default_factory=list)      # calls of the module that are given a name: (callee, names)
    exports: object = None

    def bind(self, name, binding):
        self.names.setdefault(name, []).append(binding)


def statements(body):
    """Statements that run at this level, also within `if`, `try`, `with` and loops."""
    for node in body:
        yield node
        for part in ('body', 'orelse', 'finalbody'):
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                yield from statements(getattr(node, part, []) if isinstance(getattr(node, part, []), list) else [])
        for handler in getattr(node, 'handlers', []):
            yield from statements(handler.body)


def table_of(module):
    """The table of a module, made once."""
    if module.table is None:
        module.table = Table()
        for node in statements(module.tree.body if module.tree else []):
            add(module, module.table, node)
    return module.table


def add(module, table, node):
    if isinstance(node, ast.ClassDef):
        table.bind(node.name, ('class', class_of(module, node, '')))
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        table.bind(node.name, ('function', Function(module, node.name, node)))
    elif isinstance(node, ast.Import):
        for alias in node.names:
            table.bind(alias.asname or alias.name.split('.')[0], ('import', alias.name if alias.asname else alias.name.split('.')[0]))
    elif isinstance(node, ast.ImportFrom):
        source = absolute(module, node)
        for alias in node.names:
            if alias.name == '*':
                table.stars.append(source)
            else:
                table.bind(alias.asname or alias.name, ('from', source, alias.name))
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        table.passed.append((node.value.func, {a.id for a in node.value.args if isinstance(a, ast.Name)}))
    elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            for part in target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]:
                if isinstance(part, ast.Name):
                    assigned(module, table, part.id, node.value if part is target else None)
                elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
                    table.patched.append((part.value.id, part.attr, node.value))


def assigned(module, table, name, value):
    if name == '__all__' and isinstance(value, (ast.List, ast.Tuple)) and all(isinstance(e, ast.Constant) for e in value.elts):
        table.exports = {e.value for e in value.elts}
    made = isinstance(value, ast.Call) and made_class(module, name, value)
    table.bind(name, ('class', made) if made else ('value', value))


def class_of(module, node, outer):
    """The class of a statement, the same one each time."""
    if not hasattr(node, 'surveyed'):
        node.surveyed = Class(module, outer + node.name, node.lineno, list(node.bases), node.body, list(node.decorator_list),
                              {k.arg: k.value for k in node.keywords if k.arg})
    return node.surveyed


def made_class(module, name, call):
    """The class of `X = namedtuple('X', 'a b')`, `NamedTuple`, `Enum('X', …)` and `type('X', (Base,), {})`, or None."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, 'id', '')
    if called in ('namedtuple', 'NamedTuple') and len(call.args) > 1:
        return Class(module, name, call.lineno, [ast.Name('tuple')], [], kind='namedtuple', fields=field_names(call.args[1]))
    if called in ('Enum', 'IntEnum', 'Flag', 'IntFlag', 'StrEnum') and len(call.args) > 1:
        return Class(module, name, call.lineno, [call.func], [], kind='enum')
    if called == 'type' and len(call.args) == 3 and isinstance(call.args[1], ast.Tuple) and isinstance(call.args[2], ast.Dict) and not call.args[2].keys:
        return Class(module, name, call.lineno, list(call.args[1].elts), [])
    return None


def field_names(node):
    """Names of fields of a `namedtuple`: text, a list of texts, or a list of pairs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.replace(',', ' ').split()
    names = []
    for part in getattr(node, 'elts', []):
        part = part.elts[0] if isinstance(part, (ast.Tuple, ast.List)) and part.elts else part
        names.append(str(part.value) if isinstance(part, ast.Constant) else '?')
    return names or ['?']


def absolute(module, node):
    """The absolute name of the module of a `from … import`."""
    if not node.level:
        return node.module or ''
    parts = module.package.split('.')
    base = parts[:len(parts) - node.level + 1]
    return '.'.join(base + ([node.module] if node.module else []))


class Resolver:
    """Follows names to what they stand for."""

    def __init__(self, sources):
        self.sources = sources

    def lookup(self, module, name, steps=0):
        """All that a name of a module can be: classes, functions, modules, builtins, or what has no source."""
        if steps > MAX_STEPS:
            return []
        table = table_of(module)
        found = []
        for binding in table.names.get(name, []):
            found += self._bound(module, name, binding, steps + 1)
        if not found:
            for star in table.stars:
                found += self._starred(star, name, steps + 1)
        if not found and module.is_package and self.sources.module(f'{module.name}.{name}'):
            found = [ModuleRef(f'{module.name}.{name}')]
        if not found and name not in table.names and hasattr(builtins, name):
            found = [Builtin(name)]
        unique = list(dict.fromkeys(found))
        known = [e for e in unique if not isinstance(e, Opaque)]
        # The standard library replaces many classes by compiled twins with the same behaviour.
        return known if known and module.standard else unique

    def _bound(self, module, name, binding, steps):
        kind = binding[0]
        if kind in ('class', 'function'):
            return [binding[1]]
        if kind == 'import':
            return [ModuleRef(binding[1])]
        if kind == 'from':
            return self.attribute(ModuleRef(binding[1]), binding[2], steps)
        if isinstance(binding[1], (ast.Name, ast.Attribute)) and not (isinstance(binding[1], ast.Name) and binding[1].id == name):
            return self.resolve(module, binding[1], steps)
        return []

    def _starred(self, source, name, steps):
        target = self.sources.module(source)
        if target is None or target.compiled or target.tree is None:
            return []
        table = table_of(target)
        public = name in table.exports if table.exports is not None else not name.startswith('_')
        if not public or (name not in table.names and not table.stars):
            return []
        return [e for e in self.lookup(target, name, steps) if not isinstance(e, Builtin)]

    def attribute(self, entity, name, steps=0):
        """What `entity.name` is."""
        if isinstance(entity, ModuleRef):
            module = self.sources.module(entity.name)
            if module is None or module.compiled:
                if entity.name == 'builtins':
                    return [Builtin(name)]
                return [Opaque(f'{entity.name}.{name}')]
            found = [e for e in self.lookup(module, name, steps) if not isinstance(e, Builtin) or name in table_of(module).names or entity.name == 'builtins']
            if not found and self.sources.module(f'{entity.name}.{name}'):
                found = [ModuleRef(f'{entity.name}.{name}')]
            return found or [Opaque(f'{entity.name}.{name}')]
        if isinstance(entity, Class):
            for node in statements(entity.body):
                if isinstance(node, ast.ClassDef) and node.name == name:
                    return [class_of(entity.module, node, entity.qualname + '.')]
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
                    return [Function(entity.module, f'{entity.qualname}.{name}', node, entity)]
        if isinstance(entity, Opaque):
            return [Opaque(f'{entity.name}.{name}')]
        if isinstance(entity, Builtin):
            return [Builtin(f'{entity.name}.{name}')]
        return []

    def resolve(self, module, expr, steps=0):
        """What an expression of names and attributes stands for."""
        if isinstance(expr, ast.Name):
            return self.lookup(module, expr.id, steps)
        if isinstance(expr, ast.Attribute):
            return [e for owner in self.resolve(module, expr.value, steps) for e in self.attribute(owner, expr.attr, steps)]
        if isinstance(expr, ast.Subscript):
            return self.resolve(module, expr.value, steps)
        return []
