"""What is known of a function: effects by label, what it stores, and the labels of its result.

Values are sets of labels: `state` for a parameter, `state[]` for what is in it, `state[key]` for what is under a key, `self` for the instance, `self.x` for what its attribute holds,
`self.*` for any attribute.
"""
from dataclasses import dataclass, field

NOTHING = frozenset()
DICT = 'self.__dict__'
# Key of `Summary.stored` for dicts whose values become the attributes of the same names.
BY_NAME = '**'
# The class of the instance, whose attributes no state can set.
CLASS = 'self.__class__'


@dataclass
class Summary:
    """Effects by label, what is stored under which attribute, labels of the result, and the names looked up on `self`."""
    parameters: list = field(default_factory=list)
    effects: dict = field(default_factory=dict)
    stored: dict = field(default_factory=dict)
    returns: frozenset = NOTHING
    via: dict = field(default_factory=dict)

    def unknown(self):
        return any('unknown' in e for e in self.effects.values())


def inside(labels):
    """Labels of what is in the values of labels."""
    return frozenset('self.*' if label in ('self', DICT, CLASS) else label if label.startswith('self.') or label.endswith(']') else label + '[]'
                     for label in labels)


def under(labels, key):
    """Labels of what is under a key in the values of labels."""
    return frozenset(f'{label}[{key}]' if is_parameter(label) else next(iter(inside([label]))) for label in labels) if key else inside(labels)


def is_parameter(label):
    return not label.startswith('self.') and not label.endswith(']') and label != 'self'


def carried(label, given):
    """Labels that a label of a called function stands for, by the labels that its parameters were given."""
    root, bracket, key = label.partition('[')
    found = given.get(root, NOTHING)
    return under(found, key.removesuffix(']')) if bracket else found


def parsed_effects(text):
    """`iterates []stores` as effects on the value and on what is in it."""
    outer, inner = set(), set()
    for word in text.split():
        (inner if word.startswith('[]') else outer).update(word.removeprefix('[]').split(','))
    return outer, inner


def assign(parameters, args, keywords, star):
    """Labels of each parameter of a call."""
    given = {}
    plain = [p for p in parameters if not p.startswith('*')]
    positional = parameters[:next((i for i, p in enumerate(parameters) if p.startswith('*')), len(parameters))]
    rest = next((p[1:] for p in parameters if p.startswith('*') and not p.startswith('**') and p != '*'), None)
    kwargs = next((p[2:] for p in parameters if p.startswith('**')), None)
    for i, labels in enumerate(args):
        name = positional[i] if i < len(positional) else rest
        if name:
            given[name] = given.get(name, NOTHING) | labels
    for name, labels in keywords.items():
        target = name if name in plain else kwargs
        if target:
            given[target] = given.get(target, NOTHING) | labels
    if star:
        everything = frozenset().union(*args, *keywords.values())
        for name in plain + [n for n in (rest, kwargs) if n]:
            given[name] = given.get(name, NOTHING) | everything
    return given


def settle(summary):
    """What a function does with an attribute it does with what it stored there."""
    for label in summary.stored.get(BY_NAME, ()):
        for target, effects in list(summary.effects.items()):
            if target.startswith('self.'):
                name = target.removeprefix('self.')
                summary.effects.setdefault(f'{label}[]' if name == '*' else f'{label}[{name}]', set()).update(effects)
            elif target == 'self' and 'unknown' in effects:
                summary.effects.setdefault(f'{label}[]', set()).add('unknown')
    for attribute, labels in summary.stored.items():
        if attribute == BY_NAME:
            continue
        later = set()
        for target, effects in summary.effects.items():
            if target == 'self.*' or target == f'self.{attribute}' or (attribute == '*' and target.startswith('self.')):
                later |= effects
        if 'unknown' in summary.effects.get('self', ()):
            later.add('unknown')
        for label in labels:
            if later:
                summary.effects.setdefault(label, set()).update(later)
