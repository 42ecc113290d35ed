"""Hooks that decorators and base classes write into a class: `dataclass`, `attrs` and `namedtuple`."""
import ast

from .members import dotted
from .names import Class, Opaque, statements


def aliases(cls):
    """Modules that a class says it belongs to, by `__module__ = …` or `@set_module(…)`."""
    for node in statements(cls.body):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and any(isinstance(t, ast.Name) and t.id == '__module__' for t in node.targets):
            yield str(node.value.value)
    for decorator in cls.decorators:
        if dotted(decorator).endswith('set_module') and isinstance(decorator, ast.Call) and decorator.args and isinstance(decorator.args[0], ast.Constant):
            yield str(decorator.args[0].value)


def generated(cls, kind, classes):
    """Hooks that `dataclass`, `namedtuple`, `attrs` and `enum` write into a class, with their effects."""
    if kind == 'namedtuple' and (cls.fields or any(isinstance(n, ast.AnnAssign) for n in cls.body)):
        names = cls.fields or [n.target.id for n in cls.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)]
        yield '__new__', ','.join(names) + ':stores' if '?' not in names else '*args:stores'
        yield '__repr__', 'self.*:formats'
    if kind not in ('dataclass', 'attrs') or not cls.decorators:
        return
    options = {}
    for decorator in cls.decorators:
        if isinstance(decorator, ast.Call) and dotted(decorator).rpartition('.')[2] in ('dataclass', 'define', 'frozen', 's', 'attrs', 'mutable'):
            options |= {k.arg: getattr(k.value, 'value', None) for k in decorator.keywords if k.arg}
        if dotted(decorator).rpartition('.')[2] == 'frozen':
            options['frozen'] = True
    if options.get('init', True):
        yield '__init__', init_of(cls, kind, classes)
    if options.get('repr', True):
        yield '__repr__', 'self.*:formats'
    if options.get('eq', True):
        yield '__eq__', 'other:gets-attribute self.*:compares'
        if options.get('frozen') or options.get('unsafe_hash'):
            yield '__hash__', 'self.*:hashes'
        elif kind == 'dataclass':
            yield '__hash__', 'none'
    if options.get('order'):
        yield '__lt__', 'other:gets-attribute self.*:compares'
    if options.get('frozen'):
        yield '__setattr__', 'name:compares value:-'
    if options.get('slots') or (kind == 'attrs' and any(dotted(d).rpartition('.')[2] in ('define', 'frozen', 'mutable') for d in cls.decorators)):
        yield '__setstate__', 'state:iterates state[]:stores self:sets-attributes'


def init_of(cls, kind, classes):
    """The generated constructor: it stores its fields, and runs `__post_init__`, converters and validators."""
    names, special = [], False
    for c in reversed(classes.mros(cls)[0]):
        if isinstance(c, Opaque):
            special = True
        if not isinstance(c, Class) or classes.kind(c) != kind:
            continue
        for node in c.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and 'ClassVar' not in ast.unparse(node.annotation):
                if node.target.id not in names:
                    names.append(node.target.id)
                special = special or any(k.arg in ('converter', 'validator') for k in getattr(node.value, 'keywords', []))
            elif kind == 'attrs' and isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and dotted(node.value.func).rpartition('.')[2] in ('ib', 'attrib', 'field'):
                names += [t.id for t in node.targets if isinstance(t, ast.Name)]
                special = special or any(k.arg in ('converter', 'validator', 'convert') for k in node.value.keywords)
            elif kind == 'attrs' and isinstance(node, ast.FunctionDef) and any('.validator' in dotted(d) for d in node.decorator_list):
                special = True
    special = special or any(classes.method(classes.mros(cls)[0], n) is not None for n in ('__post_init__', '__attrs_post_init__'))
    return ','.join(names or ['*']) + (':stores,unknown' if special else ':stores') if names else '-'
