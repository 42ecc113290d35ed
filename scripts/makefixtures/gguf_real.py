"""Files that real libraries wrote: python -m makefixtures.gguf_real OUT, run in scripts/ with the libraries below.

Made once and kept; makefixtures/gguf.py takes them from the fixture folder. Made with CPython 3.11.7, gguf 0.19.0, safetensors 0.8.0, xgboost 3.2.0,
lightgbm 4.7.0, catboost 1.2.10, pyarrow 26.0.1, sentencepiece 0.2.3, tokenizers 0.23.3, rdata 1.1.0, numpy 2.4.6.
"""
import sys
import tempfile
from pathlib import Path

import numpy as np


def main(out):
    from catboost import CatBoostClassifier
    import gguf
    import lightgbm
    import pyarrow as pa
    import pyarrow.feather
    import pyarrow.parquet
    import rdata
    import sentencepiece
    import xgboost
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models

    clean, malicious = out / 'clean', out / 'malicious'
    for end in (gguf.GGUFEndian.LITTLE, gguf.GGUFEndian.BIG):
        writer = gguf.GGUFWriter(str(clean / f'{end.name.lower()}-endian.gguf'), 'llama', endianess=end)
        writer.add_name('small')
        writer.add_chat_template([
            {'name': 'default', 'template': '{% for message in messages %}{{ message.content }}{% endfor %}'},
            {'name': 'tool_use', 'template': '{{ tools | tojson }}'},
        ])
        writer.add_token_list(['<s>', 'a', 'b'])
        writer.add_array('small.list', [1, 2, 3])
        writer.add_tensor('plain', np.arange(32, dtype=np.float32).reshape(2, 16))
        writer.add_tensor('odd', np.arange(33, dtype=np.float16))
        writer.add_tensor('quantized', np.zeros((2, 34), np.uint8), raw_dtype=gguf.GGMLQuantizationType.Q8_0)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    save_file({'weight': np.arange(4, dtype=np.float32), 'empty': np.zeros((0, 3), np.int8), 'scalar': np.array(3.0)},
              str(clean / 'weights.safetensors'), metadata={'format': 'np'})

    x = np.random.default_rng(0).normal(size=(60, 3))
    y = (x[:, 0] > 0).astype(int)
    booster = xgboost.train({'objective': 'binary:logistic', 'seed': 1, 'nthread': 1}, xgboost.DMatrix(x, label=y), 2)
    booster.save_model(str(clean / 'xgboost.json'))
    booster.save_model(str(clean / 'xgboost.ubj'))
    lightgbm.train({'objective': 'binary', 'verbose': -1, 'num_threads': 1, 'min_data_in_leaf': 2}, lightgbm.Dataset(x, label=y), 2).save_model(
        str(clean / 'lightgbm.txt'))
    CatBoostClassifier(iterations=2, verbose=0, thread_count=1, allow_writing_files=False).fit(x, y).save_model(str(clean / 'catboost.cbm'))

    table = pa.table({'a': [1, 2], 'b': ['x', 'y'], 'c': [[1], [2]]})
    pa.parquet.write_table(table, str(clean / 'table.parquet'))
    pa.feather.write_feather(table, str(clean / 'table.feather'))
    # A type of one's own, as PyArrow before 14.0.1 wrote it: its metadata are a pickle.
    evil = b"cos\nsystem\n(S'echo modelgate-marker'\ntR."
    field = pa.field('column', pa.int32(), metadata={'ARROW:extension:name': 'arrow.py_extension_type', 'ARROW:extension:metadata': evil})
    pickled = pa.table([pa.array([1], pa.int32())], schema=pa.schema([field]))
    pa.parquet.write_table(pickled, str(malicious / 'extension-type.parquet'))
    with pa.ipc.new_file(str(malicious / 'extension-type.arrow'), pickled.schema) as sink:
        sink.write_table(pickled)

    with tempfile.TemporaryDirectory() as work:
        text = Path(work, 'text')
        text.write_text('hello world this is a text\n' * 50)
        sentencepiece.SentencePieceTrainer.train(
            input=str(text), model_prefix=str(Path(work, 'words')), vocab_size=25, hard_vocab_limit=False,
            normalization_rule_name='identity')
        (clean / 'words.model').write_bytes(Path(work, 'words.model').read_bytes())
    Tokenizer(models.BPE()).save(str(clean / 'tokenizer.json'))
    rdata.write_rds(str(clean / 'values.rds'), {'coef': np.array([1.0, 2.0]), 'names': np.array(['x', 'y'])})
    rdata.write_rds(str(clean / 'values-text.rds'), {'coef': np.array([1.0, 2.0]), 'names': np.array(['x y', 'é'])}, file_format='ascii')


if __name__ == '__main__':
    main(Path(sys.argv[1]))
