"""What is known of code that has no Python source: builtin types and functions, and a few functions of C."""

# Hooks of an instance that a consumer asks for. Getters, setters and descriptors are found beside them.
HOOKS = frozenset('''
__new__ __init__ __setstate__ __setattr__ __delattr__ __getattr__ __getattribute__ __del__ __init_subclass__ __class_getitem__
__hash__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __iter__ __next__ __reversed__ __len__ __length_hint__ __contains__ __bool__ __repr__ __str__
__format__ __bytes__ __call__ __getitem__ __setitem__ __delitem__ __missing__ append extend add update __enter__ __exit__ __get__ __set__ __delete__
__set_name__ __index__ __int__ __float__ __complex__ __fspath__ __instancecheck__ __subclasscheck__ __array__ __array_ufunc__ __array_function__
__array_finalize__ __array_interface__ __array_struct__ __buffer__ __torch_function__ __torch_dispatch__ __copy__ __deepcopy__
__add__ __radd__ __iadd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ __floordiv__ __mod__ __rmod__ __pow__ __matmul__ __neg__ __pos__
__abs__ __invert__ __and__ __rand__ __or__ __ror__ __ior__ __xor__ __lshift__ __rshift__ __divmod__ __round__ __await__ __aiter__ __anext__ __prepare__
'''.split())

_SEQUENCE = {'__new__': 'iterable:iterates iterable[]:stores', '__init__': 'iterable:iterates iterable[]:stores'}
_DICT = {
    '__init__': 'iterable:iterates iterable[]:hashes,compares,stores **keywords:- keywords[]:stores', '__setitem__': 'key:hashes,compares,stores value:stores',
    'update': 'iterable:iterates iterable[]:hashes,compares,stores **keywords:- keywords[]:stores',
}
_ERROR = {'__new__': '*args:- args[]:stores', '__init__': '*args:- args[]:stores',
          '__setstate__': 'state:gets-attribute,iterates state[]:iterates,stores self:sets-attributes', '__str__': 'self.args:formats', '__repr__': 'self.args:formats'}

# Builtin types by what restoring an instance of a subclass of theirs runs, in the words of the file. The types of
# Objects/*.c of CPython 3.11.
TYPES = {
    'object': {}, 'type': {'__new__': 'name:- bases:builds namespace:builds', '__call__': '*args:unknown **keywords:unknown'},
    'dict': _DICT, 'list': {**_SEQUENCE, 'append': 'item:stores', 'extend': 'items:iterates items[]:stores',
                            '__setitem__': 'index:converts value:stores'},
    'tuple': {'__new__': 'iterable:iterates iterable[]:stores'},
    'set': {'__init__': 'iterable:iterates iterable[]:hashes,compares,stores', 'add': 'item:hashes,compares,stores',
            'update': '*iterables:- iterables[]:iterates,hashes,compares,stores'},
    'frozenset': {'__new__': 'iterable:iterates iterable[]:hashes,compares,stores'},
    'str': {'__new__': 'object:formats'}, 'bytes': {'__new__': 'object:converts,iterates'}, 'bytearray': {'__init__': 'object:converts,iterates'},
    'int': {'__new__': 'x:converts'}, 'float': {'__new__': 'x:converts'}, 'complex': {'__new__': 'real,imag:converts'}, 'bool': {'__new__': 'x:converts'},
    'property': {'__init__': 'fget,fset,fdel:stores doc:gets-attribute', '__get__': 'instance:- owner:- self.fget:calls', '__set__': 'instance:- value:- self.fset:calls'},
    'staticmethod': {'__init__': 'function:stores,gets-attribute', '__call__': '*args:- **keywords:- self.__func__:calls'},
    'classmethod': {'__init__': 'function:stores,gets-attribute', '__get__': 'instance,owner:- self.__func__:gets-attribute'},
    'slice': {}, 'range': {}, 'memoryview': {}, 'super': {}, 'enumerate': {}, 'zip': {}, 'map': {}, 'filter': {}, 'reversed': {},
}
ERRORS = _ERROR

# Builtin functions: effects on each argument, and on what is in it (`[]`). Whatever else is called with the file's values is unknown.
FUNCTIONS = {
    'len': 'iterates', 'repr': 'formats', 'str': 'formats', 'ascii': 'formats', 'format': 'formats', 'print': 'formats', 'hash': 'hashes',
    'int': 'converts', 'float': 'converts', 'bool': 'converts', 'complex': 'converts', 'bytes': 'converts,iterates', 'bytearray': 'converts,iterates',
    'abs': 'converts', 'round': 'converts', 'divmod': 'converts', 'pow': 'converts', 'chr': 'converts', 'ord': 'converts', 'bin': 'converts',
    'hex': 'converts', 'oct': 'converts', 'range': 'converts', 'slice': 'stores', 'memoryview': 'converts',
    'list': 'iterates []stores', 'tuple': 'iterates []stores', 'set': 'iterates []hashes,compares', 'frozenset': 'iterates []hashes,compares',
    'dict': 'iterates []hashes,compares', 'iter': 'iterates', 'next': 'iterates', 'enumerate': 'iterates', 'reversed': 'iterates', 'zip': 'iterates',
    'any': 'iterates []converts', 'all': 'iterates []converts', 'sum': 'iterates []converts', 'min': 'iterates []compares', 'max': 'iterates []compares',
    'sorted': 'iterates []compares', 'isinstance': 'gets-attribute', 'issubclass': 'gets-attribute', 'callable': '', 'id': '', 'type': '',
    'hasattr': 'gets-attribute', 'getattr': 'gets-attribute', 'delattr': 'sets-attributes', 'vars': 'gets-attribute', 'dir': 'gets-attribute',
    'super': '', 'property': 'stores', 'object': '', 'eval': 'evaluates', 'exec': 'evaluates', 'compile': 'evaluates', '__import__': 'imports', 'open': 'opens-path',
}
# Functions whose result holds their arguments, so that what is done with it is done with them.
PASSES_ON = frozenset('list tuple set frozenset dict iter next enumerate reversed zip min max sorted sum getattr vars slice'.split())

