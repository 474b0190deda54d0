/** What `hub operations register` does: the operations in a consumer's files, checked against the graph as it is released, and registered. */
import { resolve } from 'node:path'
import { createLimits } from '@samenhang/gateway/limits'
import { supergraphSchema } from '@samenhang/gateway/supergraph'
import { trustDocuments } from '@samenhang/gateway/trusted-documents'
import { sunsetIn } from '@samenhang/schema/check/dates'
import { deprecationAt } from '@samenhang/schema/check/coordinates'
import { usesOf } from '@samenhang/schema/check/operation-uses'
import { findFiles } from '@samenhang/schema/consumers/find-files'
import { readOperations, type ConsumerOperation } from '@samenhang/schema/consumers/read-operations'
import { openRegistry } from '@samenhang/schema/registry/registry'
import type { ReleaseBase } from '@samenhang/schema/registry/release'
import { readBase } from '@samenhang/schema/release/base'
import { InvalidArgumentError } from 'commander'
import { buildSchema } from 'graphql'
import { CommandRefused } from '../faults.ts'
import { consumerName } from './consumer-name.ts'

export interface RegisterOptions {
  readonly owner: string
  readonly files: readonly string[]
  readonly keep: boolean
  readonly json: boolean
}

/** Registers all of them or none. Throws InvalidArgumentError for a name that cannot be or where no file is named, CommandRefused with a line for each fault. */
export async function registerOperations(
  app: string,
  { owner, files: patterns, keep, json }: RegisterOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  consumerName('application', app)
  consumerName('team', owner)
  const folder = resolve(environment['INIT_CWD'] ?? process.cwd())
  const files = await findFiles(patterns, folder)
  if (files.length === 0) throw new InvalidArgumentError(`No file is named by ${patterns.join(' ')}.`)
  const { operations, faults, without } = await readOperations(files, folder)
  for (const file of without) process.stderr.write(`${file}: no operation in it\n`)
  if (faults.length > 0)
    throw new CommandRefused(faults.map(({ file, line, message }) => `${file}:${line}: ${message}`))
  if (operations.length === 0)
    throw new CommandRefused([
      files.length === 1
        ? 'There is no operation in the file.'
        : `There is no operation in the ${files.length} files.`,
    ])
  const registry = await openRegistry(environment)
  try {
    const base = await readBase(registry)
    const broken = faultsIn(operations, base)
    if (broken.length > 0) throw new CommandRefused(broken)
    const { added, removed } = await registry.operations.register({
      app,
      owner,
      operations: operations.map(({ id, name, text, file, line, aliases }) => ({
        ...{ id, name, text, aliases },
        source: `${file}:${line}`,
      })),
      removesOthers: !keep,
    })
    for (const line of deprecatedUses(operations, base)) process.stderr.write(`${line}\n`)
    process.stdout.write(
      json
        ? `${JSON.stringify(Object.fromEntries(operations.map(({ id, text }) => [id, text])))}\n`
        : told(app, operations, { added, removed }),
    )
  } finally {
    await registry.close()
  }
}

/** What of them the graph does not answer, as a gateway finds at its start. */
function faultsIn(operations: readonly ConsumerOperation[], base: ReleaseBase): readonly string[] {
  const limits = createLimits(supergraphSchema(base.supergraph))
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  const { broken } = trustDocuments(
    { texts: new Map(operations.map(({ id, text }) => [id, text])), broken: [] },
    buildSchema(base.api, { assumeValidSDL: true }),
    (query) => limits.check({ query }),
  )
  return broken.map(({ id, reason }) => {
    const { file = '', line = 1, name = '' } = byId.get(id) ?? {}
    return `${file}:${line}: ${name || 'the operation'}: ${reason}`
  })
}

function deprecatedUses(operations: readonly ConsumerOperation[], base: ReleaseBase): readonly string[] {
  const schema = buildSchema(base.api, { assumeValidSDL: true })
  return operations.flatMap(({ document, file, line, name }) => {
    const found = usesOf(document, schema)
      .filter(({ isPossible }) => !isPossible)
      .flatMap(({ coordinate, path }) => {
        const reason = deprecationAt(schema, coordinate)
        if (reason === undefined) return []
        const until = sunsetIn(reason)
        return [
          `${file}:${line}: ${name}: ${path} is deprecated${until === undefined ? '' : ` and there until ${until}`}: ${reason}`,
        ]
      })
    return [...new Set(found)]
  })
}

function told(
  app: string,
  operations: readonly ConsumerOperation[],
  { added, removed }: { readonly added: number; readonly removed: number },
): string {
  return [
    ...operations.map(({ id, name, file, line }) => `${id}  ${name || '(no name)'}  ${file}:${line}`),
    `${app}: registered ${operations.length === 1 ? '1 operation' : `${operations.length} operations`} (${added} new, ${removed} removed).`,
    '',
  ].join('\n')
}
