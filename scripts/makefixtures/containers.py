"""Payloads inside containers, and containers that show different things to different readers."""
import gzip
import io
import pickletools
import tarfile

import numpy as np

from .asm import asm
from .clean import dump_joblib, legacy_torch, save_torch
from .fixture import HAND, Fixture, RunsMarker, call_p0, evil_p0, evil_p4, made_by
from .zipbytes import Entry, make_zip

CLEAN = asm('PROTO 2', 'EMPTY_DICT', 'STOP')
EVIL = evil_p4()
VERSION = Entry(b'archive/version', b'3\n')
PICKLE = b'archive/data.pkl'


def torch_zip(*entries, **options):
    return make_zip([*entries, VERSION], **options)


def evil_entry(**overrides):
    return Entry(PICKLE, EVIL, **overrides)


# (file, bytes, what it shows, verdict, loader that proves it)
ZIPS = [
    ('malicious/torch-zip.pt', torch_zip(evil_entry()), 'data.pkl of a torch zip runs a command.', 'malicious', 'torch'),
    ('malicious/torch-deflated.pt', torch_zip(evil_entry(method=8)), 'The same, deflated.', 'malicious', 'torch'),
    ('malicious/duplicate-evil-first.pt', torch_zip(evil_entry(), Entry(PICKLE, CLEAN)), 'Two entries called data.pkl, the first is hostile.', 'malicious', None),
    ('malicious/duplicate-evil-last.pt', torch_zip(Entry(PICKLE, CLEAN), evil_entry()), 'Two entries called data.pkl, the last is hostile.', 'malicious', None),
    ('malicious/name-mismatch.pt', torch_zip(evil_entry(local_name=b'archive/read.txt')), 'The local header has another name than the directory.', 'malicious', 'torch'),
    ('malicious/crc-mismatch.pt', torch_zip(evil_entry(crc=0)), 'The checksum in the directory is wrong: torch does not look.', 'malicious', 'torch'),
    ('malicious/flags-local.pt', torch_zip(evil_entry(local_flags=1)), 'The local header says encrypted, the directory does not.', 'malicious', 'torch'),
    ('malicious/method-local.pt', torch_zip(evil_entry(local_method=8)), 'The local header says deflated, the directory says stored.', 'malicious', 'torch'),
    ('malicious/short-count.pt', torch_zip(evil_entry(), Entry(b'archive/data/0', bytes(8)), count=2), 'The end record counts fewer entries than the directory holds.', 'malicious', None),
    ('malicious/tail.pt', torch_zip(evil_entry(), tail=b'\0' * 200), 'Bytes follow the end record.', 'malicious', 'torch'),
    ('malicious/upper-case-entry.pt', torch_zip(Entry(b'archive/DATA.PKL', EVIL)), 'DATA.PKL: torch does not mind the case.', 'malicious', 'torch'),
    ('malicious/case-variants.pt', torch_zip(Entry(b'archive/Data.pkl', EVIL), Entry(PICKLE, CLEAN)), 'Data.pkl beside data.pkl.', 'malicious', None),
    ('malicious/hidden-entry.zip', make_zip([Entry(b'readme.txt', b'hello\n'), Entry(b'model.pkl', EVIL, listed=False)]), 'A local entry that the directory does not list.', 'malicious', None),
    ('malicious/nested.zip', make_zip([Entry(b'inner.zip', make_zip([Entry(b'model.pkl', EVIL)]), method=8)]), 'A pickle in a zip in a zip.', 'malicious', None),
    ('malicious/odd-member-name.zip', make_zip([Entry(b'weights.txt', evil_p0())]), 'A protocol 0 pickle in a zip, called .txt.', 'malicious', None),
    ('malicious/nul-member-name.zip', make_zip([Entry(b'model.pkl\0.txt', EVIL)]), 'A NUL in the name of a member.', 'malicious', None),
    ('malicious/traversal.zip', make_zip([Entry(b'../../outside.txt', b'x\n')]), 'A member that leaves its folder.', 'malicious', None),
    ('polyglot/prefix-pickle.zip', make_zip([Entry(b'readme.txt', b'hello\n')], prefix=EVIL), 'A pickle in front of a zip: one file, two programs.', 'malicious', 'pickle'),
    ('polyglot/prefix-offsets.zip', make_zip([Entry(b'readme.txt', b'hello\n')], prefix=EVIL, adjust_offsets=False), 'The same, with offsets as if there were no prefix.', 'malicious', 'pickle'),
    ('polyglot/clean-pickle-evil-zip.pkl', CLEAN + make_zip([Entry(b'model.pkl', EVIL)]), 'A clean pickle, then a zip with a hostile one.', 'malicious', None),
    ('polyglot/clean-prefix.zip', make_zip([Entry(b'readme.txt', b'hello\n')], prefix=b'#!/bin/sh\n'), 'A zip with a shell line in front, nothing hostile in it.', 'suspicious', None),
]


