// The survey of Python packages: what it writes of a made-up package, and that its files are parsed with the line number of each error.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { definitionsOf, hasName, hooksOf, restoringOf } from '../../scripts/survey/lookup.ts'
import { type CodeRow, ModelsError, parseModels } from '../../scripts/survey/models-file.ts'

const HERE = import.meta.dirname
const ROOT = join(HERE, '../..')
const GOLDEN = join(HERE, 'acme.models')
const text = readFileSync(GOLDEN, 'utf8')
const acme = parseModels(text)

/** Hooks of a class as the file writes them: `name location ports:effects …`. */
function hooks(module: string, name: string): readonly string[] | undefined {
  return hooksOf(acme, module, name)?.map((row) => `${row.name} ${row.location} ${worded(row)}`)
}

function worded(row: CodeRow): string {
  return row.effects.map(({ ports, effects }) => `${ports.join(',')}:${effects.join(',')}`).join(' ')
}

test('a hook is found with its file, its line and its effects', () => {
  expect(hooks('acme.shapes', 'Keyed')).toContain('__setitem__ acme/shapes.py:14 key:formats value:stores')
  expect(hooks('acme.model', 'Model')).toContain(
    '__init__ acme/model.py:13 name:stores *layers:iterates,stores scale:stores self:sets-attributes layers[]:stores',
  )
})

test('a hook is inherited from another package, through a re-export and an alias of its module', () => {
  expect(hooks('acme.model', 'Model')).toContain(
    '__setstate__ acme_base/_core.py:2 state:iterates self._restore,state[_restore]:calls self:sets-attributes state[]:stores',
  )
})

test('an inherited hook has other effects where a subclass overrides what it calls', () => {
  const found = hooks('acme.model', 'Hooked')?.filter((hook) => hook.startsWith('__setstate__'))
  expect(found).toEqual([
    '__setstate__ acme_base/_core.py:2 state:iterates self._restore,self.callback,state[_restore]:calls state[callback]:calls,stores self:sets-attributes state[]:stores',
  ])
})

test('a method of the instance may be an attribute that the state sets', () => {
  const [setstate] = acme.hooks.get('acme_base._core:Base')?.filter((row) => row.name === '__setstate__') ?? []
  expect(setstate?.effects.find(({ ports }) => ports.includes('state[_restore]'))?.effects).toEqual(['calls'])
})

test('getters and setters of properties are hooks', () => {
  expect(hooks('acme.model', 'Model')).toEqual(
    expect.arrayContaining(['get:size acme/model.py:19 self.layers:iterates', 'set:size acme/model.py:23 value:unknown self.resize:calls']),
  )
})

test('a metaclass and slots are traits of a class, and the hooks of the metaclass are in the file', () => {
  const [row] = acme.classes.get('acme.model:Registered') ?? []
  expect(Object.fromEntries(row?.traits ?? [])).toEqual({ meta: ['acme_base._core:Registry'], slots: ['key'] })
  expect(acme.hooks.get('acme_base._core:Registry')?.map(worded)).toEqual(['*args:iterates args[]:calls'])
  expect(restoringOf(acme, 'acme.model', 'Registered')).toBe('uses')
})

test('namedtuples and dataclasses have the hooks that Python writes into them', () => {
  expect(hooks('acme.shapes', 'Point')).toContain('__new__ acme/shapes.py:4 x,y:stores')
  expect(hooks('acme.shapes', 'Box')).toEqual([
    '__eq__ acme/shapes.py:8 other:gets-attribute self.*:compares',
    '__init__ acme/shapes.py:8 corner,width:stores',
    '__repr__ acme/shapes.py:8 self.*:formats',
  ])
})

test('two versions are one file: a class has the hooks of each, and may be in one alone', () => {
  expect(acme.versions).toEqual(['1.0', '2.0'])
  expect(hooks('acme.model', 'Plain')).toEqual(['__del__ acme/model.py:8 self.close:calls'])
  expect(hasName(acme, 'acme.model', 'Newer')).toBe(true)
  expect(acme.classes.get('acme.model:Newer')?.map((row) => row.versions)).toEqual([['2.0']])
})

