"""What real libraries write when nobody means harm, and files that only look like models."""
import bz2
import collections
import datetime
import decimal
import enum
import fractions
import gzip
import io
import lzma
import pickle
import re
import sys
import types
import uuid

import joblib
import numpy as np

from .asm import asm
from .fixture import CPYTHON, HAND, Fixture, made_by
from .zipbytes import Entry, make_zip

PLAIN = {
    'name': 'small', 'layers': [4, 8, 2], 'rate': 0.25, 'on': True, 'off': False, 'nothing': None,
    'big': 1 << 70, 'negative': -5, 'bytes': b'\x00\xff', 'text': 'na\u00efve \u2713', 'pair': (1, 'two'), 'triple': (1, 2, 3), 'empty': [(), [], {}],
}


def plain():
    for protocol in range(6):
        data = pickle.dumps(PLAIN, protocol)
        yield Fixture(f'clean/plain-p{protocol}.pkl', data, CPYTHON, f'Plain Python data, protocol {protocol}.', 'clean')
    values = [
        datetime.datetime(2024, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc), datetime.date(2024, 2, 3), datetime.timedelta(days=1),
        decimal.Decimal('1.50'), fractions.Fraction(1, 3), collections.OrderedDict(a=1), collections.defaultdict(list, a=[1]),
        collections.Counter('aab'), collections.deque([1, 2], 3), uuid.UUID(int=5), {1, 2}, frozenset([3]), bytearray(b'abc'),
        complex(1, 2), range(3), slice(1, 2), types.SimpleNamespace(a=1),
    ]
    for protocol in (0, 2, 4, 5):
        data = pickle.dumps(values, protocol)
        yield Fixture(f'clean/stdlib-values-p{protocol}.pkl', data, CPYTHON, f'Values of the standard library, protocol {protocol}.', 'clean')
    ring = [1]
    ring.append(ring)
    yield Fixture('clean/recursive-list.pkl', pickle.dumps(ring, 4), CPYTHON, 'A list that contains itself.', 'clean')
    pair = ([],)
    pair[0].append(pair)
    yield Fixture('clean/recursive-tuple.pkl', pickle.dumps(pair, 4), CPYTHON, 'A tuple inside itself: the pickler writes POPs.', 'clean')
    yield Fixture('clean/two-pickles.pkl', pickle.dumps({'a': 1}, 4) + pickle.dumps([2], 2), CPYTHON, 'Two pickles in one file, both plain.', 'clean')
    scary = {'note': 'os.system("rm -rf /") and eval(exec) are only text here', 'cposix\nsystem\n': 'cos\nsystem\n(S\'x\'\ntR.'}
    yield Fixture('clean/scary-text.pkl', pickle.dumps(scary, 4), CPYTHON, 'Names of dangerous functions, as text only.', 'clean')
    yield Fixture('clean/no-extension', pickle.dumps(PLAIN, 4), CPYTHON, 'A plain pickle in a file without an extension.', 'clean')


def own_classes():
    """Classes of a package that no list can know."""
    module = types.ModuleType('myproject.models')
    exec(  # noqa: S102 - makes classes that claim to live in another module
        'class Net:\n    pass\nclass Colour(enum.Enum):\n    RED = 1\nPoint = collections.namedtuple("Point", "x y", module=__name__)\n',
        dict(module.__dict__, enum=enum, collections=collections), module.__dict__,
    )
    for value in vars(module).values():
        if isinstance(value, type):
            value.__module__ = module.__name__
    sys.modules.update({'myproject': types.ModuleType('myproject'), module.__name__: module})
    net = module.Net()
    net.weights = [1.0, 2.0]
    for name, value, shows in (
        ('instance', net, 'An instance of a class of an unknown package, with its state.'),
        ('enum', module.Colour.RED, 'A member of an enum of an unknown package.'),
        ('namedtuple', module.Point(1, 2), 'A named tuple of an unknown package.'),
    ):
        yield Fixture(f'clean/own-{name}-p4.pkl', pickle.dumps(value, 4), CPYTHON, shows, 'own-class')
    yield Fixture('clean/own-instance-p0.pkl', pickle.dumps(net, 0), CPYTHON, 'The same in protocol 0: copyreg._reconstructor.', 'own-class')


