"""Mappings of an unknown class that import a module when they are asked for an item, in places where unpicklers and libraries expect a dict."""
from makefixtures.asm import asm

from ..instances import after, called, instance, items, listed, named, value, whole
from ..loaders import Loader
from ..registry import Attack, kind

EVIL = b"open(__import__('os').environ['MODELGATE_MARKER'], 'w').close()\nx = 1\n"
IMPORTS = 'import sys, pickle\nimport transformers.processing_utils, transformers.pipelines.base, tqdm.utils, torch, sklearn.linear_model'
LOADS = {
    'python-pickle': 'pickle._Unpickler(open(path, "rb")).load()',
    'pickle': 'pickle.load(open(path, "rb"))',
    'joblib': 'import joblib\njoblib.load(path)',
    'dill': 'import dill\ndill.load(open(path, "rb"))',
    'pandas': 'import pandas\npandas.read_pickle(path)',
}


def importing(way='newobj'):
    """`m[key]` imports the module `evil`."""
    return instance('transformers.processing_utils', '_LazyAutoProcessorMapping', value({'_MAPPING_NAMES': {'k': ('evil', 'x')}}), way)


def chained(way='newobj'):
    """A mapping with one key, whose value is asked of the other."""
    return called('collections', 'ChainMap', importing(way), value({'k': 1}))


def attack(name, code, loader):
    return Attack(name, {name: code, 'evil.py': EVIL}, loader=Loader(IMPORTS, 'sys.path.insert(0, "")\n' + LOADS[loader]))


@kind('the attributes of a state are a mapping of an unknown class, read by an unpickler in Python')
def slots():
    for name, loader in (('m.pkl', 'python-pickle'), ('m.joblib', 'joblib')):
        for pair in (items(value(None), chained()), items(chained(), value(None))):
            for way in ('newobj', 'reconstructor', 'memo'):
                yield attack(name, whole(instance('tqdm.utils', 'Comparable', pair, way)), loader)


@kind('keyword arguments are a mapping of an unknown class')
def keywords():
    for module, cls in (('tqdm.utils', 'Comparable'), ('torch.nn.modules.linear', 'Linear'), ('sklearn.utils._bunch', 'Bunch')):
        for way in ('newobj', 'memo'):
            yield attack('m.pkl', whole(called('copyreg', '__newobj_ex__', named(module, cls), asm('EMPTY_TUPLE'), chained(way))), 'pickle')


@kind('attributes that a function of torch sets are a mapping of an unknown class')
def makers():
    tensor = called('torch._utils', '_rebuild_meta_tensor_no_storage', named('torch', 'float32'), value((1,)), value((1,)), value(False))
    for pair in (items(chained(), value(None)), items(value(None), chained())):
        rebuild = items(named('torch._utils', '_rebuild_meta_tensor_no_storage'), named('torch', 'Tensor'),
                        items(named('torch', 'float32'), value((1,)), value((1,)), value(False)), pair)
        yield attack('m.pkl', whole(named('torch._tensor', '_rebuild_from_type_v2'), rebuild, asm('REDUCE')), 'pickle')
        yield attack('m.pkl', whole(called('torch._utils', '_rebuild_parameter_with_state', tensor, value(False), value(None), pair)), 'pickle')


@kind('a mapping of an unknown class is copied by a plain type')
def copied():
    for module, cls in (('builtins', 'dict'), ('collections', 'OrderedDict'), ('collections', 'UserDict')):
        yield attack('m.pkl', whole(called(module, cls, chained())), 'pickle')
        yield attack('m.pkl', after(called(module, cls, value([['a', 1]])), 40, called(module, cls, chained())), 'pickle')


WATCHED = Loader(IMPORTS, '''import os
open('victim', 'w').close()
def hook(event, args):
    if event == 'open' and args[0] == 'victim': os.close(os.open(os.environ['MODELGATE_MARKER'], os.O_CREAT))
sys.addaudithook(hook)
pickle.load(open(path, 'rb'))''')


def reading():
    """`iter(it)` opens the file that its state names."""
    return instance('transformers.pipelines.base', 'CsvPipelineDataFormat', value({'input_path': 'victim', 'is_multi_columns': True, 'column': []}))


@kind('a plain type takes apart an instance of an unknown class among the items of a list')
def among_items():
    for module, cls in (('builtins', 'dict'), ('collections', 'OrderedDict'), ('collections', 'UserDict')):
        yield Attack('m.pkl', whole(called(module, cls, listed(reading()))), loader=WATCHED)
        yield Attack('m.pkl', whole(called(module, cls, listed(value(('a', 1)), reading()))), loader=WATCHED)
        yield Attack('m.pkl', after(called(module, cls, value([('a', 1)])), 40, called(module, cls, listed(reading()))), loader=WATCHED)
    yield Attack('m.pkl', whole(called('collections', 'defaultdict', value(None), listed(reading()))), loader=WATCHED)
    yield Attack('m.pkl', whole(called('types', 'MappingProxyType', called('builtins', 'dict', listed(reading())))), loader=WATCHED)


@kind('an unknown class iterates an instance of another one')
def iterated():
    yield Attack('m.pkl', whole(instance('pyparsing.results', 'ParseResults', items(value([]), items(value({}), value(None), reading(), value(None))))), loader=WATCHED)
    yield Attack('m.pkl', whole(instance('pyparsing.results', 'ParseResults', items(value([]), items(value({}), value(None), reading(), value(None))), 'reconstructor')), loader=WATCHED)
    yield Attack('m.pkl', whole(instance('werkzeug.datastructures.structures', '_OrderedMultiDict', listed(reading()))), loader=WATCHED)
