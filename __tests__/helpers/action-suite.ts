// What the tests of the action share: one bundle for each file, and jobs and an API of GitHub's that end with each test.
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { type GithubApi, startGithubApi } from './github-api.ts'
import { bundleAction, type Job, makeJob } from './run-action.ts'

/** Bundles the action before the tests of a file, and disposes after each test of the `jobs` that it added. Call it at the top of the file. */
export function useAction(): { readonly entry: string; readonly jobs: Job[] } {
  const jobs: Job[] = []
  let entry = ''
  beforeAll(async () => {
    const bundle = makeJob({})
    entry = await bundleAction(bundle.temp)
    return bundle.dispose
  })
  afterEach(() => {
    for (const job of jobs.splice(0)) job.dispose()
  })
  return {
    jobs,
    get entry() {
      return entry
    },
  }
}

/** Starts an API of GitHub's for each test, with a state of its own. Call it at the top of the file. */
export function useGithubApi(): { readonly api: GithubApi } {
  let api: GithubApi | undefined
  beforeEach(async () => {
    api = await startGithubApi()
  })
  afterEach(async () => {
    await api?.close()
  })
  return {
    get api() {
      if (!api) throw new Error('the API runs only within a test')
      return api
    },
  }
}
