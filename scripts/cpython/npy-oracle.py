"""Where numpy would unpickle: npy-oracle.py FILES, a file of (uint32 length, bytes) records.

For every file one JSON line: the offsets at which `numpy.load(allow_pickle=True)` calls the unpickler, which is replaced by one that notes where it
stands, and whether data were loaded. Nothing is unpickled.
"""
import io
import json
import struct
import sys
import types
import warnings

import numpy

try:
    from numpy.lib import _format_impl as reader, _npyio_impl as loader
except ImportError:  # numpy 1
    from numpy.lib import format as reader, npyio as loader

warnings.simplefilter('ignore')
offsets = []


def note(file, **_options):
    offsets.append(file.tell())
    return numpy.zeros(1, dtype=object)


def load(file, **options):
    return note(file)


stand_in = types.SimpleNamespace(load=load, UnpicklingError=Exception)
reader.pickle = loader.pickle = stand_in


def main():
    with open(sys.argv[1], 'rb') as file:
        while header := file.read(4):
            data = file.read(struct.unpack('<I', header)[0])
            offsets.clear()
            try:
                numpy.load(io.BytesIO(data), allow_pickle=True)
                loads = not offsets
            except Exception:  # damaged data may raise anything
                loads = False
            print(json.dumps({'unpickles': offsets, 'loads': loads}))


main()
