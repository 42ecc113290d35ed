"""Writes the effects of a function in the words of the file."""
from dataclasses import replace

# What is worth saying beside `unknown`, which means every effect.
ALWAYS = {'evaluates', 'imports', 'unpickles', 'opens-path', 'calls'}
MAX_ATTRIBUTES = 6


def in_words(summary):
    """Effects as the file writes them: each parameter once, in order; then what is in them; then attributes of the instance."""
    words = []
    for parameter in summary.parameters:
        if parameter == '*':
            words.append(('*', None))
            continue
        effects = shown(summary.effects.get(parameter.lstrip('*'), ()))
        if words and words[-1][1] == effects and not parameter.startswith('*'):
            words[-1] = (f'{words[-1][0]},{parameter}', effects)
        else:
            words.append((parameter, effects))
    inner = {}
    for label, effects in merged_keys(summary.effects).items():
        if effects and (label.endswith(']') or label == 'self' or label.startswith('self.')):
            inner.setdefault(shown(effects), []).append(label)
    for effects, labels in sorted(inner.items()):
        own = [label for label in labels if label.startswith('self.')]
        if len(own) > MAX_ATTRIBUTES or 'self.*' in own:
            labels = [label for label in labels if label not in own] + ['self.*']
        words.append((','.join(sorted(labels)), effects))
    return ' '.join(labels if effects is None else f'{labels}:{effects}' for labels, effects in words) or '-'


def doubted(summary):
    """The same summary with an unknown effect on the instance and on every parameter: a decorator may do anything with them."""
    labels = ['self', *(name.lstrip('*') for name in summary.parameters if name != '*')]
    return replace(summary, effects={**summary.effects, **{label: {'unknown', *summary.effects.get(label, ())} for label in labels}})


def merged_keys(effects):
    """The same effects without `state[key]` where it says no more than `state[]`, or where there are many."""
    merged = {label: set(found) for label, found in effects.items()}
    for label in sorted(effects):
        root, bracket, key = label.partition('[')
        if bracket and key != ']':
            many = sum(1 for other in effects if other.startswith(root + '[')) > MAX_ATTRIBUTES
            if many or effects[label] <= {'stores'} or effects[label] <= effects.get(root + '[]', set()):
                merged.setdefault(root + '[]', set()).update(merged.pop(label))
    return merged


def shown(effects):
    """Effects, sorted; beside `unknown` only those that a reader wants to know in any case."""
    kept = {e for e in effects if e == 'unknown' or e in ALWAYS} if 'unknown' in effects else effects
    return ','.join(sorted(kept)) or '-'
