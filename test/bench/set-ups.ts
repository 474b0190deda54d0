/**
 * What is compared: each set-up is one or more processes on the same data, and one address that answers the questions.
 * A set-up that cannot run here says why instead, and the table repeats it.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPolicy } from '@samenhang/gateway/access/policy'
import { readSlices } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { freePort, serverFile, startProcess, type Environment, type MeasuredProcess } from './process.ts'
import { operationsFolder, type Question, type QuestionName, type Variables } from './questions.ts'

export type SetUpName =
  | 'limit'
  | 'door-cached'
  | 'door'
  | 'door-open'
  | 'server'
  | 'server-open'
  | 'http'
  | 'http-door'
  | 'hive'
  | 'mercurius'
  | 'apollo'

export interface Call {
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

export interface SetUp {
  readonly name: SetUpName
  readonly about: string
  readonly port: number
  readonly processes: readonly MeasuredProcess[]
  /** The only question that it is asked; all by default. */
  readonly only?: QuestionName
  call(question: Question, variables: Variables): Call
}

export interface Ground {
  readonly dataFolder: string
  /** For logs and the files that servers are started with. */
  readonly workFolder: string
}

/** How a set-up is started, by name, with more settings for the hub; the order is that of the table. */
export function setUps(
  ground: Ground,
  more: Environment = {},
): Readonly<Record<SetUpName, () => Promise<SetUp>>> {
  const subgraphsOfHub = once(() => startSubgraphs(ground, 'subgraph'))
  const hubOverHttp = once(async () => {
    const { urls, processes } = await subgraphsOfHub()
    const hub = await startHub(ground, 'ours over http', subgraphUrls(urls))
    return { port: hub.port, processes: [hub.process, ...processes] }
  })
  const openHub = once(async () => {
    const port = await freePort()
    return { port, processes: [start(ground, 'open hub', port, [serverFile('open-hub')])] }
  })
  const inProcess = async (
    name: SetUpName,
    about: string,
    environment: Environment,
    call: SetUp['call'],
  ): Promise<SetUp> => {
    const { port, process } = await startHub(ground, `ours ${name}`, { ...environment, ...more })
    return { name, about, port, processes: [process], call }
  }
  return {
    limit: async () => {
      const port = await freePort()
      const process = start(ground, 'limit', port, [serverFile('limit')])
      const about = 'The limit: bare node:http, the same prepared SQL, the same shape'
      return { name: 'limit', about, port, processes: [process], call: byDocument }
    },
    'door-cached': () =>
      inProcess(
        'door-cached',
        'Ours, trusted documents, entity cache on',
        { HUB_ENTITY_CACHE_MB: '256' },
        byDocument,
      ),
    door: () =>
      inProcess('door', 'Ours, trusted documents, cache off', { HUB_ENTITY_CACHE_MB: '0' }, byDocument),
    'door-open': async () => ({
      name: 'door-open',
      about: 'Ours, trusted documents, without authorisation and logs of access',
      ...(await openHub()),
      only: 'Q3',
      call: withoutToken(byDocument),
    }),
    server: () =>
      inProcess('server', 'Ours behind Apollo Server, in process', { HUB_ENTITY_CACHE_MB: '0' }, byText),
    'server-open': async () => ({
      name: 'server-open',
      about: 'Ours behind Apollo Server, without authorisation and logs of access',
      ...(await openHub()),
      only: 'Q3',
      call: withoutToken(byText),
    }),
    http: async () => ({
      name: 'http',
      about: 'Ours behind Apollo Server, over HTTP subgraphs',
      ...(await hubOverHttp()),
      call: byText,
    }),
    'http-door': async () => ({
      name: 'http-door',
      about: 'Ours, trusted documents, over HTTP subgraphs',
      ...(await hubOverHttp()),
      call: byDocument,
    }),
    hive: async () => {
      const { urls, processes } = await subgraphsOfHub()
      const port = await freePort()
      const gateway = startProcess({
        name: 'hive gateway',
        words: [
          'test/bench/node_modules/@graphql-hive/gateway/dist/bin.js',
          'supergraph',
          ...['--config-path', 'test/bench/servers/hive-gateway.ts', '--hive-router-runtime'],
          ...['--host', '127.0.0.1', '--port', String(port)],
        ],
        environment: {
          ...base(ground, port),
          LOG_LEVEL: 'warn',
          BENCH_SUPERGRAPH: supergraphFile(ground, 'hive', urls),
        },
        typescript: true,
        logFolder: ground.workFolder,
      })
      const about = 'Hive Gateway, Rust planner, over the same HTTP subgraphs'
      return { name: 'hive', about, port, processes: [gateway, ...processes], call: byText }
    },
    mercurius: async () => {
      const { urls, processes } = await subgraphsOfHub()
      const port = await freePort()
      const services = [...urls].map(([name, url]) => `${name}=${url}`)
      const gateway = start(ground, 'mercurius gateway', port, [serverFile('mercurius-gateway'), ...services])
      const about = 'Mercurius gateway, over the same HTTP subgraphs'
      return { name: 'mercurius', about, port, processes: [gateway, ...processes], call: byText }
    },
    apollo: async () => {
      const { urls, processes } = await startSubgraphs(ground, 'apollo subgraph')
      const port = await freePort()
      const file = supergraphFile(ground, 'apollo', urls)
      const gateway = start(ground, 'apollo gateway', port, [serverFile('apollo-gateway'), file])
      const about = 'Apollo Server + Apollo Gateway + Apollo subgraphs, as they come'
      return { name: 'apollo', about, port, processes: [gateway, ...processes], call: byText }
    },
  }
}

