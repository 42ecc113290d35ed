"""Keras, HDF5 and skops files: real ones by the libraries (keras 3.15.1, h5py 3.14.0, tables 3.11.1), and configurations put in by hand."""
import base64
import io
import json
import os
import pickle
import re
import tempfile
from pathlib import Path

from .fixture import HAND, MARKER, Fixture, RunsMarker, evil_p4, made_by
from .zipbytes import Entry, make_zip

os.environ.setdefault('KERAS_BACKEND', 'torch')

LAMBDA = f"lambda x: __import__('os').system('{MARKER}') and x or x"
METADATA = b'{"keras_version": "3.15.1", "date_saved": "2026-01-01@00:00:00"}'


def fixtures():
    yield from models()
    yield from configurations()
    yield from hdf5()
    yield from pytables()
    yield from skops()


def renumber(text):
    """Keras writes the addresses of shared objects: numbers in order of appearance are the same every time."""
    ids = {}
    return re.sub(r'("shared_object_id": )(\d+)', lambda m: m[1] + str(ids.setdefault(m[2], len(ids) + 1)), text)


def saved(model, name):
    """The bytes of model.save(name), with nothing in them that changes from run to run."""
    import h5py
    import zipfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        model.save(path)
        if name.endswith('.keras'):
            with zipfile.ZipFile(path) as archive:
                members = {entry: archive.read(entry) for entry in archive.namelist()}
            members['metadata.json'] = METADATA
            members['config.json'] = renumber(members['config.json'].decode()).encode()
            return make_zip([Entry(entry.encode(), data) for entry, data in members.items()])
        with h5py.File(path, 'r+') as file:
            file.attrs['model_config'] = renumber(file.attrs['model_config'])
        return path.read_bytes()


def models():
    import keras
    from keras import layers

    origin = made_by('keras', 'h5py')

    def network(*more):
        inputs = keras.Input((4,), name='input')
        x = layers.Dense(3, 'relu', kernel_regularizer='l2', kernel_initializer='zeros', name='dense')(inputs)
        for layer in more:
            x = layer(x)
        model = keras.Model(inputs, layers.Dense(1, 'sigmoid', kernel_initializer='ones', name='out')(x), name='network')
        model.compile('adam', keras.losses.BinaryCrossentropy(), ['accuracy'])
        return model

    # Compiled under a name of its own, so that the path of this file is not in the bytecode.
    shout = eval(compile(LAMBDA, 'model.py', 'eval'))

    def hostile():
        return layers.Lambda(shout, output_shape=(3,), name='lambda')

    plain = network()
    yield Fixture('clean/keras-functional.keras', saved(plain, 'model.keras'), origin, 'A compiled functional model.', 'clean')
    yield Fixture('clean/keras-functional.h5', saved(plain, 'model.h5'), origin, 'The same in the older HDF5 format.', 'clean')
    yield Fixture('clean/keras-architecture.json', renumber(plain.to_json()).encode(), origin, 'Its architecture as JSON.', 'clean')
    with tempfile.TemporaryDirectory() as folder:
        plain.save_weights(Path(folder, 'm.weights.h5'))
        yield Fixture('clean/keras.weights.h5', Path(folder, 'm.weights.h5').read_bytes(), origin, 'Its weights alone.', 'clean')
    yield Fixture('malicious/keras-lambda.keras', saved(network(hostile()), 'model.keras'), origin, 'A Lambda layer whose bytecode runs a command.', 'malicious')
    yield Fixture('malicious/keras-lambda.h5', saved(network(hostile()), 'model.h5'), origin, 'The same in HDF5, which has no safe mode.', 'malicious')
    nested = keras.Sequential([keras.Input((3,)), hostile()], name='inner')
    yield Fixture('malicious/keras-lambda-nested.h5', saved(network(nested), 'model.h5'), origin, 'A Lambda layer in a model in a model.', 'malicious')
    steps = keras.Sequential([keras.Input((2, 3)), layers.TimeDistributed(hostile(), name='steps')], name='sequence')
    yield Fixture('malicious/keras-lambda-wrapped.keras', saved(steps, 'model.keras'), origin, 'A Lambda layer in TimeDistributed.', 'malicious')
    yield Fixture('clean/keras-custom-layer.keras', saved(network(own_layer()), 'model.keras'), origin, 'A layer class of somebody’s own, registered.', 'own-class')


def own_layer():
    import keras

    class Scale(keras.layers.Layer):
        def call(self, inputs):
            return inputs * 2

    return keras.saving.register_keras_serializable('acme')(Scale)(name='scale')


