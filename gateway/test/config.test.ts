/**
 * How the gateway reads its settings: the defaults, the URLs of subgraphs, and one line for each value that
 * cannot work.
 */
import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { ConfigError, deprecationsIn, readConfig } from '../src/config.ts'

const names = ['care', 'labour-market']

it('without settings it listens on loopback at 4000, open to pages of this machine', () => {
  expect(readConfig({}, names)).toEqual({
    host: '127.0.0.1',
    port: 4_000,
    adminPort: 4_010,
    workers: Math.min(8, availableParallelism()),
    drainSeconds: 6,
    objectsPerMinute: 10_000_000,
    limitsThisMachine: false,
    trustedOnly: false,
    registrySeconds: 2,
    usageSeconds: 10,
    trustedProxies: '',
    planningProcesses: Math.min(2, availableParallelism()),
    logLevel: 'info',
    allowedOrigins: ['http://localhost:*'],
    executor: 'engine',
    cacheBytes: 0,
    keptTableBytes: 2_000_000_000,
    hasMcp: true,
    contact: undefined,
    securityContact: undefined,
    publicUrl: undefined,
    operationsFolder: undefined,
    subgraphUrls: new Map(),
  })
})

it('in production no page of another origin may ask, and any port is for this machine only', () => {
  expect(readConfig({ HUB_MODE: 'production' }, names).allowedOrigins).toEqual([])
  expect(readConfig({ HUB_ALLOWED_ORIGINS: '' }, names).allowedOrigins).toEqual([])
  expect(
    readConfig({ HUB_ALLOWED_ORIGINS: 'https://a.nl, http://127.0.0.1:*' }, names).allowedOrigins,
  ).toEqual(['https://a.nl', 'http://127.0.0.1:*'])
  expect(() => readConfig({ HUB_ALLOWED_ORIGINS: 'https://a.nl:*' }, names)).toThrow(
    /for http:\/\/localhost only/,
  )
})

it('a subgraph elsewhere is named by its folder, and its graph is at /graphql unless the URL says so', () => {
  const environment = {
    SUBGRAPH_URL_CARE: 'https://care.example',
    SUBGRAPH_URL_LABOUR_MARKET: 'http://10.0.0.1:4005/slice/graphql',
  }
  const { subgraphUrls } = readConfig(environment, names)
  expect([...subgraphUrls].map(([name, { href }]) => [name, href])).toEqual([
    ['care', 'https://care.example/graphql'],
    ['labour-market', 'http://10.0.0.1:4005/slice/graphql'],
  ])
})

it('the former name of Apollo’s executor is read for one more release, with one line that says what to set', () => {
  const environment = { HUB_EXECUTOR: 'stock' }
  expect(readConfig(environment, names).executor).toBe('apollo')
  expect(deprecationsIn(environment)).toEqual([
    'HUB_EXECUTOR is "stock", which the next release does not take; set it to "apollo".',
  ])
  expect(deprecationsIn({ HUB_EXECUTOR: 'apollo' })).toEqual([])
})

describe('what cannot work is one line that says what, where and what to do', () => {
  it.each([
    [{ PORT: 'http' }, /^PORT is "http"; set it to a number/],
    [{ HUB_PLANNING_PROCESSES: '0' }, /^HUB_PLANNING_PROCESSES is "0"; set it to a number from 1 to 8/],
    [{ HUB_ENTITY_CACHE_MB: 'all' }, /^HUB_ENTITY_CACHE_MB is "all"; set it to a number of megabytes/],
    [{ HUB_EXECUTOR: 'magic' }, /^HUB_EXECUTOR is "magic"; set it to one of engine, apollo/],
    [{ PORT: '65536' }, /^PORT is "65536"/],
    [{ PORT: '-1' }, /^PORT/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud"; set it to one of/],
    [{ SUBGRAPH_URL_CARE: 'care.example' }, /^SUBGRAPH_URL_CARE is not an http/],
    [{ SUBGRAPH_URL_CARE: 'file:///etc/passwd' }, /^SUBGRAPH_URL_CARE is not an http/],
    [{ SUBGRAPH_URL_CARE: 'http://user:secret@care' }, /^SUBGRAPH_URL_CARE has a user name/],
    [
      { SUBGRAPH_URL_CURE: 'http://care' },
      /^SUBGRAPH_URL_CURE is the setting of no subgraph; use one of SUBGRAPH_URL_CARE/,
    ],
    [{ HUB_ALLOWED_ORIGINS: 'https://a.nl, *' }, /^HUB_ALLOWED_ORIGINS has "\*"/],
    [{ HUB_ALLOWED_ORIGINS: 'https://a.nl/path' }, /^HUB_ALLOWED_ORIGINS has/],
  ])('%o', (environment, line) => {
    const read = () => readConfig(environment, names)
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(line)
    expect(read).not.toThrow(/\n/)
  })
})

it.each([
  [{ HUB_ADMIN_PORT: '4000' }, 'HUB_ADMIN_PORT is the port of the graph'],
  [{ HUB_ADMIN_PORT: 'x' }, 'HUB_ADMIN_PORT is'],
  [{ HUB_WORKERS: '0' }, 'HUB_WORKERS is "0"'],
  [{ HUB_DRAIN_SECONDS: '-1' }, 'HUB_DRAIN_SECONDS is "-1"'],
  [{ HUB_OBJECTS_PER_MINUTE: 'many' }, 'HUB_OBJECTS_PER_MINUTE is "many"'],
])('%o is one clear line', (environment, line) => {
  expect(() => readConfig(environment, names)).toThrow(line)
})
