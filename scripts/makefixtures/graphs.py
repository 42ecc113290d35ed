"""Computation graphs: those that makefixtures/graphs_real.py kept from real exporters, and hostile ones built byte by byte."""
import base64
import json
import marshal
import struct
from pathlib import Path

from .fixture import HAND, Fixture

FIXTURES = Path(__file__).parents[2] / 'fixtures'

TENSORFLOW = 'tensorflow-cpu 2.21.0'

KEPT = [
    ('clean/savedmodel-vocabulary.pb', TENSORFLOW, 'A SavedModel with a variable, a saver and a table that is read from an asset.', 'clean'),
    ('clean/saver.meta', TENSORFLOW, 'A MetaGraphDef with a sharded saver of TensorFlow 1.', 'clean'),
    ('clean/saver.pb', TENSORFLOW, 'The same graph as a GraphDef.', 'clean'),
    ('clean/saver.pbtxt', TENSORFLOW, 'The same graph as text.', 'clean'),
    ('clean/dense.tflite', TENSORFLOW, 'A TensorFlow Lite model with builtin operators.', 'clean'),
    ('clean/flex-strings.tflite', TENSORFLOW, 'TensorFlow operators within TensorFlow Lite that only compute.', 'clean'),
    ('clean/sklearn-pipeline.onnx', 'skl2onnx 1.20.0', 'A pipeline in the ai.onnx.ml domain.', 'clean'),
    ('clean/sklearn-pipeline.ort', 'onnxruntime 1.32.0', 'The same in ONNX Runtime’s format.', 'clean'),
    ('clean/external.onnx', 'onnx 1.23.2', 'Weights in a file beside the model.', 'clean'),
    ('clean/torch-export.onnx', 'torch 2.15.0, onnxscript 0.7.2', 'The exporter of PyTorch, with metadata.', 'clean'),
    ('clean/openvino-matmul.xml', 'openvino 2026.4.1', 'An OpenVINO model.', 'clean'),
    ('clean/coreml-network.mlmodel', 'coremltools 9.0', 'A neural network of Core ML.', 'clean'),
    ('clean/coreml-program.mlmodel', 'coremltools 9.0', 'An ML program, whose weights lie beside it.', 'clean'),
    ('malicious/savedmodel-files.pb', TENSORFLOW, 'A function of the library writes and reads files and prints into one.', 'malicious'),
    ('malicious/savedmodel-python.pb', TENSORFLOW, 'tf.py_function and tf.numpy_function.', 'malicious'),
    ('malicious/flex-read.tflite', TENSORFLOW, 'ReadFile through the Flex delegate.', 'malicious'),
]


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def field(number, value):
    """One field of a protocol buffer: an int as a varint, text and bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def message(*fields):
    return b''.join(field(number, value) for number, value in fields)


def onnx_node(op, domain='', *attributes):
    return message((1, 'x'), (2, 'y'), (3, f'{op}_0'), (4, op), *((5, each) for each in attributes), (7, domain))


def onnx_graph(*nodes, initializers=()):
    return message(*((1, node) for node in nodes), (2, 'g'), *((5, tensor) for tensor in initializers))


def onnx_model(graph, *more):
    return message((1, 8), (2, 'modelgate'), (7, graph), (8, message((1, ''), (2, 17))), *more)


def external(location):
    entry = message((1, 'location'), (2, location))
    return message((1, 1), (2, 1), (8, 'w'), (13, entry), (14, 1))


def onnx():
    relu = onnx_node('Relu')
    for name, location, shows in (
        ('traversal', '../../../../etc/passwd', 'Tensor data from a path that climbs out of the folder.'),
        ('absolute', '/etc/passwd', 'Tensor data from an absolute path.'),
        ('backslash', 'data\\..\\..\\secret', 'The same with the separators of Windows.'),
        ('memory', '*/_ORT_MEM_ADDR_/*', 'The mark with which ONNX Runtime takes an offset for an address.'),
    ):
        yield Fixture(f'malicious/onnx-{name}.onnx', onnx_model(onnx_graph(relu, initializers=[external(location)])), HAND, shows, 'malicious')
    constant = onnx_node('Constant', '', message((1, 'value'), (5, external('../secret')), (20, 4)))
    yield Fixture('malicious/onnx-attribute.onnx', onnx_model(onnx_graph(constant)), HAND, 'The same in a tensor that is an attribute.', 'malicious')
    python = onnx_graph(onnx_node('PythonOp', 'com.microsoft'))
    branch = onnx_node('If', '', message((1, 'then_branch'), (6, python), (20, 5)))
    yield Fixture('malicious/onnx-python-subgraph.onnx', onnx_model(onnx_graph(branch)), HAND, 'PythonOp in the branch of an If.', 'malicious')
    strange = message((900, 'x' * 6000)) + onnx_model(onnx_graph(onnx_node('PyOp', 'ai.onnx.contrib')))
    yield Fixture('malicious/onnx-unknown-first.onnx', strange, HAND, 'An unknown field before all others, longer than what detection looks at.', 'malicious')
    function = message((1, 'Twice'), (4, 'x'), (5, 'y'), (7, onnx_node('PyFunc', 'custom')), (10, 'local'))
    model = onnx_model(onnx_graph(onnx_node('Twice', 'local')), (25, function))
    yield Fixture('malicious/onnx-function.onnx', model, HAND, 'A Python operator within a function of the model.', 'malicious')
    local = message((1, 'Twice'), (4, 'x'), (5, 'y'), (7, relu), (10, 'local'))
    yield Fixture('clean/onnx-function.onnx', onnx_model(onnx_graph(onnx_node('Twice', 'local')), (25, local)), HAND, 'A function of the model itself.', 'clean')
    yield Fixture('malicious/onnx-custom-domain.onnx', onnx_model(onnx_graph(onnx_node('Secret', 'com.example'))), HAND, 'An operator of an unknown domain.', 'suspicious')
    cut = onnx_model(onnx_graph(relu, initializers=[message((1, 4), (2, 1), (8, 'w'), (9, bytes(400)))]))
    yield Fixture('malformed/truncated.onnx', cut[:-200], HAND, 'An ONNX model that is cut off.', 'unreadable')


def tf_node(name, op, *inputs, **attributes):
    return message((1, name), (2, op), *((3, each) for each in inputs), *((5, message((1, key), (2, value))) for key, value in attributes.items()))


def tf_text(text):
    """An attribute that is a tensor of one string."""
    return message((8, message((1, 7), (8, text))))


def tensorflow():
    write = message(
        (1, tf_node('path', 'Const', value=tf_text('/tmp/modelgate-marker'))), (1, tf_node('same', 'Identity', 'path')),
        (1, tf_node('save', 'SaveV2', 'same', 'names', 'slices', 'w')))
    yield Fixture('malicious/checkpoint-write.pb', write, HAND, 'SaveV2 to a path that the graph fixes.', 'malicious')
    call = tf_node('call', 'Evil')
    body = message((1, message((1, 'Evil'))), (3, tf_node('f', 'PyFunc', token=message((2, 'pyfunc_0')))))
    hidden = message((15, b'\x00' * 5000), (2, message((1, body))), (1, call))
    yield Fixture('malicious/library-first.pb', hidden, HAND, 'An unknown field and the library of functions before the nodes.', 'malicious')
    text = (
        '# A comment.\nnode { name: "a" op: "Const" attr { key: "value" value { tensor { dtype: DT_STRING string_val: "/etc/pass" \'wd\' } } } }\n'
        'node < name: "b", op: "Read\\x46ile"; input: ["a"] >\n')
    yield Fixture('malicious/graph-files.pbtxt', text.encode(), HAND, 'A graph as text: other brackets, a list, joined strings, an escape.', 'malicious')
    asset = message((1, message((1, 'path:0'))), (2, '../../outside'))
    meta = message((2, message((1, tf_node('path', 'Const', value=tf_text('x'))))), (6, asset))
    yield Fixture('malicious/asset-outside.pb', message((1, 1), (2, meta)), HAND, 'An asset that is a file outside of the model.', 'malicious')
    custom = message((1, tf_node('n', 'EvilSharedLibraryOp')))
    yield Fixture('malicious/custom-op.pb', custom, HAND, 'An operation that TensorFlow does not register.', 'suspicious')
    code = marshal.dumps(compile("lambda x: __import__('os').system('echo modelgate-marker')", 'm', 'eval').co_consts[0])
    layer = {'class_name': 'Lambda', 'config': {'name': 'l', 'function': [base64.b64encode(code).decode(), None, None], 'function_type': 'lambda'}}
    node = message((2, 1), (3, 'root.layer-1'), (4, '_tf_keras_layer'), (5, json.dumps(layer)))
    yield Fixture('malicious/keras_metadata.pb', message((1, node)), HAND, 'The metadata of a SavedModel with a Lambda layer.', 'malicious')
    user = message((4, message((1, '_tf_keras_layer'), (3, json.dumps(layer)))))
    meta = message((2, message((1, tf_node('n', 'NoOp')))), (7, message((1, user))))
    yield Fixture('malicious/savedmodel-objects.pb', message((1, 1), (2, meta)), HAND, 'The same in the object graph, as TensorFlow 2.4 wrote it.', 'malicious')
    riegeli = bytes.fromhex('83af70d10d884a3f') + bytes(56)
    yield Fixture('malformed/saved_model.cpb', riegeli, HAND, 'A SavedModel in chunks.', 'unreadable')
    topology = {'node': [{'name': 'n', 'op': 'WriteFile', 'input': ['a']}], 'library': {}, 'versions': {}}
    yield Fixture('malicious/tfjs-graph.json', json.dumps({'format': 'graph-model', 'modelTopology': topology}).encode(), HAND, 'A graph of TensorFlow.js with WriteFile.', 'malicious')
    manifest = [{'paths': ['../../../etc/passwd'], 'weights': []}]
    yield Fixture('malicious/tfjs-paths.json', json.dumps({'modelTopology': {}, 'weightsManifest': manifest}).encode(), HAND, 'Weights outside of the folder.', 'malicious')
    dense = {'class_name': 'Sequential', 'config': {'name': 's', 'layers': [{'class_name': 'Dense', 'config': {'name': 'd', 'units': 2}}]}}
    clean = {'format': 'layers-model', 'modelTopology': {'model_config': dense}, 'weightsManifest': [{'paths': ['group1-shard1of1.bin'], 'weights': []}]}
    yield Fixture('clean/tfjs-layers.json', json.dumps(clean).encode(), HAND, 'A layers model of TensorFlow.js.', 'clean')


def others():
    layer = message((1, 'in'), (2, 'x'), (3, 'y'), (500, message((10, 'SecretLayer'))))
    loop = message((1, 'loop'), (615, message((4, message((1, layer))))))
    model = message((1, 4), (2, b''), (500, message((1, loop))))
    yield Fixture('malicious/coreml-custom-layer.mlmodel', model, HAND, 'A custom layer in the body of a loop.', 'suspicious')
    linked = message((1, 4), (2, b''), (556, message((1, message((1, message((1, '../../other.mlmodelc'))))))))
    yield Fixture('malicious/coreml-linked.mlmodel', linked, HAND, 'A linked model outside of the folder.', 'malicious')
    net = 'name: "n"\nlayer { name: "p" type: "Python" bottom: "x" python_param { module: "evil" layer: "Evil" } }\n'
    yield Fixture('malicious/caffe-python.prototxt', net.encode(), HAND, 'A layer that is a Python class.', 'malicious')
    binary = message((1, 'n'), (100, message((1, 'p'), (2, 'Python'), (130, message((1, 'evil'), (2, 'Evil'))))))
    yield Fixture('malicious/caffe-python.caffemodel', binary, HAND, 'The same in the trained model.', 'malicious')
    plain = 'name: "n"\nlayer { name: "fc" type: "InnerProduct" bottom: "x" top: "y" inner_product_param { num_output: 2 } }\n'
    yield Fixture('clean/caffe-plain.prototxt', plain.encode(), HAND, 'A network of ordinary layers.', 'clean')
    variable = message((1, 'x'), (2, message((1, 7))))
    block = message((1, 0), (2, 0), (3, variable), (4, message((3, 'relu'))), (4, message((3, 'py_func'))))
    yield Fixture('malicious/paddle-python.pdmodel', message((1, block), (4, message((1, 0)))), HAND, 'py_func in a program of PaddlePaddle.', 'malicious')
    block = message((1, 0), (2, 0), (3, variable), (4, message((3, 'relu'))))
    yield Fixture('clean/paddle-relu.pdmodel', message((1, block), (4, message((1, 0)))), HAND, 'A program that only computes.', 'clean')
    symbol = {'nodes': [{'op': 'null', 'name': 'x', 'inputs': []}, {'op': '_Native', 'name': 'n', 'attrs': {'info': '0x7f0000000000'}, 'inputs': []}], 'arg_nodes': [0], 'heads': [[1, 0, 0]]}
    yield Fixture('malicious/native-symbol.json', json.dumps(symbol).encode(), HAND, 'MXNet calls through an address in the file.', 'malicious')
    symbol['nodes'][1] = {'op': 'FullyConnected', 'name': 'n', 'attrs': {'num_hidden': '2'}, 'inputs': [[0, 0, 0]]}
    yield Fixture('clean/dense-symbol.json', json.dumps(symbol).encode(), HAND, 'A symbol of MXNet.', 'clean')
    xml = '<?xml version="1.0"?><!DOCTYPE net [<!ENTITY x SYSTEM "file:///etc/passwd">]><net name="n" version="11"><layers/></net>'
    yield Fixture('malicious/openvino-entity.xml', xml.encode('utf-16'), HAND, 'An external entity, in UTF-16.', 'malicious')
    xml = '<?xml version="1.0"?><net name="n" version="11"><layers><layer id="0" name="l" type="Evil" version="extension"/></layers></net>'
    yield Fixture('malicious/openvino-extension.xml', xml.encode(), HAND, 'A layer of an extension library.', 'suspicious')
    xml = '<?xml version="1.0"?><!-- <PMML --><!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/passwd">]><PMML version="4.4">&x;</PMML>'
    yield Fixture('malicious/entity.pmml', xml.encode(), HAND, 'A PMML with an external entity.', 'malicious')
    xml = '<?xml version="1.0"?><PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/></PMML>'
    yield Fixture('clean/plain.pmml', xml.encode(), HAND, 'A PMML.', 'clean')
    yield Fixture('malicious/segment-outside.pte', executorch(1 << 40), HAND, 'A segment of ExecuTorch far behind the end of the file.', 'malicious')
    yield Fixture('clean/empty.pte', executorch(0), HAND, 'An ExecuTorch program without plans.', 'clean')


def executorch(size):
    """Root table with field 4, a vector of one table with fields 0 and 1 of 8 bytes each, after an extended header."""
    head = struct.pack('<I4s4sIQQ', 48, b'ET12', b'eh00', 24, 100, 100)
    program = struct.pack('<7H2x', 14, 8, 0, 0, 0, 0, 4)  # at 32: a vtable for five fields
    table = struct.pack('<iI', 16, 4)  # at 48: its vtable 16 bytes before, the vector 4 bytes after the field
    vector = struct.pack('<II', 1, 16)  # at 56: one element, 16 bytes on: at 76
    segment = struct.pack('<4H4x', 8, 20, 4, 12) + struct.pack('<iQQ', 12, 0, size)  # its vtable at 64, the table at 76
    return head + program + table + vector + segment + bytes(8)


def fixtures():
    for file, origin, shows, verdict in KEPT:
        yield Fixture(file, (FIXTURES / file).read_bytes(), origin, shows, verdict)
    for part in (onnx, tensorflow, others):
        yield from part()