def zips():
    for file, data, shows, verdict, proof in ZIPS:
        yield Fixture(file, data, HAND, shows, verdict, proof)


def torch_real():
    import torch

    origin = made_by('torch')
    weights = torch.arange(4, dtype=torch.float32)
    yield Fixture('malicious/torch-real.pt', save_torch({'w': weights, 'x': RunsMarker()}), origin, 'Written by torch.save: a tensor and an object that runs a command.', 'malicious', 'torch')
    legacy = legacy_torch({'w': weights})
    streams, storages = split_legacy(legacy)
    payload = call_p0() + asm('POP')
    for i, what in enumerate(('magic', 'protocol', 'sys-info', 'object', 'keys')):
        changed = [stream[:2] + payload + stream[2:] if i == j else stream for j, stream in enumerate(streams)]
        yield Fixture(f'malicious/legacy-{i + 1}-{what}.pt', b''.join(changed) + storages, f'{origin}, payload put in by hand', f'The legacy format with a payload in pickle {i + 1} of 5 ({what}).', 'malicious', 'torch')


def split_legacy(data):
    """The five pickles of a legacy file, and the storages after them."""
    stream, parts = io.BytesIO(data), []
    for _ in range(5):
        start = stream.tell()
        for _op in pickletools.genops(stream):
            pass
        parts.append(data[start:stream.tell()])
    return parts, data[stream.tell():]


def arrays():
    origin = made_by('joblib', 'numpy')
    value = {'w': np.arange(4, dtype=np.float64), 'x': RunsMarker()}
    yield Fixture('malicious/array-then-payload.joblib', dump_joblib(value), origin, 'An array between opcodes, then a command.', 'malicious', 'joblib')
    for name in ('zlib', 'gzip', 'bz2', 'xz', 'lzma', 'lz4'):
        yield Fixture(f'malicious/payload-{name}.joblib', dump_joblib(value, (name, 3)), origin, f'The same, compressed with {name}.', 'malicious', 'joblib')
    objects = np.array([RunsMarker(), None], dtype=object)
    yield Fixture('malicious/object-array.joblib', dump_joblib({'o': objects}), origin, 'An array of objects: a pickle inside the pickle.', 'malicious', 'joblib')
    out = io.BytesIO()
    np.save(out, objects, allow_pickle=True)
    yield Fixture('malicious/object.npy', out.getvalue(), made_by('numpy'), 'An array of objects, one of which runs a command.', 'malicious', 'numpy')
    out = io.BytesIO()
    np.savez(out, w=np.arange(3), o=objects)
    yield Fixture('malicious/object.npz', out.getvalue(), made_by('numpy'), 'The same in a zip beside a numeric array.', 'malicious', None)
    yield Fixture('malicious/not-an-array.npy', evil_p0(), HAND, 'A bare pickle called .npy: numpy.load unpickles it.', 'malicious', 'numpy')


def compressed():
    yield Fixture('malicious/payload.pkl.gz', gzip.compress(EVIL, mtime=0), HAND, 'A pickle in gzip.', 'malicious', None)
    yield Fixture('malicious/gzip-in-gzip.bin', gzip.compress(gzip.compress(EVIL, mtime=0), mtime=0), HAND, 'A pickle in gzip in gzip, called .bin.', 'malicious', None)
    for mode, file in (('w', 'payload.tar'), ('w:gz', 'payload.tar.gz')):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode='w', format=tarfile.USTAR_FORMAT) as archive:
            for name, data in (('readme.txt', b'hello\n'), ('model/weights.pkl', EVIL)):
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
        data = out.getvalue() if mode == 'w' else gzip.compress(out.getvalue(), mtime=0)
        yield Fixture(f'malicious/{file}', data, 'CPython tarfile', 'A pickle in a tar archive.', 'malicious', None)


def fixtures():
    for make in (zips, torch_real, arrays, compressed):
        yield from make()
