#!/usr/bin/env python3
"""Writes the test files: make-fixtures.py [--verify] [OUT], OUT being `fixtures` by default.

Every file is made from fixed seeds, dates and keys, so that a second run gives the same bytes. Made with CPython 3.11.7 and the
versions of scripts/requirements-fixtures.txt (torch 2.15.0, numpy 2.4.6, scikit-learn 1.9.1, scipy 1.17.1, pandas 3.1.1,
joblib 1.6.0, lz4 4.4.5, dill 0.4.1, cloudpickle 3.1.2, fastai 2.8.12, paddlepaddle 3.3.1, hickle 5.0.3). Payloads only print a marker.

--verify loads every malicious file that names a loader in a child process, and fails unless the marker is printed: a test file
that does not run proves nothing.
"""
import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

sys.dont_write_bytecode = True

from makefixtures import archives, clean, code, config, containers, databases, gguf, graphs, joblib, keras, libraries, malformed, malicious, vectors  # noqa: E402

MAX_SIZE = 64 * 1024

# How a real program would load the file; FILE is in sys.argv[1]. py2-commands returns the marker instead of printing it.
LOADERS = {
    'pickle': 'import pickle; print(pickle.load(open(FILE, "rb")))',
    'stream': 'import io, pickle; print(pickle.load(io.BytesIO(open(FILE, "rb").read())))',
    'streams': 'import pickle\nf = open(FILE, "rb")\nfor _ in range(2): pickle.load(f)',
    'at-512': 'import pickle\nf = open(FILE, "rb")\nf.seek(512)\npickle.load(f)',
    'torch': 'import torch; torch.load(FILE, weights_only=False)',
    'torch-export': 'import torch; torch.export.load(FILE)',
    'joblib': 'import joblib; joblib.load(FILE)',
    'yaml': 'import yaml; yaml.unsafe_load(open(FILE))',
    'fastai': 'import warnings; warnings.simplefilter("ignore")\nfrom fastai.learner import load_learner\nload_learner(FILE)',
    'paddle': 'import paddle; paddle.load(FILE)',
    'hickle': 'import hickle; hickle.load(FILE)',
    'numpy': 'import numpy; numpy.load(FILE, allow_pickle=True)',
}


def runs_marker(fixture):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, Path(fixture.file).name)
        path.write_bytes(fixture.data)
        code = 'import sys\nFILE = sys.argv[1]\n' + LOADERS[fixture.proof]
        run = subprocess.run([sys.executable, '-c', code, str(path)], capture_output=True, text=True, timeout=120)
    return 'modelgate-marker' in run.stdout


def write(out, fixtures):
    """Writes files and manifest; removes what is no longer made, but never a golden file of what is."""
    keep = {'manifest.json', 'pickle-vm-vectors.json'}
    rows = []
    for fixture in sorted(fixtures, key=lambda f: f.file):
        assert fixture.file not in keep, f'{fixture.file} is made twice'
        assert len(fixture.data) <= MAX_SIZE, f'{fixture.file} is too large: {len(fixture.data)} bytes'
        keep |= {fixture.file, fixture.file + '.expected.json'}
        path = out / fixture.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(fixture.data)
        rows.append({
            'file': fixture.file, 'origin': fixture.origin, 'shows': fixture.shows, 'verdict': fixture.verdict,
            'sha256': hashlib.sha256(fixture.data).hexdigest(), 'size': len(fixture.data),
        })
    for path in list(out.rglob('*')):
        if path.is_file() and path.relative_to(out).as_posix() not in keep:
            path.unlink()
    write_json(out / 'manifest.json', rows)
    write_json(out / 'pickle-vm-vectors.json', vectors.vectors())
    return rows


def write_json(path, rows):
    """One row a line, so that a change shows as a change of its row."""
    path.write_text('[\n' + ',\n'.join(json.dumps(row, ensure_ascii=True) for row in rows) + '\n]\n', newline='\n')


def main():
    parser = argparse.ArgumentParser(description='Writes the test files.')
    parser.add_argument('out', nargs='?', default='fixtures', type=Path)
    parser.add_argument('--verify', action='store_true', help='prove that the payloads run')
    options = parser.parse_args()
    warnings.simplefilter('ignore')
    fixtures = [fixture for part in (clean, code, config, malicious, containers, archives, gguf, graphs, joblib, keras, databases, libraries, malformed) for fixture in part.fixtures()]
    rows = write(options.out, fixtures)
    print(f'{len(rows)} files, {sum(row["size"] for row in rows)} bytes')
    if options.verify:
        silent = [fixture.file for fixture in fixtures if fixture.proof and not runs_marker(fixture)]
        proven = sum(1 for fixture in fixtures if fixture.proof) - len(silent)
        print(f'{proven} payloads ran', *(f'did not run: {file}' for file in silent), sep='\n')
        return 1 if silent else 0
    return 0


if __name__ == '__main__':
    sys.exit(main())
