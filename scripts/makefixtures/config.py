"""Configurations of models by hand, as the libraries write them: hydra-core 1.3.8, jsonpickle 4.1.4, PyYAML 6.0.3, transformers, diffusers, MLflow, Triton."""
import json

from .fixture import HAND, MARKER, Fixture

EVIL_PYTHON = f"__import__('os').system('{MARKER}')"


def fixtures():
    for file, content, shows, verdict, proof in ROWS:
        text = content if isinstance(content, str) else json.dumps(content, indent=2) + '\n'
        yield Fixture(file, text.encode(), HAND, shows, verdict, proof)


HYDRA = """model:
  _target_: torch.nn.Linear
  in_features: 4
  out_features: 2
optimizer:
  _target_: torch.optim.AdamW
  _partial_: true
  lr: 0.001
"""

MLMODEL = """artifact_path: model
flavors:
  python_function:
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: {loader}
    model_path: model.pkl
    python_version: 3.11.7
  sklearn:
    code: {code}
    pickled_model: model.pkl
    serialization_format: cloudpickle
    sklearn_version: 1.9.1
mlflow_version: 3.4.0
model_uuid: 00000000000000000000000000000000
utc_time_created: '2026-01-01 00:00:00.000000'
"""

TRITON = """name: "net"
backend: "{backend}"
max_batch_size: 8
input [ {{ name: "x" data_type: TYPE_FP32 dims: [ 4 ] }} ]
output [ {{ name: "y" data_type: TYPE_FP32 dims: [ 2 ] }} ]
instance_group [ {{ kind: KIND_CPU }} ]
"""

LLAMA = {'architectures': ['LlamaForCausalLM'], 'hidden_size': 8, 'model_type': 'llama', 'transformers_version': '4.57.0'}

DIFFUSERS = {
    '_class_name': 'StableDiffusionPipeline', '_diffusers_version': '0.35.0',
    'feature_extractor': ['transformers', 'CLIPImageProcessor'], 'safety_checker': [None, None],
    'scheduler': ['diffusers', 'PNDMScheduler'], 'unet': ['diffusers', 'UNet2DConditionModel'], 'requires_safety_checker': False,
}

MODULES = [
    {'idx': 0, 'name': '0', 'path': '', 'type': 'sentence_transformers.models.Transformer'},
    {'idx': 1, 'name': '1', 'path': '1_Pooling', 'type': 'sentence_transformers.models.Pooling'},
]

MKDOCS = """site_name: Docs
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
"""

COMPOSE = """services:
  api:
    image: &image python:3.11
    environment: { MODE: test }
  worker:
    image: *image
    command: [python, -m, worker]
"""

# (file, content, what it shows, verdict, loader that prints the marker)
ROWS = [
    ('clean/hydra.yaml', HYDRA, 'A Hydra configuration of PyTorch classes.', 'clean', None),
    ('clean/config/config.json', LLAMA, 'The configuration of a model of a class that transformers ships.', 'clean', None),
    ('clean/config/model_index.json', DIFFUSERS, 'A diffusers pipeline.', 'clean', None),
    ('clean/config/modules.json', MODULES, 'Modules of a sentence embedding model.', 'clean', None),
    ('clean/config/MLmodel', MLMODEL.format(loader='mlflow.sklearn', code='null'), 'A scikit-learn model as MLflow logs it.', 'clean', None),
    ('clean/config/config.pbtxt', TRITON.format(backend='onnxruntime'), 'A Triton configuration for an ONNX model.', 'clean', None),
    ('clean/mkdocs.yml', MKDOCS, 'Python tags of a documentation tool.', 'clean', None),
    ('clean/docker-compose.yml', COMPOSE, 'YAML that has nothing to do with models.', 'clean', None),
    ('malicious/hydra-eval.yaml', f'model:\n  _target_: builtins.eval\n  _args_:\n    - "{EVIL_PYTHON}"\n', 'Hydra calls eval.', 'malicious', None),
    ('malicious/hydra-interpolated.yaml', f'name: system\nhook:\n  _target_: os.${{name}}\n  command: {MARKER}\n', 'The name of the function is put together.', 'malicious', None),
    ('malicious/class-path.yaml', f'trainer:\n  class_path: subprocess.Popen\n  init_args:\n    args: {MARKER}\n    shell: true\n', 'LightningCLI builds a process.', 'malicious', None),
    ('malicious/python-tag.yaml', f'x: !!python/object/apply:os.system ["{MARKER}"]\n', 'A Python tag that calls os.system.', 'malicious', 'yaml'),
    ('malicious/python-tag-handle.yaml', f'%TAG !p! tag:yaml.org,2002:pyth\n---\nx: !p!on/object/apply:o%73.system ["{MARKER}"]\n', 'The same behind a handle and an escape.', 'malicious', 'yaml'),
    ('malicious/python-tag-new.yaml', f'!!python/object/new:type\nargs: [z, !!python/tuple [], {{extend: !!python/name:exec }}]\nlistitems: "{EVIL_PYTHON}"\n', 'CVE-2020-14343 of PyYAML.', 'malicious', 'yaml'),
    ('malicious/jsonpickle.json', {'py/reduce': [{'py/function': 'posix.system'}, {'py/tuple': [MARKER]}]}, 'jsonpickle calls os.system.', 'malicious', None),
    ('malicious/auto-map/config.json', {**LLAMA, 'model_type': 'own', 'auto_map': {'AutoConfig': 'configuration_own.OwnConfig', 'AutoModel': 'somebody/code--modeling_own.OwnModel'}}, 'Classes in Python files, one of another repository.', 'malicious', None),
    ('malicious/attention/config.json', {**LLAMA, '_attn_implementation_internal': 'somebody/kernel'}, 'Code of a hub repository as attention kernel (CVE-2026-4372).', 'malicious', None),
    ('malicious/mlflow/MLmodel', MLMODEL.format(loader='loader', code='code'), 'MLflow imports a module that comes with the model.', 'malicious', None),
    ('malicious/triton/config.pbtxt', TRITON.format(backend='python'), 'Triton runs model.py.', 'malicious', None),
    ('malformed/deep.yaml', 'a: ' + '[' * 20000 + ' !!python/object/apply:os.system [x]\n', 'Nested 20,000 levels deep.', 'malicious', None),
]
