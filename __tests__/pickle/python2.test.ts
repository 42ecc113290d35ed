import { describe, expect, it } from 'vitest'
import { python3Name } from '../../src/pickle/resolve/python2.ts'

describe('python3Name', () => {
  it.each([
    ['__builtin__', 'eval', 'builtins', 'eval'],
    ['__builtin__', 'reduce', 'functools', 'reduce'],
    ['__builtin__', 'unicode', 'builtins', 'str'],
    ['copy_reg', '_reconstructor', 'copyreg', '_reconstructor'],
    ['commands', 'getoutput', 'subprocess', 'getoutput'],
    ['cPickle', 'loads', 'pickle', 'loads'],
    ['urllib', 'urlopen', 'urllib.request', 'urlopen'],
    ['urllib2', 'urlopen', 'urllib.request', 'urlopen'],
    ['urllib2', 'HTTPError', 'urllib.error', 'HTTPError'],
    ['exceptions', 'StandardError', 'builtins', 'Exception'],
    ['exceptions', 'ValueError', 'builtins', 'ValueError'],
    ['itertools', 'imap', 'builtins', 'map'],
    ['UserDict', 'IterableUserDict', 'collections', 'UserDict'],
  ])('%s.%s is %s.%s', (module, name, toModule, toName) => {
    expect(python3Name(module, name)).toEqual({ module: toModule, name: toName })
  })

  it.each([
    ['os', 'system'],
    ['builtins', 'eval'],
    ['numpy', 'ndarray'],
    ['exceptions', 'NoSuchError'],
    ['urllib', 'nothing'],
    ['constructor', 'prototype'],
    ['__proto__', 'toString'],
  ])('%s.%s keeps its name', (module, name) => {
    expect(python3Name(module, name)).toBeUndefined()
  })
})
