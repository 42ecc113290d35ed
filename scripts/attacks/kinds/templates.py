"""Templates under any name, in any encoding, and inside other files."""
import json
import struct

from ..registry import Attack, SHELL, kind

INJECTED = "{{ cycler.__init__.__globals__.os.system('" + SHELL + "') }}"
SHAPES = {
    'plain': INJECTED,
    'attr': "{{ (cycler|attr('__init__')|attr('__globals__')).os.system('" + SHELL + "') }}",
    'joined': "{% set g = '__glo' ~ 'bals__' %}{{ (cycler|attr('__in' + 'it__'))[g]['os'].system('" + SHELL + "') }}",
    'behind': 'word ' * 60_000 + INJECTED,
    'long': ' ' * 1_100_000 + INJECTED,
}
RENDER = 'import jinja2\njinja2.Environment().from_string({}).render()'
PLAIN = RENDER.format('open(path, "rb").read().decode()')


@kind('template: a file of any name')
def files():
    for shape, text in SHAPES.items():
        for name in ('p.jinja', 'p.j2', 'p.template', 'p.prompt', 'p.html', 'p.md', 'p.tmpl.bak', 'system_prompt', 'p.xml', 'p.ninja', 'p.jinja.txt', 'chat_template', 'chat_template.txt'):
            yield Attack(name, text.encode(), loader=PLAIN)
    for name in ('p.jinja', 'p.j2', 'chat_template.jinja', 'p.template'):
        yield Attack(name, INJECTED.encode('utf-16'), loader=PLAIN.replace('decode()', 'decode("utf-16")'))
    yield Attack('m', {'m/model.safetensors': struct.pack('<Q', 2) + b'{}', 'm/prompt.txt': INJECTED.encode()}, loader=PLAIN.replace('open(path', 'open(path + "/prompt.txt"'), entry='m')


@kind('template: within JSON and YAML')
def configurations():
    for text in (SHAPES['plain'], SHAPES['attr'], SHAPES['joined']):
        for name, value, get in (
            ('tokenizer_config.json', {'chat_template': [{'name': 'default', 'template': text}]}, '["chat_template"][0]["template"]'),
            ('tokenizer_config.json', {'chat_template': {'tool_use': text}}, '["chat_template"]["tool_use"]'),
            ('processor_config.json', {'chat_template': text}, '["chat_template"]'),
            ('special_tokens_map.json', {'chat_template': text}, '["chat_template"]'),
            ('generation_config.json', {'extra': {'chat_template': text}}, '["extra"]["chat_template"]'),
            ('prompt.json', {'_type': 'prompt', 'template_format': 'jinja2', 'template': text}, '["template"]'),
            ('prompts.json', {'system': text}, '["system"]'),
            ('x.json', [{'role': 'system', 'content': text}], '[0]["content"]'),
            ('x.jsonl', {'prompt': text}, '["prompt"]'),
            ('x.txt', {'chat_template': text}, '["chat_template"]'),
            ('x', {'chat_template': text}, '["chat_template"]'),
        ):
            for encoding in ('utf-8', 'utf-16', 'utf-8-sig'):
                yield Attack(name, json.dumps(value).encode(encoding), loader='import json\n' + RENDER.format(f'json.loads(open(path, "rb").read()){get}'))
        yield Attack('p.yaml', json.dumps({'template_format': 'jinja2', 'template': text}).encode(), loader='import yaml\n' + RENDER.format('yaml.safe_load(open(path))["template"]'))
        yield Attack('p.toml', f"[chat]\ntemplate = '''{text}'''\n".encode(), loader='import tomllib\n' + RENDER.format('tomllib.load(open(path, "rb"))["chat"]["template"]'))


@kind('template: within models')
def models():
    import gguf
    import os
    import tempfile
    from safetensors.numpy import save
    import numpy
    for text in (SHAPES['plain'], SHAPES['joined']):
        for key, value in (('tokenizer.chat_template', text), ('tokenizer.chat_template.tool_use', text), ('general.prompt', text), ('tokenizer.templates', [text, 'x'])):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'm.gguf')
                writer = gguf.GGUFWriter(path, 'llama')
                (writer.add_array if isinstance(value, list) else writer.add_string)(key, value)
                writer.write_header_to_file()
                writer.write_kv_data_to_file()
                writer.write_tensors_to_file()
                writer.close()
                data = open(path, 'rb').read()
            yield Attack('m.gguf', data, loader='import gguf\nf = gguf.GGUFReader(path).fields[%r]\n' % key + RENDER.format('bytes(f.parts[f.data[0]]).decode()'))
        yield Attack('m.safetensors', save({'w': numpy.zeros(2)}, {'chat_template': text}), loader='from safetensors import safe_open\n' + RENDER.format('safe_open(path, "np").metadata()["chat_template"]'))
        yield Attack('m.safetensors', save({'w': numpy.zeros(2)}, {'config': json.dumps({'chat_template': text})}), loader='import json\nfrom safetensors import safe_open\n' + RENDER.format('json.loads(safe_open(path, "np").metadata()["config"])["chat_template"]'))
