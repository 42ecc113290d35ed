import acme_base as base
from acme_base import Registry

__all__ = ['Model', 'Hooked', 'Plain']


class Plain:
    def __del__(self):
        self.close()


class Model(base.Base):
    def __init__(self, name, *layers, scale=1):
        self.name = name
        self.layers = list(layers)
        self.scale = scale

    @property
    def size(self):
        return len(self.layers)

    @size.setter
    def size(self, value):
        self.resize(value)


class Hooked(Model):
    def _restore(self, state):
        super()._restore(state)
        self.callback = state['callback']
        self.callback()


class Registered(metaclass=Registry):
    __slots__ = ('key',)


class Newer:
    pass


class Cell:
    def __reduce__(self):
        return _make_cell, (self.value,)


def _make_cell(value, factory=None):
    cell = Cell()
    cell.value = factory(value)
    return cell


def helper():
    pass


LIMIT = 3


class Kept(base.Base):
    def __setstate__(self, state):
        self.__dict__.update(state)


def listed(cls):
    KINDS.append(cls)
    return cls


def patched(cls):
    return rebuild(cls)


KINDS = []


@listed
class Listed:
    pass


@patched
class Patched:
    pass


class Heir(Patched):
    pass


class Passed:
    pass


rebuild(Passed)


class Shown:
    @property
    def text(self):
        return self._text

    @text.setter
    def text(self, value):
        self._text = str(value)
