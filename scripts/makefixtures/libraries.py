"""What other libraries write around pickles: learners that fastai exports, and parameters and optimizers of PaddlePaddle.

Made with fastai 2.8.12, fastcore 2.2.41, fasttransform 0.0.5 and PaddlePaddle 3.3.1.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from .fixture import Fixture, RunsMarker, made_by

# (file, origin, what it shows, verdict, loader that proves it)
FASTAI = ('fastai', 'fastcore', 'fasttransform', 'torch')
PADDLE = ('paddlepaddle', 'numpy')
ROWS = [
    ('clean/fastai/export.pkl', FASTAI, 'A learner as Learner.export writes it: data, model and callbacks, with cloudpickle.', 'clean', None),
    ('clean/fastai/weights.pth', FASTAI, 'Its weights and optimizer as Learner.save writes them.', 'clean', None),
    ('malicious/fastai/export.pkl', FASTAI, 'The same learner with an attribute that runs a command.', 'malicious', 'fastai'),
    ('clean/paddle/model.pdparams', PADDLE, 'Parameters of three layers, as paddle.save writes them.', 'clean', None),
    ('clean/paddle/model.pdopt', PADDLE, 'The state of their optimizer and of its schedule.', 'clean', None),
    ('malicious/paddle/model.pdparams', PADDLE, 'The parameters with an object that runs a command.', 'malicious', 'paddle'),
    ('malicious/paddle/model.pdopt', PADDLE, 'The optimizer with an object that runs a command.', 'malicious', 'paddle'),
]


def learner():
    """A learner of two columns that was never trained."""
    import pandas as pd
    from fastai.tabular.all import Categorify, FillMissing, Normalize, TabularDataLoaders, accuracy, set_seed, tabular_learner

    set_seed(0, reproducible=True)
    frame = pd.DataFrame({'colour': ['red', 'blue'] * 4, 'size': [i / 8 for i in range(8)], 'label': ['a', 'b', 'b', 'a'] * 2})
    loaders = TabularDataLoaders.from_df(
        frame, path='.', procs=[Categorify, FillMissing, Normalize], cat_names=['colour'], cont_names=['size'], y_names='label',
        valid_idx=[6, 7], bs=2, num_workers=0, device='cpu',
    )
    return tabular_learner(loaders, layers=[2], metrics=accuracy)


def fastai(out):
    learn = learner()
    learn.export(out / 'clean/fastai/export.pkl')
    learn.save(out / 'clean/fastai/weights')
    learn.note = RunsMarker()
    learn.export(out / 'malicious/fastai/export.pkl')


def paddle(out):
    import paddle

    paddle.seed(0)
    net = paddle.nn.Sequential(paddle.nn.Linear(2, 3), paddle.nn.BatchNorm1D(3), paddle.nn.Linear(3, 1))
    rate = paddle.optimizer.lr.StepDecay(0.1, 2)
    optimizer = paddle.optimizer.Adam(parameters=net.parameters(), learning_rate=rate)
    net(paddle.ones([4, 2])).sum().backward()
    optimizer.step()
    for file, state in (('model.pdparams', net.state_dict()), ('model.pdopt', optimizer.state_dict())):
        paddle.save(state, str(out / 'clean/paddle' / file))
        paddle.save(dict(state, note=RunsMarker()), str(out / 'malicious/paddle' / file))


MAKERS = {'fastai': fastai, 'paddle': paddle}


def fixtures():
    """Each library in a process of its own: PaddlePaddle and TensorFlow crash in one, and fastai changes PyTorch."""
    with tempfile.TemporaryDirectory() as folder:
        for name in MAKERS:
            for kind in ('clean', 'malicious'):
                Path(folder, kind, name).mkdir(parents=True)
            run = subprocess.run([sys.executable, '-m', 'makefixtures.libraries', name, folder], cwd=Path(__file__).parent.parent, capture_output=True, text=True)
            assert run.returncode == 0, run.stderr
        for file, libraries, shows, verdict, proof in ROWS:
            yield Fixture(file, Path(folder, file).read_bytes(), made_by(*libraries), shows, verdict, proof)


if __name__ == '__main__':
    MAKERS[sys.argv[1]](Path(sys.argv[2]))
