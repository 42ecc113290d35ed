"""Gets the sources of packages.

From a folder of installed packages, or as wheels and source archives into a cache outside of the repository.
"""
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from email.parser import Parser
from pathlib import Path

CACHE = Path(tempfile.gettempdir()) / 'modelgate-survey'
# Data of graphics cards and of compilers: large, and without classes that models name.
NOT_FETCHED = re.compile(r'nvidia-|cuda-|triton')


def normal(name):
    return re.sub(r'[-_.]+', '-', name).lower()


def installed(site, package):
    """`(version, root, top-level names)` of a package below a folder of installed packages, or None."""
    for info in sorted(Path(site).glob('*.dist-info')):
        if normal(info.name.rsplit('-', 2)[0]) == normal(package):
            return info.name.removesuffix('.dist-info').rsplit('-', 1)[1], Path(site), tops_of(Path(site), info)
    return None


def tops_of(root, info):
    """Packages and modules of a distribution, from its list of files.

    `numpy`, `six.py`, `google/protobuf` of a namespace that others share.
    """
    tops = set()
    for line in (info / 'RECORD').read_text(encoding='utf8').splitlines():
        parts = line.rsplit(',', 2)[0].strip('"').split('/')
        if not parts[-1].endswith('.py') or parts[0] in ('..', '__pycache__') or parts[0].endswith(('.dist-info', '.data')):
            continue
        depth = next((n for n in range(1, len(parts)) if root.joinpath(*parts[:n], '__init__.py').is_file()), len(parts))
        tops.add('/'.join(parts[:depth]))
    return sorted(t for t in tops if (root / t).exists())


def fetched(package, version, cache):
    """`(version, root, top-level names, requirements)` of a package, downloaded where the cache does not have it."""
    folder = Path(cache) / (normal(package) + (f'-{version}' if version else ''))
    if not (folder / 'done').exists():
        (folder / 'archive').mkdir(parents=True, exist_ok=True)
        spec = f'{package}=={version}' if version else package
        subprocess.run([sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', str(folder / 'archive'), spec], check=True,
                       stdout=sys.stderr)
        for archive in (folder / 'archive').iterdir():
            unpack(archive, folder / 'sources')
        (folder / 'done').touch()
    root = folder / 'sources'
    info = next(iter(sorted(root.glob('*.dist-info'))), None)
    if info is not None:
        return info.name.removesuffix('.dist-info').rsplit('-', 1)[1], root, tops_of(root, info), requirements(info / 'METADATA')
    return from_source_archive(root, version)


def unpack(archive, target):
    if archive.suffix in ('.whl', '.zip'):
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(target)
    else:
        with tarfile.open(archive) as opened:
            opened.extractall(target, filter='data')


def from_source_archive(root, version):
    home = next(p for p in sorted(root.iterdir()) if p.is_dir())
    base = home / 'src' if (home / 'src').is_dir() else home
    tops = [p.name for p in sorted(base.iterdir()) if (p / '__init__.py').is_file() or (p.suffix == '.py' and p.stem not in ('setup', 'conftest'))]
    return version or home.name.rsplit('-', 1)[1], base, tops, requirements(home / 'PKG-INFO')


def requirements(metadata):
    """Names of the packages that pip installs with it, without those of extras."""
    if not metadata.exists():
        return []
    found = Parser().parsestr(metadata.read_text(encoding='utf8'), headersonly=True).get_all('Requires-Dist') or []
    return sorted({re.match(r'[A-Za-z0-9._-]+', r).group() for r in found if 'extra ==' not in r and not NOT_FETCHED.match(r)})
