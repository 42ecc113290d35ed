import { expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'

const model = (text: string) => Buffer.from(`BCNTK\0\0\0${text}`, 'utf16le')

test.each<[string, Uint8Array, string[]]>([
  ['without functions of its own', model('BVersion Plus Times W1.solver'), []],
  ['with a library at a fixed place', model('NativeUserFunction C:\\models\\plugin.dll\0'), ['files/external-path']],
  ['with a library beside it', model('NativeUserFunction plugin.so\0'), ['files/external-data']],
  ['of more than one block', model(`${'weights '.repeat(200_000)} /opt/x/plugin.so `), ['files/external-path']],
])('a CNTK model %s', async (_, bytes, rules) => {
  const { formats, findings, incomplete } = await scanBytes('model.cmf', bytes)
  expect({ formats, rules: findings.map(({ rule }) => rule), incomplete }).toEqual({ formats: ['cntk'], rules, incomplete: [] })
})
