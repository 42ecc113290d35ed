import { message } from '../proto.ts'
import { gzips, sevenZips, stored, tars, zips } from './archives.ts'
import {
  flatbuffer,
  ggufs,
  java,
  marshal,
  marshalInPickle,
  msgpack,
  npys,
  pickle,
  proto,
  pyc,
  r,
  safetensors,
  thrift,
  torch7,
} from './binaries.ts'
import { type HeavyFile, rows, type Shapes } from './bytes.ts'
import { arrows, hdf5s, kerasH5s, lmdbs, sqlites } from './stores.ts'
import { ini, jinja, json, jsonLines, lightgbm, python, requirements, textProto, toml, xml, yaml } from './texts.ts'

const KERAS = '"class_name":"Sequential","config":{"name":"a","layers":[]}'
const ONNX = message([1, 8], [2, 'x'])
const NODE = message([1, message([1, 'a'], [2, 'NoOp'])])

/** As long as these are read at most. */
const short = (shapes: Shapes): Shapes =>
  Object.fromEntries(Object.entries(shapes).map(([shape, make]) => [shape, (size) => make(Math.min(size, 250_000))]))

/** Formats and shapes in which a reader may keep more than it reads. */
export const heavyFiles: readonly HeavyFile[] = [
  ...rows('JSON, Hydra', 'config.json', 'model-config', json('"_target_":"x"')),
  ...rows('JSON, no model', 'data.json', undefined, json('"data":1')),
  ...rows('JSON, Keras', 'model.json', 'keras-config', json(KERAS)),
  ...rows('JSON, TensorFlow.js', 'model.json', 'tfjs', json('"modelTopology":{"node":[]},"weightsManifest":[]')),
  ...rows('JSON, MXNet', 'a-symbol.json', 'mxnet', json('"nodes":[{"op":"null"}],"heads":[]')),
  ...rows('JSON, chat template', 'tokenizer_config.json', 'chat-template', json('"chat_template":"{{a}}"')),
  ...rows('JSON, tokenizer', 'tokenizer.json', 'tokenizer', json('"version":"1.0","truncation":null,"flavors":1')),
  ...rows('JSON, shards', 'model.safetensors.index.json', 'shard-index', json('"weight_map":{"a":"b"}')),
  ...rows('JSON, Zarr', '.zmetadata', 'zarr', json('"zarr_format":2')),
  ...rows('JSON, XGBoost', 'xgb.json', 'xgboost-json', json('"learner":{"attributes":{},"feature_names":[]}')),
  ...rows('YAML', 'config.yaml', 'model-config', yaml),
  ...rows('MLmodel', 'MLmodel', 'model-config', yaml),
  ...rows('ONNX', 'a.onnx', 'onnx', proto(ONNX, [7], message([1, message([4, 'Relu'])]), 1, 4)),
  ...rows('SavedModel', 'saved_model.pb', 'tf-savedmodel', proto(message([1, 1]), [2, 2], NODE, 1, 2)),
  ...rows('TensorFlow graph', 'graph.pb', 'tf-graph', proto(new Uint8Array(0), [], NODE, 1, 2)),
  ...rows('Caffe', 'a.caffemodel', 'caffe', proto(message([1, 'net']), [], message([100, message([1, 'a'], [2, 'Data'])]), 100, 2)),
  ...rows('Core ML', 'a.mlmodel', 'coreml', proto(message([1, 4], [2, message([1, 'a'])]), [500], new Uint8Array(0), 1, 2)),
  ...rows('Paddle', 'a.pdmodel', 'paddle', proto(new Uint8Array(0), [1], message([1, 0], [2, 0], [4, message([3, 'relu'])]), 4, 3)),
  ...rows('text graph', 'graph.pbtxt', 'tf-graph-text', textProto('node { name: "a" op: "NoOp" }\n', 'node')),
  ...rows('Triton', 'config.pbtxt', 'triton-config', textProto('name: "a"\nbackend: "python"\n', 'parameters')),
  ...rows('Caffe text', 'a.prototxt', 'caffe-text', textProto('layer { name: "a" type: "Data" }\n', 'layer')),
  ...rows('OpenVINO', 'a.xml', 'openvino', xml('net name="a" version="11"', 'layer')),
  ...rows('PMML', 'a.pmml', 'pmml', xml('PMML', 'Node')),
  ...rows('Java XML', 'b.xml', 'java-xml', xml('java class="java.beans.XMLDecoder"', 'object class="java.lang.ProcessBuilder"')),
  ...rows('Jinja', 'chat_template.jinja', 'jinja-chat-template', jinja),
  ...rows('R', 'a.rds', 'r-data', r),
  ...rows('compiled module', 'code.model', 'python-bytecode', pyc(marshal)),
  ...rows('marshal in a pickle', 'a.pkl', 'pickle', marshalInPickle(marshal)),
  ...rows('Parquet', 'a.parquet', 'parquet', thrift),
  ...rows('MessagePack', 'a.msgpack', 'flax-msgpack', msgpack),
  ...rows('pickle', 'a.pkl', 'pickle', pickle),
  ...rows('GGUF', 'a.gguf', 'gguf', ggufs),
  ...rows(
    'safetensors',
    'a.safetensors',
    'safetensors',
    Object.fromEntries(
      Object.entries(json('"__metadata__":{}')).map(([shape, make]) => [shape, (size: number) => safetensors(make(size))]),
    ),
  ),
  ...rows('TensorFlow Lite', 'a.tflite', 'tflite', flatbuffer('TFL3')),
  ...rows('ExecuTorch', 'a.pte', 'executorch', flatbuffer('ET12')),
  ...rows('ONNX Runtime', 'a.ort', 'ort', flatbuffer('ORTM')),
  ...rows('Python in a package', 'a.pth', 'python-source', python),
  ...rows(
    'TorchScript',
    'ts.pt',
    'torchscript',
    stored('archive/code/__torch__.py', python, ['archive/data.pkl', 'archive/constants.pkl']),
  ),
  ...rows('Keras archive', 'a.keras', 'keras', stored('config.json', json(KERAS), ['metadata.json', 'model.weights.h5'])),
  ...rows('zip', 'a.zip', 'zip', zips),
  ...rows('tar', 'a.tar', 'tar', tars),
  ...rows('7z', 'a.7z', '7z', sevenZips),
  ...rows('gzip', 'a.pkl.gz', 'gzip', gzips),
  ...rows('skops', 'a.skops', 'skops', stored('schema.json', json('"__class__":"dict","__loader__":"DictNode"'))),
  ...rows('torch.export', 'a.pt2', 'torch-export', stored('a/serialized_exported_program.json', json('"graph_module":{}'))),
  ...rows('requirements', 'a.zip', 'zip', stored('requirements.txt', requirements)),
  ...rows('HDF5', 'a.h5', 'hdf5', hdf5s),
  ...rows('HDF5, Keras', 'a.h5', 'keras-h5', kerasH5s),
  ...rows('SQLite', 'a.db', 'sqlite', sqlites),
  ...rows('LMDB', 'data.mdb', 'lmdb', lmdbs),
  ...rows('Arrow', 'a.arrow', 'arrow', arrows),
  ...rows('LightGBM', 'a.txt', 'lightgbm', lightgbm),
  ...rows('TOML', 'config.toml', 'model-config', short(toml)),
  ...rows('INI', 'config.ini', 'model-config', short(ini)),
  ...rows('JSON lines', 'a.jsonl', 'model-config', short(jsonLines)),
  ...rows('TOML, long', 'config.toml', undefined, toml),
  ...rows('INI, long', 'config.ini', undefined, ini),
  ...rows('JSON lines, long', 'a.jsonl', undefined, jsonLines),
  ...rows('notebook', 'a.ipynb', undefined, json('"cells":[]')),
  ...rows('NumPy', 'a.npy', 'npy', npys),
  ...rows('Java', 'a.ser', 'java-serialized', java),
  ...rows('Torch7', 'a.t7', 'torch7', torch7),
]
