#!/usr/bin/env python3
"""Attacks that run: builds files whose loading has an effect, loads each with the real library in a child process, and asks the built command.

  python3 scripts/attacks.py [--only WORD ...] [--keep DIR] [--cli dist/cli.js] [--list]

A kind is a file of scripts/attacks/kinds/: functions marked with @kind that yield attacks. What a payload does is harmless: it creates the file that
MODELGATE_MARKER names. Only an attack whose file appears counts. Needs the libraries of scripts/attacks/requirements.txt; a kind whose library is
missing is skipped and said so. Exits 1 where an attack that runs is not detected: no finding of high or critical, and nothing incomplete.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'scripts'))

from attacks.registry import files, kinds  # noqa: E402
from attacks.run import build, load_all, score  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--only', action='append', default=[], help='kinds whose name or file has this word')
    parser.add_argument('--keep', help='write the files here and leave them')
    parser.add_argument('--cli', default=str(ROOT / 'dist/cli.js'))
    parser.add_argument('--list', action='store_true', help='print every attack with its outcome')
    parser.add_argument('--rows', help='write the rows here as JSON')
    options = parser.parse_args()
    if not options.only:
        return one_by_one()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.keep or scratch).resolve()
        built = build([k for k in kinds(options.only) if not options.only or any(word in k.name or word in k.file for word in options.only)], folder)
        load_all(built, folder)
        score(built, folder, options.cli)
    rows = rows_of(built, options.list)
    if options.rows:
        pathlib.Path(options.rows).write_text(json.dumps(rows))
    return report(rows)


def one_by_one():
    """Runs each file of kinds in a process of its own: two of the libraries do not bear each other."""
    rows = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name in files():
            target = pathlib.Path(scratch) / f'{name}.json'
            subprocess.run([sys.executable, *sys.argv, '--only', name, '--rows', str(target)], stdout=subprocess.DEVNULL)
            if target.exists():
                rows.update(json.loads(target.read_text()))
            else:
                print(f'{name}: the run broke off')
                rows[f'{name}: the run broke off'] = dict(files=0, ran=0, blocked=0, medium=0, clean=1)
    return report(rows)


def rows_of(built, everything):
    """Counts by kind; prints what passed, or everything."""
    rows = {}
    for attack in built:
        row = rows.setdefault(attack.kind, dict(files=0, ran=0, blocked=0, medium=0, clean=0))
        row['files'] += 1
        row['ran'] += attack.ran
        for outcome, column in (('incomplete', 'blocked'), ('medium', 'medium'), ('clean', 'clean')):
            row[column] += attack.ran and attack.outcome == outcome
        if everything or (attack.ran and attack.outcome in ('clean', 'medium')):
            print(f'{"ran" if attack.ran else "did not run":12} {attack.outcome:11} {attack.kind}: {attack.path}  {attack.note if not attack.ran else ""}')
    return rows


def report(rows):
    """Prints a row per kind and gives the exit status."""
    total = {key: sum(row[key] for row in rows.values()) for key in ('files', 'ran', 'blocked', 'medium', 'clean')}
    for name, row in [*sorted(rows.items()), (f'{len(rows)} kinds', total)]:
        passed = f'medium {row["medium"]:4} clean {row["clean"]:4}'
        print(f'{name:60} files {row["files"]:4} ran {row["ran"]:4} incomplete {row["blocked"]:4} {passed}')
    return 1 if total['medium'] + total['clean'] else 0


if __name__ == '__main__':
    sys.exit(main())
