"""Linearises the bases of classes across packages, and lists what each class defines of hooks, properties and slots."""
import ast
import builtins

from .knowledge import ERRORS, LEAVES_CLASSES, PLAIN_DECORATORS, TYPES
from .members import Member, Members, builtin_hooks, dotted
from .names import Builtin, Class, Function, Opaque, statements, table_of

MAX_VARIANTS = 4
# They run no code of a class that a pickle names, but for a lookup of an enum's value, which `kind=enum` says.
PLAIN_METACLASSES = ('abc:ABCMeta', '_py_abc:ABCMeta', 'enum:EnumType', 'enum:EnumMeta')
KINDS = {'NamedTuple': 'namedtuple', 'Enum': 'enum', 'IntEnum': 'enum', 'StrEnum': 'enum', 'Flag': 'enum', 'IntFlag': 'enum', 'BaseModel': 'pydantic'}
TYPING = {'typing.Generic', 'typing.Protocol', 'typing_extensions.Protocol', 'typing_extensions.Generic'}
ATTRS = {'attr.s', 'attr.attrs', 'attr.define', 'attr.frozen', 'attr.dataclass', 'attr.mutable', 'attrs.define', 'attrs.frozen', 'attrs.mutable',
         'attr.attributes', 's', 'attrs'}


class Classes(Members):
    def __init__(self, resolver):
        self.resolver = resolver
        self._members, self._mros = {}, {}

    def bases(self, cls):
        """Alternatives for each base, in order."""
        found = []
        exprs = list(cls.bases)
        for expr in exprs:
            if isinstance(expr, ast.Starred):
                found.append([Opaque('*' + ast.unparse(expr.value))])
                continue
            if isinstance(expr, ast.Call):
                found += self._called_base(cls, expr)
                continue
            targets = self._nested_base(cls, expr) or self.resolver.resolve(cls.module, expr) or [Opaque(ast.unparse(expr))]
            targets = [t for t in targets if t is not cls]
            if isinstance(expr, ast.Subscript) and any(getattr(t, 'id', '').replace(':', '.') in TYPING for t in targets):
                continue
            kept = [t if isinstance(t, (Class, Builtin, Opaque)) else Opaque(ast.unparse(expr)) for t in targets]
            kept = [self._typing(t) for t in kept]
            if kept:
                found.append(kept)
        return found

    def _nested_base(self, cls, expr):
        """A base that the body of the class around it defines."""
        outer, dot, _ = cls.qualname.rpartition('.')
        if not dot or not isinstance(expr, ast.Name):
            return []
        around = self.resolver.resolve(cls.module, ast.parse(outer, mode='eval').body)
        return [e for o in around if isinstance(o, Class) for e in self.resolver.attribute(o, expr.id) if isinstance(e, Class) and e is not cls]

    @staticmethod
    def _typing(entity):
        """`typing.Dict[…]` as a base is `dict`, as are `TypedDict` and every exception what they are at run time."""
        if isinstance(entity, Opaque) and entity.name.rpartition('.')[2] in ('TypedDict', 'NamedTuple'):
            return Builtin('dict' if entity.name.endswith('TypedDict') else 'tuple')
        if isinstance(entity, Builtin) and builtin_hooks(entity.name) is ERRORS:
            return Builtin('BaseException')
        if isinstance(entity, Opaque) and entity.name.startswith('typing.'):
            low = entity.name[7:].lower()
            return Builtin(low) if low in TYPES else entity
        return entity

    def _called_base(self, cls, call):
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, 'id', '')
        if called == 'with_metaclass':
            return [self.resolver.resolve(cls.module, a) or [Opaque(ast.unparse(a))] for a in call.args[1:]]
        if called in ('namedtuple', 'NamedTuple'):
            cls.kind = cls.kind or 'namedtuple'
            return [[Builtin('tuple')]]
        return [[Opaque(ast.unparse(call)[:60])]]

    def mros(self, cls):
        """All orders of resolution that a class can have, without `object`."""
        if cls not in self._mros:
            self._mros[cls] = [[cls]]
            variants = [[]]
            for alternatives in self.bases(cls):
                orders = [o for a in alternatives for o in (self.mros(a) if isinstance(a, Class) else [[a]])]
                variants = [v + [o] for v in variants for o in orders][:MAX_VARIANTS]
            self._mros[cls] = [linearised(cls, orders) for orders in variants]
        return self._mros[cls]

    def metaclass(self, cls):
        """The metaclass of a class as a list of what it can be; empty for `type`."""
        for c in self.mros(cls)[0]:
            if isinstance(c, Class):
                expr = c.keywords.get('metaclass') or next((b.args[0] for b in c.bases if isinstance(b, ast.Call) and b.args
                                                            and getattr(b.func, 'attr', getattr(b.func, 'id', '')) == 'with_metaclass'), None)
                if expr is not None:
                    found = self.resolver.resolve(c.module, expr) or [Opaque(ast.unparse(expr))]
                    return [f for f in found if isinstance(f, (Class, Opaque)) and f.id not in PLAIN_METACLASSES]
        return []

    def find(self, mro, name, after=None):
        """The first definition of a hook in an order of resolution, after a class where one is named.

        `(definer, member)` or None.
        """
        started = after is None
        for c in mro:
            if started:
                if isinstance(c, Opaque):
                    return c, None
                found = self.members(c)
                if name in found:
                    return (c, found[name]) if found[name] is not None else None
            elif c is after:
                started = True
        return None

    def method(self, mro, name, after=None):
        """The first function of that name, hook or not: a `Member`, a Builtin, an Opaque, or None."""
        started = after is None
        for c in mro:
            if started:
                if isinstance(c, Opaque):
                    return c
                if isinstance(c, Builtin):
                    if name in TYPES.get(c.name, {}) or has_attribute(c.name, name):
                        return c
                elif (node := function_named(c, name)) is not None:
                    return Member(name, node.lineno, node, c)
            elif c is after:
                started = True
        return None

    def setters(self, mro):
        """All setters of properties and descriptors, each the first of its name."""
        names = dict.fromkeys(name for c in mro if isinstance(c, Class) for name in self.members(c) if name.startswith('set:'))
        return [found[1] for name in names if (found := self.find(mro, name)) and found[1]]

    def looked_up(self, mro, name, after=None):
        """What a lookup of a method, of `get:x`, `set:x` or of all setters (`set:*`) finds, to compare it with that of a subclass.
        """
        if name == 'set:*':
            return tuple(id(member.node) for member in self.setters(mro))
        if ':' in name:
            found = self.find(mro, name, after)
            return identity(found[1] or found[0]) if found else None
        return identity(self.method(mro, name, after))

    def slots(self, cls):
        """Names of slots where no class of the order has a `__dict__`, else None."""
        names = []
        for c in self.mros(cls)[0]:
            if isinstance(c, Builtin) and c.name in ('object', 'tuple', 'int', 'str', 'float', 'bytes', 'frozenset', 'dict', 'list', 'set'):
                continue
            own = own_slots(c) if isinstance(c, Class) else None
            if own is None:
                return None
            names += own
        return sorted(set(names))

    def kind(self, cls):
        if cls.kind:
            return cls.kind
        for decorator in cls.decorators:
            name = dotted(decorator)
            if self._is_dataclass(cls, name):
                return 'dataclass'
            if name in ATTRS or (name in ('define', 'frozen', 'mutable') and any(
                    isinstance(e, Function) and e.module.name.startswith('attr') or isinstance(e, Opaque) and e.name.startswith('attr')
                    for e in self.resolver.lookup(cls.module, name))):
                return 'attrs'
        for c in self.mros(cls)[0][1:]:
            if isinstance(c, (Class, Opaque)) and (last := c.id.replace(':', '.').rpartition('.')[2]) in KINDS:
                if c.id.partition(':')[0].partition('.')[0] in ('enum', 'typing', 'typing_extensions', 'pydantic'):
                    return KINDS[last]
        if any(dotted(b).rpartition('.')[2] == 'NamedTuple' for b in cls.bases):
            return 'namedtuple'
        return ''

    def strange_decorator(self, cls):
        """The first decorator, or call that the module makes with a class, that may give it other hooks; or ''."""
        for decorator in cls.decorators:
            name = dotted(decorator)
            last = name.rpartition('.')[2]
            known = last in PLAIN_DECORATORS or name in ATTRS or last in ('define', 'frozen', 'mutable') or self._is_dataclass(cls, name)
            if not known and not self._harmless_decorator(cls, name):
                return name or 'expression'
        for callee, names in table_of(cls.module).passed:
            name = dotted(callee)
            if cls.qualname in names and name.rpartition('.')[2] not in LEAVES_CLASSES and not self._harmless_decorator(cls, name):
                return name or 'expression'
        return ''

    def _is_dataclass(self, cls, name):
        """Whether a decorator is the one of `dataclasses`, and no other of that name."""
        if name.rpartition('.')[2] != 'dataclass':
            return False
        found = self.resolver.resolve(cls.module, ast.parse(name, mode='eval').body)
        return bool(found) and all(isinstance(e, Function) and e.module.name == 'dataclasses' for e in found)


