import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

interface Node {
  readonly [key: string]: unknown
}

function node(loader: string, module: string, name: string, more: object = {}): Node {
  return { __loader__: loader, __module__: module, __class__: name, ...more }
}

const dict = (content: object): Node => node('DictNode', 'builtins', 'dict', { content })
const text = node('JsonNode', 'builtins', 'str', { content: '"a"' })

async function judged(schema: string): Promise<string[]> {
  const bytes = buildZip([{ name: 'schema.json', data: schema }])
  const { findings, incomplete, formats } = await scanBytes('model.skops', bytes)
  expect(formats).toEqual(['skops'])
  return [...findings.map(({ rule, severity, evidence }) => `${severity} ${rule} ${evidence}`), ...incomplete.map(({ why }) => why)]
}

describe('nodes of a skops schema', () => {
  test.each<[string, Node, string[]]>([
    ['a scaler', node('ObjectNode', 'sklearn.preprocessing._data', 'StandardScaler', { content: dict({ copy: text }) }), []],
    ['a tree', node('TreeNode', 'sklearn.tree._tree', 'Tree', { content: dict({}) }), []],
    ['an array', node('NdArrayNode', 'numpy', 'ndarray', { type: 'numpy', file: '1.npy' }), []],
    ['a NumPy function', node('FunctionNode', 'numpy', 'tanh'), []],
    ['containers', node('TupleNode', 'builtins', 'tuple', { content: [text, node('ListNode', 'builtins', 'list', { content: [] })] }), []],
    [
      'an unknown class',
      node('ObjectNode', 'acme.models', 'Forest', { content: dict({}) }),
      ['medium config/custom-class acme.models.Forest'],
    ],
    ['an unknown function', node('FunctionNode', 'acme.models', 'run'), ['high config/unlisted-reference acme.models.run']],
    ['os.system', node('FunctionNode', 'os', 'system'), ['critical config/dangerous-reference os.system']],
    ['a type that is exec', node('TypeNode', 'builtins', 'exec'), ['critical config/dangerous-reference builtins.exec']],
    [
      'a method of another object than the node says',
      node('MethodNode', 'sklearn.svm', 'SVC', { content: { func: 'system', obj: node('TypeNode', 'builtins', 'os') } }),
      ['critical config/dangerous-reference builtins.os.system'],
    ],
    [
      'an operator under the name of another module',
      node('OperatorFuncNode', 'sklearn.linear_model', 'methodcaller', {
        attrs: node('TupleNode', 'builtins', 'tuple', { content: [text] }),
      }),
      ['high config/unlisted-reference operator.methodcaller'],
    ],
    [
      'an older function node',
      node('FunctionNode', 'builtins', 'function', { content: { module_path: 'os', function: 'system' } }),
      ['critical config/dangerous-reference os.system'],
    ],
  ])('%s', async (_name, root, expected) => {
    for (const schema of [root, dict({ steps: node('ListNode', 'builtins', 'list', { content: [root] }) })]) {
      expect((await judged(JSON.stringify(schema))).filter((line) => !line.includes('builtins.function'))).toEqual(
        expect.arrayContaining(expected),
      )
    }
    if (expected.length === 0) expect(await judged(JSON.stringify(root))).toEqual([])
  })

  test('a schema that cannot be read is said', async () => {
    expect(await judged('{oops')).toEqual(['malformed'])
  })
})

test('a schema.json of something else is left alone', async () => {
  const { findings, formats } = await scanBytes(
    'schema.json',
    new TextEncoder().encode('{"$schema": "x", "__class__": "my_package.Thing"}'),
  )
  expect({ findings, skops: formats.includes('skops-schema') }).toEqual({ findings: [], skops: false })
})
