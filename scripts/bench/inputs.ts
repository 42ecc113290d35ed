import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputName } from './cases.ts'
import type { Case, Facts } from './types.ts'

/** An input on the disk. */
export interface Made {
  readonly path: string
  readonly facts: Facts
}

/** The input of a case below `folder`; it is made there first when it is missing. Throws `Missing` where a program is not there that makes it. */
export async function makeInput(folder: string, row: Case): Promise<Made> {
  const path = join(folder, inputName(row))
  const note = `${path}.facts.json`
  if (!existsSync(note)) {
    rmSync(path, { recursive: true, force: true })
    const facts = await row.make(`${path}.part`)
    renameSync(`${path}.part`, path)
    const stat = statSync(path)
    writeFileSync(note, JSON.stringify(stat.isFile() ? { bytes: stat.size, ...facts } : facts))
  }
  return { path, facts: JSON.parse(readFileSync(note, 'utf8')) }
}

export function removeInput({ path }: Made): void {
  rmSync(path, { recursive: true, force: true })
  rmSync(`${path}.facts.json`, { force: true })
}
