/** What `hub doctor` does: looks at the settings, the keys, the databases and the rules as a start in production would, and tells all it finds. */
import { existsSync } from 'node:fs'
import { findingsIn, type Finding } from '@samenhang/gateway/access/findings'
import { openAccess } from '@samenhang/gateway/access/open-access'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { readConfig } from '@samenhang/gateway/config'
import { createGateway } from '@samenhang/gateway/gateway'
import { openSubgraphs } from '@samenhang/gateway/subgraphs'
import { sliceNames } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { unknownSettings } from '@samenhang/subgraph-kit/known-settings'
import pino from 'pino'
import { CommandRefused } from './faults.ts'

/** Prints every finding with its remedy. Throws CommandRefused where there is any. */
export async function printFindings(environment: NodeJS.ProcessEnv): Promise<void> {
  const findings = once([...unknownNames(environment), ...(await find(environment))])
  for (const { finding, remedy } of findings) process.stdout.write(`✗ ${finding}\n  ${remedy}\n`)
  if (findings.length > 0)
    throw new CommandRefused([
      `${findings.length} found. The hub does not start in production mode until each is remedied.`,
    ])
  process.stdout.write('Nothing keeps this hub from production mode.\n')
}

/** A setting that is misspelt may be one that keeps people out. */
function unknownNames(environment: NodeJS.ProcessEnv): readonly Finding[] {
  return unknownSettings(environment).map(({ name, nearest }) => ({
    finding: `${name} is not a setting of the hub.`,
    remedy: `Take it out, or write ${nearest}. hub config shows every setting.`,
  }))
}

/** What two looks found alike is one finding, and so is a setting that both miss. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>()
  for (const one of findings) {
    const key = /^\w+ is not set\b/.exec(one.finding)?.[0] ?? one.finding
    if (!first.has(key)) first.set(key, one)
  }
  return [...first.values()]
}

async function find(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const { subgraphUrls } = readConfig(environment, sliceNames())
  const settings = await findingsIn({ environment, subgraphs: [], subgraphUrls })
  // Opened as production does, so that no key is made; where there are no data yet, there is nothing to look at.
  const production = { ...environment, HUB_MODE: 'production' }
  if (!existsSync(dataDirectory(environment))) return settings
  const logger = pino({ level: 'silent' })
  let subgraphs: readonly RunningSubgraph[] = []
  try {
    subgraphs = await openSubgraphs({ environment: production, logger })
    const all = await findingsIn({ environment, subgraphs, subgraphUrls })
    return [...all, ...(await startFindings(production, subgraphs, subgraphUrls))]
  } catch (error) {
    return [...settings, ...asFinding(error)]
  } finally {
    await Promise.allSettled(subgraphs.map((subgraph) => subgraph.close()))
  }
}

/** What only a start finds: the register against the graph, and whether the public is let in. */
async function startFindings(
  environment: NodeJS.ProcessEnv,
  subgraphs: readonly RunningSubgraph[],
  subgraphUrls: ReadonlyMap<string, URL>,
): Promise<readonly Finding[]> {
  try {
    const gateway = await createGateway({
      supergraphSdl: readSupergraph(),
      subgraphs: subgraphs.map((subgraph) => ({ ...subgraph, close: () => Promise.resolve() })),
      subgraphUrls,
      sign: subgraphTokens(environment),
      access: (schema) => openAccess(environment, schema),
      logger: pino({ level: 'silent' }),
    })
    await gateway.close()
    return []
  } catch (error) {
    return asFinding(error)
  }
}

function asFinding(error: unknown): readonly Finding[] {
  if (!(error instanceof ConfigError || error instanceof HubError)) throw error
  return [{ finding: error.message, remedy: 'Put that right first; the rest is looked at after it.' }]
}
