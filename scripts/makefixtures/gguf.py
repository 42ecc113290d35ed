"""GGUF, safetensors, chat templates, R, Java and Torch7: hostile files built byte by byte, and those that makefixtures/gguf_real.py kept from real libraries."""
import gzip
import json
import struct
from pathlib import Path

from .fixture import HAND, MARKER, Fixture, evil_p4

FIXTURES = Path(__file__).parents[2] / 'fixtures'

INJECTION = "{{ cycler.__init__.__globals__.os.popen('" + MARKER + "').read() }}"
ORDINARY = "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}{% endfor %}"

# (file, origin, what it shows, verdict)
KEPT = [
    ('clean/little-endian.gguf', 'gguf 0.19.0', 'Two chat templates, a vocabulary, three tensors.', 'clean'),
    ('clean/big-endian.gguf', 'gguf 0.19.0', 'The same in the other byte order.', 'clean'),
    ('clean/weights.safetensors', 'safetensors 0.8.0', 'Three tensors, one of them empty.', 'clean'),
    ('clean/xgboost.json', 'xgboost 3.2.0', 'Two trees as JSON.', 'clean'),
    ('clean/xgboost.ubj', 'xgboost 3.2.0', 'The same as UBJSON.', 'clean'),
    ('clean/lightgbm.txt', 'lightgbm 4.7.0', 'Two trees as text.', 'clean'),
    ('clean/catboost.cbm', 'catboost 1.2.10', 'Two trees in CatBoost\'s own format.', 'clean'),
    ('clean/table.parquet', 'pyarrow 26.0.1', 'Three columns, with an Arrow schema in the footer.', 'clean'),
    ('clean/table.feather', 'pyarrow 26.0.1', 'The same as Feather version 2.', 'clean'),
    ('clean/words.model', 'sentencepiece 0.2.3', 'A vocabulary.', 'clean'),
    ('clean/tokenizer.json', 'tokenizers 0.23.3', 'A tokenizer without a vocabulary.', 'clean'),
    ('clean/values.rds', 'rdata 1.1.0', 'A named list of R.', 'clean'),
    ('clean/values-text.rds', 'rdata 1.1.0', 'The same as text.', 'clean'),
    ('malicious/extension-type.parquet', 'pyarrow 26.0.1', 'The type of a column is a pickle that runs a command.', 'malicious'),
    ('malicious/extension-type.arrow', 'pyarrow 26.0.1', 'The same in an Arrow file.', 'malicious'),
]


def text(value):
    return struct.pack('<Q', len(value)) + value


def gguf(pairs, tensors=b'', count=0, values=None):
    body = b''.join(text(key) + struct.pack('<I', 8) + text(value.encode()) for key, value in pairs)
    return b'GGUF' + struct.pack('<IQQ', 3, count, len(pairs) if values is None else values) + body + tensors


def tensor(name, shape, kind, offset):
    return text(name) + struct.pack(f'<I{len(shape)}QIQ', len(shape), *shape, kind, offset)


TEMPLATE = b'tokenizer.chat_template'

GGUF = [
    ('malicious/template.gguf', gguf([(TEMPLATE, INJECTION)]), 'A chat template that runs a command.', 'malicious'),
    ('malicious/template-named.gguf', gguf([(TEMPLATE, ORDINARY), (TEMPLATE + b'.tool_use', INJECTION)]), 'The second of two chat templates runs a command.', 'malicious'),
    ('malicious/template-twice.gguf', gguf([(TEMPLATE, ORDINARY), (TEMPLATE, INJECTION)]), 'Two templates under one key, the last is hostile.', 'malicious'),
    ('malformed/tensor-outside.gguf', gguf([], tensor(b'w', (1 << 40,), 0, 0), 1) + bytes(64), 'A tensor that ends far behind the file.', 'suspicious'),
    ('malformed/count.gguf', gguf([], values=1 << 60), 'A count of metadata that no file can hold.', 'unreadable'),
    ('malformed/cut.gguf', gguf([(TEMPLATE, ORDINARY)])[:-20], 'Cut within a template.', 'unreadable'),
]


def safetensors(header, data=b''):
    body = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack('<Q', len(body)) + body + data


def entry(*offsets, shape=None):
    return {'dtype': 'U8', 'shape': [offsets[1] - offsets[0]] if shape is None else shape, 'data_offsets': list(offsets)}


