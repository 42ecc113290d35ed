"""Pickles in the places of HDF5 files that are no plain dataset: fields of compounds, lists, references, fill values, attributes, other files."""
import os
import pickle
import tempfile

import h5py
import numpy

from ..registry import Attack, SHELL, kind


class Runs:
    def __reduce__(self):
        return os.system, (SHELL,)


OPEN = 'import h5py, pickle, numpy\nf = h5py.File(path)\n'
DATASET = OPEN + 'd = f["d"][()]\npickle.loads(d.tobytes() if hasattr(d, "tobytes") else bytes(d))'


def made(write, **options):
    """The files of a folder in which `write` filled `m.h5`."""
    with tempfile.TemporaryDirectory() as folder:
        with h5py.File(os.path.join(folder, 'm.h5'), 'w', **options) as file:
            write(file, folder)
        return {name: open(os.path.join(folder, name), 'rb').read() for name in os.listdir(folder)}


def attack(write, loader, **options):
    files = made(write, **options)
    return Attack('m.h5', files, loader=loader)


def numbers(protocol=0, dtype='u1', multiple=8):
    data = pickle.dumps(Runs(), protocol)
    return numpy.frombuffer(data + b' ' * (-len(data) % multiple), dtype)


@kind('HDF5: a pickle in wider numbers')
def wider():
    for dtype in ('<u2', '<i4', '<i8', '<f4', '<f8', '>i4'):
        for options in ({}, dict(compression='gzip', shuffle=True)):
            yield attack(lambda file, _: file.create_dataset('d', data=numbers(2, dtype), **options), DATASET)


@kind('HDF5: a pickle in fields, lists and enumerations')
def fields():
    for protocol in (0, 4):
        data = numbers(protocol)
        inner = numpy.dtype([('a', 'i4'), ('b', 'u1', (len(data),))])
        outer = numpy.dtype([('x', 'f8'), ('y', inner, (2,))])

        def compound(file, _):
            rows = numpy.zeros(3, inner)
            rows[2]['b'] = data
            file['d'] = rows
        yield attack(compound, OPEN + 'pickle.loads(f["d"][2]["b"].tobytes())')

        def nested(file, _):
            rows = numpy.zeros(2, outer)
            rows[1]['y'][1]['b'] = data
            file.create_dataset('d', data=rows, compression='gzip')
        yield attack(nested, OPEN + 'pickle.loads(f["d"][1]["y"][1]["b"].tobytes())')

        def lists(file, _):
            d = file.create_dataset('d', (2,), h5py.vlen_dtype(numpy.uint8))
            d[1] = data
        yield attack(lists, OPEN + 'pickle.loads(f["d"][1].tobytes())')

        def wide_lists(file, _):
            d = file.create_dataset('d', (2,), h5py.vlen_dtype(numpy.int32), compression='gzip')
            d[1] = numbers(protocol, 'i4')
        yield attack(wide_lists, OPEN + 'pickle.loads(f["d"][1].tobytes())')

        def list_in_compound(file, _):
            d = file.create_dataset('d', (1,), numpy.dtype([('n', 'i4'), ('v', h5py.vlen_dtype(numpy.uint8))]))
            d[0] = (1, data)
        yield attack(list_in_compound, OPEN + 'pickle.loads(f["d"][0]["v"].tobytes())')

        def enumeration(file, _):
            file.create_dataset('d', data=data, dtype=h5py.enum_dtype({f'v{n}': n for n in range(128)}, basetype='u1'))
        yield attack(enumeration, DATASET)

        def texts(file, _):
            d = file.create_dataset('d', (1,), numpy.dtype([('s', h5py.string_dtype())]))
            d[0] = (pickle.dumps(Runs(), 0).decode(),)
        yield attack(texts, OPEN + 'pickle.loads(f["d"][0]["s"])')


@kind('HDF5: a pickle as a fill value')
def fills():
    for options in ({}, dict(chunks=(4,)), dict(libver='latest')):
        libver = options.get('libver')

        def fill(file, _):
            value = numpy.void(pickle.dumps(Runs(), 4))
            file.create_dataset('d', shape=(4,), dtype=value.dtype, fillvalue=value, **{k: v for k, v in options.items() if k != 'libver'})
        yield attack(fill, OPEN + 'pickle.loads(f["d"][0].tobytes())', **({'libver': libver} if libver else {}))


