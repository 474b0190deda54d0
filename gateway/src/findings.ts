/**
 * What is not yet in order for a hub that holds records of real people, and how to fix it. In production mode
 * the hub does not start while there is anything. In demo mode `hub doctor` shows the same list.
 */
import { isIPv6 } from 'node:net'
import { dirname } from 'node:path'
import { keysDirectory, openKeys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { dataDirectory } from '@samenhang/subgraph-kit/database'
import { openToOthers } from '@samenhang/subgraph-kit/private-files'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { logFiles } from './audit/log-store.ts'
import { isLoopback } from './http/client-network.ts'
import { readMode } from './access/open-access.ts'

/** Something that is not in order. */
export interface Finding {
  readonly finding: string
  readonly remedy: string
}

export interface Inspection {
  readonly environment: NodeJS.ProcessEnv
  /** Those of this process that are open. */
  readonly subgraphs: readonly Pick<RunningSubgraph, 'name' | 'hasSyntheticSubjects' | 'hasRealSubjects'>[]
  readonly subgraphUrls: ReadonlyMap<string, URL>
}

/** Everything that production would not start with; whether the public is let in is found at the start itself (canary.ts). */
export async function findingsIn({
  environment,
  subgraphs,
  subgraphUrls,
}: Inspection): Promise<readonly Finding[]> {
  return [
    ...modeFindings(environment),
    ...keyFindings(environment),
    ...issuerFindings(environment),
    ...logFindings(environment),
    ...fileFindings(environment),
    ...urlFindings(subgraphUrls),
    ...(await subjectFindings(subgraphs)),
  ]
}

/** Throws ConfigError: in production mode with all that is not in order, in demo mode where others could reach it or real people are in it. */
export async function refuseUnready(inspection: Inspection): Promise<void> {
  if (readMode(inspection.environment) !== 'production') return refuseOpenDemo(inspection)
  const findings = await findingsIn(inspection)
  if (findings.length === 0) return
  const sentences = findings.map(({ finding, remedy }) => `${finding} ${remedy}`)
  throw new ConfigError(
    `The hub does not start in production mode: ${sentences.join(' ')} Run hub doctor to see them.`,
  )
}

/** The demo gives a token to anyone on this machine, so it may hold synthetic people only and be reached from here only. */
async function refuseOpenDemo({ environment, subgraphs }: Inspection): Promise<void> {
  const host = environment['HOST'] || '127.0.0.1'
  if (!isLoopbackHost(host)) {
    throw new ConfigError(
      `HOST is "${host}", which other machines can reach, and the hub is in demo mode. Leave HOST out, or set HUB_MODE=production.`,
    )
  }
  const namesOrNull = await Promise.all(
    subgraphs.map(async ({ name, hasRealSubjects }) => ((await hasRealSubjects()) ? name : null)),
  )
  const names = namesOrNull.filter((name) => name !== null)
  if (names.length === 0) return
  throw new ConfigError(
    `Records of people that are not known to be synthetic are in ${names.join(', ')}, and the hub is in demo mode. Set HUB_MODE=production, or HUB_DATA_DIR to a folder without them; example files that an earlier release took are known as such once imported again.`,
  )
}

function modeFindings(environment: NodeJS.ProcessEnv): readonly Finding[] {
  if (readMode(environment) === 'production') return []
  return [
    {
      finding: 'The hub is in demo mode: it gives a token to anyone at this machine.',
      remedy: 'Set HUB_MODE=production.',
    },
  ]
}

function keyFindings(environment: NodeJS.ProcessEnv): readonly Finding[] {
  const remedy = 'Make your own keys with hub keys FOLDER, and set HUB_KEYS_DIR to that folder.'
  if (!environment['HUB_KEYS_DIR'])
    return [{ finding: 'HUB_KEYS_DIR is not set: the keys are those of the demo.', remedy }]
  try {
    const keys = openKeys({ ...environment, HUB_MODE: 'production' })
    keys.signing('gateway')
    keys.verifying('gateway')
    keys.secret('check')
    return keys.demo().map((file) => ({ finding: `${keys.folder}/${file} is a demo key.`, remedy }))
  } catch (error) {
    return [{ finding: error instanceof Error ? error.message : String(error), remedy }]
  }
}

function issuerFindings(environment: NodeJS.ProcessEnv): readonly Finding[] {
  const required = {
    HUB_TOKEN_ISSUER: 'Set it to the `iss` of the tokens that callers bring.',
    HUB_TOKEN_AUDIENCE: 'Set it to the `aud` that tokens for this hub have.',
    HUB_TOKEN_KEYS: 'Set it to the URL (https) or the file of the issuer’s key set.',
    HUB_REGISTER: 'Set it to your own register of processing activities; the hub’s is an example.',
  }
  const missing = Object.entries(required)
    .filter(([name]) => !environment[name])
    .map(([name, remedy]) => ({ finding: `${name} is not set.`, remedy }))
  const keySet = environment['HUB_TOKEN_KEYS'] ?? ''
  if (!/^http:/i.test(keySet) || (URL.canParse(keySet) && isLoopback(new URL(keySet)))) return missing
  const finding = 'HUB_TOKEN_KEYS is fetched over plain HTTP: anyone on the network path can let anyone in.'
  return [...missing, { finding, remedy: 'Set it to an https URL, or to a file.' }]
}

function logFindings(environment: NodeJS.ProcessEnv): readonly Finding[] {
  const required = {
    HUB_AUDIT_DIR:
      'Set it to a folder on a disk that is backed up, for the processing log and the audit log.',
    HUB_AUDIT_ANCHOR: 'Set it to a file apart from the logs, so that a truncated log is detected.',
  }
  return Object.entries(required)
    .filter(([name]) => !environment[name])
    .map(([name, remedy]) => ({ finding: `${name} is not set: nobody chose where the logs go.`, remedy }))
}

function fileFindings(environment: NodeJS.ProcessEnv): readonly Finding[] {
  const { database, anchor } = logFiles(environment)
  const folders = [dataDirectory(environment), keysDirectory(environment), dirname(database)]
  const logs = [database, `${database}-wal`, `${database}-shm`, anchor]
  const open = openToOthers([...folders, ...logs])
  if (open.length === 0) return []
  const more = open.length > 3 ? ` and ${String(open.length - 3)} more` : ''
  return [
    {
      finding: `Others on this machine may read ${open.slice(0, 3).join(', ')}${more}.`,
      remedy: `Close them: chmod -R go-rwx ${[...new Set(open.map((path) => folders.find((folder) => path.startsWith(folder)) ?? path))].join(' ')}`,
    },
  ]
}

function urlFindings(urls: ReadonlyMap<string, URL>): readonly Finding[] {
  return [...urls]
    .filter(([, url]) => url.protocol === 'http:' && !isLoopback(url))
    .map(([name, url]) => ({
      finding: `The subgraph ${name} is reached over plain HTTP at ${url.host}: tokens and personal data can be read in transit.`,
      remedy: 'Use https, or a subgraph on this machine.',
    }))
}

async function subjectFindings(subgraphs: Inspection['subgraphs']): Promise<readonly Finding[]> {
  const namesOrNull = await Promise.all(
    subgraphs.map(async ({ name, hasSyntheticSubjects }) => ((await hasSyntheticSubjects()) ? name : null)),
  )
  const names = namesOrNull.filter((name) => name !== null)
  if (names.length === 0) return []
  return [
    {
      finding: `There are synthetic people in ${names.join(', ')}, who would be mixed with real ones.`,
      remedy: 'Remove them: hub seed --remove, or start with an empty HUB_DATA_DIR.',
    },
  ]
}

/** Whether who listens at this name or address is reached from this machine only. */
function isLoopbackHost(host: string): boolean {
  const name = isIPv6(host) ? `[${host}]` : host
  return !name.includes('/') && URL.canParse(`http://${name}`) && isLoopback(new URL(`http://${name}`))
}
