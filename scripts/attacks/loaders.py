"""How each library opens what an attack wrote: `imports` once for all files of the loader, `load` for one file at `path`."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Loader:
    imports: str
    load: str


LOADERS = {
    'pickle': Loader('import pickle', 'pickle.load(open(path, "rb"))'),
    'python-pickle': Loader('import pickle', 'pickle._Unpickler(open(path, "rb")).load()'),
    'joblib': Loader('import joblib', 'joblib.load(path)'),
    'dill': Loader('import dill', 'dill.load(open(path, "rb"))'),
    'cloudpickle': Loader('import cloudpickle', 'cloudpickle.load(open(path, "rb"))'),
    'numpy': Loader('import numpy', 'numpy.load(path, allow_pickle=True)'),
    'pandas': Loader('import pandas', 'pandas.read_pickle(path)'),
    'hdfstore': Loader('import pandas', 's = pandas.HDFStore(path, "r"); [s.get(k) for k in s.keys()]'),
    'torch': Loader('import torch', 'torch.load(path, weights_only=False)'),
    'torch-export': Loader('import torch', 'torch.export.load(path)'),
    'torch-package': Loader('import torch.package', 'torch.package.PackageImporter(path).load_pickle("m", "m.pkl")'),
    'keras': Loader('import keras', 'm = keras.models.load_model(path, safe_mode=False, compile=False)'),
    'keras-safe': Loader('import keras', 'keras.models.load_model(path)'),
    'keras-json': Loader('import keras', 'keras.models.model_from_json(open(path).read())'),
    'tf-keras': Loader('import tf_keras', 'tf_keras.models.load_model(path, compile=False)'),
    'savedmodel': Loader('import tf_keras', 'tf_keras.models.load_model(path)'),
    'hickle': Loader('import hickle', 'hickle.load(path)'),
    'msgpack-numpy': Loader('import msgpack, msgpack_numpy', 'msgpack.unpackb(open(path, "rb").read(), object_hook=msgpack_numpy.decode, strict_map_key=False)'),
    'yaml': Loader('import yaml', 'yaml.unsafe_load(open(path))'),
    'jinja2': Loader('import jinja2', 'jinja2.Environment().from_string(open(path).read()).render()'),
    'diskcache': Loader('import diskcache', 'c = diskcache.Cache(path); [c[k] for k in c]'),
    'sqlitedict': Loader('import sqlitedict', 'd = sqlitedict.SqliteDict(path); [d[k] for k in d]'),
    'shelve': Loader('import shelve', 's = shelve.open(path, "r"); [s[k] for k in s.keys()]'),
    'skops': Loader('import skops.io as s', 's.load(path, trusted=s.get_untrusted_types(file=path))'),
    'hydra': Loader('import hydra.utils, yaml', 'hydra.utils.instantiate(yaml.safe_load(open(path)))'),
}
