/**
 * Tries a graph before it is released: a whole gateway over the subgraphs of this tree, on a small country of its own that is gone afterwards, answers
 * every registered operation for which variables are known. What it finds is what clients would have met.
 */
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccess } from '@samenhang/gateway/access/open-access'
import { subgraphTokens } from '@samenhang/gateway/access/subgraph-token'
import { documentFolders, readDocuments } from '@samenhang/gateway/document-files'
import { createGateway, type Gateway } from '@samenhang/gateway/gateway'
import { openSubgraphs, urlVariable } from '@samenhang/gateway/subgraphs'
import type { Candidate } from '@samenhang/schema/release/candidate'
import type { TryCandidate } from '@samenhang/schema/release/make-release'
import { isOwnSlice } from '@samenhang/schema/registry/release'
import { ReleaseRefused } from '@samenhang/schema/registry/signing'
import { sliceNames } from '@samenhang/schema/slices'
import { seedAll } from '@samenhang/subgraph-kit/seed-all'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import pino from 'pino'

/** What no client may meet, whatever was asked. */
const faults: ReadonlySet<unknown> = new Set([
  'INTERNAL',
  'BAD_SUBGRAPH_VALUE',
  'PLANNING_TOO_LONG',
  'OPERATION_BROKEN',
])

export function canaryIn(environment: NodeJS.ProcessEnv): TryCandidate {
  return async (candidate) => {
    const folder = await mkdtemp(join(tmpdir(), 'samenhang-canary-'))
    try {
      const problems = await problemsOf(candidate, environment, {
        PATH: environment['PATH'],
        HUB_SQLITE: environment['HUB_SQLITE'],
        HUB_DATA_DIR: folder,
      })
      if (problems.length > 0) throw new ReleaseRefused(problems)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function problemsOf(
  { supergraph, slices }: Candidate,
  environment: NodeJS.ProcessEnv,
  own: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const logger = pino({ level: 'silent' })
  const subgraphs = await openSubgraphs({ environment: own, logger })
  const here = new Set(sliceNames())
  const elsewhere = slices.filter(({ name }) => !here.has(name) && !isOwnSlice(name))
  const documents = readDocuments(environment['HUB_OPERATIONS_DIR'] || undefined)
  try {
    await seedAll(subgraphs, { seed: 1, neighbourhoods: 12, people: 200 })
    const gateway = await createGateway({
      supergraphSdl: supergraph,
      subgraphs,
      subgraphUrls: new Map(
        elsewhere.map(({ name, url }) => [name, new URL(environment[urlVariable(name)] || url)]),
      ),
      sign: subgraphTokens(own),
      access: (schema) => openAccess(own, schema),
      logger,
      deadline: 30_000,
      planning: { processes: 1 },
      documents: documents.texts,
    })
    try {
      return await askAll(gateway, [...documents.texts.keys()], environment)
    } finally {
      await gateway.close()
    }
  } catch (error) {
    await Promise.allSettled(subgraphs.map((subgraph) => subgraph.close()))
    return [`No gateway can serve this graph: ${error instanceof Error ? error.message : String(error)}`]
  }
}

async function askAll(
  gateway: Gateway,
  ids: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const problems: string[] = []
  for (const id of ids) {
    const broken = gateway.brokenDocuments.find((one) => one.id === id)
    if (broken)
      problems.push(`The registered operation «${id}» could no longer be answered: ${broken.reason}`)
    if (broken) continue
    const { text } = await gateway.answerDocument(id, variablesOf(id, environment))
    const { errors = [] } = JSON.parse(text) as {
      errors?: readonly { message: string; extensions?: object }[]
    }
    const fault = errors.find(({ extensions }) => isRecord(extensions) && faults.has(extensions['code']))
    if (fault) problems.push(`The registered operation «${id}» fails on this graph: ${fault.message}`)
  }
  return problems
}

/** Those of the example beside the operation; without one the operation is asked without. */
function variablesOf(id: string, environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const files = documentFolders(environment['HUB_OPERATIONS_DIR'] || undefined).map((folder) =>
    join(folder, `${id}.variables.json`),
  )
  const file = files.find(existsSync)
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
}
