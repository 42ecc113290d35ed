"""Tells from the syntax tree of a function which effects it has on its parameters and on the attributes of `self`.

What is not understood is `unknown` on every label that reaches it, so that an effect is never missing silently.
"""
import ast

from .classes import identity
from .expressions import Expressions
from .knowledge import GETTERS, TYPES
from .members import Member, dotted
from .names import Builtin, Opaque
from .statements import Statements
from .summary import BY_NAME, CLASS, DICT, NOTHING, Summary, assign, carried, inside, settle

MAX_DEPTH = 4
SELF_OPERATORS = {'hashes': ['__hash__'], 'iterates': ['__iter__', '__len__', '__getitem__'], 'formats': ['__repr__', '__str__', '__format__'],
                  'converts': ['__bool__', '__len__'], 'compares': ['__eq__', '__lt__', '__gt__'], 'stores': []}


class Effects:
    """Summaries of functions, each made once for each class in whose context it gives another answer."""

    def __init__(self, resolver, classes):
        self.resolver, self.classes = resolver, classes
        self._memo, self.unresolved = {}, {}

    def of(self, node, module, owner, mro, depth=MAX_DEPTH):
        """The summary of a function, of a class `owner` where it is a method, run on an instance whose order of resolution is `mro`.
        """
        key = (id(node), depth)
        for known in self._memo.get(key, []):
            if all(self._same(name, after, target, mro) for (name, after), target in known.via.items()):
                return known
        summary = Body(self, node, module, owner, mro, depth).run()
        self._memo.setdefault(key, []).append(summary)
        return summary

    def _same(self, name, after, target, mro):
        return (self.classes.looked_up(mro, name, after) if mro else None) == target

    def missed(self, what):
        self.unresolved[what] = self.unresolved.get(what, 0) + 1


