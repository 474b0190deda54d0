/**
 * The types of every subgraph's resolvers, from its slice of the schema; slices are found by listing. `npm run codegen` writes
 * them, `npm run check` fails where they are stale. What the kit makes of a slice (rows of figures, sources) is typed as the
 * kit's; other objects may be returned in part, for their remaining fields have resolvers of their own.
 */
import type { CodegenConfig } from '@graphql-codegen/cli'
import { Kind, print, type DocumentNode } from 'graphql'
import { readSlices, type Slice } from './schema/slices.ts'
import { readProfiles } from './subgraph-kit/src/figures/indicator.ts'

function mappersFor({ typeDefs }: Slice): Readonly<Record<string, string>> {
  const row = '@samenhang/subgraph-kit/profile-store#ProfileRow'
  return {
    ...Object.fromEntries(readProfiles(typeDefs).map(({ type }) => [type, row])),
    ...(isObject(typeDefs, 'Area') ? { Area: '{ readonly code: string }' } : {}),
    ...(isObject(typeDefs, 'Source') ? { Source: '@samenhang/subgraph-kit/source#Source as SourceRow' } : {}),
  }
}

function isObject({ definitions }: DocumentNode, name: string): boolean {
  return definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === name)
}

const config: CodegenConfig = {
  silent: true,
  errorsOnly: true,
  generates: Object.fromEntries(
    readSlices().map((slice) => [
      `subgraphs/${slice.name}/src/generated/resolver-types.ts`,
      {
        schema: print(slice.typeDefs),
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          enumsAsTypes: true,
          useTypeImports: true,
          defaultScalarType: 'unknown',
          scalars: { ID: 'string' },
          contextType: '@samenhang/subgraph-kit/subgraph#SubgraphContext',
          defaultMapper: 'Partial<{T}>',
          mappers: mappersFor(slice),
        },
      },
    ]),
  ),
}

export default config
