class Base:
    def __setstate__(self, state):
        self._restore(state)

    def _restore(self, state):
        self.__dict__.update(state)

    def __repr__(self):
        return f'{type(self).__name__}({self.name})'


class Registry(type):
    def __call__(cls, *args):
        return args[0]()
