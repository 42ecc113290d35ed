"""Graphs that real exporters wrote: python -m makefixtures.graphs_real OUT, run in scripts/ with the libraries below.

Their bytes differ from run to run (names, ids, counters), so that they are made once and kept; makefixtures/graphs.py takes them from
the fixture folder. Made with CPython 3.11.7, tensorflow-cpu 2.21.0, onnx 1.23.2, onnxruntime 1.32.0, skl2onnx 1.20.0,
scikit-learn 1.9.1, openvino 2026.4.1, coremltools 9.0, torch 2.15.0 with onnxscript 0.7.2. The files of programs that read or write only name
a marker file, and nothing runs here.
"""
import shutil
import sys
import tempfile
from pathlib import Path

MARKER = '/tmp/modelgate-marker'


def tensorflow(out, work):
    import tensorflow as tf

    vocabulary = work / 'vocab.txt'
    vocabulary.write_text('a\nb\n')

    class Vocabulary(tf.Module):
        def __init__(self):
            super().__init__()
            file = tf.lookup.TextFileInitializer(
                str(vocabulary), tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER)
            self.table = tf.lookup.StaticVocabularyTable(file, 1)
            self.weight = tf.Variable([1.0, 2.0])

        @tf.function(input_signature=[tf.TensorSpec([None], tf.string)])
        def __call__(self, text):
            return self.table.lookup(text)

    class Files(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([], tf.string)])
        def __call__(self, text):
            tf.io.write_file(MARKER, text)
            read = tf.io.read_file('/etc/hostname')
            tf.print(read, output_stream=f'file://{MARKER}')
            return read

    class Python(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([], tf.float32)])
        def __call__(self, value):
            return tf.py_function(lambda v: v, [value], tf.float32), tf.numpy_function(lambda v: v, [value], tf.float32)

    for name, module in (('clean/savedmodel-vocabulary', Vocabulary()), ('malicious/savedmodel-files', Files()),
                         ('malicious/savedmodel-python', Python())):
        folder = work / name
        tf.saved_model.save(module, str(folder))
        shutil.copy(folder / 'saved_model.pb', out / f'{name}.pb')

    dense = tf.function(lambda x: tf.nn.relu(x @ tf.ones([4, 2]))).get_concrete_function(tf.TensorSpec([1, 4]))
    (out / 'clean/dense.tflite').write_bytes(tf.lite.TFLiteConverter.from_concrete_functions([dense]).convert())

    def flex(function):
        converter = tf.lite.TFLiteConverter.from_concrete_functions(
            [tf.function(function).get_concrete_function(tf.TensorSpec([], tf.string))])
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS, tf.lite.OpsSet.SELECT_TF_OPS]
        return converter.convert()

    (out / 'clean/flex-strings.tflite').write_bytes(flex(lambda x: tf.strings.regex_replace(x, 'a', 'b')))
    (out / 'malicious/flex-read.tflite').write_bytes(flex(lambda x: tf.io.read_file(x)))

    v1 = tf.compat.v1
    graph = tf.Graph()
    with graph.as_default():
        x = v1.placeholder(tf.float32, [None, 4], name='x')
        tf.matmul(x, v1.get_variable('w', [4, 2]), name='y')
        saver = v1.train.Saver(sharded=True)
        v1.train.export_meta_graph(str(out / 'clean/saver.meta'), graph=graph, saver_def=saver.saver_def)
        tf.io.write_graph(graph, str(out / 'clean'), 'saver.pb', as_text=False)
        tf.io.write_graph(graph, str(out / 'clean'), 'saver.pbtxt', as_text=True)


def onnx_family(out, work):
    import numpy as np
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from skl2onnx import to_onnx

    data = np.random.RandomState(0).rand(30, 4).astype('f')
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(data, data[:, 0] > 0.5)
    (out / 'clean/sklearn-pipeline.onnx').write_bytes(to_onnx(model, data[:1]).SerializeToString())

    weight = numpy_helper.from_array(np.zeros((4, 2), 'f'), 'w')
    graph = helper.make_graph(
        [helper.make_node('MatMul', ['x', 'w'], ['y'])], 'g', [helper.make_tensor_value_info('x', TensorProto.FLOAT, [1, 4])],
        [helper.make_tensor_value_info('y', TensorProto.FLOAT, [1, 2])], [weight])
    plain = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 17)], ir_version=8)
    onnx.save(plain, work / 'plain.onnx')
    onnx.save(plain, work / 'external.onnx', save_as_external_data=True, location='external.onnx.data', size_threshold=0)
    shutil.copy(work / 'external.onnx', out / 'clean/external.onnx')

    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(out / 'clean/sklearn-pipeline.ort')
    options.add_session_config_entry('session.save_model_format', 'ORT')
    onnxruntime.InferenceSession(str(out / 'clean/sklearn-pipeline.onnx'), options)

    import openvino
    openvino.save_model(openvino.convert_model(work / 'plain.onnx'), work / 'matmul.xml')
    shutil.copy(work / 'matmul.xml', out / 'clean/openvino-matmul.xml')


def torch_onnx(out, work):
    import torch
    model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.LayerNorm(8))
    torch.onnx.export(model, (torch.zeros(1, 4),), work / 'torch.onnx', dynamo=True, external_data=False)
    shutil.copy(work / 'torch.onnx', out / 'clean/torch-export.onnx')


def coreml(out, work):
    import coremltools
    import numpy as np
    from coremltools.converters.mil import Builder
    from coremltools.models import datatypes
    from coremltools.models.neural_network import NeuralNetworkBuilder

    builder = NeuralNetworkBuilder([('x', datatypes.Array(4))], [('y', datatypes.Array(2))])
    builder.add_inner_product('dense', np.zeros((2, 4), 'f'), np.zeros(2, 'f'), 4, 2, True, 'x', 'y')
    coremltools.models.utils.save_spec(builder.spec, str(work / 'network.mlmodel'))
    shutil.copy(work / 'network.mlmodel', out / 'clean/coreml-network.mlmodel')

    @Builder.program(input_specs=[Builder.TensorSpec(shape=(1, 4))])
    def program(x):
        return Builder.relu(x=Builder.linear(x=x, weight=np.zeros((2, 4), 'f'), bias=np.zeros(2, 'f')))

    package = work / 'program.mlpackage'
    coremltools.convert(program, convert_to='mlprogram', skip_model_load=True).save(str(package))
    shutil.copy(package / 'Data/com.apple.CoreML/model.mlmodel', out / 'clean/coreml-program.mlmodel')


def main():
    out = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for part in (tensorflow, onnx_family, torch_onnx, coreml):
            try:
                part(out, Path(folder))
            except ImportError as error:
                print(f'{part.__name__}: left as it is ({error})')


if __name__ == '__main__':
    main()
