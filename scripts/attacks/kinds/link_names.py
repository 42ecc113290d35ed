"""Links that lend a name to what they lead to."""
import json

from ..registry import Attack, SHELL, kind

TEMPLATE = ("{{ cycler.__init__.__globals__.os.system('" + SHELL + "') }}").encode()
RENDER = 'import jinja2\njinja2.Environment().from_string(open(path).read()).render()'
YAML = f"!!python/object/apply:os.system ['{SHELL}']\n".encode()
LOAD = 'import yaml; yaml.unsafe_load(open(path))'
CASES = ((TEMPLATE, 'chat_template.jinja', RENDER), (YAML, 'model_config.yaml', LOAD),
         (json.dumps({'chat_template': TEMPLATE.decode()}).encode(), 'tokenizer_config.json', 'import json\n' + RENDER.replace('open(path).read()', 'json.load(open(path))["chat_template"]')))


@kind('links: of a checkout')
def checkout():
    for content, name, load in CASES:
        yield Attack(name, {'notes.log': content}, links={name: 'notes.log'}, loader=load)
        yield Attack(f'a/{name}', {'b/notes.log': content}, links={f'a/{name}': '../b/notes.log'}, loader=load)
        yield Attack(name, {'b/notes.log': content}, links={name: 'x', 'x': 'c/notes.log', 'c': 'b'}, loader=load)
        yield Attack(f'm/{name}', {f'real/{name[:-1]}': content, 'z/q': b''}, links={'m': 'dir2', 'dir2': 'other', 'other': 'real2', f'real2/{name}': f'../real/{name[:-1]}'}, loader=load)
        yield Attack(name, {'node_modules/x/notes.log': content}, links={name: 'node_modules/x/notes.log'}, loader=load)
        yield Attack(name, {'.hidden/notes.log': content, '.git/x': b''}, links={name: '.hidden/notes.log'}, loader=load)
        yield Attack(name, {'.git/blob': content}, links={name: '.git/blob'}, loader=load)


@kind('links: of the cache of Hugging Face')
def cache():
    digest = 'a' * 40
    home = 'hub/models--x--y'
    for content, name, load in CASES:
        yield Attack(f'{home}/snapshots/r/{name}', {f'{home}/blobs/{digest}': content}, links={f'{home}/snapshots/r/{name}': f'../../blobs/{digest}'}, loader=load)
        yield Attack(f'{home}/snapshots/r/d/{name}', {f'{home}/blobs/{digest}': content}, links={f'{home}/snapshots/r/d/{name}': f'../../../blobs/{digest}'}, loader=load)
        yield Attack(f'{home}/snapshots/r/{name}', {f'{home}/blobs/{digest}': content}, links={f'{home}/snapshots/r/{name}': 'x', f'{home}/snapshots/r/x': f'../../blobs/{digest}'}, loader=load)
        yield Attack(f'hub2/{name}', {f'{home}/blobs/{digest}': content}, links={f'hub2/{name}': f'../{home}/blobs/{digest}'}, loader=load)
        yield Attack(f'{home}/snapshots/r/{name}', {f'{home}/blobs/{digest}': content}, links={f'{home}/snapshots/r': 's', f'{home}/snapshots/s/{name}': f'../../blobs/{digest}'}, loader=load)