SAFETENSORS = [
    ('malicious/trailing-pickle.safetensors', safetensors({'w': entry(0, 4)}, bytes(4) + evil_p4()), 'A pickle follows the tensors.', 'malicious'),
    ('malicious/gap-pickle.safetensors', safetensors({'w': entry(0, 4), 'x': entry(4 + len(evil_p4()), 8 + len(evil_p4()))}, bytes(4) + evil_p4() + bytes(4)), 'A pickle lies between the tensors.', 'malicious'),
    ('malformed/overlap.safetensors', safetensors({'w': entry(0, 4), 'x': entry(2, 6)}, bytes(6)), 'Two tensors share bytes.', 'suspicious'),
    ('malformed/span.safetensors', safetensors({'w': entry(0, 4, shape=[1000])}, bytes(4)), 'A shape that does not match the bytes.', 'suspicious'),
    ('malformed/twice.safetensors', safetensors(b'{"w":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"w":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}', bytes(4)), 'A tensor is listed twice.', 'suspicious'),
    ('malformed/metadata.safetensors', safetensors({'__metadata__': {'a': 1}, 'w': entry(0, 4)}, bytes(4)), 'Metadata that are no text.', 'suspicious'),
    ('malformed/cut.safetensors', safetensors({'w': entry(0, 4)}, bytes(2)), 'Cut within a tensor.', 'unreadable'),
    ('malformed/cut-header.safetensors', safetensors({'w': entry(0, 4)}, bytes(4))[:30], 'Cut within the header.', 'unreadable'),
]

TEMPLATES = [
    ('clean/chat_template.jinja', ORDINARY.encode(), 'An ordinary chat template.', 'clean'),
    ('clean/tokenizer_config.json', json.dumps({'chat_template': ORDINARY}).encode(), 'The same within a configuration.', 'clean'),
    ('malicious/chat_template.jinja', INJECTION.encode(), 'A chat template that runs a command.', 'malicious'),
    ('malicious/chat_template.include.jinja', b"{% include '/etc/hostname' %}", 'A chat template that loads another one.', 'malicious'),
    ('malicious/tokenizer_config.json', json.dumps({'chat_template': [{'name': 'default', 'template': ORDINARY}, {'name': 'rag', 'template': INJECTION}]}).encode(), 'The second of two chat templates runs a command.', 'malicious'),
    ('malformed/chat_template.open.jinja', b'{% if messages %}{{ messages[0] }}', 'A chat template that does not end.', 'suspicious'),
    ('malicious/model.safetensors.index.json', json.dumps({'metadata': {}, 'weight_map': {'w': '../../../outside/model.safetensors'}}).encode(), 'A shard outside of the folder.', 'malicious'),
    ('clean/model.safetensors.index.json', json.dumps({'metadata': {}, 'weight_map': {'w': 'model-00001-of-00001.safetensors'}}).encode(), 'A shard beside the index.', 'clean'),
]


def ints(*values, order='>'):
    return struct.pack(f'{order}{len(values)}i', *values)


NIL = ints(254)


def characters(value):
    return ints(0x40009, len(value)) + value


def r_call(command):
    """system(command) as a language object."""
    return ints(6, 1) + characters(b'system') + ints(2, 16, 1) + characters(command.encode()) + NIL


R_HEADER = b'X\n' + ints(3, 0x40201, 0x30500, 5) + b'UTF-8'
R_PROMISE = R_HEADER + ints(0x405, 253, 252) + r_call(MARKER)
R_CLOSURE = R_HEADER + ints(0x403, 253) + NIL + r_call(MARKER)

OTHERS = [
    ('malicious/promise.rds', gzip.compress(R_PROMISE, mtime=0), 'An R promise: looking at the object runs a command (CVE-2024-27322).', 'malicious'),
    ('malicious/closure.rds', R_CLOSURE, 'An R function that runs a command when it is called.', 'suspicious'),
    ('malformed/cut.rds', R_CLOSURE[:-8], 'The same, cut.', 'suspicious'),
    ('malicious/gadget.ser', b'\xac\xed\0\5sr\0\x3aorg.apache.commons.collections.functors.InvokerTransformer' + bytes(8) + b'\2\0\0xp', 'A Java object of a class that calls methods by name.', 'malicious'),
    ('clean/empty.rds', R_HEADER + NIL, 'NULL of R.', 'clean'),
    ('malicious/pickle-codec/.zarray', json.dumps({'zarr_format': 2, 'shape': [1], 'chunks': [1], 'dtype': '|O', 'filters': [{'id': 'pickle', 'protocol': 5}], 'compressor': None}).encode(), 'A Zarr array whose chunks are pickles.', 'suspicious'),
]


def lua(value):
    return ints(len(value), order='<') + value


TORCH7 = ints(4, 1, order='<') + lua(b'V 1') + lua(b'nn.Linear') + ints(3, 2, 1, 2, order='<') + lua(b'fn')
OTHERS.append(('malicious/function.t7', TORCH7 + ints(8, 3, 8, order='<') + b'\x1bLJ\1mark' + ints(3, 4, 0, order='<'), 'A Lua function within a Torch7 object.', 'malicious'))
OTHERS.append(('clean/number.t7', TORCH7 + ints(1, order='<') + struct.pack('<d', 1.0), 'A Torch7 object with a number.', 'clean'))


def fixtures():
    for file, origin, shows, verdict in KEPT:
        yield Fixture(file, (FIXTURES / file).read_bytes(), origin, shows, verdict)
    for file, data, shows, verdict in [*GGUF, *SAFETENSORS, *TEMPLATES, *OTHERS]:
        yield Fixture(file, data, HAND, shows, verdict)
