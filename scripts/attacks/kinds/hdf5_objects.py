"""Pickles in datasets and attributes of HDF5 files, stored in every way that the library has."""
import pickle

import h5py
import hickle
import numpy

from ..registry import Attack, SHELL, kind


class Runs:
    def __reduce__(self):
        import os
        return os.system, (SHELL,)


def made(write, name='m.h5'):
    import os
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        write(path)
        with open(path, 'rb') as file:
            return file.read()


OPTIONS = {
    'plain': {}, 'gzip': dict(compression='gzip'), 'gzip9-shuffle': dict(compression='gzip', compression_opts=9, shuffle=True),
    'lzf': dict(compression='lzf'), 'lzf-shuffle': dict(compression='lzf', shuffle=True), 'fletcher': dict(fletcher32=True, chunks=True),
    'chunked': dict(chunks=True), 'gzip-fletcher': dict(compression='gzip', fletcher32=True),
}


@kind('hickle: an object pickled into a dataset')
def hickled():
    for name, options in OPTIONS.items():
        yield Attack(f'{name}.hkl', made(lambda path: hickle.dump(Runs(), path, mode='w', **options)), loader='hickle')
        yield Attack(f'{name}.h5', made(lambda path: hickle.dump({'a': [1, Runs()], 'b': numpy.zeros(3)}, path, mode='w', **options)), loader='hickle')


READ = 'import h5py, pickle, numpy\nf = h5py.File(path)\nd = f["d"][()]\npickle.loads(d.tobytes() if hasattr(d, "tobytes") else bytes(d))'
RAW = {'u1': numpy.uint8, 'i1': numpy.int8}


@kind('a pickle in a dataset of bytes')
def datasets():
    for protocol in (0, 1, 2, 4):
        data = pickle.dumps(Runs(), protocol)
        for libver in ('earliest', 'latest'):
            for name, options in OPTIONS.items():
                for kind_, dtype in RAW.items():
                    def write(path):
                        with h5py.File(path, 'w', libver=libver) as file:
                            file.create_dataset('d', data=numpy.frombuffer(data, dtype=dtype), **{**options, **({'chunks': (16,)} if options else {})})
                    yield Attack(f'{name}-{kind_}-{protocol}-{libver}.h5', made(write), loader=READ)
                def opaque(path):
                    with h5py.File(path, 'w', libver=libver) as file:
                        file.create_dataset('d', data=numpy.array([numpy.void(data)]), **options)
                yield Attack(f'opaque-{name}-{protocol}-{libver}.h5', made(opaque), loader=READ)
