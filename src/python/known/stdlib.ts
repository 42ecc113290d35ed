// Safe names of the standard library.
import type { SafeGroup } from '../table.ts'

/** The standard library. */
export const stdlib: readonly SafeGroup[] = [
  {
    use: 'call',
    reason: 'container of the standard library: keeps its arguments',
    names: {
      argparse: 'Namespace',
      collections: 'ChainMap Counter OrderedDict UserDict UserList UserString deque',
      io: 'BytesIO StringIO',
      types: 'EllipsisType MappingProxyType NoneType NotImplementedType SimpleNamespace',
    },
  },
  {
    use: 'call',
    reason: 'builtin type or constant: only builds a value',
    names: {
      builtins: `Ellipsis NotImplemented bool buffer bytearray bytes complex dict float frozenset int list object range set slice str
        tuple`,
    },
  },
  {
    use: 'call',
    reason: 'value class: parses or keeps its arguments',
    names: {
      array: 'array',
      datetime: 'date datetime time timedelta timezone tzinfo',
      decimal: 'Context Decimal',
      fractions: 'Fraction',
      inspect: 'Parameter Signature',
      ipaddress: 'IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network',
      os: 'stat_result statvfs_result terminal_size times_result uname_result',
      pathlib: 'Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath',
      random: 'Random',
      re: '_compile',
      time: 'struct_time',
      uuid: 'UUID',
    },
  },
  {
    use: 'call',
    reason: 'exception class: built, not raised',
    names: {
      builtins: `ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError ChildProcessError
        ConnectionError DeprecationWarning EOFError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
        ImportError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
        NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError RuntimeError
        RuntimeWarning StopAsyncIteration StopIteration SyntaxError SystemExit TimeoutError TypeError UnicodeDecodeError UnicodeEncodeError
        UnicodeError UserWarning ValueError Warning ZeroDivisionError`,
      decimal: 'Clamped DecimalException DivisionByZero FloatOperation Inexact InvalidOperation Overflow Rounded Subnormal Underflow',
    },
  },
  {
    use: 'call',
    reason: 'iterator with a plain state',
    names: { itertools: 'chain count cycle repeat' },
  },
  {
    use: 'shared',
    reason: 'returns a logger of the program by name',
    names: { logging: 'getLogger' },
  },
  {
    use: 'class',
    reason: 'class of the standard library: imported, or with a plain state',
    names: {
      abc: 'ABC',
      calendar: 'Calendar',
      'collections.abc': 'Callable Iterable Iterator Mapping Sequence Set',
      csv: 'excel',
      dataclasses: '_MISSING_TYPE',
      difflib: 'SequenceMatcher',
      enum: 'Enum Flag IntEnum IntFlag',
      inspect: '_empty',
      logging: 'LogRecord',
      numbers: 'Complex Integral Number Rational Real',
      statistics: 'NormalDist',
      string: 'Template',
      textwrap: 'TextWrapper',
      'urllib.parse': 'ParseResult SplitResult',
    },
  },
  {
    use: 'reference',
    reason: 'metaclass: an import is harmless, an instance of it is a new class with methods of the file',
    names: { abc: 'ABCMeta', enum: 'EnumMeta EnumType' },
  },
  {
    use: 'class',
    reason: 'type annotation: an import of it is harmless',
    names: {
      typing: `Any Callable ClassVar Counter DefaultDict Deque Dict Final FrozenSet Generic Iterable Iterator List Literal Mapping Optional OrderedDict Sequence
        Set Tuple Type Union`,
    },
  },
  {
    use: 'reference',
    reason: 'function: an import of it is harmless',
    names: {
      builtins: `abs all any ascii bin callable chr classmethod divmod format hasattr hash hex id isinstance issubclass len max memoryview min next oct ord pow
        print property repr round sorted staticmethod sum super`,
      collections: 'namedtuple',
      json: 'dumps loads',
      cmath: 'exp',
      math: 'ceil cos e exp floor log log10 log2 pi pow prod sin sqrt tan tanh',
      operator: 'add eq ge gt le lt mul ne neg not_ sub truediv xor',
      posixpath: 'basename join',
      zlib: 'adler32 crc32',
    },
  },
  {
    use: 'iterator',
    reason: 'iterator over its argument',
    names: {
      builtins: 'enumerate reversed zip',
      itertools: 'combinations combinations_with_replacement compress islice pairwise permutations product zip_longest',
    },
  },
  {
    use: 'one-iterable',
    reason: 'iterator over its argument; with a second argument it calls the first for every item',
    names: { builtins: 'iter' },
  },
  {
    use: 'mapped',
    reason: 'iterator that calls a function for each item',
    names: { builtins: 'filter map' },
  },
  {
    use: 'get-attribute',
    reason: 'picklers write enumeration members, nested classes and bound methods with it',
    names: { builtins: 'getattr' },
  },
  {
    use: 'type-of',
    reason: 'picklers write the types of None and Ellipsis with it',
    names: { builtins: 'type' },
  },
  {
    use: 'codec',
    reason: 'Python 3 writes bytes with it at protocol 2 and below',
    names: { _codecs: 'encode' },
  },
  {
    use: 'partial',
    reason: 'keeps a function and its arguments for later',
    names: { functools: 'partial' },
  },
  {
    use: 'flags',
    reason: 'combination of two flags of one enumeration',
    names: { operator: 'and_ or_' },
  },
  {
    use: 'union',
    reason: 'picklers write unions of types with it',
    names: { functools: 'reduce' },
  },
  {
    use: 'typing-item',
    reason: 'picklers write generics of typing with it',
    names: { operator: 'getitem' },
  },
  {
    use: 'first-is-class',
    reason: 'array constructor: builds an instance of its argument from bytes',
    names: { array: '_array_reconstructor' },
  },
  {
    use: 'default-factory',
    reason: 'dict that calls its factory for a missing key',
    names: { collections: 'defaultdict' },
  },
  {
    use: 'first-is-class',
    reason: 'builds an instance of its argument without `__init__`',
    names: { copyreg: '__newobj__ __newobj_ex__' },
  },
  {
    use: 'reconstructor',
    reason: 'picklers build objects with it at protocols 0 and 1',
    names: { copyreg: '_reconstructor' },
  },
  {
    use: 'attribute-getter',
    reason: 'gets an attribute later',
    names: { operator: 'attrgetter' },
  },
  {
    use: 'item-getter',
    reason: 'gets an item later',
    names: { operator: 'itemgetter' },
  },
  {
    use: 'method-caller',
    reason: 'calls a method later',
    names: { operator: 'methodcaller' },
  },
  {
    use: 'member',
    reason: 'enumeration: a call with one literal returns a member',
    names: {
      http: 'HTTPStatus',
      re: 'RegexFlag',
      inspect: '_ParameterKind',
      signal: 'Handlers Signals',
      socket: 'AddressFamily SocketKind',
      uuid: 'SafeUUID',
    },
  },
  {
    use: 'first-is-class',
    reason: 'type annotation of its argument',
    names: { types: 'GenericAlias' },
  },
  {
    use: 'zone-key',
    reason: 'time zone: reads the zone file of that key',
    names: { zoneinfo: 'ZoneInfo ZoneInfo._unpickle' },
  },
]
