"""Lists the hooks, properties and descriptors that a class body defines."""
import ast
import builtins
from dataclasses import dataclass

from .knowledge import ERRORS, GETTERS, HOOKS, LEAVES_CLASSES, PLAIN_DECORATORS, TYPES
from .names import Builtin, Class, Function, Opaque, statements, table_of

# How often a function may pass a class on before it counts as one that may change it.
MAX_PASSES = 2


@dataclass(eq=False)
class Member:
    """A hook that a class body defines: a function, or None where code that is not followed makes it."""
    hook: str
    line: int
    node: object
    owner: object
    decorated: str = ''


class Members:
    """Hooks by class; `resolver` and `mros` come from the class that inherits this."""

    def members(self, cls):
        """Hooks that a class defines itself, by name; a property `x` is `get:x`, `set:x` and `del:x`."""
        if isinstance(cls, Builtin):
            return builtin_hooks(cls.name)
        if isinstance(cls, Opaque):
            return {}
        if cls not in self._members:
            self._members[cls] = self._collect(cls)
        return self._members[cls]

    def _collect(self, cls):
        found = {}
        outright = set(map(id, cls.body))
        for node in statements(cls.body):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self._method(cls, node, found)
                if id(node) not in outright and found.get(node.name) is not None:
                    found[node.name].decorated = 'conditional'
            elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    for part in target.elts if isinstance(target, ast.Tuple) else [target]:
                        if isinstance(part, ast.Name):
                            self._assigned(cls, part.id, node, found)
        for owner, attribute, value in table_of(cls.module).patched:
            if owner == cls.qualname and attribute in HOOKS:
                found[attribute] = self._from_value(cls, attribute, value, value.lineno, found)
        return found

    def _method(self, cls, node, found):
        names = [dotted(d) for d in node.decorator_list]
        for name in names:
            last = name.rpartition('.')[2]
            if last in ('setter', 'deleter', 'getter'):
                key = {'setter': 'set', 'deleter': 'del', 'getter': 'get'}[last] + ':' + node.name
                found[key] = Member(key, node.lineno, node, cls)
                return
            if last in GETTERS or last.endswith('property') or self._descriptor(cls, name):
                found['get:' + node.name] = Member('get:' + node.name, node.lineno, node, cls)
                return
        if node.name in HOOKS:
            strange = [n for n in names if n.rpartition('.')[2] not in PLAIN_DECORATORS and not self._harmless_decorator(cls, n)]
            found[node.name] = Member(node.name, node.lineno, node, cls, strange[0] if strange else '')

    def _descriptor(self, cls, name):
        """Whether a decorator is a class with `__get__`."""
        if name in ('staticmethod', 'classmethod') or not name.replace('.', '').isidentifier():
            return False
        return any(isinstance(e, Class) and any('__get__' in self.members(c) for c in self.mros(e)[0])
                   for e in self.resolver.resolve(cls.module, ast.parse(name, mode='eval').body))

    def _harmless_decorator(self, cls, name):
        """Whether the source of a decorator leaves classes as they are."""
        found = self.resolver.resolve(cls.module, ast.parse(name, mode='eval').body) if name.replace('.', '').isidentifier() else []
        return bool(found) and not any(self._alters(f, MAX_PASSES) for f in found)

    def _alters(self, function, passes):
        """Whether a function may give a class other hooks.

        It makes a class, sets an attribute, or passes the class on to one that may.
        """
        if not isinstance(function, Function):
            return True
        node = function.node
        given = {a.arg for part in ast.walk(node) if isinstance(part, (ast.FunctionDef, ast.Lambda)) for a in part.args.args}
        for part in ast.walk(node):
            if isinstance(part, ast.ClassDef) or (isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and part.attr in HOOKS):
                return True
            if not isinstance(part, ast.Call):
                continue
            last = dotted(part.func).rpartition('.')[2]
            passed = {a.id for a in [*part.args, *(k.value for k in part.keywords)] if isinstance(a, ast.Name)}
            if last in ('type', 'setattr'):
                return True
            if passed & given and last not in LEAVES_CLASSES:
                called = self.resolver.resolve(function.module, part.func) if passes else []
                if not called or any(self._alters(c, passes - 1) for c in called):
                    return True
        return False

    def _assigned(self, cls, name, node, found):
        value = node.value
        if name in HOOKS:
            if isinstance(value, ast.Constant) and value.value is None:
                found[name] = None
            else:
                found[name] = self._from_value(cls, name, value, node.lineno, found)
        elif isinstance(value, ast.Call):
            called = dotted(value.func)
            if called == 'property':
                parts = dict(zip(('get', 'set', 'del'), value.args)) | {k.arg[1:]: k.value for k in value.keywords if k.arg in ('fget', 'fset', 'fdel')}
                for kind, expr in parts.items():
                    if not (isinstance(expr, ast.Constant) and expr.value is None):
                        found[f'{kind}:{name}'] = self._from_value(cls, f'{kind}:{name}', expr, node.lineno, found)
            else:
                for entity in self.resolver.resolve(cls.module, value.func):
                    if isinstance(entity, Class) and entity is not cls:
                        for kind in ('get', 'set'):
                            if any(f'__{kind}__' in self.members(c) for c in self.mros(entity)[0] if c is not cls and not isinstance(c, Opaque)):
                                found[f'{kind}:{name}'] = Member(f'{kind}:{name}', node.lineno, None, cls)

    def _from_value(self, cls, hook, value, line, found):
        """A hook that is another name for a function: of this body, of a base, or of the module."""
        if isinstance(value, ast.Name):
            for node in statements(cls.body):
                if isinstance(node, ast.FunctionDef) and node.name == value.id:
                    return Member(hook, node.lineno, node, cls)
            for entity in self.resolver.lookup(cls.module, value.id):
                if isinstance(entity, Function) and entity.module is cls.module:
                    return Member(hook, line, entity.node, cls)
        if isinstance(value, ast.Lambda):
            return Member(hook, line, value, cls)
        if isinstance(value, ast.Attribute):
            for entity in self.resolver.resolve(cls.module, value):
                if isinstance(entity, Function) and entity.module is cls.module:
                    return Member(hook, line, entity.node, cls)
        return Member(hook, line, None, cls)


def builtin_hooks(name):
    if name in TYPES:
        return TYPES[name]
    made = getattr(builtins, name, None)
    return ERRORS if isinstance(made, type) and issubclass(made, BaseException) else {}


def dotted(expr):
    """The dotted name of a decorator or callee, without its call; '' for other expressions."""
    while isinstance(expr, (ast.Call, ast.Subscript)):
        expr = expr.func if isinstance(expr, ast.Call) else expr.value
    if isinstance(expr, ast.Name):
        return expr.id
    if isinstance(expr, ast.Attribute):
        left = dotted(expr.value)
        return f'{left}.{expr.attr}' if left else ''
    return ''