test.each([
  ['acme.model', 'Cell', 'plain'],
  ['acme.model', 'Newer', 'plain'],
  ['acme.shapes', 'Box', 'plain'],
  ['acme', 'Crate', 'plain'],
  ['acme.model', 'Kept', 'stores'],
  ['acme', 'Model', 'uses'],
  ['acme.model', 'Hooked', 'uses'],
  ['acme.model', 'Plain', 'uses'],
  ['acme.model', 'Listed', 'plain'],
  ['acme.model', 'Patched', 'uses'],
  ['acme.model', 'Heir', 'uses'],
  ['acme.model', 'Shown', 'uses'],
  ['acme.model', 'Passed', 'uses'],
  ['acme.model', 'NoSuchClass', undefined],
])('restoring a %s.%s: %s', (module, name, verdict) => {
  expect(restoringOf(acme, module, name)).toBe(verdict)
})

test('a name is known under its module and where it is exported again, and no other is', () => {
  expect(definitionsOf(acme, 'acme', 'Crate')).toEqual(['acme.shapes:Box'])
  expect(hasName(acme, 'acme.model', 'helper')).toBe(true)
  expect(hasName(acme, 'acme.model', 'LIMIT')).toBe(true)
  expect(hasName(acme, 'acme', 'Box')).toBe(false)
  expect(hasName(acme, 'acme.model', 'no_such_function')).toBe(false)
})

test('functions that reducers return are reconstructors', () => {
  expect(acme.reconstructors.get('acme.model:_make_cell')?.map(worded)).toEqual(['value:unknown factory:calls'])
  expect(acme.reconstructors.has('acme.model:helper')).toBe(false)
})

test('rows written by hand have a reason and a source', () => {
  expect(acme.byHand).toMatchObject([{ name: 'acme.model:helper', source: 'acme 2.0, acme/model.py' }])
})

test.each([
  ['modelgate-models 1', 'modelgate-models 9', 'expected "modelgate-models 1"'],
  ['state:iterates self:sets', 'state:sings self:sets', 'unknown effect "sings"'],
  ['  Model.__init__ 13', '  Model.__init__ there', 'expected a line number or file:line, found "there"'],
  ['in=2.0 self.close', 'in=3.0 self.close', 'version 3.0 was not surveyed'],
  ['class Keyed : .', 'class Keyed .', 'a class needs " : " before those that define its hooks'],
  ['builtins:dict\n', 'builtins:mapping\n', 'builtins:mapping has no hooks in this file'],
  ['kind=dataclass', 'sort=dataclass', 'unknown trait "sort"'],
  ['  plain Cell Listed', '  plain', 'a row without names'],
  ['  values KINDS', '  things KINDS', 'unknown row "things"'],
  ['sha256:', 'md5:', 'a version needs the SHA-256 of its sources'],
  [' | It takes nothing', ' It takes nothing', 'a row written by hand needs " | why | source"'],
  ['# by hand: rows', '# rows', 'unknown row "#"'],
  ['also Crate=Box from acme.shapes', 'also Crate=Box', 'expected "also NAMES from MODULE"'],
  ['module acme.shapes', 'module acme.model', 'module acme.model is there twice'],
])('%j broken to %j: %s, with the number of its line', (from, to, message) => {
  const line = text.slice(0, text.indexOf(from)).split('\n').length
  expect(() => parseModels(text.replace(from, to))).toThrow(new ModelsError(line, message))
})

test('the committed files are parsed, and every class has a name that the file knows', () => {
  const folder = join(ROOT, 'data/python')
  for (const file of readdirSync(folder)) {
    const models = parseModels(readFileSync(join(folder, file), 'utf8'))
    expect(`${models.package}.models`).toBe(file)
    expect(models.classes.size).toBeGreaterThan(0)
  }
})

const version = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 11))'], { encoding: 'utf8' })

test.skipIf(version.stdout?.trim() !== 'True')('the survey writes the golden file, and keeps the rows written by hand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modelgate-survey-test-'))
  try {
    cpSync(GOLDEN, join(folder, 'acme.models'))
    const sites = ['site-1', 'site-2'].flatMap((site) => ['--site', join(HERE, site)])
    const run = spawnSync('python3', [join(ROOT, 'scripts/survey.py'), 'acme==1.0', 'acme==2.0', ...sites, '--out', folder], {
      encoding: 'utf8',
    })
    expect(run.status, run.stderr).toBe(0)
    expect(readFileSync(join(folder, 'acme.models'), 'utf8')).toBe(text)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