def v3(config, name=b'config.json'):
    """A .keras with one layer of that configuration."""
    text = config if isinstance(config, str) else json.dumps({'module': 'keras', 'class_name': 'Sequential', 'config': {'name': 's', 'layers': [config]}})
    return make_zip([Entry(b'metadata.json', METADATA), Entry(name, text.encode()), Entry(b'model.weights.h5', b'\x89HDF\r\n\x1a\n')])


def layer(name, place='keras.layers', **config):
    return {'module': place, 'class_name': name, 'config': {'name': 'layer', **config}, 'registered_name': None}


def function(module, name):
    return {'module': module, 'class_name': 'function', 'config': name, 'registered_name': name}


# (file, layer configuration, what it shows, verdict)
CONFIGS = [
    ('malicious/keras-module-injection.keras', layer('Dense', units=1, activation=function('os', 'system')), 'An activation that is os.system (CVE-2025-1550).', 'malicious'),
    ('malicious/keras-builtins.keras', layer('Dense', units=1, activation=function('builtins', 'exec')), 'An activation that is exec.', 'malicious'),
    ('malicious/keras-get-file.keras', layer('Dense', units=1, activation=function('keras.utils', 'get_file')), 'An activation that downloads a file (CVE-2025-8747).', 'malicious'),
    ('malicious/keras-unsafe-mode.keras', layer('enable_unsafe_deserialization', 'keras.config'), 'A layer that turns safe mode off (CVE-2025-9906).', 'malicious'),
    ('malicious/keras-tfsmlayer.keras', layer('TFSMLayer', filepath='/srv/other_model'), 'A layer that loads another SavedModel (CVE-2026-1462).', 'malicious'),
    ('malicious/keras-vocabulary.keras', layer('StringLookup', vocabulary='/etc/hostname'), 'A vocabulary that is a path (CVE-2025-12058).', 'malicious'),
    ('malicious/keras-torch-module.keras', layer('TorchModuleWrapper', module=base64.b64encode(evil_p4()).decode()), 'A pickle in a PyTorch wrapper layer (CVE-2025-49655).', 'malicious'),
    ('malformed/keras-not-json.keras', '{not json', 'config.json is not JSON.', 'unreadable'),
]


def configurations():
    for file, config, shows, verdict in CONFIGS:
        yield Fixture(file, v3(config), HAND, shows, verdict)
    yield Fixture('malformed/keras-text.keras', b'this is neither a zip nor HDF5\n', HAND, 'A .keras that is text.', 'unreadable')


def written(build, **options):
    """The bytes of an HDF5 file that `build` fills."""
    import h5py

    buffer = io.BytesIO()
    with h5py.File(buffer, 'w', **options) as file:
        build(file)
    return buffer.getvalue()


def timeless(build):
    """The same in the newest layout, which notes the time of each group unless it is told not to."""
    import h5py

    creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    creation.set_obj_track_times(False)
    access = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    access.set_libver_bounds(h5py.h5f.LIBVER_LATEST, h5py.h5f.LIBVER_LATEST)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, 'f.h5')
        with h5py.File(h5py.h5f.create(str(path).encode(), fcpl=creation, fapl=access)) as file:
            build(file)
        return path.read_bytes()


def group(file, name):
    import h5py

    creation = h5py.h5p.create(h5py.h5p.GROUP_CREATE)
    creation.set_obj_track_times(False)
    h5py.h5g.create(file.id, name.encode(), gcpl=creation)


def many(file):
    for i in range(40):
        file.attrs[f'attribute_{i}'] = 'x' * (10 * i)
        group(file, f'group_{i}')
    file.create_dataset('compressed', data=[[0.5] * 20] * 20, chunks=(10, 10), compression='gzip')
    file.create_dataset('strings', data=['a', 'bb', 'ccc'])
    file.attrs['long'] = 'y' * 6000


