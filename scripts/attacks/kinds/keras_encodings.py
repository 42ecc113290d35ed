"""Lambdas of Keras in every encoding of its configurations, at depth and in other places."""
import base64
import io
import json
import marshal
import os
import tempfile
import zipfile

import keras

from ..registry import Attack, PYTHON, SHELL, kind


def archive(change, model=None):
    """A .keras file of a model whose members `change` replaced."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'm.keras')
        (model or keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])).save(path)
        with zipfile.ZipFile(path) as source:
            members = [(name, source.read(name)) for name in source.namelist()]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as target:
        for name, data in change(members):
            target.writestr(name, data)
    return buffer.getvalue()


def code():
    return base64.b64encode(marshal.dumps(compile(f'lambda x: ({PYTHON}, x)[1]', 'm', 'eval').co_consts[0])).decode()


def lambda_layer(**config):
    function = {'class_name': '__lambda__', 'config': {'code': code(), 'defaults': None, 'closure': None}}
    return {'module': 'keras.layers', 'class_name': 'Lambda', 'config': {'name': 'l', 'function': function, **config}, 'registered_name': None,
            'build_config': {'input_shape': [None, 2]}}


def with_layer(layer, encode=lambda text: text.encode()):
    def change(members):
        for name, data in members:
            if name == 'config.json':
                config = json.loads(data)
                config['config']['layers'].insert(1, layer)
                data = encode(json.dumps(config))
            yield name, data
    return archive(change)


def wrapped(layer, depth):
    for index in range(depth):
        layer = {'module': 'keras', 'class_name': 'Sequential', 'registered_name': None,
                 'config': {'name': f's{index}', 'layers': [layer]}}
    return layer


@kind('keras: a Lambda in encodings of the archive')
def encodings():
    for name, encode in {
        'utf8': lambda text: text.encode(), 'utf16': lambda text: text.encode('utf-16'), 'utf32': lambda text: text.encode('utf-32'), 'bom': lambda text: text.encode('utf-8-sig'),
        'escaped': lambda text: text.replace('__lambda__', '\\u005f\\u005flambda\\u005f_').replace('Lambda', '\\u004cambda').encode(),
        'twice': lambda text: text.replace('"class_name": "Lambda"', '"class_name": "Dense", "class_name": "Lambda"').encode(),
        'blanks': lambda text: (' ' * 100_000 + text).encode(),
    }.items():
        yield Attack(f'{name}.keras', with_layer(lambda_layer(), encode), loader='keras')
    for depth in (1, 5):
        yield Attack(f'd{depth}.keras', with_layer(wrapped(lambda_layer(), depth)), loader='keras')
    good = archive(lambda members: members)
    bad = with_layer(lambda_layer())

    def doubled(first, second):
        def change(members):
            yield 'config.json', zipfile.ZipFile(io.BytesIO(first)).read('config.json')
            yield 'config.json', zipfile.ZipFile(io.BytesIO(second)).read('config.json')
            yield from ((name, data) for name, data in members if name != 'config.json')
        return archive(change)
    yield Attack('m.keras', doubled(good, bad), loader='keras')
    activation = {'module': 'keras.layers', 'class_name': 'Dense', 'registered_name': None, 'build_config': {'input_shape': [None, 2]},
                  'config': {'name': 'e', 'units': 2, 'activation': {'class_name': '__lambda__', 'config': {'code': code(), 'defaults': None, 'closure': None}}}}
    yield Attack('m.keras', with_layer(activation), loader='keras')


@kind('keras: JSON and HDF5 of older versions')
def older():
    call = 'import tf_keras.src.saving.serialization_lib as s; s.enable_unsafe_deserialization()\nm = {}\nimport numpy; m(numpy.zeros((1, 2)))'
    for items in ([code(), None, None], {'class_name': '__tuple__', 'items': [code(), None, None]}):
        layer = {'class_name': 'Lambda', 'config': {'name': 'l', 'trainable': True, 'batch_input_shape': [None, 2], 'function': items, 'function_type': 'lambda', 'output_shape_type': 'raw', 'output_shape': None, 'arguments': {}, 'module': '__main__'}}
        model = {'class_name': 'Sequential', 'config': {'name': 's', 'layers': [layer]}, 'keras_version': '2.15.0', 'backend': 'tensorflow'}
        deep = {'class_name': 'Sequential', 'config': {'name': 'o', 'layers': [model]}, 'keras_version': '2.15.0', 'backend': 'tensorflow'}
        for config in (model, deep):
            text = json.dumps(config)
            for name, data in (('m.json', text.encode()), ('m.txt', text.encode()), ('m', text.encode()), ('arch.cfg', text.encode()), ('m.keras_json', text.encode()),
                               ('m.json', text.encode('utf-16')), ('m.json', text.encode('utf-8-sig'))):
                yield Attack(name, data, loader='import tf_keras, json\n' + call.format('tf_keras.models.model_from_json(json.dumps(json.loads(open(path, "rb").read())))'))
            yield Attack('m.yaml', text.encode(), loader='import tf_keras, yaml, json\n' + call.format('tf_keras.models.model_from_json(json.dumps(yaml.safe_load(open(path))))'))
            yield Attack('m.json', json.dumps(text).encode(), loader='import tf_keras, json\n' + call.format('tf_keras.models.model_from_json(json.loads(open(path, "rb").read()))'))
            yield Attack('m.json', json.dumps({'weights': 'w.h5', 'arch': text}).encode(), loader='import tf_keras, json\n' + call.format('tf_keras.models.model_from_json(json.loads(open(path, "rb").read())["arch"])'))
            import h5py
            for kind_ in ('fixed', 'variable', 'bytes', 'compact'):
                with tempfile.TemporaryDirectory() as folder:
                    path = os.path.join(folder, 'm.h5')
                    with h5py.File(path, 'w', libver='latest' if kind_ == 'compact' else 'earliest') as file:
                        value = {'fixed': lambda: __import__('numpy').bytes_(text.encode()), 'variable': lambda: text, 'bytes': lambda: __import__('numpy').void(text.encode()),
                                 'compact': lambda: text}[kind_]()
                        file.attrs['model_config'] = value
                        file.create_group('model_weights').attrs['layer_names'] = []
                    yield Attack('m.h5', open(path, 'rb').read(), loader='import tf_keras, json, h5py\na = h5py.File(path).attrs["model_config"]\na = a if isinstance(a, str) else a.tobytes() if hasattr(a, "tobytes") else a\n' + call.format(
                        'tf_keras.models.model_from_json(a if isinstance(a, str) else a.decode())'))