class Body(Statements, Expressions):
    """One run over the body of a function."""

    def __init__(self, effects, node, module, owner, mro, depth):
        self.all, self.node, self.module, self.owner, self.mro, self.depth = effects, node, module, owner, mro or [], depth
        self.summary = Summary()
        self.env, self.local, self.attributes = {}, {}, {}

    def run(self):
        arguments = self.node.args
        names = [a.arg for a in arguments.posonlyargs + arguments.args]
        decorators = [dotted(d) for d in getattr(self.node, 'decorator_list', [])]
        method = self.owner is not None and 'staticmethod' not in decorators
        if method and names:
            of_class = 'classmethod' in decorators or getattr(self.node, 'name', '') in ('__new__', '__init_subclass__', '__class_getitem__')
            self.env[names[0]] = frozenset([CLASS if of_class else 'self'])
            names = names[1:]
        parameters = list(names)
        if arguments.vararg:
            parameters.append('*' + arguments.vararg.arg)
        elif arguments.kwonlyargs:
            parameters.append('*')
        parameters += [a.arg for a in arguments.kwonlyargs]
        if arguments.kwarg:
            parameters.append('**' + arguments.kwarg.arg)
        for name in parameters:
            if name != '*':
                self.env[name.lstrip('*')] = frozenset([name.lstrip('*')])
        self.summary.parameters = parameters
        for default in [*arguments.defaults, *filter(None, arguments.kw_defaults)]:
            self.eval(default)
        if isinstance(self.node, ast.Lambda):
            self.summary.returns |= self.eval(self.node.body)
        else:
            for _ in range(2):
                self.block(self.node.body)
        settle(self.summary)
        return self.summary

    # -- recording

    def effect(self, labels, *effects):
        for label in labels:
            if label == CLASS:
                continue
            if label == 'self':
                self.on_self(effects)
            else:
                self.summary.effects.setdefault('self.*' if label == DICT else label, set()).update(effects)

    def on_self(self, effects):
        """An effect on the instance itself runs its own hooks."""
        for effect in effects:
            if effect == 'sets-attributes':
                self.summary.effects.setdefault('self', set()).add(effect)
            for name in SELF_OPERATORS.get(effect, [] if effect in ('gets-attribute', 'sets-attributes') else ['?']):
                if name == '?':
                    self.summary.effects.setdefault('self', set()).add('unknown')
                else:
                    self.own(name, [], {})

    def unknown(self, labels, what):
        if labels:
            self.all.missed(what)
            self.effect(labels, 'unknown')

    def own(self, name, args, keywords, after=None, star=False):
        """A call of a method of the instance; None where the instance has none of that name."""
        found = self.all.classes.method(self.mro, name, after) if self.mro else None
        self.summary.via[(name, after)] = identity(found)
        if isinstance(found, Member):
            decorators = [dotted(d) for d in found.node.decorator_list]
            if any(d.rpartition('.')[2] in GETTERS for d in decorators):
                result = self.follow(found.node, found.owner.module, found.owner, [], {}, own=True)
                self.effect(result | {f'self.{name}'}, 'calls')
                return result | {f'self.{name}'}
            return self.follow(found.node, found.owner.module, found.owner, args, keywords, own=True, star=star)
        if isinstance(found, Builtin):
            return self.known(TYPES.get(found.name, {}).get(name), args, keywords, f'{found.name}.{name}', star)
        if isinstance(found, Opaque):
            self.unknown(frozenset(['self']).union(*args, *keywords.values()), f'{found.name}.{name}')
            return frozenset(['self.*']).union(*args)
        return None

    def known(self, text, args, keywords, what, star=False):
        """A hook of a builtin type, in the words of the file."""
        labels = frozenset().union(*args, *keywords.values()) if args or keywords else NOTHING
        if text is None:
            self.effect(labels, *(['converts'] if what.startswith(('dict.', 'list.', 'tuple.', 'set.', 'str.')) else ['unknown']))
            return labels | {'self.*'}
        ports = [port.rsplit(':', 1) for port in text.split()]
        parameters = [name for names, _ in ports for name in names.split(',') if not name.startswith('self') and not name.endswith('[]')]
        given = assign(parameters, args, keywords, star)
        for names, effects in ports:
            for name in names.split(','):
                root = name.lstrip('*').removesuffix('[]')
                found = frozenset(['self']) if name.startswith('self') else given.get(root, NOTHING)
                self.effect(inside(found) if name.endswith('[]') else found, *(e for e in effects.split(',') if e != '-'))
        return frozenset(['self'])

    def follow(self, node, module, owner, args, keywords, own=False, star=False):
        """A call of a function whose source is here."""
        labels = frozenset().union(*args, *keywords.values()) if args or keywords else NOTHING
        if not labels and not own:
            return NOTHING
        if self.depth == 0:
            self.unknown(labels | (frozenset(['self']) if own else NOTHING), getattr(node, 'name', 'lambda'))
            return labels | (frozenset(['self.*']) if own else NOTHING)
        called = self.all.of(node, module, owner, self.mro if own else (self.all.classes.mros(owner)[0] if owner else None), self.depth - 1)
        given = assign(called.parameters, args, keywords, star)
        if own:
            self.summary.via.update(called.via)

        def here(label):
            if label == 'self' or label.startswith('self.'):
                return frozenset([label]) if own else NOTHING
            return carried(label, given)

        for label, effects in called.effects.items():
            for target in here(label):
                self.summary.effects.setdefault(target, set()).update(effects) if target == 'self' else self.effect([target], *effects)
        if own:
            for attribute, stored in called.stored.items():
                labels = frozenset().union(*(here(label) for label in stored))
                if attribute == BY_NAME:
                    self.set_all(labels)
                else:
                    self.store(attribute, labels)
        returned = frozenset().union(*(here(label) for label in called.returns)) if called.returns else NOTHING
        is_generator = 'context' in ' '.join(dotted(d) for d in getattr(node, 'decorator_list', []))
        return returned | labels if is_generator else returned

    def store(self, attribute, labels):
        self.summary.stored.setdefault(attribute, set()).update(label for label in labels if not label.startswith('self'))
        self.attributes.setdefault(attribute, set()).update(labels)
