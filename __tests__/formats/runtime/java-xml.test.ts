import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'

const scan = async (content: string | Uint8Array, name = 'model.xml') => {
  const { findings, formats } = await scanBytes(name, Buffer.from(content))
  return { rules: findings.map(({ rule, evidence }) => `${rule} ${evidence}`), formats }
}
const java = (inner: string): string => `<?xml version="1.0"?><java version="1.8" class="java.beans.XMLDecoder">${inner}</java>`

describe('Java objects as XML', () => {
  it('a text of the decoder runs, whatever is in it', async () => {
    const process = '<object class="java.lang.ProcessBuilder"><void method="start"/></object>'
    expect((await scan(java(process))).rules).toEqual([
      'code/other-runtime XML for java.beans.XMLDecoder → java.lang.ProcessBuilder, start',
    ])
    expect((await scan(Buffer.from(java(process), 'utf16le'))).formats).toContain('java-xml')
    expect((await scan(`<!-- ${'x'.repeat(10_000)} -->${java(process)}`)).formats).toContain('java-xml')
    expect((await scan(java('<int>1</int>'))).formats).toEqual(['java-xml'])
  })

  it('classes that XStream builds', async () => {
    const proxy = '<sorted-set><dynamic-proxy><handler class="java.beans.EventHandler"/></dynamic-proxy></sorted-set>'
    expect((await scan(proxy)).rules).toEqual(['code/other-runtime Java objects as XML → java.beans.EventHandler'])
    expect((await scan('<map><java.lang.ProcessBuilder/></map>', 'x.model')).formats).toEqual(['java-xml'])
  })

  it.each([
    ['an application', '<beans><bean id="a" class="com.acme.Thing"/></beans>'],
    ['prose', '<doc>java.lang.ProcessBuilder is a class</doc>'],
    ['a project', '<project><dependency/></project>'],
  ])('not %s', async (_, text) => {
    expect(await scan(text)).toEqual({ rules: [], formats: [] })
  })
})
