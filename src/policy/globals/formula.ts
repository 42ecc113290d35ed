/** Functions of formulas: of patsy and formulaic themselves, and of NumPy. */
const FUNCTIONS = new Set(
  `C I Q bs cc cr te poly center scale standardize hashed lag log log2 log10 log1p exp exp10 expm1 sqrt Treatment Sum Helmert Poly Diff Simple Polynomial
  np.abs np.absolute np.arcsinh np.ceil np.cos np.cosh np.exp np.exp2 np.expm1 np.floor np.log np.log10 np.log1p np.log2 np.maximum np.minimum np.power np.round
  np.sign np.sin np.sinh np.sqrt np.square np.tan np.tanh abs float int len max min pow round`.split(/\s+/),
)
/** A text between quotes, a column between backticks, a dotted name with what follows it, a number, an operator: the parts of a formula. */
const PART = /"[^"\\\n]*"|'[^'\\\n]*'|`[^`\n]*`|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(\s*\()?|[\d.]+(?:e[-+]?\d+)?|[-+*/:~^|%<>=!&,()\s]/giuy
/** A module can only be asked for what is listed. */
const DOTTED = /^(?:np|numpy)\./
const RESERVED = /^(?:lambda|import|exec|eval|getattr|__\w*)$/

/** Is the text of a formula no more than columns, operators and calls of functions that compute? Anything called otherwise, or got of a value, is code. */
export function isPlainFormula(text: string): boolean {
  let end = 0
  let last = ''
  for (const [part, name, isCall] of text.matchAll(PART)) {
    end += part.length
    if (name !== undefined) {
      const known = FUNCTIONS.has(name.replace(/^numpy\./, 'np.'))
      if ((isCall !== undefined || DOTTED.test(name)) && !known) return false
      if (name.includes('.') && !known) return false
      if (RESERVED.test(name) || name.startsWith('__')) return false
    }
    // What a call gives, or a text, is not called.
    if (part === '(' && /[)'"`\w]$/.test(last)) return false
    if (part.trim() !== '') last = part.trim()
  }
  return end === text.length
}
