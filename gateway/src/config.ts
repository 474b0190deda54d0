/**
 * The settings of the gateway, read once from the environment and checked: the first that is wrong ends the
 * start with one line. Where databases are (HUB_DATA_DIR, DATABASE_URL…) is read by subgraph-kit.
 */
import { availableParallelism } from 'node:os'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { readMode } from './access/open-access.ts'
import { executors, type ExecutorKind } from './operation/federated-graph.ts'
import { logLevels, type LogLevel } from './telemetry/log.ts'
import { urlVariable } from './subgraph-sources/discover.ts'

export { ConfigError }

export interface Config {
  readonly host: string
  readonly port: number
  /** Where probes and metrics are; 0 takes a free one. */
  readonly adminPort: number
  /** Processes that serve the graph. */
  readonly workers: number
  /** Objects that a client may ask for in a minute; null for no limit. */
  readonly objectsPerMinute: number | null
  /** Whether that holds for clients at this machine too. */
  readonly limitsThisMachine: boolean
  /** Addresses and networks of proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: string
  /** Seconds after SIGTERM in which clients are asked to leave, before the port closes. */
  readonly drainSeconds: number
  /** Seconds between two looks at the registry. */
  readonly registrySeconds: number
  /** Seconds between two times that usage is stored; 0 where it is not counted. */
  readonly usageSeconds: number
  readonly logLevel: LogLevel
  /** Web origins that browsers may ask the graph from; `:*` is any port. By default none, and in demo mode those of this machine. */
  readonly allowedOrigins: readonly string[]
  /** Whom to tell of a weakness: a `mailto:`, `https:` or `tel:` URI. */
  readonly securityContact: string | undefined
  /** Whether language models may use the tools at /mcp. */
  readonly hasMcp: boolean
  /** Whom to ask for more than the limits allow: a `mailto:`, `https:` or `tel:` URI. */
  readonly contact: string | undefined
  /** The https base URL that the public knows the hub by. */
  readonly publicUrl: URL | undefined
  readonly executor: ExecutorKind
  /** Bytes of answers that may be kept for later requests; none by default. */
  readonly cacheBytes: number
  /** Bytes of tables that are kept as files; 0 for none. */
  readonly keptTableBytes: number
  /** Processes that plan new operations. */
  readonly planningProcesses: number
  /** A folder with registered operations, beside the hub's own. */
  readonly operationsFolder: string | undefined
  /** Whether /graphql answers registered operations only. */
  readonly trustedOnly: boolean
  /** The GraphQL URL of each remote subgraph, by its name. */
  readonly subgraphUrls: ReadonlyMap<string, URL>
}

/** The settings in this environment, for these subgraphs. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv, subgraphs: readonly string[]): Config {
  const port = readPort('PORT', environment['PORT'] || '4000')
  return {
    host: environment['HOST'] || '127.0.0.1',
    port,
    adminPort: readAdminPort(environment['HUB_ADMIN_PORT'], port),
    workers: readWorkers(environment['HUB_WORKERS']),
    objectsPerMinute: readObjects(environment['HUB_OBJECTS_PER_MINUTE'] || '10000000'),
    limitsThisMachine: Boolean(environment['HUB_OBJECTS_PER_MINUTE']),
    trustedProxies: environment['HUB_TRUSTED_PROXIES'] ?? '',
    drainSeconds: readDrainSeconds(environment['HUB_DRAIN_SECONDS'] || '6'),
    registrySeconds: readRegistrySeconds(environment['HUB_REGISTRY_SECONDS'] || '2'),
    usageSeconds: readUsageSeconds(environment['HUB_USAGE_SECONDS'] || '10'),
    logLevel: readLogLevel(environment['LOG_LEVEL'] || 'info'),
    allowedOrigins: readOrigins(environment['HUB_ALLOWED_ORIGINS'] ?? defaultOrigins(environment)),
    securityContact: readContact('HUB_SECURITY_CONTACT', environment['HUB_SECURITY_CONTACT']),
    hasMcp: readMcp(environment['HUB_MCP'] || 'on'),
    contact: readContact('HUB_CONTACT', environment['HUB_CONTACT']),
    publicUrl: readPublicUrl(environment['HUB_PUBLIC_URL']),
    cacheBytes: readMegabytes('HUB_ENTITY_CACHE_MB', environment['HUB_ENTITY_CACHE_MB'] || '0'),
    keptTableBytes: readMegabytes('HUB_KEPT_TABLES_MB', environment['HUB_KEPT_TABLES_MB'] || '2000'),
    planningProcesses: readPlanningProcesses(environment['HUB_PLANNING_PROCESSES']),
    operationsFolder: environment['HUB_OPERATIONS_DIR'] || undefined,
    trustedOnly: readTrustedOnly(environment['HUB_TRUSTED_ONLY'] || 'false'),
    executor: readExecutor(environment['HUB_EXECUTOR'] || 'engine'),
    subgraphUrls: readSubgraphUrls(environment, subgraphs),
  }
}

function readPort(name: string, value: string): number {
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= 65_535) return port
  throw new ConfigError(`${name} is "${value}"; set it to a number from 0 to 65535.`)
}

/** Ten above the graph's by default. */
function readAdminPort(value: string | undefined, port: number): number {
  if (!value) return port === 0 ? 0 : port + (port + 10 <= 65_535 ? 10 : -10)
  const admin = readPort('HUB_ADMIN_PORT', value)
  if (admin !== port || port === 0) return admin
  throw new ConfigError('HUB_ADMIN_PORT is the port of the graph; set it to another number.')
}

