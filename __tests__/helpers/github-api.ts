import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'

/** One request as the server saw it. */
export interface Seen {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** The server as the client calls it. */
  readonly origin: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Comment {
  readonly id: number
  body: string
  readonly user: { readonly login: string }
}

export interface CheckRun {
  readonly id: number
  readonly headSha: string
  readonly conclusion: string
  readonly annotations: Readonly<Record<string, unknown>>[]
}

/** A run of a workflow, as the API tells of it. */
export interface WorkflowRun {
  readonly id: number
  readonly workflow_id: number
  readonly event: string
  readonly head_branch: string
  readonly head_sha: string
  conclusion: string | null
  referenced_workflows?: readonly { readonly path: string; readonly sha: string }[]
  jobs: readonly {
    readonly name: string
    readonly status: string
    readonly conclusion: string | null
    readonly runner_name: string
    readonly steps: readonly { readonly name: string; readonly conclusion: string | null }[]
  }[]
}

/** What the repository octo/models has. Tests change it before a run and look at it afterwards. */
export interface GithubState {
  /** Text by `ref:path`. */
  readonly contents: Map<string, string>
  pullRequest: { head: string; files: readonly { filename: string; status: string; previous_filename?: string }[]; changedFiles?: number }
  comparison: { status: string; files: readonly { filename: string; status: string }[] }
  /** Newest first, as GitHub lists them. */
  readonly runs: WorkflowRun[]
  readonly comments: Comment[]
  readonly checkRuns: CheckRun[]
  /** SARIF as uploaded, unpacked, with the rest of the request. */
  readonly uploads: { readonly commit: unknown; readonly ref: unknown; readonly validate: unknown; readonly sarif: unknown }[]
  /** Answers to looks at the processing, in order; the last one stays. */
  processing: { processing_status: string; errors?: readonly string[] }[]
  /** What a workflow token of a fork gets: nothing may be written. */
  readOnly: boolean
  /** Goes before everything else; undefined lets the request through. */
  fault: ((request: Seen) => Answer | undefined) | undefined
}

export interface GithubApi {
  readonly url: string
  readonly state: GithubState
  readonly requests: readonly Seen[]
  /** `POST /check-runs` and the like, without the repository's part. */
  calls(): string[]
  close(): Promise<void>
}

const repository = '/repos/octo/models'
const viewer = 'github-actions[bot]'

export const forbidden: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } }

