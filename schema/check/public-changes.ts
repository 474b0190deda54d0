/**
 * What goes from the public variant of the graph and stays in the graph itself: a tag that was taken away. To who asks at `/public/graphql` that is a
 * removal like any other. Operations concern it that were asked lately and that the variant answers; registered ones are of the whole graph.
 */
import { buildSchema, Kind, validate, type DirectiveNode, type DocumentNode } from 'graphql'
import { publicVariant } from '../variant.ts'
import { elementsOf } from './coordinates.ts'
import type { CheckedOperation } from './operations.ts'
import { findSchemaChanges, type SchemaChange } from './schema-changes.ts'
import { findWhoBreaks, rememberUses, type CheckedChange } from './who-breaks.ts'

interface Supergraph {
  readonly sdl: string
  readonly document: DocumentNode
}

/** `known` are the changes of the whole graph, which are not told again. */
export function findPublicChanges(
  before: Supergraph,
  after: Supergraph,
  operations: readonly CheckedOperation[],
  { known, today }: { readonly known: readonly SchemaChange[]; readonly today: string },
): readonly CheckedChange[] {
  if (!losesTag(before.document, after.document)) return []
  const [was, is] = [publicVariant(before.sdl), publicVariant(after.sdl)]
  if (!was || 'errors' in was || (is && 'errors' in is)) return []
  const versions = {
    before: buildSchema(was.apiSdl, { assumeValidSDL: true }),
    after: buildSchema(is?.apiSdl ?? nothing, { assumeValidSDL: true }),
    today,
  }
  const asked = operations.filter(
    ({ operation, document }) => !('app' in operation) && validate(versions.before, document).length === 0,
  )
  const told = new Set(known.map(({ kind, coordinate }) => `${kind} ${coordinate}`))
  return findWhoBreaks(
    findSchemaChanges(versions.before, versions.after).filter(({ severity }) => severity === 'breaking'),
    asked,
    versions,
    rememberUses(versions.before),
  )
    .filter(({ kind, coordinate }) => kind !== 'OPERATION_INVALID' && !told.has(`${kind} ${coordinate}`))
    .map((change) => ({ ...change, message: `In the public variant: ${change.message}` }))
}

/** The variant of a graph of which nothing is public. */
const nothing = 'type Query { _: Boolean }'

/** Whether something that is still there was tagged public and no longer is. */
function losesTag(before: DocumentNode, after: DocumentNode): boolean {
  const tags = new Map(
    elementsOf(after).map(({ coordinate, directives }) => [coordinate, directives.some(isPublic)]),
  )
  return elementsOf(before).some(
    ({ coordinate, directives }) => directives.some(isPublic) && tags.get(coordinate) === false,
  )
}

function isPublic({ name, arguments: values = [] }: DirectiveNode): boolean {
  return (
    name.value === 'tag' && values.some(({ value }) => value.kind === Kind.STRING && value.value === 'public')
  )
}
