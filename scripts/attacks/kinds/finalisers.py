"""Classes that no table knows, whose finaliser does to the disk or the program what their state says."""
from ..instances import MAKES, dictionary, instance, items, listed, named, value, whole
from ..loaders import Loader
from ..registry import Attack, kind

# Makes what a finaliser removes, loads, and says whether it is gone.
REMOVES = Loader('import gc, os, pickle, sqlitedict, gitdb, transformers.integrations.integration_utils', '''
os.mkdir('victim.d')
for name in ('victim', 'victim.lock'): open(name, 'w').close()
os.dup2(1, 77)
before = set(os.listdir('.'))
made = pickle.load(open(path, 'rb'))
del made
gc.collect()
if before - set(os.listdir('.')): open(os.environ['MODELGATE_MARKER'], 'w').close()''')

STATES = {
    'sqlitedict': ('sqlitedict', 'SqliteDict', {'conn': None, 'in_temp': True, 'filename': 'victim'}),
    'gitdb': ('gitdb.util', 'LockedFD', (None, {'_fd': 77, '_write': True, '_filepath': 'victim'})),
    'neptune': ('transformers.integrations.integration_utils', 'NeptuneCallback', {'_volatile_checkpoints_dir': 'victim.d', '_run': None}),
}


@kind('the finaliser of an unknown class removes a file that its state names')
def removes():
    for module, name, state in STATES.values():
        for way in MAKES:
            yield Attack('m.pkl', whole(instance(module, name, value(state), way)), loader=REMOVES)


@kind('the finaliser of a class of TensorFlow removes a folder that its state names')
def removes_folder():
    home = 'tensorflow.python.data.experimental.kernel_tests.service.test_base'
    for way in ('newobj', 'reconstructor'):
        yield Attack('m.pkl', whole(instance(home, 'TempDir', value({'_path': 'victim.d'}), way)), loader=REMOVES)


SETS = '''import collections, gc, os, pickle
made = pickle.load(open(path, 'rb'))
del made
gc.collect()
if getattr(collections.UserDict, 'changed', None): open(os.environ['MODELGATE_MARKER'], 'w').close()'''


@kind('the finaliser of an unknown class sets attributes of classes of the program')
def sets():
    for key, entry in (('cache', items(named('collections', 'UserDict'), value(1), value('changed'))),
                       ('stubs', items(named('collections', 'UserDict'), value('changed'), value(1)))):
        state = dictionary(**{'cache': value([]), 'stubs': value([]), key: listed(entry)})
        yield Attack('m.pkl', whole(instance('tensorflow.python.platform.googletest', 'StubOutForTesting', state)), loader=SETS)
