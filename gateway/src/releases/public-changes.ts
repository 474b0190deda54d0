/**
 * What a release changed of the part of the schema that the public may see, as introspection shows it to them: names of what needs a token are not
 * told. Works on texts alone, and yields between two releases, for many may be asked at once.
 */
import { setImmediate as others } from 'node:timers/promises'
import { changesBetween } from '@samenhang/schema/changes'
import type { Releases } from '@samenhang/schema/registry/releases'
import type { ReleaseStatement } from '@samenhang/schema/registry/release'
import { Lru } from '@samenhang/subgraph-kit/lru'
import { buildSchema, printSchema } from 'graphql'
import { permissionsOf } from '../access/permissions.ts'
import { readPolicy } from '../access/policy.ts'
import { visibleSchemas } from '../access/visible-schema.ts'
import { supergraphSchema } from '../engine/supergraph/supergraph.ts'

/** The lines of the change that the public may read. */
export type PublicChanges = (
  releases: Pick<Releases, 'find'>,
  statement: Pick<ReleaseStatement, 'number' | 'previous'>,
) => Promise<readonly string[]>

/** Remembers what it worked out: a release never changes. */
export function publicChanges(): PublicChanges {
  const changes = new Lru<number, readonly string[]>(1_000, 1_000)
  const schemas = new Lru<number, string>(2, 2)
  let working: Promise<unknown> = Promise.resolve()

  const schemaOf = async (releases: Pick<Releases, 'find'>, number: number): Promise<string> => {
    const known = schemas.get(number)
    if (known !== undefined) return known
    await others()
    const release = await releases.find(number)
    const schema = release ? publicSchema(release.supergraph, release.api) : ''
    schemas.set(number, schema, 1)
    return schema
  }
  const workOut: PublicChanges = async (releases, { number, previous }) => {
    const known = changes.get(number)
    if (known) return known
    const after = await schemaOf(releases, number)
    const lines = previous === null ? [] : changesBetween(await schemaOf(releases, previous), after)
    changes.set(number, lines, 1)
    return lines
  }
  return (releases, statement) => {
    const known = changes.get(statement.number)
    if (known) return Promise.resolve(known)
    const next = working.then(() => workOut(releases, statement))
    working = next.catch(() => undefined)
    return next
  }
}

function publicSchema(supergraph: string, api: string): string {
  const { rules, sdl } = readPolicy(supergraph)
  const visible = visibleSchemas(
    buildSchema(api, { assumeValidSDL: true }),
    permissionsOf(supergraphSchema(sdl), rules),
  )
  return printSchema(visible(''))
}
