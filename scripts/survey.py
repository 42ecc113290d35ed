#!/usr/bin/env python3
"""Surveys the sources of Python packages: writes data/python/<package>.models, which says what restoring each class from a pickle runs.

  npm run survey -- PACKAGE==VERSION ... [--site DIR] [--cache DIR] [--out DIR] [--check]

Several versions of a package become one file. Packages are downloaded with pip and unpacked into a cache, or read from a folder of installed packages
(--site; then PACKAGE without a version will do). Nothing of a surveyed package is imported or run. Bases in other packages are followed into the sources
of what it requires. What the survey could not tell goes to stderr. With --check nothing is written, and a file that would change makes it fail.
"""
import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'scripts'))

from survey.fetch import CACHE, fetched, installed, normal  # noqa: E402
from survey.modelsfile import by_hand, lines, write, BY_HAND  # noqa: E402
from survey.package import Survey  # noqa: E402
from survey.report import report  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages', nargs='+', metavar='PACKAGE[==VERSION]')
    parser.add_argument('--site', action='append', default=[], help='a folder of installed packages')
    parser.add_argument('--cache', default=str(CACHE), help='where downloaded packages are kept')
    parser.add_argument('--out', default=str(ROOT / 'data/python'), type=Path)
    parser.add_argument('--check', action='store_true', help='write nothing, fail where a file would change')
    options = parser.parse_args()
    sys.setrecursionlimit(10_000)
    wanted = {}
    for spec in options.packages:
        name, _, version = spec.partition('==')
        wanted.setdefault(normal(name), []).append(version)
    changed = 0
    for package, versions in wanted.items():
        started = time.monotonic()
        surveys = [surveyed(package, version, options) for version in sorted(versions, key=version_key)]
        path = options.out / f'{package}.models'
        if options.check:
            text = '\n'.join(lines(surveys)) + '\n' + BY_HAND + '\n' + by_hand(path)
            if not path.exists() or path.read_text(encoding='utf8') != text:
                print(f'{path} differs from what a survey writes', file=sys.stderr)
                changed = 1
        else:
            size = len(write(surveys, path).encode())
            print(f'{path}: {size} bytes, {time.monotonic() - started:.1f} s', file=sys.stderr)
        for survey in surveys:
            report(survey, sys.stderr)
    return changed


def surveyed(package, version, options):
    """The survey of one version, from the first folder that has it, or downloaded."""
    others = [Path(site) for site in options.site]
    for site in options.site:
        found = installed(site, package)
        if found and version in ('', found[0]):
            return Survey(package, found[0], found[1], found[2], others).run()
    version, root, tops, required = fetched(package, version, options.cache)
    for name in required:
        if not any(installed(site, name) for site in options.site):
            others.append(fetched(name, '', options.cache)[1])
    return Survey(package, version, root, tops, others).run()


def version_key(version):
    return [int(part) if part.isdigit() else -1 for part in version.replace('-', '.').split('.')]


if __name__ == '__main__':
    sys.exit(main())