def identity(found):
    """What tells two results of `Classes.method` apart."""
    return id(found.node) if isinstance(found, Member) else found


def has_attribute(type_name, name):
    return hasattr(getattr(builtins, type_name, object), name) and not hasattr(object, name)


def function_named(cls, name):
    index = cls.__dict__.get('functions')
    if index is None:
        index = cls.functions = {n.name: n for n in statements(cls.body) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))}
    return index.get(name)


def own_slots(cls):
    """Names in `__slots__` of a class body; None where it has none; ['?'] where they are computed."""
    for node in statements(cls.body):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == '__slots__' for t in node.targets):
            try:
                value = ast.literal_eval(node.value)
            except ValueError:
                return ['?']
            return [value] if isinstance(value, str) else [str(v) for v in value]
    for decorator in cls.decorators:
        if isinstance(decorator, ast.Call) and any(k.arg == 'slots' and getattr(k.value, 'value', False) is True for k in decorator.keywords):
            return [n.target.id for n in cls.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)]
    return None


def linearised(cls, orders):
    """C3; where the bases have no consistent order, each base once, in the order of their first appearance."""
    todo = [list(o) for o in orders] + [[o[0] for o in orders]]
    merged = [cls]
    while todo := [o for o in todo if o]:
        head = next((o[0] for o in todo if not any(o[0] in other[1:] for other in todo)), None)
        if head is None:
            return merged + list(dict.fromkeys(c for o in todo for c in o))
        merged.append(head)
        todo = [o[1:] if o[0] == head else o for o in todo]
    return [c for c in merged if not (isinstance(c, Builtin) and c.name == 'object')]