const byText: SetUp['call'] = ({ document, headers }, variables) => ({
  path: '/graphql',
  body: JSON.stringify({ query: document, variables }),
  headers,
})

const byDocument: SetUp['call'] = ({ operation, headers }, variables) => ({
  path: `/operations/${operation}`,
  body: JSON.stringify({ variables }),
  headers,
})

/** One who accepts no token refuses every one. */
function withoutToken(call: SetUp['call']): SetUp['call'] {
  return (question, variables) => ({ ...call(question, variables), headers: {} })
}

async function startHub(
  ground: Ground,
  name: string,
  environment: Environment,
): Promise<{ port: number; process: MeasuredProcess }> {
  const port = await freePort()
  const process = startProcess({
    name,
    words: ['cli/bin/hub.js', 'start'],
    // As it is run for others: one line of log a request, to a file.
    environment: {
      ...base(ground, port),
      LOG_LEVEL: 'info',
      HUB_OPERATIONS_DIR: operationsFolder,
      // New logs, for each hub its own.
      HUB_AUDIT_DIR: join(ground.workFolder, name.replaceAll(' ', '-')),
      ...environment,
    },
    logFolder: ground.workFolder,
  })
  return { port, process }
}

interface Subgraphs {
  readonly urls: ReadonlyMap<string, string>
  readonly processes: readonly MeasuredProcess[]
}

async function startSubgraphs(ground: Ground, kind: 'subgraph' | 'apollo subgraph'): Promise<Subgraphs> {
  const urls = new Map<string, string>()
  const processes: MeasuredProcess[] = []
  for (const { name } of readSlices()) {
    const port = await freePort()
    const words =
      kind === 'subgraph' ? [`subgraphs/${name}/src/main.ts`] : [serverFile('apollo-subgraph'), name]
    processes.push(start(ground, `${kind} ${name}`, port, words))
    urls.set(name, `http://127.0.0.1:${port}/${kind === 'subgraph' ? 'graphql' : ''}`)
  }
  return { urls, processes }
}

function start(ground: Ground, name: string, port: number, words: readonly string[]): MeasuredProcess {
  const environment = { ...base(ground, port), LOG_LEVEL: 'warn' }
  const typescript = words[0]?.endsWith('.ts') ?? false
  return startProcess({ name, words, environment, typescript, logFolder: ground.workFolder })
}

function base({ dataFolder }: Ground, port: number): Environment {
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    HUB_DATA_DIR: dataFolder,
    APOLLO_TELEMETRY_DISABLED: '1',
    // One caseworker asks for more persons than a caseworker may, and for more of everything.
    HUB_SUBJECT_BUDGET: '999999999',
    HUB_OBJECTS_PER_MINUTE: '0',
    // Others run in one process too; what more are worth is `hub bench busy`.
    HUB_WORKERS: '1',
  }
}

function subgraphUrls(urls: ReadonlyMap<string, string>): Environment {
  return Object.fromEntries(
    [...urls].map(([name, url]) => [`SUBGRAPH_URL_${name.replaceAll('-', '_').toUpperCase()}`, url]),
  )
}

/**
 * The committed supergraph with the subgraphs where they are now, and nothing listening for those that are nowhere. Without rules of access:
 * Apollo's gateway takes no supergraph that has any, and no peer has callers here.
 */
function supergraphFile({ workFolder }: Ground, name: string, urls: ReadonlyMap<string, string>): string {
  const sdl = readPolicy(readSupergraph()).sdl.replaceAll(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_whole, subgraph: string) =>
      `@join__graph(name: "${subgraph}", url: "${urls.get(subgraph) ?? 'http://127.0.0.1:1/'}")`,
  )
  const file = join(workFolder, `${name}.graphql`)
  writeFileSync(file, sdl)
  return file
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