def hdf5():
    import h5py
    import numpy as np

    origin = made_by('h5py')

    def virtual(file):
        creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        creation.set_obj_track_times(False)
        space = h5py.h5s.create_simple((2, 8))
        for i in range(2):
            row = h5py.h5s.create_simple((2, 8))
            row.select_hyperslab((i, 0), (1, 8))
            creation.set_virtual(row, f'../outside_{i}.h5'.encode(), b'd', h5py.h5s.create_simple((8,)))
        h5py.h5d.create(file.id, b'v', h5py.h5t.NATIVE_INT32, space, creation)

    def link(file):
        file['x'] = h5py.ExternalLink('/etc/hostname', '/a')

    def attribute(file):
        many(file)
        file.attrs['state'] = np.void(evil_p4())

    yield Fixture('clean/hdf5-earliest.h5', written(many, libver='earliest'), origin, 'Attributes, groups, a compressed dataset in the oldest layout.', 'clean')
    yield Fixture('clean/hdf5-latest.h5', timeless(many), origin, 'The same in the newest layout: dense attributes and links.', 'clean')
    yield Fixture('clean/hdf5-user-block.h5', written(lambda file: file.attrs.update(a='b'), userblock_size=1024), origin, 'A user block before the signature.', 'clean')
    yield Fixture('malicious/hdf5-external-link.h5', written(link), origin, 'A link into another file (CVE-2026-1669).', 'malicious')
    yield Fixture('malicious/hdf5-external-storage.h5', written(lambda file: file.create_dataset('d', (8,), 'u1', external=[('/etc/hostname', 0, 8)])), origin, 'A dataset whose bytes are another file.', 'malicious')
    yield Fixture('malicious/hdf5-virtual.h5', timeless(virtual), origin, 'A virtual dataset of files outside the folder.', 'malicious')
    yield Fixture('malicious/hdf5-shape-bomb.h5', written(lambda file: file.create_dataset('w', (1 << 20, 1 << 20), 'f4')), origin, 'A dataset of 4 TiB in a file of 2 KiB (CVE-2026-0897).', 'malicious')
    yield Fixture('malicious/hdf5-dense-attribute.h5', timeless(attribute), origin, 'A pickle in a dense attribute.', 'malicious')
    whole = timeless(many)
    yield Fixture('malformed/hdf5-truncated.h5', whole[: len(whole) // 2], origin, 'The first half of a file.', 'unreadable')


def pytables():
    import tables

    origin = made_by('tables')

    def table_file(build):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, 't.h5')
            with tables.open_file(str(path), 'w') as file:
                build(file)
            return path.read_bytes()

    def objects(*values):
        def build(file):
            array = file.create_vlarray('/', 'objects', tables.ObjectAtom(), chunkshape=4, track_times=False)
            for value in values:
                array.append(value)
        return build

    def attributes(value):
        def build(file):
            file.root._v_attrs.value = value
            file.create_array('/', 'numbers', [1, 2, 3], track_times=False)
        return build

    yield Fixture('clean/pytables.h5', table_file(objects([1, 2], {'a': 'b'})), origin, 'An array of pickled objects, plain ones.', 'clean')
    yield Fixture('clean/pytables-attribute.h5', table_file(attributes({'a': [1, 2]})), origin, 'A pickled attribute, plain.', 'clean')
    yield Fixture('malicious/pytables-attribute.h5', table_file(attributes(RunsMarker())), origin, 'An attribute that runs a command when it is read.', 'malicious')
    yield Fixture('malicious/pytables-objects.h5', table_file(objects([1], RunsMarker())), origin, 'An object array that runs a command when it is read.', 'malicious')


def node(loader, module, name, **more):
    return {'__loader__': loader, '__module__': module, '__class__': name, **more}


def schema(root):
    return make_zip([Entry(b'schema.json', json.dumps({**root, 'protocol': 2, '_skops_version': '0.16.0'}).encode())])


def skops():
    text = node('JsonNode', 'builtins', 'str', content='"a"', is_json=True)
    scaler = node('ObjectNode', 'sklearn.preprocessing._data', 'StandardScaler', content=node('DictNode', 'builtins', 'dict', content={'copy': text}))
    method = node('MethodNode', 'sklearn.preprocessing._data', 'StandardScaler', content={'func': 'system', 'obj': node('TypeNode', 'builtins', 'os')})
    operator = node('OperatorFuncNode', 'sklearn.linear_model', 'methodcaller', attrs=node('TupleNode', 'builtins', 'tuple', content=[text]))
    own = node('ObjectNode', 'acme.models', 'Forest', content=node('DictNode', 'builtins', 'dict', content={}))
    yield Fixture('clean/scaler.skops', schema(scaler), HAND, 'A skops schema of a scaler.', 'clean')
    yield Fixture('clean/own-class.skops', schema(own), HAND, 'A skops schema that names a class of somebody’s own.', 'own-class')
    yield Fixture('malicious/method.skops', schema(method), HAND, 'A method of another object than the node says (CVE-2025-54413).', 'malicious')
    yield Fixture('malicious/operator.skops', schema(operator), HAND, 'An operator under the name of another module (CVE-2025-54412).', 'malicious')
    yield Fixture('malicious/pickle.skops', pickle.dumps(RunsMarker(), 4), HAND, 'A pickle called .skops (CVE-2025-54886).', 'malicious')
