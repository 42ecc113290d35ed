"""What real readers get out of zips: zip-oracle.py ZIPS, a file of (uint32 length, bytes) records.

For every archive one JSON line: for each reader a list of (name, content in base64) of what it reads without complaint. The readers are Python's
`zipfile` and, where torch is installed, the reader behind `torch.load`. Nothing is unpickled.
"""
import base64
import io
import json
import struct
import sys
import warnings
import zipfile

try:
    from torch._C import PyTorchFileReader
except ImportError:
    PyTorchFileReader = None

warnings.simplefilter('ignore')


def by_zipfile(data):
    found = []
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception:  # a damaged archive may raise anything
        return found
    for info in archive.infolist():
        # zipfile trusts the declared size when it reads ahead
        if info.file_size > 1 << 20:
            continue
        try:
            found.append((info.filename, archive.read(info)))
        except Exception:
            continue
    return found


def by_torch(data):
    found = []
    try:
        reader = PyTorchFileReader(io.BytesIO(data))
        names = reader.get_all_records()
    except Exception:
        return found
    for name in names:
        try:
            found.append((name, reader.get_record(name)))
        except Exception:
            continue
    return found


def show(entries):
    return [(name, base64.b64encode(content).decode()) for name, content in entries if content]


def main():
    with open(sys.argv[1], 'rb') as file:
        while header := file.read(4):
            data = file.read(struct.unpack('<I', header)[0])
            answer = {'zipfile': show(by_zipfile(data))}
            if PyTorchFileReader:
                answer['torch'] = show(by_torch(data))
            print(json.dumps(answer))


main()
