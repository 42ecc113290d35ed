"""Tells what a call does with the labels that it is given."""
import ast

from .knowledge import CONTAINER_METHODS, FUNCTIONS, PASSES_ON, TYPES, function_effects
from .members import Member, builtin_hooks, dotted
from .names import Builtin, Class, Function, Opaque
from .statements import constant
from .summary import CLASS, DICT, NOTHING, assign, carried, inside, parsed_effects, under


class Call:
    """A call within a function."""

    def __init__(self, function, node):
        self.f, self.node = function, node
        self.args, self.keywords, self.star = [], {}, False
        for argument in node.args:
            if isinstance(argument, ast.Starred):
                self.star = True
            self.args.append(function.eval(argument))
        for keyword in node.keywords:
            labels = function.eval(keyword.value)
            if keyword.arg is None:
                function.effect(labels, 'iterates')
                self.star = True
                self.keywords['**'] = self.keywords.get('**', NOTHING) | inside(labels)
            else:
                self.keywords[keyword.arg] = labels
        self.given = frozenset().union(*self.args, *self.keywords.values())

    def labels(self):
        func, f = self.node.func, self.f
        if isinstance(func, ast.Attribute):
            if is_super(func.value):
                return self.through_super(func)
            if func.attr == '__new__' and isinstance(func.value, ast.Name) and func.value.id == 'object':
                return frozenset(['self'])
            explicit = self.explicit_base(func)
            if explicit is not None:
                return explicit
            owner = f.eval(func.value)
            if owner:
                return self.method(func, owner)
        elif isinstance(func, ast.Name) and f.env.get(func.id):
            labels = f.env[func.id]
            if CLASS in labels:
                return self.construct_own()
            if 'self' in labels:
                return f.own('__call__', self.args, self.keywords, star=self.star) or NOTHING
            f.effect(labels, 'calls')
            f.effect(self.given, 'unknown')
            return labels | self.given
        elif not isinstance(func, ast.Name):
            labels = f.eval(func)
            if CLASS in labels:
                return self.construct_own()
            if labels:
                f.effect(labels, 'calls')
                f.unknown(self.given, 'call of a value')
                return labels | self.given
        return self.named(func)

    def construct_own(self):
        """`type(self)(…)`, `cls(…)`: a new instance of the same class."""
        for name in ('__new__', '__init__'):
            self.f.own(name, self.args, self.keywords, star=self.star)
        return self.given

    def through_super(self, func):
        f = self.f
        result = f.own(func.attr, [a - {CLASS} for a in self.args[1:]] if func.attr == '__new__' else self.args, self.keywords, after=f.owner, star=self.star)
        return self.of_object(func.attr) if result is None else result

    def of_object(self, name):
        """A method that only `object` has."""
        f = self.f
        if name == '__new__':
            return frozenset(['self'])
        if name == '__setattr__':
            f.set_own('*', self.args[-1] if self.args else NOTHING)
            f.effect(self.args[0] if self.args else NOTHING, 'hashes', 'compares')
        elif name in ('__getattribute__', '__getattr__'):
            return frozenset(['self.*'])
        elif name in ('__reduce_ex__', '__reduce__', '__getstate__'):
            return frozenset(['self.*'])
        # Whatever else `object` does not have, so that the lookup fails.
        return NOTHING

    def explicit_base(self, func):
        """`Base.__init__(self, …)`, `object.__setattr__(self, …)`, `dict.__init__(self, …)`."""
        f = self.f
        if not self.args or not self.args[0] & {'self', CLASS} or not f.mro:
            return None
        for entity in f.entities(func.value):
            if isinstance(entity, Builtin) and '.' not in entity.name:
                self.args = self.args[1:]
                self.given = frozenset().union(*self.args, *self.keywords.values())
                if entity.name == 'object':
                    return self.of_object(func.attr)
                return f.known(builtin_hooks(entity.name).get(func.attr), self.args, self.keywords, f'{entity.name}.{func.attr}', self.star)
            if isinstance(entity, Class) and entity in f.mro:
                found = f.all.classes.method(f.mro[f.mro.index(entity):], func.attr)
                self.args = self.args[1:]
                self.given = frozenset().union(*self.args, *self.keywords.values())
                if isinstance(found, Member):
                    return f.follow(found.node, found.owner.module, found.owner, self.args, self.keywords, own=True, star=self.star)
                if found is None:
                    return self.of_object(func.attr)
                if isinstance(found, Builtin):
                    return f.known(TYPES.get(found.name, {}).get(func.attr), self.args, self.keywords, f'{found.name}.{func.attr}', self.star)
                f.unknown(self.given | {'self'}, f'{found.id}.{func.attr}')
                return self.given
        return None

    def method(self, func, owner):
        """A method of the instance, of its `__dict__`, or of a value that the file chose."""
        f, name, result = self.f, func.attr, NOTHING
        if DICT in owner:
            result |= self.of_dict(name)
        if 'self' in owner:
            # An attribute that the file has set comes before a method of that name.
            f.effect([f'self.{name}'], 'calls')
            found = f.own(name, self.args, self.keywords, star=self.star)
            if found is None and name.startswith('__') and name.endswith('__'):
                found = self.of_object(name)
            if found is None:
                labels = f.own_attribute(name)
                f.effect(labels - {'self'}, 'calls')
                f.effect(self.given - {'self'}, 'unknown')
                found = labels | self.given
            result |= found
        if CLASS in owner:
            result |= self.of_class(name)
        rest = owner - {'self', DICT, CLASS}
        if rest:
            f.effect(rest, 'gets-attribute', 'calls')
            outer, inner = parsed_effects(CONTAINER_METHODS.get(name, 'unknown'))
            f.effect(self.given, *outer)
            f.effect(inside(self.given), *inner)
            if name in ('append', 'extend', 'add', 'update', 'insert', 'setdefault'):
                f.grow(func.value, self.given)
            key = constant(self.node.args[0]) if name in ('get', 'pop', 'setdefault') and self.node.args else None
            result |= under(rest, key) | self.given
        return result

    def of_class(self, name):
        """A method looked up on the class: `type(self).m(self, …)`, `cls.m(…)`, `cls.__new__(cls)`."""
        f = self.f
        bound = self.args[1:] if self.args and self.args[0] & {'self', CLASS} else self.args
        found = f.own(name, bound, self.keywords, star=self.star)
        if found is not None:
            return found
        return self.of_object(name) if name.startswith('__') and name.endswith('__') else NOTHING

    def of_dict(self, name):
        f = self.f
        if name == 'update':
            for labels in self.args:
                f.effect(labels, 'iterates')
                f.set_all(labels)
            for key, labels in self.keywords.items():
                f.set_own(key if key != '**' else '*', labels)
        elif name in ('pop', 'get', 'setdefault', '__getitem__'):
            f.effect(self.args[0] if self.args else NOTHING, 'hashes', 'compares')
            attribute = constant(self.node.args[0]) if self.node.args else None
            if name == 'setdefault':
                f.set_own(attribute or '*', self.given)
            return frozenset([f'self.{attribute}' if attribute else 'self.*']) | self.given
        elif name == '__setitem__':
            f.set_own('*', self.given)
        return frozenset(['self.*'])

    def named(self, func):
        """A function, class or builtin by its name; else a method of a value of the function's own."""
        f = self.f
        entities = f.entities(func)
        result = NOTHING
        for entity in entities:
            result |= self.entity(entity, func)
        if entities:
            return result
        if isinstance(func, ast.Attribute) and func.attr in CONTAINER_METHODS:
            outer, inner = parsed_effects(CONTAINER_METHODS[func.attr])
            f.effect(self.given, *outer)
            f.effect(inside(self.given), *inner)
            f.grow(func.value, self.given)
            return self.given
        f.unknown(self.given, '.' + func.attr if isinstance(func, ast.Attribute) else dotted(func) or 'call')
        return self.given

    def entity(self, entity, func):
        f = self.f
        if isinstance(entity, Builtin):
            return self.builtin(entity.name)
        name = entity.id.replace(':', '.') if isinstance(entity, (Class, Opaque)) else f'{entity.module.name}.{entity.qualname}' if isinstance(entity, Function) else ''
        text = function_effects(name)
        if text is not None:
            outer, inner = parsed_effects(text)
            f.effect(self.given, *outer)
            f.effect(inside(self.given), *inner)
            return self.given
        if isinstance(entity, Function):
            return f.follow(entity.node, entity.module, entity.owner, self.args, self.keywords, star=self.star)
        if isinstance(entity, Class):
            return self.construct(entity)
        f.unknown(self.given, name or dotted(func))
        return self.given

    def construct(self, cls):
        f = self.f
        if not self.given:
            return NOTHING
        kind = f.all.classes.kind(cls)
        if kind in ('namedtuple', 'dataclass'):
            f.effect(self.given, 'stores')
        if kind == 'enum':
            f.effect(self.given, 'hashes', 'compares')
            return self.given
        mro = f.all.classes.mros(cls)[0]
        if f.all.classes.metaclass(cls):
            f.unknown(self.given, cls.id)
        for name in ('__new__', '__init__'):
            found = f.all.classes.method(mro, name)
            if isinstance(found, Member):
                if f.depth == 0:
                    f.unknown(self.given, cls.id)
                    continue
                called = f.all.of(found.node, found.owner.module, found.owner, mro, f.depth - 1)
                given = assign(called.parameters, self.args, self.keywords, self.star)
                for label, effects in called.effects.items():
                    if label != 'self' and not label.startswith('self.'):
                        f.effect(carried(label, given), *effects)
            elif isinstance(found, Builtin):
                f.known(builtin_hooks(found.name).get(name), self.args, self.keywords, f'{found.name}.{name}', self.star)
            elif isinstance(found, Opaque):
                f.unknown(self.given, found.name)
        return self.given

    def builtin(self, name):
        f = self.f
        if name == 'setattr' and len(self.args) == 3:
            f.assign_attribute(self.args[0], constant(self.node.args[1]) or '*', self.args[2])
            return NOTHING
        if name in ('map', 'filter') and self.args:
            f.effect(self.args[0], 'calls')
            for labels in self.args[1:]:
                f.effect(labels, 'iterates')
                entities = f.entities(self.node.args[0])
                if not (entities and all(isinstance(e, Builtin) and FUNCTIONS.get(e.name) is not None for e in entities)):
                    f.unknown(inside(labels), name)
                else:
                    for e in entities:
                        f.effect(inside(labels), *parsed_effects(FUNCTIONS[e.name])[0])
            return self.given
        if name == 'getattr' and self.args and 'self' in self.args[0]:
            attribute = constant(self.node.args[1]) if len(self.node.args) > 1 else None
            return (f.own_attribute(attribute) if attribute else frozenset(['self.*'])) | frozenset().union(*self.args[2:])
        if name == 'vars' and self.args and 'self' in self.args[0]:
            return frozenset([DICT])
        if name == 'type' and len(self.args) == 1:
            return frozenset([CLASS]) if 'self' in self.args[0] else NOTHING
        text = FUNCTIONS.get(name)
        if text is None and '.' not in name and builtin_hooks(name) and name not in TYPES:
            text = 'stores'
        if text is None:
            f.unknown(self.given, name)
            return self.given
        outer, inner = parsed_effects(text)
        f.effect(self.given, *outer)
        f.effect(inside(self.given - {'self'}), *inner)
        return self.given if name in PASSES_ON else NOTHING


def is_super(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == 'super'