# Functions of the standard library and NumPy that are not followed into their sources, by what they do with each argument.
DOTTED = {
    'pickle.loads': 'unpickles', 'pickle.load': 'unpickles', '_pickle.loads': 'unpickles', 'marshal.loads': 'unpickles', 'copyreg.__newobj__': 'builds',
    'copyreg._reconstructor': 'builds', 'importlib.import_module': 'imports', 'os.path.join': 'converts', 'os.path.exists': 'opens-path',
    'os.fspath': 'converts', 'copy.copy': 'unknown', 'copy.deepcopy': 'unknown', 'weakref.ref': 'stores', 'warnings.warn': 'formats',
    'collections.OrderedDict': 'iterates []hashes,compares', 'collections.defaultdict': 'iterates []hashes,compares', 'collections.deque': 'iterates []stores',
    'functools.partial': 'stores', 'functools.wraps': 'gets-attribute', 'itertools.chain': 'iterates', 'operator.attrgetter': 'converts',
    'operator.itemgetter': 'stores', 'inspect.signature': 'gets-attribute', 'inspect.isclass': '', 'inspect.isfunction': '', 'math.sqrt': 'converts', 'threading.Lock': '',
    'threading.RLock': '', 'os.system': 'evaluates', 'os.popen': 'evaluates', 'os.execv': 'evaluates',
    'os.execve': 'evaluates', 'os.posix_spawn': 'evaluates', '_io.BytesIO': 'stores', '_io.StringIO': 'stores', '_weakref.ref': 'stores', 'sys.getsizeof': 'iterates',
    **{f'numpy._core.multiarray.{name}': 'converts,iterates,gets-attribute []converts,iterates,gets-attribute' for name in (
        'array', 'asarray', 'asanyarray', 'ascontiguousarray', 'asfortranarray')},
    **{f'numpy._core.multiarray.{name}': 'converts,iterates' for name in ('zeros', 'empty', 'arange')},
    'numpy._core.multiarray.dtype': 'converts,iterates,gets-attribute,hashes,compares', 'ast.literal_eval': 'converts', 'typing.cast': '', 'numbers.Number': '', 'time.time': '',
}
# Methods of containers and texts of the function's own, which take what they are given and run none of it but by these effects.
CONTAINER_METHODS = {
    'append': 'stores', 'appendleft': 'stores', 'insert': 'stores', 'extend': 'iterates []stores', 'add': 'hashes,compares,stores', 'setdefault': 'hashes,compares,stores',
    'update': 'iterates []hashes,compares,stores', 'get': 'hashes,compares', 'pop': 'hashes,compares', 'remove': 'compares', 'index': 'compares', 'join': 'iterates []converts',
    'format': 'formats', 'startswith': 'converts', 'endswith': 'converts', 'split': 'converts', 'replace': 'converts', 'strip': 'converts', 'discard': 'hashes,compares',
    'keys': '', 'values': '', 'items': '', 'copy': '', 'lower': '', 'upper': '', 'popitem': '', 'clear': '', 'sort': '', 'reverse': '', 'count': 'compares',
    'encode': '', 'decode': '', 'title': '', 'isidentifier': '', 'issubset': 'iterates []hashes,compares', 'union': 'iterates []hashes,compares',
    'difference': 'iterates []hashes,compares', 'intersection': 'iterates []hashes,compares', 'rjust': 'converts', 'ljust': 'converts',
}
# Modules whose functions all do the same with their arguments.
MODULES = (('os.path.', 'converts,opens-path'), ('os.', 'converts,opens-path'), ('itertools.', 'iterates,stores'), ('math.', 'converts'), ('struct.', 'converts'),
           ('shutil.', 'converts,opens-path'), ('glob.', 'converts,opens-path'), ('time.', 'converts'), ('zlib.', 'converts'), ('binascii.', 'converts'))
# Decorators after which a class or function has the hooks of its body.
PLAIN_DECORATORS = frozenset('''
total_ordering final runtime_checkable unique verify set_module abstractmethod staticmethod classmethod property wraps lru_cache cache overload override
contextmanager asynccontextmanager no_type_check singledispatch singledispatchmethod dataclass_transform Appender Substitution doc keras_export tf_export
no_grad inference_mode
'''.split())
# What a decorator may call with the class that it is given, and leave the class as it was.
LEAVES_CLASSES = frozenset('append add register isinstance issubclass hasattr getattr setdefault cast len repr str id'.split())
# Decorators that make an attribute that runs its function when it is read.
GETTERS = frozenset('property cached_property cache_readonly lazyproperty abstractproperty classproperty hybrid_property DynamicClassAttribute'.split())

# What runs when a pickle builds an instance without its constructor and gives it a state, besides setters, or drops it. The rest runs only where a
# value is used.
RESTORING = ('__new__', '__setstate__', '__setattr__', '__getattr__', '__getattribute__', '__del__')


def function_effects(name):
    """The effects of a function that is known by its dotted name, or None."""
    name = name.replace('posixpath.', 'os.path.', 1).replace('ntpath.', 'os.path.', 1)
    for module, text in MODULES:
        if name not in DOTTED and name.startswith(module):
            return text
    return DOTTED.get(name)
