"""Classes that no table knows, whose `__setstate__` hands what it is given to their constructor."""
from ..instances import MAKES, instance, items, listed, value, whole
from ..registry import Attack, kind


def states(marker):
    """Classes with the state that makes each create the file `marker`, or a folder of that name."""
    yield 'zip', 'zipp', 'CompleteDirs', ((marker, 'w'), {})
    yield 'zip-keywords', 'zipp', 'FastLookup', ((), {'file': marker, 'mode': 'w'})
    yield 'cache', 'diskcache.core', 'Cache', (marker,)
    yield 'fanout', 'diskcache.fanout', 'FanoutCache', (marker,)
    yield 'deque', 'diskcache.persistent', 'Deque', (marker, None)
    yield 'index', 'diskcache.persistent', 'Index', marker


@kind('a state of an unknown class goes to its constructor')
def to_constructor():
    for way in MAKES:
        name = f'{way}.pkl'
        for label, module, cls, state in states(name + '.ran'):
            yield Attack(name, whole(instance(module, cls, value(state), way)))


@kind('a state of an unknown class goes to its constructor, in a file of joblib, dill, pandas or torch')
def other_loaders():
    for name, loader in (('m.joblib', 'joblib'), ('m.dill', 'dill'), ('m.pkl', 'pandas'), ('m.pt', 'torch'), ('m.pickle', 'python-pickle')):
        for label, module, cls, state in states(name + '.ran'):
            yield Attack(name, whole(instance(module, cls, value(state))), loader=loader)


@kind('an instance of an unknown class whose state goes to its constructor, deep in data')
def deep():
    name = 'm.pkl'
    for label, module, cls, state in states(name + '.ran'):
        inner = instance(module, cls, value(state))
        for _ in range(60):
            inner = listed(inner)
        yield Attack(name, whole(items(value({'w': [0.5] * 3}), inner)))