/** One for each core, up to eight. */
function readWorkers(value: string | undefined): number {
  if (!value) return Math.min(8, availableParallelism())
  if (/^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 64) return Number(value)
  throw new ConfigError(`HUB_WORKERS is "${value}"; set it to a number of processes from 1 to 64.`)
}

function readObjects(value: string): number | null {
  if (/^\d{1,12}$/.test(value)) return Number(value) || null
  throw new ConfigError(
    `HUB_OBJECTS_PER_MINUTE is "${value}"; set it to the objects that a client may ask for in a minute, 0 for no limit.`,
  )
}

function readDrainSeconds(value: string): number {
  if (/^\d{1,3}$/.test(value)) return Number(value)
  throw new ConfigError(`HUB_DRAIN_SECONDS is "${value}"; set it to a number of seconds from 0 to 999.`)
}

function readRegistrySeconds(value: string): number {
  if (/^(?:0\.[1-9]|[1-9]\d{0,3})$/.test(value)) return Number(value)
  throw new ConfigError(`HUB_REGISTRY_SECONDS is "${value}"; set it to a number of seconds from 0.1 to 9999.`)
}

function readUsageSeconds(value: string): number {
  if (/^\d{1,4}$/.test(value)) return Number(value)
  throw new ConfigError(`HUB_USAGE_SECONDS is "${value}"; set it to a number of seconds from 0 to 9999.`)
}

function readLogLevel(value: string): LogLevel {
  const level = logLevels.find((name) => name === value.toLowerCase())
  if (level) return level
  throw new ConfigError(`LOG_LEVEL is "${value}"; set it to one of ${logLevels.join(', ')}.`)
}

/** Names of the release before this one. */
const formerExecutors: ReadonlyMap<string, ExecutorKind> = new Map([['stock', 'apollo']])

/** A sentence for each value of this environment that the next release no longer takes. */
export function deprecationsIn(environment: NodeJS.ProcessEnv): readonly string[] {
  const executor = environment['HUB_EXECUTOR'] ?? ''
  const current = formerExecutors.get(executor)
  return current === undefined
    ? []
    : [`HUB_EXECUTOR is "${executor}", which the next release does not take; set it to "${current}".`]
}

function readExecutor(value: string): ExecutorKind {
  const executor = executors.find((name) => name === (formerExecutors.get(value) ?? value))
  if (executor) return executor
  throw new ConfigError(`HUB_EXECUTOR is "${value}"; set it to one of ${executors.join(', ')}.`)
}

function readContact(name: string, value: string | undefined): string | undefined {
  if (!value) return undefined
  if (/^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+[\d-]+)$/.test(value)) return value
  throw new ConfigError(
    `${name} is "${value}"; set it to a mailto:, https: or tel: address, such as mailto:desk@example.nl.`,
  )
}

function readPublicUrl(value: string | undefined): URL | undefined {
  if (!value) return undefined
  if (URL.canParse(value) && new URL(value).protocol === 'https:') return new URL(value)
  throw new ConfigError(
    `HUB_PUBLIC_URL is "${value}"; set it to an https URL, such as https://hub.example.nl.`,
  )
}

function readMcp(value: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on'
  throw new ConfigError(`HUB_MCP is "${value}"; set it to on or off.`)
}

function readTrustedOnly(value: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true'
  throw new ConfigError(`HUB_TRUSTED_ONLY is "${value}"; set it to true or false.`)
}

function readMegabytes(name: string, value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value) * 1_000_000
  throw new ConfigError(`${name} is "${value}"; set it to a number of megabytes, 0 for none.`)
}

/** Two where there are two cores, so that short operations are not held up by long ones. */
function readPlanningProcesses(value: string | undefined): number {
  if (!value) return Math.min(2, availableParallelism())
  if (/^[1-8]$/.test(value)) return Number(value)
  throw new ConfigError(`HUB_PLANNING_PROCESSES is "${value}"; set it to a number from 1 to 8.`)
}

/** Pages that a front-end engineer serves from this machine. */
function defaultOrigins(environment: NodeJS.ProcessEnv): string {
  return readMode(environment) === 'demo' ? 'http://localhost:*' : ''
}

function readOrigins(value: string): readonly string[] {
  const entries = value.split(',').map((entry) => entry.trim())
  return entries.filter(Boolean).map((entry) => {
    if (/^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\*$/.test(entry)) return entry
    const url = URL.canParse(entry) ? new URL(entry) : undefined
    if (url && /^https?:$/.test(url.protocol) && url.origin === entry.replace(/\/$/, '')) return url.origin
    throw new ConfigError(
      `HUB_ALLOWED_ORIGINS has "${entry}"; write origins such as https://example.nl, separated by commas. Any port (:*) is for http://localhost only.`,
    )
  })
}

function readSubgraphUrls(
  environment: NodeJS.ProcessEnv,
  subgraphs: readonly string[],
): ReadonlyMap<string, URL> {
  const byVariable = new Map(subgraphs.map((name) => [urlVariable(name), name]))
  const urls = new Map<string, URL>()
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith('SUBGRAPH_URL_') || !value) continue
    const name = byVariable.get(variable)
    if (!name) {
      throw new ConfigError(
        `${variable} is the setting of no subgraph; use one of ${[...byVariable.keys()].join(', ')}.`,
      )
    }
    urls.set(name, readSubgraphUrl(variable, value))
  }
  return urls
}

function readSubgraphUrl(variable: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(
      `${variable} is not an http or https URL; set it to one such as http://127.0.0.1:4001/graphql.`,
    )
  }
  if (url.username || url.password)
    throw new ConfigError(`${variable} has a user name or password; leave them out.`)
  if (url.pathname === '/') url.pathname = '/graphql'
  return url
}
