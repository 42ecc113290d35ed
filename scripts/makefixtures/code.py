"""Code that travels in models: bytecode in pickles, source, TorchScript and native code in archives, payloads in constants, PyTorch's rarer layouts.

Made with CPython 3.11.7, torch 2.15.0 and cloudpickle 3.1.2. Functions are compiled under the file name <model>, so that no path is written.
"""
import base64
import marshal
import pickle
import types
import zlib

from .asm import asm
from .clean import save_torch
from .fixture import CPYTHON, HAND, MARKER, Fixture, evil_p0, evil_p4, made_by
from .zipbytes import Entry, make_zip

CLEAN = asm('PROTO 2', 'EMPTY_DICT', 'STOP')
SCALE = 'def scale(x, by=2.0):\n    return x * by\n'
RUNS = f'def predict(x):\n    import os\n    os.system({MARKER!r})\n    return x\n'


def function(source):
    """The function that `source` defines, as if it had been typed at a prompt."""
    space = {'__name__': '__main__', '__builtins__': __builtins__}
    exec(compile(source, '<model>', 'exec'), space)
    return next(value for value in space.values() if isinstance(value, types.FunctionType))


def functions():
    import cloudpickle

    yield Fixture('malicious/cloudpickle-system.pkl', cloudpickle.dumps(function(RUNS), 4), made_by('cloudpickle'), 'A function that runs a command when it is called.', 'malicious')
    code = marshal.dumps(compile(f'import os\nos.system({MARKER!r})', '<model>', 'exec'))
    loads = asm('PROTO 2', 'GLOBAL marshal loads', ('BINBYTES', code), 'TUPLE1', 'REDUCE', 'STOP')
    yield Fixture('malicious/marshal-loads.pkl', loads, HAND, 'Bytecode that marshal.loads makes a code object of.', 'malicious')
    yield Fixture('malicious/marshal-constant.pkl', pickle.dumps({'code': marshal.dumps(function(SCALE).__code__)}, 4), CPYTHON, 'Marshalled code as data: nothing in the file loads it.', 'suspicious')
    header = bytes.fromhex('a70d0d0a') + bytes(12)
    yield Fixture('malicious/packed-pyc.zip', make_zip([Entry(b'model/__init__.pyc', header + code)]), HAND, 'A compiled module in an archive that runs a command.', 'malicious')


def constants():
    plain = {'weights': [1.0, 2.0], 'note': 'no payload'}
    inner = pickle.dumps(plain, 4)
    clean = {'pickled': inner, 'zlib': zlib.compress(inner, 9), 'base64': base64.b64encode(inner).decode(), 'hex': inner.hex(), 'text': 'gA' * 40}
    yield Fixture('clean/nested-data.pkl', pickle.dumps(clean, 4), CPYTHON, 'Pickled, compressed and encoded data as constants.', 'clean')
    rows = [
        ('bytes', evil_p4(), 'A pickle that runs a command, as bytes.'),
        ('base64', base64.b64encode(evil_p4()).decode(), 'The same in base64, as text.'),
        ('hex', evil_p0().hex(), 'A protocol 0 pickle in hex, as text.'),
        ('zlib', zlib.compress(evil_p4(), 9), 'The same, compressed.'),
        ('zip', make_zip([Entry(b'model.pkl', evil_p4())]), 'The same, in a zip.'),
    ]
    for name, payload, shows in rows:
        yield Fixture(f'malicious/constant-{name}.pkl', pickle.dumps({'blob': payload}, 4), CPYTHON, f'{shows} Nothing in the file loads it.', 'suspicious')


def torch_zip(*entries):
    return make_zip([Entry(b'archive/data.pkl', CLEAN), *entries, Entry(b'archive/version', b'3\n')])


def script_zip(source):
    return make_zip([
        Entry(b'script/data.pkl', asm('PROTO 2', 'GLOBAL __torch__ Net', 'EMPTY_TUPLE', 'NEWOBJ', 'STOP')),
        Entry(b'script/constants.pkl', asm('PROTO 2', 'EMPTY_TUPLE', 'STOP')),
        Entry(b'script/code/__torch__.py', source.encode()),
        Entry(b'script/version', b'3\n'),
    ])


FORWARD = 'class Net(Module):\n  __parameters__ = []\n  def forward(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n'


def archives():
    yield Fixture('clean/torchscript.ptl', script_zip(f'{FORWARD}    return torch.relu(ops.quantized.add(x, x, 1., 0))\n'), HAND, 'TorchScript that only computes.', 'clean')
    yield Fixture('malicious/torchscript-save.pt', script_zip(f'{FORWARD}    torch.save(x, "/tmp/modelgate-marker")\n    return x\n'), HAND, 'TorchScript that writes a file.', 'malicious')
    yield Fixture('malicious/torchscript-custom.pt', script_zip(f'{FORWARD}    return ops.somebody.run(x)\n'), HAND, 'TorchScript with an operator of another library.', 'malicious')
    yield Fixture('malicious/torch-package.pt', torch_package(SCALE), HAND, 'A torch.package archive with a module of its own.', 'malicious')
    yield Fixture('malicious/torch-package-extern.pt', torch_package(SCALE, 'torch\nsubprocess\n'), HAND, 'The same, whose module is given subprocess.', 'malicious')
    yield Fixture('malicious/torchserve-handler.mar', mar(f'import os\nos.system({MARKER!r})\n'), HAND, 'A TorchServe handler that runs a command when it is imported.', 'malicious')
    yield Fixture('malicious/torchserve.mar', mar(SCALE), HAND, 'An ordinary TorchServe archive: its handler is code that the server runs.', 'malicious')
    elf = b'\x7fELF\x02\x01\x01' + bytes(57)
    yield Fixture('malicious/aotinductor.pt2', make_zip([Entry(b'model/archive_format', b'pt2'), Entry(b'model/archive_version', b'0'), Entry(b'model/data/aotinductor/model/kernel.so', elf)]), HAND, 'The first bytes of a shared library in a .pt2 archive.', 'malicious')
    yield Fixture('malicious/library.bin', elf, HAND, 'The first bytes of a shared library under the name of a model.', 'malicious')
    yield Fixture('malicious/torch-with-source.pt', torch_zip(Entry(b'archive/helper.py', SCALE.encode())), HAND, 'Python source packed beside the weights.', 'suspicious')
    yield Fixture('clean/sources.zip', make_zip([Entry(b'package/helper.py', RUNS.encode())]), HAND, 'Python source in a plain zip: reviewed elsewhere.', 'clean')


