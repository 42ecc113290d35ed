"""Writes attacks to the disk, loads each in a child process, and scores the command's verdicts."""
import json
import os
import pathlib
import shutil
import signal
import subprocess

from .loaders import LOADERS, Loader

SECONDS = 60
RANK = {'low': 'clean', 'medium': 'medium', 'high': 'high', 'critical': 'high'}
# What is incomplete fails the gate, a medium finding does not.
ORDER = ['clean', 'medium', 'incomplete', 'high']


def build(kinds, folder):
    """Writes the attacks of all kinds, each to a folder of its own. Gives them with their paths."""
    built = []
    for kind in kinds:
        try:
            for index, attack in enumerate(kind.make()):
                home = folder / kind.file / f'{slug(kind.name)}-{index}'
                files = attack.data if isinstance(attack.data, dict) else {attack.name: attack.data}
                for name, data in files.items():
                    target = home / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
                for name, target in attack.links.items():
                    (home / name).parent.mkdir(parents=True, exist_ok=True)
                    os.symlink(target, home / name)
                attack.kind = kind.name
                attack.path = str(home.relative_to(folder))
                attack.entry = str(home / (attack.entry or attack.name))
                built.append(attack)
        except ImportError as error:
            print(f'skipped {kind.name}: {error}')
    return built


def load_all(built, folder):
    """Sets `ran` of each: whether its loader made the marker. Files of one loader share a process that has imported the library and forks for each."""
    by_loader = {}
    for attack in built:
        by_loader.setdefault(attack.loader, []).append(attack)
    for name, attacks in by_loader.items():
        pid = os.fork()
        if pid == 0:
            load_forked(name if isinstance(name, Loader) else LOADERS.get(name) or Loader('', name), attacks)
        os.waitpid(pid, 0)
        for attack in attacks:
            marker = pathlib.Path(attack.entry + '.ran')
            attack.ran = marker.exists()
            remove(marker)
            note = pathlib.Path(attack.entry + '.note')
            attack.note = note.read_text()[:200] if note.exists() else ''
            note.unlink(missing_ok=True)


def remove(marker):
    """Takes away what an attack made: a file, or a folder of that name."""
    if marker.is_dir():
        shutil.rmtree(marker)
    else:
        marker.unlink(missing_ok=True)


def load_forked(loader, attacks):
    """In a child: imports the library, then forks once for each file. Never returns."""
    os.environ.update(TF_CPP_MIN_LOG_LEVEL='3', CUDA_VISIBLE_DEVICES='')
    space = {}
    try:
        exec(loader.imports, space)
    except ImportError as error:
        print(f'not loaded, {error}')
        os._exit(0)
    for attack in attacks:
        pid = os.fork()
        if pid == 0:
            load_one(loader, attack, space)
        os.waitpid(pid, 0)
    os._exit(0)


def load_one(loader, attack, space):
    signal.alarm(SECONDS)
    os.environ['MODELGATE_MARKER'] = attack.entry + '.ran'
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.chdir(os.path.dirname(attack.entry))
    try:
        exec(loader.load, {**space, 'path': attack.entry})
    except BaseException as error:
        pathlib.Path(attack.entry + '.note').write_text(f'{type(error).__name__}: {error}')
    finally:
        # Objects that are thrown away may have an effect, too.
        import gc
        gc.collect()
        os._exit(0)


def score(built, folder, cli):
    """Sets `outcome` of each to the worst that the command says of any of its files. One run for all: the folder of each holds nothing of another."""
    out = folder / 'report.json'
    subprocess.run(['node', cli, '--format', 'json', '--output', str(out), '.'], cwd=folder, capture_output=True)
    found = {}
    for file in json.loads(out.read_text())['files']:
        home = '/'.join(file['path'].split('/')[:2])
        outcomes = [RANK[finding['severity']] for finding in file.get('findings', [])]
        found.setdefault(home, []).extend([*outcomes, 'incomplete'] if file.get('incomplete') else outcomes)
    out.unlink()
    for attack in built:
        attack.outcome = max(found.get(attack.path, []), key=ORDER.index, default='clean')


def slug(name):
    return ''.join(c if c.isalnum() else '-' for c in name.lower())[:60]
