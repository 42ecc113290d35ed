"""Runs the statements of a function over labels of values."""
import ast

from .classes import identity
from .members import Member
from .names import ModuleRef, absolute
from .summary import BY_NAME, CLASS, DICT, NOTHING, inside, is_parameter


class Statements:
    """Statements and assignments."""

    def block(self, body):
        for node in body:
            self.statement(node)

    def statement(self, node):
        match node:
            case ast.Assign():
                labels = self.eval(node.value)
                for target in node.targets:
                    self.assign(target, labels, node.value)
            case ast.AnnAssign():
                if node.value is not None:
                    self.assign(node.target, self.eval(node.value), node.value)
            case ast.AugAssign():
                labels = self.eval(node.value)
                self.effect(labels | self.eval(as_load(node.target)), 'converts')
                self.assign(node.target, labels, None)
            case ast.For() | ast.AsyncFor():
                labels = self.eval(node.iter)
                self.effect(labels, 'iterates')
                self.assign(node.target, inside(labels), None)
                self.block(node.body + node.orelse)
            case ast.While() | ast.If():
                self.test(node.test)
                self.block(node.body + node.orelse)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    labels = self.eval(item.context_expr)
                    self.unknown(labels - {'self'} if isinstance(item.context_expr, ast.Name) else NOTHING, 'with')
                    if item.optional_vars is not None:
                        self.assign(item.optional_vars, labels, None)
                self.block(node.body)
            case ast.Try() | ast.TryStar():
                self.block(node.body)
                for handler in node.handlers:
                    self.block(handler.body)
                self.block(node.orelse + node.finalbody)
            case ast.Return():
                if node.value is not None:
                    self.summary.returns |= self.eval(node.value)
            case ast.Expr():
                self.eval(node.value)
            case ast.Raise():
                for part in (node.exc, node.cause):
                    if part is not None:
                        self.eval(part)
            case ast.Assert():
                self.test(node.test)
                if node.msg is not None:
                    self.eval(node.msg)
            case ast.Delete():
                for target in node.targets:
                    self.delete(target)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self.nested(node, node.body)
                self.env[node.name] = self.env.get(node.name, NOTHING)
            case ast.Import():
                for alias in node.names:
                    self.local[alias.asname or alias.name.split('.')[0]] = [ModuleRef(alias.name if alias.asname else alias.name.split('.')[0])]
            case ast.ImportFrom():
                for alias in node.names:
                    self.local[alias.asname or alias.name] = self.all.resolver.attribute(ModuleRef(absolute(self.module, node)), alias.name)
            case ast.Match():
                labels = self.eval(node.subject)
                self.unknown(labels, 'match')
                for case in node.cases:
                    for part in ast.walk(case.pattern):
                        if isinstance(part, (ast.MatchAs, ast.MatchStar)) and part.name:
                            self.env[part.name] = labels | inside(labels)
                    self.block(case.body)
            case ast.ClassDef():
                self.unknown(frozenset().union(*(self.env.get(n.id, NOTHING) for n in ast.walk(node) if isinstance(n, ast.Name))), 'class')
            case _:
                pass

    def nested(self, node, body):
        """The body of a function within: its parameters may be anything that this function has."""
        reached = frozenset().union(*self.env.values()) if self.env else NOTHING
        saved = dict(self.env)
        for argument in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, *filter(None, (node.args.vararg, node.args.kwarg))]:
            self.env[argument.arg] = reached | inside(reached)
        if isinstance(body, list):
            self.block(body)
            captured = NOTHING
        else:
            captured = self.eval(body)
        self.env = {**{k: v for k, v in self.env.items() if k in saved}, **{k: self.env[k] | v for k, v in saved.items()
                    if k in self.env and k not in parameter_names(node)}, **{k: saved[k] for k in parameter_names(node) if k in saved}}
        return captured

    def test(self, node):
        self.effect(self.eval(node), 'converts') if not isinstance(node, (ast.Compare, ast.Call)) else self.eval(node)

    def assign(self, target, labels, value):
        match target:
            case ast.Name():
                self.env[target.id] = self.env.get(target.id, NOTHING) | labels
                if value is not None and isinstance(value, (ast.Name, ast.Attribute)) and (entities := self.entities(value)):
                    self.local.setdefault(target.id, entities)
            case ast.Tuple() | ast.List():
                if value is None or not isinstance(value, (ast.Tuple, ast.List)):
                    self.effect(labels, 'iterates')
                for part in target.elts:
                    self.assign(part, labels | inside(labels) if isinstance(value, (ast.Tuple, ast.List)) else inside(labels), None)
            case ast.Starred():
                self.assign(target.value, labels, None)
            case ast.Attribute():
                self.assign_attribute(self.eval(target.value), target.attr, labels)
            case ast.Subscript():
                self.effect(self.index(target.slice), 'hashes', 'compares')
                owner = self.eval(target.value)
                if DICT in owner:
                    self.set_own(constant(target.slice) or '*', labels)
                elif 'self' in owner:
                    self.own('__setitem__', [self.index(target.slice), labels], {})
                elif owner:
                    self.effect(owner, 'sets-attributes')
                    self.effect(labels, 'stores')
                self.grow(target.value, labels)
            case _:
                pass

    def grow(self, target, labels):
        """A container of the function's own holds more now."""
        if isinstance(target, ast.Name) and 'self' not in self.env.get(target.id, NOTHING):
            self.env[target.id] = self.env.get(target.id, NOTHING) | labels
        elif isinstance(target, ast.Attribute) and 'self' in self.eval(target.value):
            self.effect(labels, 'stores')
            self.store(target.attr, labels)

    def assign_attribute(self, owner, name, labels):
        if 'self' in owner:
            if name == '__class__':
                self.effect(labels, 'builds')
            elif self.setter(name, labels):
                return
            else:
                self.set_own(name, labels)
        rest = owner - {'self', DICT, CLASS}
        if rest:
            self.effect(rest, 'sets-attributes')
            self.effect(labels, 'stores')

    def setter(self, name, labels):
        """Runs the property's setter, or a `__setattr__` of Python's; False where neither is there."""
        if not self.mro:
            return False
        setattr_ = self.all.classes.method(self.mro, '__setattr__')
        self.summary.via[('__setattr__', None)] = identity(setattr_)
        key = 'set:' + name
        self.summary.via[(key, None)] = self.all.classes.looked_up(self.mro, key)
        if name == '*':
            for member in self.all.classes.setters(self.mro):
                self.run_setter(member, labels, name)
            return False
        found = self.all.classes.find(self.mro, key)
        if isinstance(setattr_, Member):
            self.own('__setattr__', [NOTHING, labels], {})
            if found is None:
                self.set_own(name, labels)
                return True
        if found is not None and found[1] is not None:
            self.run_setter(found[1], labels, name)
            return True
        return False

    def run_setter(self, member, labels, name):
        if member.node is None:
            self.unknown(labels | {'self'}, f'descriptor {name}')
        else:
            self.follow(member.node, member.owner.module, member.owner, [labels], {}, own=True)

    def set_own(self, name, labels):
        self.effect(labels - {'self'}, 'stores')
        self.summary.effects.setdefault('self', set()).add('sets-attributes')
        self.store(name, labels - {'self'})

    def set_all(self, labels):
        """Every attribute becomes what is under its name in a dict: `self.__dict__.update(state)`."""
        named = frozenset(label for label in labels if is_parameter(label))
        if labels - named:
            self.set_own('*', inside(labels - named))
        self.effect(inside(named), 'stores')
        self.summary.effects.setdefault('self', set()).add('sets-attributes')
        self.store(BY_NAME, named)

    def delete(self, target):
        if isinstance(target, ast.Subscript):
            self.effect(self.index(target.slice), 'hashes', 'compares')
            self.effect(self.eval(target.value) - {'self', DICT}, 'sets-attributes')
        elif isinstance(target, ast.Attribute):
            self.effect(self.eval(target.value) - {'self'}, 'sets-attributes')


def parameter_names(node):
    return [a.arg for a in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, *filter(None, (node.args.vararg, node.args.kwarg))]]


def as_load(target):
    return ast.copy_location(ast.Name(target.id), target) if isinstance(target, ast.Name) else target


def constant(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier() else None