def torch_package(source, externs='torch\ncollections\n'):
    return make_zip([
        Entry(b'package/model/model.pkl', CLEAN),
        Entry(b'package/somebody/layers.py', source.encode()),
        Entry(b'package/.data/extern_modules', externs.encode()),
        Entry(b'package/.data/version', b'6\n'),
    ])


def mar(source):
    manifest = b'{"runtime": "python", "model": {"modelName": "m", "serializedFile": "m.pt", "handler": "handler.py", "modelVersion": "1.0"}}\n'
    return make_zip([Entry(b'MAR-INF/MANIFEST.json', manifest), Entry(b'handler.py', source.encode()), Entry(b'm.pt', torch_zip())])


def torch_files():
    import torch
    from torch.distributed.checkpoint.metadata import BytesStorageMetadata, Metadata

    origin = made_by('torch')
    metadata = Metadata(state_dict_metadata={'step': BytesStorageMetadata()}, planner_data={'step': ('step',)}, storage_data={})
    yield Fixture('clean/dcp.metadata', pickle.dumps(metadata, 4), origin, 'The index of a distributed checkpoint: a pickle without an extension.', 'clean')
    state = {'module': {'weight': torch.zeros(2, 2)}, 'global_steps': 7, 'dp_world_size': 1}
    yield Fixture('clean/mp_rank_00_model_states.pt', save_torch(state), origin, 'A checkpoint as DeepSpeed names it.', 'clean')
    tensor = asm('GLOBAL torch._utils _rebuild_tensor_v2', 'MARK', 'MARK', 'BINUNICODE storage', 'GLOBAL torch FloatStorage', 'BINUNICODE 0', 'BINUNICODE cpu', 'BININT1 4', 'TUPLE', 'BINPERSID')
    tensor += asm('BININT1 0', 'BININT1 4', 'TUPLE1', 'BININT1 1', 'TUPLE1', 'NEWFALSE', 'GLOBAL collections OrderedDict', 'EMPTY_TUPLE', 'REDUCE', 'TUPLE', 'REDUCE')
    write = make_zip([
        Entry(b'archive/data.pkl', asm('PROTO 2') + tensor + asm('BININT1 0', 'BININT1 1', 'SETITEM', 'STOP')),
        Entry(b'archive/data/0', bytes(16)),
        Entry(b'archive/version', b'3\n'),
    ])
    yield Fixture('malicious/tensor-setitem.pt', write, HAND, 'An item is assigned to a tensor (CVE-2026-24747).', 'malicious')


def exported():
    """Programs of torch.export with a size that is not fixed, without the traces of their source, which name folders of this machine."""
    import io
    import json
    import zipfile

    import torch

    class Net(torch.nn.Module):
        def forward(self, x):
            return torch.relu(x) + x.shape[0]

    size = torch.export.Dim('rows', min=2, max=8)
    program = torch.export.export(Net(), (torch.ones(4, 2),), dynamic_shapes={'x': {0: size}})
    out = io.BytesIO()
    torch.export.save(program, out)
    members = {name: data for name, data in read_zip(zipfile.ZipFile(out)) if 'serialization_id' not in name}
    graph = next(name for name in members if '/models/' in name)
    written = json.loads(members[graph])
    for node in written['graph_module']['graph']['nodes']:
        node['metadata'] = {}
    origin = made_by('torch')
    for file, text, shows, verdict, proof in (
        ('clean/dynamic-size.pt2', None, 'A program of torch.export, one of whose sizes is a symbol.', 'clean', None),
        ('malicious/size-is-code.pt2', f"__import__('os').system({MARKER!r})", 'The same with a size that runs a command: torch.export evaluates it.', 'malicious', 'torch-export'),
    ):
        changed = json.dumps(written) if text is None else json.dumps(written).replace('"expr_str": "Symbol', f'"expr_str": "{text}", "was": "Symbol', 1)
        entries = [Entry(name.encode(), changed.encode() if name == graph else data) for name, data in members.items()]
        yield Fixture(file, make_zip(entries), f'{origin}, {"its traces left out" if text is None else "a size changed by hand"}', shows, verdict, proof)


def read_zip(archive):
    return [(name, archive.read(name)) for name in archive.namelist()]


def fixtures():
    for part in (functions, constants, archives, torch_files, exported):
        yield from part()
