// Checks that symbolic sizes and conditions of torch.export contain nothing but arithmetic.
import type { Token } from '../python/lexer.ts'
import { isOp, LexError, pythonTokens } from '../python/lexer.ts'

/** Maximum length of an expression; those of shapes are shorter. */
const MAX_TEXT = 64 * 1024
/**
 * SymPy's classes, and PyTorch's functions of sizes (torch/utils/_sympy/functions.py), as `torch.export` writes them.
 */
const FUNCTIONS = new Set(
  `Symbol Dummy Integer Float Rational Add Mul Pow Mod Max Min Abs Eq Ne Lt Le Gt Ge Equality Unequality StrictLessThan LessThan StrictGreaterThan
  GreaterThan And Or Not Xor Piecewise ITE ceiling floor sqrt log exp sin cos tan FloorDiv ModularIndexing Where PythonMod CleanDiv CeilToInt
  FloorToInt CeilDiv LShift RShift PowByNatural FloatPow FloatTrueDiv IntTrueDiv IsNonOverlappingAndDenseIndicator TruncToFloat TruncToInt
  RoundToInt RoundDecimal ToFloat Identity BitwiseFn_bitwise_and BitwiseFn_bitwise_or OpaqueUnaryFn_sqrt OpaqueUnaryFn_exp OpaqueUnaryFn_log
  OpaqueUnaryFn_sin OpaqueUnaryFn_cos OpaqueUnaryFn_tanh OpaqueUnaryFn_log2`.split(/\s+/),
)
const SYMBOL_CLASSES = new Set(['Symbol', 'Dummy'])
const NUMBER_CLASSES = new Set(['Float', 'Integer', 'Rational'])
const NUMERAL = /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i
/** Attributes of inputs that a condition reads. */
const OF_INPUTS = new Set('size stride storage_offset shape ndim dim numel'.split(' '))
/** Functions of numbers in the conditions that PyTorch writes (torch/utils/_sympy/printers.py). */
const CALLED = new Set('abs bool float int max min round IsNonOverlappingAndDenseIndicator cast_symbool_to_symint_guardless'.split(' '))
const OF_TORCH = /^_?sym_[a-z_]+$/
const OF_MATH = /^[a-z][a-z\d]*$/
const ARITHMETIC = new Set('(),+-*/%=<>&|~!')
const CONDITION = new Set([...ARITHMETIC, '.', '[', ']'])
const WORDS = new Set(['True', 'False', 'None', 'and', 'or', 'not', 'is', 'in'])

/**
 * True for a size as `torch.export` writes it, e.g. `2*Symbol('s0', positive=True)`: numbers, symbols and functions of
 * numbers. The loader passes the text to SymPy, which evaluates it as Python (torch/_export/serde/serialize.py,
 * `_parse_sym_expr`).
 */
export function isSize(text: string): boolean {
  return holds(text, ARITHMETIC, (token, [called, before], after) => {
    if (token.kind === 'string') return token.plain && isOp(before, '(') && takesText(called, token.head)
    return token.kind !== 'name' || !isOp(after, '(') || FUNCTIONS.has(token.text)
  })
}

/**
 * True for a condition as `torch.export` writes it, e.g. `L['x'].size()[0] >= 2`. It becomes code
 * (torch/export/_unlift.py).
 */
export function isGuard(text: string): boolean {
  return holds(text, CONDITION, (token, [object, before], after) => {
    if (token.kind === 'string') return token.plain
    if (token.kind !== 'name' || WORDS.has(token.text)) return true
    if (isOp(before, '.')) {
      const root = object?.kind === 'name' ? object.text : ''
      return root === 'torch' ? OF_TORCH.test(token.text) : root === 'math' ? OF_MATH.test(token.text) : OF_INPUTS.has(token.text)
    }
    if (isOp(after, '.')) return token.text === 'math' || token.text === 'torch'
    return isOp(after, '(') ? CALLED.has(token.text) || FUNCTIONS.has(token.text) : !isOp(after, '[') || token.text === 'L'
  })
}

function takesText(called: Token | undefined, text: string): boolean {
  return called?.kind === 'name' && (SYMBOL_CLASSES.has(called.text) || (NUMBER_CLASSES.has(called.text) && NUMERAL.test(text)))
}

type Allowed = (token: Token, before: readonly [Token | undefined, Token | undefined], after: Token | undefined) => boolean

function holds(text: string, operators: ReadonlySet<string>, allowed: Allowed): boolean {
  if (text.length > MAX_TEXT) return false
  try {
    const tokens = pythonTokens(text)
    return tokens.every((token, at) => {
      if (token.kind === 'newline' || (token.kind === 'op' && !operators.has(token.text))) return false
      if (token.kind === 'name' && (token.text.startsWith('__') || token.text === 'lambda')) return false
      return allowed(token, [tokens[at - 2], tokens[at - 1]], tokens[at + 1])
    })
  } catch (error) {
    if (!(error instanceof LexError)) throw error
    return false
  }
}