def numpy_files():
    origin = made_by('numpy')
    arrays = {'w': np.arange(6, dtype=np.float32).reshape(2, 3), 'b': np.array([True, False]), 's': np.float64(0.5)}
    for protocol in (2, 4, 5):
        yield Fixture(f'clean/numpy-p{protocol}.pkl', pickle.dumps(arrays, protocol), origin, f'Arrays and a scalar, protocol {protocol}.', 'clean')
    objects = np.array([{'a': 1}, 'text', None], dtype=object)
    yield Fixture('clean/numpy-object-p4.pkl', pickle.dumps(objects, 4), origin, 'An array of plain Python objects.', 'clean')
    record = np.zeros(2, dtype=[('x', '<i4'), ('y', '<f8', (2,))])
    for name, array, shows in (
        ('numeric', arrays['w'], 'A numeric array.'), ('record', record, 'A structured array.'), ('object', objects, 'An array of plain objects: a pickle after the header.'),
    ):
        out = io.BytesIO()
        np.save(out, array, allow_pickle=True)
        yield Fixture(f'clean/{name}.npy', out.getvalue(), origin, shows, 'clean')
    for name, save in (('stored', np.savez), ('deflated', np.savez_compressed)):
        out = io.BytesIO()
        save(out, w=arrays['w'], names=objects)
        yield Fixture(f'clean/{name}.npz', out.getvalue(), origin, f'Two arrays in a zip, {name}; one of them of plain objects.', 'clean')


def sklearn_files():
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    x, y = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 1.0], [3.0, 0.0]]), np.array([0, 0, 1, 1])
    origin = made_by('scikit-learn', 'numpy')
    pipeline = make_pipeline(StandardScaler(), LogisticRegression()).fit(x, y)
    forest = RandomForestClassifier(n_estimators=2, max_depth=2, random_state=0).fit(x, y)
    yield Fixture('clean/sklearn-pipeline.pkl', pickle.dumps(pipeline, 4), origin, 'A scaler and a logistic regression.', 'clean')
    yield Fixture('clean/sklearn-forest.pkl', pickle.dumps(forest, 5), origin, 'A small random forest: trees are built by a call.', 'clean')
    yield Fixture('clean/sklearn-pipeline.joblib', dump_joblib(pipeline), made_by('scikit-learn', 'joblib'), 'The same pipeline by joblib: arrays lie between opcodes.', 'clean')


def dump_joblib(value, compress=0):
    """joblib's bytes; the time in a gzip header is set to 0."""
    out = io.BytesIO()
    joblib.dump(value, out, compress=compress)
    data = out.getvalue()
    return data[:4] + bytes(4) + data[8:] if data[:2] == b'\x1f\x8b' else data


def joblib_files():
    value = {'w': np.arange(8, dtype=np.float64), 'decoy': np.frombuffer(b'cos\nsystem\n(S\'x\'\ntR.' + bytes(3), dtype=np.uint8), 'after': 'end'}
    value['names'] = np.array(['a', None], dtype=object)
    origin = made_by('joblib', 'numpy')
    yield Fixture('clean/arrays.joblib', dump_joblib(value), origin, 'Arrays between opcodes; the bytes of one spell a pickle.', 'clean')
    for name in ('zlib', 'gzip', 'bz2', 'xz', 'lzma', 'lz4'):
        yield Fixture(f'clean/arrays-{name}.joblib', dump_joblib(value, (name, 3)), origin, f'The same, compressed with {name}.', 'clean')


def pandas_files():
    import pandas as pd

    frame = pd.DataFrame({'x': [1, 2], 'y': [0.5, None], 'name': ['a', 'b'], 'when': pd.to_datetime(['2024-01-01', '2024-01-02'])})
    yield Fixture('clean/pandas-frame.pkl', pickle.dumps(frame, 5), made_by('pandas', 'numpy'), 'A data frame of four columns.', 'clean')


def save_torch(value, **options):
    import torch

    out = io.BytesIO()
    torch.save(value, out, **options)
    return out.getvalue()