/** A server on the loopback that answers as GitHub's REST API does, limits included. */
export async function startGithubApi(): Promise<GithubApi> {
  const state: GithubState = {
    contents: new Map(),
    pullRequest: { head: '', files: [] },
    comparison: { status: 'ahead', files: [] },
    runs: [],
    comments: [],
    checkRuns: [],
    uploads: [],
    processing: [{ processing_status: 'complete' }],
    readOnly: false,
    fault: undefined,
  }
  const requests: Seen[] = []
  const server = createServer((request, response) => {
    void read(request).then((seen) => {
      requests.push(seen)
      const authorised = /^token \S+$/.test(request.headers.authorization ?? '')
      const answer = authorised ? (state.fault?.(seen) ?? answerTo(seen, state)) : { status: 401, body: { message: 'Bad credentials' } }
      send(response, answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    requests,
    calls: () => requests.map(({ method, path }) => `${method} ${path.replace(repository, '')}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const text = Buffer.concat(chunks).toString('utf8')
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    origin: url.origin,
    body: text === '' ? {} : JSON.parse(text),
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body === undefined ? '' : JSON.stringify(body))
}

const notFound: Answer = { status: 404, body: { message: 'Not Found' } }
const refused = (message: string): Answer => ({ status: 422, body: { message } })

type Handler = (state: GithubState, request: Seen, id: string) => Answer

/** `METHOD /path` within the repository; the first group of the pattern is handed on. */
const routes: readonly (readonly [RegExp, Handler])[] = [
  [/^GET \/contents\/(.+)$/, (state, { query }, path) => contents(state.contents.get(`${query.get('ref')}:${path}`))],
  [/^GET \/pulls\/7\/files$/, (state, request) => page(request, state.pullRequest.files)],
  [
    /^GET \/pulls\/7$/,
    ({ pullRequest: { head, files, changedFiles } }) => ({
      status: 200,
      body: { head: { sha: head }, changed_files: changedFiles ?? files.length },
    }),
  ],
  [/^GET \/compare\/.+$/, ({ comparison: { status, files } }) => ({ status: 200, body: { status, files: files.slice(0, 300) } })],
  [/^GET \/actions\/runs\/(\d+)$/, ({ runs }, _request, id) => found(runs.find((run) => run.id === Number(id)))],
  [/^GET \/actions\/runs\/(\d+)\/(?:attempts\/\d+\/)?jobs$/, ({ runs }, _request, id) => jobsOf(runs.find((run) => run.id === Number(id)))],
  [/^GET \/actions\/workflows\/(\d+)\/runs$/, ({ runs }, { query }, id) => runsOf(runs, query, Number(id))],
  [/^POST \/check-runs$/, (state, { body }) => createCheckRun(body, state)],
  [/^PATCH \/check-runs\/(\d+)$/, (state, { body }, id) => updateCheckRun(Number(id), body, state)],
  [/^GET \/issues\/7\/comments$/, (state, request) => page(request, state.comments)],
  [
    /^POST \/issues\/7\/comments$/,
    (state, { body }) => writeComment({ id: state.comments.length + 1, body: '', user: { login: viewer } }, body, state),
  ],
  [
    /^PATCH \/issues\/comments\/(\d+)$/,
    (state, { body }, id) => {
      const comment = state.comments.find((each) => each.id === Number(id))
      return comment === undefined ? notFound : writeComment(comment, body, state)
    },
  ],
  [/^POST \/code-scanning\/sarifs$/, (state, { body }) => upload(body, state)],
  [
    /^GET \/code-scanning\/sarifs\/.+$/,
    ({ processing }) => ({ status: 200, body: processing.length > 1 ? processing.shift() : processing[0] }),
  ],
]

function answerTo(request: Seen, state: GithubState): Answer {
  const { method } = request
  // GitHub Enterprise Server has the same below a folder.
  const path = request.path.replace(/^\/api(\/v3)?(?=\/)/, '')
  if (`${method} ${path}` === 'POST /graphql') return { status: 200, body: { data: { viewer: { login: viewer } } } }
  if (!path.startsWith(repository)) return notFound
  if (method !== 'GET' && state.readOnly) return forbidden
  const route = `${method} ${path.slice(repository.length)}`
  for (const [pattern, handle] of routes) {
    const found = pattern.exec(route)
    if (found) return handle(state, request, found[1] ?? '')
  }
  return notFound
}

function contents(text: string | undefined): Answer {
  if (text === undefined) return notFound
  return { status: 200, body: { type: 'file', encoding: 'base64', content: Buffer.from(text).toString('base64') } }
}

function found(body: unknown): Answer {
  return body === undefined ? notFound : { status: 200, body }
}

function jobsOf(run: WorkflowRun | undefined): Answer {
  return run === undefined ? notFound : { status: 200, body: { total_count: run.jobs.length, jobs: run.jobs } }
}

function runsOf(runs: readonly WorkflowRun[], query: URLSearchParams, workflow: number): Answer {
  const fitting = runs.filter(
    (run) =>
      run.workflow_id === workflow &&
      run.head_branch === query.get('branch') &&
      run.event === query.get('event') &&
      run.conclusion === query.get('status'),
  )
  return { status: 200, body: { total_count: fitting.length, workflow_runs: fitting.slice(0, Number(query.get('per_page') ?? 30)) } }
}

function page({ path, query, origin }: Seen, items: readonly unknown[]): Answer {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100)
  const number = Number(query.get('page') ?? 1)
  const more = number * size < items.length
  const next = `<${origin}${path}?per_page=${size}&page=${number + 1}>; rel="next"`
  return { status: 200, body: items.slice((number - 1) * size, number * size), headers: more ? { link: next } : {} }
}

function createCheckRun(body: Seen['body'], state: GithubState): Answer {
  const made = {
    id: state.checkRuns.length + 1,
    headSha: String(body['head_sha']),
    conclusion: String(body['conclusion']),
    annotations: [],
  }
  const problem = addOutput(made, body)
  if (problem !== undefined) return refused(problem)
  state.checkRuns.push(made)
  return { status: 201, body: { id: made.id } }
}

function updateCheckRun(id: number, body: Seen['body'], state: GithubState): Answer {
  const checkRun = state.checkRuns.find((each) => each.id === id)
  if (checkRun === undefined) return notFound
  const problem = addOutput(checkRun, body)
  return problem === undefined ? { status: 200, body: { id } } : refused(problem)
}

function addOutput(checkRun: CheckRun, body: Seen['body']): string | undefined {
  type Output = { readonly title: string; readonly summary: string; readonly annotations: CheckRun['annotations'] }
  const { title, summary, annotations } = body['output'] as Output
  if (!title || !summary) return 'Invalid request. "title", "summary" weren\'t supplied.'
  if (Buffer.byteLength(summary) > 65_535) return 'Only 65535 characters are allowed; the maximum bytesize is 65535.'
  if (annotations.length > 50) return 'Invalid request. No more than 50 items are allowed.'
  for (const { path, start_line: start, end_line: end, message, title: heading, annotation_level: level } of annotations) {
    const isComplete = typeof path === 'string' && path !== '' && typeof start === 'number' && typeof end === 'number'
    if (!isComplete || !['notice', 'warning', 'failure'].includes(String(level))) return 'Invalid request. An annotation is not complete.'
    if (Buffer.byteLength(String(message)) > 65_536 || String(heading).length > 255) return 'Invalid request. An annotation is too long.'
  }
  checkRun.annotations.push(...annotations)
  return undefined
}

function writeComment(comment: Comment, body: Seen['body'], state: GithubState): Answer {
  const text = String(body['body'])
  if (text.length > 65_536) return refused('Body is too long (maximum is 65536 characters)')
  comment.body = text
  if (!state.comments.includes(comment)) state.comments.push(comment)
  return { status: 201, body: comment }
}

function upload(body: Seen['body'], state: GithubState): Answer {
  const zipped = Buffer.from(String(body['sarif']), 'base64')
  if (zipped.length > 10_000_000) return { status: 413, body: { message: 'Payload too large' } }
  const known =
    /^refs\/(heads\/.+|tags\/.+|pull\/\d+\/(merge|head))$/.test(String(body['ref'])) && /^[0-9a-f]{40}$/.test(String(body['commit_sha']))
  if (!known) return refused('ref or commit_sha is not valid')
  const sarif: unknown = JSON.parse(gunzipSync(zipped).toString('utf8'))
  state.uploads.push({ commit: body['commit_sha'], ref: body['ref'], validate: body['validate'], sarif })
  return { status: 202, body: { id: `sarif-${state.uploads.length}`, url: 'https://example.com' } }
}
