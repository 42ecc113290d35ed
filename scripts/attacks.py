#!/usr/bin/env python3
"""Attacks that run: builds files whose loading has an effect, loads each with the real library in a child process, and asks the built command.

  python3 scripts/attacks.py [--only WORD ...] [--keep DIR] [--cli dist/cli.js] [--list]

A kind is a file of scripts/attacks/kinds/: functions marked with @kind that yield attacks. What a payload does is harmless: it creates the file that
MODELGATE_MARKER names. Only an attack whose file appears counts. Needs the libraries of scripts/attacks/requirements.txt; a kind whose library is
missing is skipped and said so. Exits 1 where an attack that runs is not detected: no finding of high or critical, and nothing incomplete.
"""
import argparse
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'scripts'))

from attacks.registry import kinds  # noqa: E402
from attacks.run import build, load_all, score  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--only', action='append', default=[], help='kinds whose name or file has this word')
    parser.add_argument('--keep', help='write the files here and leave them')
    parser.add_argument('--cli', default=str(ROOT / 'dist/cli.js'))
    parser.add_argument('--list', action='store_true', help='print every attack with its outcome')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.keep or scratch).resolve()
        built = build([k for k in kinds(options.only) if not options.only or any(word in k.name or word in k.file for word in options.only)], folder)
        load_all(built, folder)
        score(built, folder, options.cli)
    return report(built, options.list)


def report(built, everything):
    """Prints a row per kind and gives the exit status."""
    rows = {}
    for attack in built:
        row = rows.setdefault(attack.kind, dict(files=0, ran=0, blocked=0, passed=0))
        row['files'] += 1
        row['ran'] += attack.ran
        row['blocked'] += attack.ran and attack.outcome == 'incomplete'
        row['passed'] += attack.ran and attack.outcome in ('clean', 'medium')
        if everything or (attack.ran and attack.outcome in ('clean', 'medium')):
            print(f'{"ran" if attack.ran else "did not run":12} {attack.outcome:11} {attack.kind}: {attack.path}  {attack.note if not attack.ran else ""}')
    total = {key: sum(row[key] for row in rows.values()) for key in ('files', 'ran', 'blocked', 'passed')}
    for name, row in [*sorted(rows.items()), (f'{len(rows)} kinds', total)]:
        print(f'{name:60} files {row["files"]:4} ran {row["ran"]:4} incomplete {row["blocked"]:4} passed {row["passed"]:4}')
    return 1 if total['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