def legacy_torch(value):
    """torch's format before 1.6. Storage keys are memory addresses: the only key becomes 0, so that the bytes are always the same."""
    data = save_torch(value, _use_new_zipfile_serialization=False)
    keys = set(re.findall(rb'X[\x08-\x14]\x00\x00\x00([0-9]{8,20})q', data))
    assert len(keys) == 1, keys
    old = next(iter(keys))
    return data.replace(asm(('BINUNICODE', old)), asm('BINUNICODE 0'))


def torch_files():
    import torch

    torch.manual_seed(0)
    origin = made_by('torch')
    model = torch.nn.Linear(3, 2)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    model(torch.ones(1, 3)).sum().backward()
    optimizer.step()
    yield Fixture('clean/state-dict.pt', save_torch(model.state_dict()), origin, 'A state_dict: a zip with data.pkl and two tensors.', 'clean')
    checkpoint = {'epoch': 3, 'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'loss': 0.5}
    yield Fixture('clean/checkpoint.ckpt', save_torch(checkpoint), origin, 'Weights with the state of an optimizer.', 'clean')
    exotic = {'half': torch.ones(2, dtype=torch.bfloat16), 'shared': model.weight[0], 'parameter': model.bias, 'size': torch.Size([1, 2]), 'dtype': torch.int8, 'device': torch.device('cpu')}
    yield Fixture('clean/exotic.pth', save_torch(exotic), origin, 'Other types, a view, a parameter, a size, a dtype, a device.', 'clean')
    storage = torch.arange(6, dtype=torch.float32)
    yield Fixture('clean/legacy.pt', legacy_torch({'w': storage.view(2, 3), 'view': storage[1:3]}), origin, 'The format before torch 1.6: five pickles, then storages.', 'clean')


def lookalikes():
    text = b'(c) 2024 The authors.\n\nclean weights live in releases; see below.\nI. Install\nN. B. this is no model.\n'
    yield Fixture('clean/prose.dat', text, HAND, 'Prose that starts with an opcode letter.', 'clean')
    yield Fixture('clean/readme.md', b'cos is a function.\nsystem requirements: none.\n(see below).\n', HAND, 'Prose whose first lines read like a GLOBAL.', 'clean')
    yield Fixture('clean/letter.txt', b'In the beginning.\n', HAND, 'Prose that starts with INT.', 'clean')
    yield Fixture('clean/assignments.py', b'x = 1\ny = [x]\n' * 8, HAND, 'Source text that passes the usual test for a zlib header.', 'clean')
    yield Fixture('clean/text.zip', make_zip([Entry(b'docs/readme.txt', b'nothing here\n'), Entry(b'data.csv', b'a,b\n1,2\n' * 30, method=8)]), HAND, 'A zip of text files, one of them deflated.', 'clean')
    yield Fixture('clean/floats.bin', np.linspace(-1, 1, 256, dtype=np.float32).tobytes(), made_by('numpy'), 'Raw weights without any header.', 'clean')
    plain_pickle = pickle.dumps(PLAIN, 4)
    yield Fixture('clean/plain.pkl.gz', gzip.compress(plain_pickle, mtime=0), CPYTHON, 'A plain pickle in gzip.', 'clean')
    yield Fixture('clean/plain.pkl.bz2', bz2.compress(plain_pickle), CPYTHON, 'A plain pickle in bzip2.', 'clean')
    yield Fixture('clean/plain.pkl.xz', lzma.compress(plain_pickle), CPYTHON, 'A plain pickle in xz.', 'clean')


def functions_as_data():
    """Functions shipped inside a pickle: nothing runs until they are called, and nobody can see what they do."""
    import cloudpickle
    import dill

    scope = {'__name__': 'myproject.functions', '__builtins__': {}}
    exec(compile('def double(x):\n    return x + x\n', 'functions.py', 'exec'), scope)  # noqa: S102
    function = scope['double']
    function.__module__ = '__main__'
    yield Fixture('malicious/function-cloudpickle.pkl', cloudpickle.dumps(function, 4), made_by('cloudpickle'), 'A function shipped as code by cloudpickle.', 'suspicious')
    yield Fixture('malicious/function-dill.dill', dill.dumps(function, 4, recurse=True), made_by('dill'), 'A function shipped as code by dill.', 'suspicious')


def fixtures():
    for make in (plain, own_classes, numpy_files, sklearn_files, joblib_files, pandas_files, torch_files, lookalikes, functions_as_data):
        yield from make()
