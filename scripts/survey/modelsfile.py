"""Writes `.models` files: merges the versions of a package, sorts, and keeps the rows written by hand."""
FORMAT = 'modelgate-models 1'
BY_HAND = '# by hand: rows below this line are kept by a new survey'
WIDTH = 140


def write(surveys, path):
    """Writes the file of a package from the surveys of its versions, oldest first. Gives its text."""
    text = '\n'.join(lines(surveys)) + '\n' + BY_HAND + '\n' + by_hand(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf8', newline='\n')
    return text


def by_hand(path):
    if not path.exists():
        return ''
    _, found, kept = path.read_text(encoding='utf8').partition(BY_HAND + '\n')
    if not found:
        raise SystemExit(f'{path}: the line "{BY_HAND}" is missing, so rows written by hand cannot be kept')
    return kept


def lines(surveys):
    yield FORMAT
    yield f'package {surveys[0].package}'
    versions = [s.version for s in surveys]
    for survey in surveys:
        yield f'version {survey.version} sha256:{survey.sha256}'
    yield from hook_lines(surveys, versions)
    for module in sorted({m for s in surveys for part in (s.classes, s.functions, s.values, s.also, s.makers, s.flags) for m in part}):
        yield from module_lines(module, surveys, versions)


def hook_lines(surveys, versions):
    """Hooks by the module that defines them, of this package and of those that it inherits from."""
    used = {f'{module}:{name}' if d == '.' else d for s in surveys for module, names in s.classes.items() for name, rows in names.items()
            for _, definers in rows for d in definers}
    metas = {t[5:] for s in surveys for names in s.classes.values() for rows in names.values() for traits, _ in rows for t in traits if t.startswith('meta=')}
    used |= {d for s in surveys for meta in metas for d in s.metaclass_definers.get(meta, ())}
    modules = {}
    for definer in used:
        modules.setdefault(definer.partition(':')[0], []).append(definer)
    for module in sorted(modules):
        rows, file = [], None
        for definer in sorted(modules[module]):
            file = next((s.files[definer] for s in reversed(surveys) if definer in s.files), file)
            name = definer.partition(':')[2]
            for (hook, ports), (location, within) in merged(surveys, lambda s: s.hooks.get(definer, {})).items():
                rows.append((name, hook, ports, ' '.join([f'{name}.{hook}', location, *inside(within, versions), ports])))
        if rows:
            yield f'hooks {module} {file}'
            yield from ('  ' + row[-1] for row in sorted(rows))


def merged(surveys, rows_of):
    """Rows of all versions: key → (value of the newest, versions)."""
    result = {}
    for survey in surveys:
        rows = rows_of(survey)
        for key in rows:
            within = result[key][1] if key in result else []
            result[key] = (rows[key] if isinstance(rows, dict) else '', [*within, survey.version])
    return result


def inside(within, versions):
    return [] if within == versions else ['in=' + ','.join(within)]


def module_lines(module, surveys, versions):
    flags = merged(surveys, lambda s: s.flags.get(module, set()))
    yield ' '.join(['module', module, *sorted(flags)])
    classes = merged(surveys, lambda s: {(name, *row) for name, rows in s.classes.get(module, {}).items() for row in rows})
    groups = {}
    for (name, traits, definers), (_, within) in classes.items():
        marks = [*traits, *inside(within, versions)]
        key = ' '.join([*marks, ':', *definers]) if marks or definers else ''
        groups.setdefault(key, []).append(name)
    for key in sorted(groups):
        yield from listed('plain' if not key else 'class', groups[key], key)
    for (name, ports), (location, within) in sorted(merged(surveys, lambda s: s.makers.get(module, {})).items()):
        yield '  ' + ' '.join(['reconstructor', name, location, *inside(within, versions), ports])
    yield from named('functions', module, surveys, versions, lambda s: s.functions)
    yield from named('values', module, surveys, versions, lambda s: s.values)
    also = {}
    for (name, where), (_, within) in merged(surveys, lambda s: s.also.get(module, set())).items():
        source, _, original = where.partition(':')
        key = ' '.join(['from', source, *inside(within, versions)])
        also.setdefault(key, []).append(name if name == original else f'{name}={original}')
    for key in sorted(also):
        yield from listed('also', also[key], key)


def named(word, module, surveys, versions, part):
    groups = {}
    for name, (_, within) in merged(surveys, lambda s: part(s).get(module, set())).items():
        groups.setdefault(' '.join(inside(within, versions)), []).append(name)
    for key in sorted(groups):
        yield from listed(word, groups[key], key)


def listed(word, names, tail):
    """Rows of names, as many a line as fit."""
    line = ''
    for name in sorted(names):
        if line and len(line) + len(name) > WIDTH:
            yield ' '.join(filter(None, ['  ' + word + line, tail]))
            line = ''
        line += ' ' + name
    yield ' '.join(filter(None, ['  ' + word + line, tail]))
