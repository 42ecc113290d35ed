"""Surveys one version of a package: its classes with what restoring them runs, its reconstructors, and the names of the rest."""
import ast

from .classes import Classes
from .effects import Effects
from .generated import aliases, generated
from .knowledge import RESTORING
from .members import dotted
from .names import Builtin, Class, Function, ModuleRef, Opaque, Resolver, absolute, class_of, statements, table_of
from .sources import Sources, hash_of, modules_below
from .surveyed import Surveyed
from .words import doubted, in_words

NO_PLACE = '-'
# Hooks that run when a class is made or subscripted, never for an instance.
OF_CLASS = {'__init_subclass__', '__class_getitem__', '__prepare__'}


class Survey:
    def __init__(self, package, version, root, tops, others):
        self.tops = {t.removesuffix('.py').split('/')[0] for t in tops}
        self.sources = Sources([root, *[o for o in others if o != root]], self.tops)
        self.resolver = Resolver(self.sources)
        self.classes = Classes(self.resolver)
        self.effects = Effects(self.resolver, self.classes)
        self.contexts = set()
        self.names, left_out = modules_below(root, tops)
        self.result = Surveyed(package, version, hash_of(root, tops))
        self.result.counts['modules left out as tests'] = left_out

    def run(self):
        """Surveys all modules."""
        for name in self.names:
            module = self.sources.module(name)
            if module is None or (module.tree is None and not module.compiled):
                self.result.flags.setdefault(name, set()).add('unread')
                self.result.missed('modules that Python cannot parse', name)
            elif module.compiled:
                self.result.flags.setdefault(name, set()).add('compiled')
                self.result.missed('compiled modules without a Python source', name)
            else:
                self.result.count('modules')
                self._module(module)
        for what, times in self.effects.unresolved.items():
            self.result.told.setdefault('callees whose effects are unknown', []).append((times, what))
        return self.result

    def _module(self, module):
        table = table_of(module)
        for name in sorted(table.names):
            kinds = {binding[0] for binding in table.names[name]}
            for kind, *rest in table.names[name]:
                if kind == 'class':
                    self._class(rest[0], 'class' in kinds and bool(kinds & {'value', 'function', 'import'}))
                elif kind == 'function':
                    self.result.functions.setdefault(module.name, set()).add(name)
                elif kind == 'value' and not (name.startswith('__') and name.endswith('__')):
                    self._value(module, name)
                elif kind == 'from' and ('class' in kinds or means_to_export(module, name)):
                    self._reexport(module, name)
        for star in table.stars:
            self._star(module, star)
        if '__getattr__' in table.names:
            self.result.flags.setdefault(module.name, set()).add('dynamic')
        self._copyreg(module)

    def _value(self, module, name):
        entities = self.resolver.lookup(module, name)
        for entity in entities:
            if isinstance(entity, (Class, Function)) and entity.module is not module:
                self._also(module.name, name, entity)
                return
        self.result.values.setdefault(module.name, set()).add(name)

    def _reexport(self, module, name):
        for entity in self.resolver.lookup(module, name):
            if isinstance(entity, (Class, Function)):
                self._also(module.name, name, entity)
            elif isinstance(entity, Opaque):
                self.result.also.setdefault(module.name, set()).add((name, entity.name.rpartition('.')[0] + ':' + entity.name.rpartition('.')[2]))

    def _also(self, module, name, entity):
        if (module, name) != (entity.module.name, entity.qualname):
            self.result.also.setdefault(module, set()).add((name, f'{entity.module.name}:{entity.qualname}'))

    def _star(self, module, star):
        target = self.sources.module(star)
        if target is None or target.tree is None:
            self.result.flags.setdefault(module.name, set()).add('dynamic')
            self.result.missed('star imports of modules without source', f'{module.name} from {star}')
            return
        exports = table_of(target).exports
        for name in sorted(exports if exports is not None else self._public(target, set())):
            if name not in table_of(module).names:
                self._reexport(module, name)

    def _public(self, target, seen):
        """Public names of a module, also those that it imports with `*`."""
        if target.name in seen:
            return set()
        seen.add(target.name)
        table = table_of(target)
        names = {n for n in table.names if not n.startswith('_')}
        for star in table.stars:
            inner = self.sources.module(star)
            if inner is not None and inner.tree is not None:
                names |= self._public(inner, seen)
        return names

    # -- classes

    def _class(self, cls, rebound=False):
        result = self.result
        result.count('classes')
        for mro in self.classes.mros(cls):
            restored = False
            definers = self._definers(cls, mro)
            restored = restored or bool(self.classes.setters(mro)) or any(self._effective(mro, hook) is not None for hook in RESTORING)
            traits = self._traits(cls, mro) + (['decorated=rebound'] if rebound else [])
            plain = not definers and not traits
            result.classes.setdefault(cls.module.name, {}).setdefault(cls.qualname, set()).add((tuple(traits), tuple(definers)))
        result.count('classes without any hook' if plain else 'classes that restoring runs code of' if restored else 'classes with hooks that restoring does not run')
        for name in aliases(cls):
            self._also(name, cls.qualname, cls)
        self._reduce(cls)
        for node in statements(cls.body):
            if isinstance(node, ast.ClassDef):
                self._class(class_of(cls.module, node, cls.qualname + '.'))

    def _definers(self, cls, mro):
        """Classes of the order that define a hook which none before them defines; `.` is the class itself."""
        self._definer(cls)
        self._context(cls, mro)
        definers, seen = [], set()
        for c in mro:
            if isinstance(c, Opaque):
                continue
            self._definer(c)
            own = {hook for hook, _ in self.result.hooks[c.id]}
            if own - seen:
                definers.append('.' if c is cls else c.id)
            seen |= own
        return definers

    def _effective(self, mro, hook):
        found = self.classes.find(mro, hook)
        return found[1] if found else None

    def _traits(self, cls, mro):
        traits = []
        kind = self.classes.kind(cls)
        if kind:
            traits.append(f'kind={kind}')
        for meta in self.classes.metaclass(cls):
            traits.append(f'meta={meta.id}')
            if isinstance(meta, Class):
                self.result.metaclass_definers[meta.id] = [c.id for c in self.classes.mros(meta)[0] if not isinstance(c, Opaque) and self._definer(c)]
        slots = self.classes.slots(cls) if kind not in ('namedtuple', 'enum') else None
        if slots:
            traits.append('slots=' + ','.join(slots))
        for c in mro:
            if isinstance(c, Class) and (strange := self.classes.strange_decorator(c)):
                traits.append(f'decorated={strange}')
                self.result.missed('classes with decorators that may change them, or bases with such', f'{c.id} @{strange}')
        for c in mro:
            if isinstance(c, Opaque):
                traits.append('unknown-base=' + ''.join(c.name.split()).replace('=', '~').replace(':', '~'))
                self.result.missed('bases without source', f'{cls.id} < {c.name}')
        return list(dict.fromkeys(traits))

    def _definer(self, cls):
        """Writes the hooks of a class, own or of another package, once. Whether it has any."""
        if cls.id in self.result.files:
            return bool(self.result.hooks[cls.id])
        rows = self.result.hooks.setdefault(cls.id, {})
        if isinstance(cls, Builtin):
            for hook, ports in self.classes.members(cls).items():
                rows[(hook, ports)] = NO_PLACE
            self.result.files[cls.id] = NO_PLACE
            return bool(rows)
        self.result.files[cls.id] = cls.module.rel
        mro = self.classes.mros(cls)[0]
        for hook, member in sorted(self.classes.members(cls).items()):
            if member is None:
                rows[(hook, 'none')] = str(cls.line)
            else:
                self._row(rows, hook, member, mro, str(member.line))
        for hook, ports in generated(cls, self.classes.kind(cls), self.classes):
            if not any(h == hook for h, _ in rows):
                rows[(hook, ports)] = str(cls.line)
        return bool(rows)

    def _row(self, rows, hook, member, mro, location):
        if member.node is None:
            ports = 'self:unknown'
        else:
            summary = self.effects.of(member.node, member.owner.module, member.owner, mro)
            ports = in_words(doubted(summary) if member.decorated else summary)
        if member.decorated:
            self.result.missed('hooks with decorators that are not known', f'{member.owner.id}.{hook} @{member.decorated}')
        rows[(hook, ports)] = location
        kind = 'restoring hooks' if hook in RESTORING or hook.startswith('set:') else 'other hooks'
        self.result.count(f'{kind} with an unknown effect' if 'unknown' in ports else f'{kind} understood')

    def _context(self, cls, mro):
        """Rows for inherited hooks that do something else in this class than in its bases, since it overrides what they call."""
        if cls.id in self.contexts:
            return
        self.contexts.add(cls.id)
        rows = self.result.hooks.setdefault(cls.id, {})
        seen = set(self.classes.members(cls)) | OF_CLASS
        for definer in mro[1:]:
            if isinstance(definer, Opaque):
                break
            if isinstance(definer, Builtin):
                continue
            self._definer(definer)
            self._context(definer, self.classes.mros(definer)[0])
            for hook, member in sorted(self.classes.members(definer).items()):
                if hook in seen:
                    continue
                seen.add(hook)
                if member is None or member.node is None:
                    continue
                own = self.effects.of(member.node, definer.module, definer, self.classes.mros(definer)[0])
                if all(self.same(name, after, target, mro) for (name, after), target in own.via.items()):
                    continue
                here = in_words(self.effects.of(member.node, definer.module, definer, mro))
                if here != self._inherited(hook, mro):
                    rows[(hook, here)] = f'{definer.module.rel}:{member.line}'

    def _inherited(self, hook, mro):
        """The effects of a hook as the nearest base has it."""
        for c in mro[1:]:
            for name, ports in self.result.hooks.get(getattr(c, 'id', ''), {}):
                if name == hook:
                    return ports
        return None

    def same(self, name, after, target, mro):
        return self.classes.looked_up(mro, name, after) == target

    # -- reconstructors

    def _reduce(self, cls):
        for node in statements(cls.body):
            if isinstance(node, ast.FunctionDef) and node.name in ('__reduce__', '__reduce_ex__'):
                self._makers(cls.module, node)

    def _copyreg(self, module):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and dotted(node.func) in ('copyreg.pickle', 'copy_reg.pickle') and len(node.args) > 1:
                for entity in self.resolver.resolve(module, node.args[1]):
                    if isinstance(entity, Function):
                        self._makers(entity.module, entity.node)

    def _makers(self, module, node):
        """Functions that a reducer returns first."""
        for part in ast.walk(node):
            if isinstance(part, ast.Return) and isinstance(part.value, ast.Tuple) and part.value.elts:
                local = {a.asname or a.name: s for s in ast.walk(node) if isinstance(s, ast.ImportFrom) for a in s.names}
                first = part.value.elts[0]
                found = self.resolver.resolve(module, first)
                if isinstance(first, ast.Name) and first.id in local:
                    found = self.resolver.attribute(ModuleRef(absolute(module, local[first.id])), first.id)
                for entity in found:
                    if isinstance(entity, Function) and entity.module.name.split('.')[0] in self.tops:
                        owner = entity.owner
                        summary = self.effects.of(entity.node, entity.module, owner, self.classes.mros(owner)[0] if owner else None)
                        rows = self.result.makers.setdefault(entity.module.name, {})
                        rows[(entity.qualname, in_words(summary))] = str(entity.node.lineno)


def means_to_export(module, name):
    """Whether a name that a module imports is meant as its own.

    Packages, names in `__all__`, and modules that define nothing themselves.
    """
    table = table_of(module)
    if table.exports is not None and name in table.exports:
        return True
    return module.is_package or not any(binding[0] in ('class', 'function') for bindings in table.names.values() for binding in bindings)