@kind('HDF5: a pickle in attributes of all kinds')
def attributes():
    value = pickle.dumps(Runs(), 4)
    for libver in ('earliest', 'latest'):
        def many(file, _):
            group = file.create_group('g', track_order=True)
            for index in range(40):
                group.attrs[f'a{index}'] = index
            group.attrs['z'] = numpy.void(value)
        yield attack(many, OPEN + 'pickle.loads(f["g"].attrs["z"].tobytes())', libver=libver)

        def named_type(file, _):
            file['t'] = numpy.dtype('f8')
            file['t'].attrs['z'] = numpy.void(value)
        yield attack(named_type, OPEN + 'pickle.loads(f["t"].attrs["z"].tobytes())', libver=libver)

        def numbers_(file, _):
            file.attrs['z'] = numbers(4, 'i8')
        yield attack(numbers_, OPEN + 'pickle.loads(f.attrs["z"].tobytes())', libver=libver)

        def list_(file, _):
            value = numpy.empty(1, object)
            value[0] = numbers(4)
            file.attrs.create('z', value, dtype=h5py.vlen_dtype(numpy.uint8))
        yield attack(list_, OPEN + 'pickle.loads(f.attrs["z"][0].tobytes())', libver=libver)

        def compound(file, _):
            row = numpy.zeros(1, numpy.dtype([('a', 'i4'), ('b', f'V{len(value)}')]))
            row[0]['b'] = numpy.void(value)
            file.create_dataset('d', data=[1.0]).attrs['z'] = row
        yield attack(compound, OPEN + 'pickle.loads(f["d"].attrs["z"][0]["b"].tobytes())', libver=libver)


@kind('HDF5: a pickle in another file or place')
def elsewhere():
    value = numbers(0)

    def external(file, folder):
        with open(os.path.join(folder, 'raw.bin'), 'wb') as raw:
            raw.write(b'\0' * 64 + value.tobytes())
        file.create_dataset('d', shape=value.shape, dtype='u1', external=[('raw.bin', 64, len(value))])
    yield attack(external, DATASET)

    def virtual(file, _):
        file['s'] = value.astype('i4')
        layout = h5py.VirtualLayout(shape=value.shape, dtype='u1')
        layout[:] = h5py.VirtualSource('.', 's', shape=value.shape)
        file.create_virtual_dataset('d', layout)
    yield attack(virtual, DATASET, libver='latest')

    def halves(file, _):
        half = len(value) // 2
        file['a'], file['b'] = value[:half], value[half:]
        layout = h5py.VirtualLayout(shape=value.shape, dtype='u1')
        layout[:half] = h5py.VirtualSource('.', 'a', shape=(half,))
        layout[half:] = h5py.VirtualSource('.', 'b', shape=(len(value) - half,))
        file.create_virtual_dataset('d', layout)
    yield attack(halves, DATASET, libver='latest')

    def region(file, _):
        data = numpy.concatenate([numpy.full(40, ord('x'), 'u1'), value])
        d = file.create_dataset('s', data=data)
        file.create_dataset('r', data=d.regionref[40:], dtype=h5py.regionref_dtype)
    yield attack(region, OPEN + 'pickle.loads(f["s"][f["r"][()]].tobytes())')

    def interleaved(file, _):
        file['s'] = numpy.stack([value, numpy.zeros_like(value)], 1)
    yield attack(interleaved, OPEN + 'pickle.loads(f["s"][:, 0].tobytes())')
    for options in (dict(userblock_size=512), dict(fs_strategy='page'), dict(libver='v108'), dict(libver='v112')):
        yield attack(lambda file, _: file.create_dataset('d', data=value, compression='gzip'), DATASET, **options)
    yield attack(lambda file, _: file.create_dataset('d', data=value.astype('i4'), scaleoffset=0), OPEN + 'pickle.loads(f["d"][()].astype("u1").tobytes())')
    yield attack(lambda file, _: file.create_dataset('g/h/d', data=value).parent.__setitem__('l', h5py.SoftLink('/g/h/d')), OPEN + 'pickle.loads(f["g/h/l"][()].tobytes())')

    def family(folder):
        with h5py.File(os.path.join(folder, 'm%d.h5'), 'w', driver='family', memb_size=2048) as file:
            file.create_dataset('d', data=numpy.concatenate([numpy.zeros(3000, 'u1'), value]), compression='gzip', compression_opts=0, chunks=(64,))
    with tempfile.TemporaryDirectory() as folder:
        family(folder)
        yield Attack('m0.h5', {name: open(os.path.join(folder, name), 'rb').read() for name in os.listdir(folder)}, loader=(
            'import h5py, pickle\nf = h5py.File(path.replace("m0", "m%d"), driver="family", memb_size=2048)\npickle.loads(f["d"][3000:].tobytes())'))
    with tempfile.TemporaryDirectory() as folder:
        with h5py.File(os.path.join(folder, 'm'), 'w', driver='split', meta_ext=b'.h5', raw_ext=b'.raw') as file:
            file.create_dataset('d', data=value, compression='gzip')
        yield Attack('m.h5', {name: open(os.path.join(folder, name), 'rb').read() for name in os.listdir(folder)}, loader=(
            'import h5py, pickle\nf = h5py.File(path[:-3], driver="split", meta_ext=b".h5", raw_ext=b".raw")\npickle.loads(f["d"][()].tobytes())'))


@kind('hickle: the class of an object in an attribute')
def hickled():
    import hickle
    for name in ('type', 'base_type'):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'm.hkl')
            hickle.dump({'a': [1, 2]}, path, mode='w')
            with h5py.File(path, 'a') as file:
                file['data'].attrs[name] = numpy.array(pickle.dumps(Runs(), 0))
            yield Attack('m.hkl', {'m.hkl': open(path, 'rb').read()}, loader='hickle')
