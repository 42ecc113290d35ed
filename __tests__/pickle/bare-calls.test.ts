import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'

const program = (times: number) => Buffer.from(`\x80\x02cbuiltins\ndict\nq\x00${'h\x00)R0'.repeat(times)}cos\ngetcwd\n)R.`, 'latin1')

test('calls without arguments are stated ten thousand times, and hide nothing behind them', async () => {
  const { findings, incomplete } = await scanBytes('model.pkl', program(30_000))
  expect(incomplete).toEqual([])
  expect(findings.map(({ rule, evidence }) => `${rule} ${evidence}`)).toContain('pickle/dangerous-call os.getcwd()')
})
