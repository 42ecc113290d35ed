"""Evaluates the expressions of a function to labels of values."""
import ast

from .calls import Call
from .classes import identity
from .members import Member
from .statements import constant
from .summary import CLASS, DICT, NOTHING, inside, under


class Expressions:
    """Expressions, and what names stand for."""

    def eval(self, node):
        match node:
            case None | ast.Constant():
                return NOTHING
            case ast.Name():
                return self.env.get(node.id, NOTHING)
            case ast.Attribute():
                return self.attribute(node)
            case ast.Call():
                return Call(self, node).labels()
            case ast.Subscript():
                return self.subscript(node)
            case ast.BinOp():
                labels = self.eval(node.left) | self.eval(node.right)
                formats = isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant)
                self.effect(labels, *(['formats', 'converts'] if formats else ['converts']))
                return labels
            case ast.UnaryOp():
                labels = self.eval(node.operand)
                self.effect(labels, 'converts')
                return labels if not isinstance(node.op, ast.Not) else NOTHING
            case ast.BoolOp():
                parts = [self.eval(v) for v in node.values]
                for labels, part in list(zip(parts, node.values)):
                    if not isinstance(part, (ast.Compare, ast.Call)):
                        self.effect(labels, 'converts')
                return frozenset().union(*parts)
            case ast.Compare():
                return self.compare(node)
            case ast.IfExp():
                self.test(node.test)
                return self.eval(node.body) | self.eval(node.orelse)
            case ast.JoinedStr():
                for part in node.values:
                    if isinstance(part, ast.FormattedValue):
                        self.effect(self.eval(part.value), 'formats')
                return NOTHING
            case ast.Tuple() | ast.List():
                return frozenset().union(*(self.eval(e) for e in node.elts))
            case ast.Set():
                labels = frozenset().union(*(self.eval(e) for e in node.elts))
                self.effect(labels, 'hashes', 'compares')
                return labels
            case ast.Dict():
                keys = frozenset().union(*(self.eval(k) for k in node.keys if k is not None))
                self.effect(keys, 'hashes', 'compares')
                values = NOTHING
                for key, value in zip(node.keys, node.values):
                    labels = self.eval(value)
                    if key is None:
                        self.effect(labels, 'iterates')
                    values |= labels
                return keys | values
            case ast.Starred():
                labels = self.eval(node.value)
                self.effect(labels, 'iterates')
                return inside(labels)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                return self.comprehension(node)
            case ast.Lambda():
                return self.nested(node, node.body)
            case ast.NamedExpr():
                labels = self.eval(node.value)
                self.assign(node.target, labels, node.value)
                return labels
            case ast.Yield():
                self.summary.returns |= self.eval(node.value)
                return NOTHING
            case ast.YieldFrom() | ast.Await():
                labels = self.eval(node.value)
                self.effect(labels, 'iterates')
                self.summary.returns |= labels
                return labels
            case ast.Slice():
                return frozenset().union(self.eval(node.lower), self.eval(node.upper), self.eval(node.step))
            case _:
                return NOTHING

    def index(self, node):
        return self.eval(node) - {'self'}

    def attribute(self, node):
        owner = self.eval(node.value)
        result = NOTHING
        if 'self' in owner:
            if node.attr == '__dict__':
                result |= {DICT}
            elif node.attr == '__class__':
                result |= {CLASS}
            else:
                result |= self.own_attribute(node.attr)
        if CLASS in owner and self.mro and isinstance(self.all.classes.method(self.mro, node.attr), Member):
            result |= {CLASS}
        rest = owner - {'self', DICT, CLASS}
        if rest:
            self.effect(rest, 'gets-attribute')
            result |= inside(rest)
        return result

    def own_attribute(self, name):
        if self.mro:
            found = self.all.classes.find(self.mro, 'get:' + name)
            method = self.all.classes.method(self.mro, name)
            self.summary.via[(name, None)] = identity(method)
            self.summary.via[('get:' + name, None)] = self.all.classes.looked_up(self.mro, 'get:' + name)
            if found is not None and found[1] is not None:
                member = found[1]
                if member.node is None:
                    self.unknown(frozenset(['self']), f'descriptor {name}')
                    return frozenset([f'self.{name}'])
                return self.follow(member.node, member.owner.module, member.owner, [], {}, own=True) | {f'self.{name}'}
            if isinstance(method, Member):
                return frozenset(['self', f'self.{name}'])
        return frozenset([f'self.{name}']) | frozenset(self.attributes.get(name, ())) - {'self'}

    def subscript(self, node):
        owner = self.eval(node.value)
        self.effect(self.index(node.slice), 'hashes', 'compares', 'converts')
        result = NOTHING
        if DICT in owner:
            name = constant(node.slice)
            result |= {f'self.{name}' if name else 'self.*'}
        if 'self' in owner and isinstance(node.value, ast.Name):
            result |= self.own('__getitem__', [self.index(node.slice)], {}) or NOTHING
        rest = owner - {'self', DICT, CLASS}
        self.effect(rest, 'iterates')
        return result | under(rest, constant(node.slice))

    def compare(self, node):
        left = self.eval(node.left)
        for op, right_node in zip(node.ops, node.comparators):
            right = self.eval(right_node)
            if isinstance(op, (ast.In, ast.NotIn)):
                self.effect(left, 'hashes', 'compares')
                self.effect(right - {DICT}, 'iterates', 'compares')
            elif not isinstance(op, (ast.Is, ast.IsNot)):
                self.effect(left | right, 'compares')
            left = right
        return NOTHING

    def comprehension(self, node):
        saved = dict(self.env)
        for generator in node.generators:
            labels = self.eval(generator.iter)
            self.effect(labels, 'iterates')
            self.assign(generator.target, inside(labels), None)
            for condition in generator.ifs:
                self.test(condition)
        if isinstance(node, ast.DictComp):
            keys = self.eval(node.key)
            self.effect(keys, 'hashes', 'compares')
            result = keys | self.eval(node.value)
        else:
            result = self.eval(node.elt)
            if isinstance(node, ast.SetComp):
                self.effect(result, 'hashes', 'compares')
        self.env = saved
        return result

    def entities(self, expr):
        """What a callee stands for outside of the function's own values."""
        base = expr
        while isinstance(base, ast.Attribute):
            base = base.value
        if not isinstance(base, ast.Name):
            return []
        if base.id in self.local:
            found = self.local[base.id]
            names = []
            while isinstance(expr, ast.Attribute):
                names.append(expr.attr)
                expr = expr.value
            for name in reversed(names):
                found = [e for owner in found for e in self.all.resolver.attribute(owner, name)]
            return found
        if base.id in self.env:
            return []
        return self.all.resolver.resolve(self.module, expr)
