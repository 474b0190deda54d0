/**
 * The types of every subgraph's resolvers, from its slice of the schema; slices are found by listing. `npm run codegen` writes
 * them, `npm run check` fails where they are stale. What the kit makes of a slice (rows of figures, sources) is typed as the
 * kit's; other objects may be returned in part, for their remaining fields have resolvers of their own.
 */
import type { CodegenConfig } from '@graphql-codegen/cli'
import { readSlices, type Slice } from './schema/slices.ts'
import { readProfiles } from './subgraph-kit/src/indicator.ts'

function mappersFor({ sdl, typeDefs }: Slice): Readonly<Record<string, string>> {
  const row = '@samenhang/subgraph-kit/profile-store#ProfileRow'
  return {
    ...Object.fromEntries(readProfiles(typeDefs).map(({ type }) => [type, row])),
    ...(/\btype Area @interfaceObject\b/.test(sdl) ? { Area: '{ readonly code: string }' } : {}),
    ...(/\btype Source\b/.test(sdl) ? { Source: '@samenhang/subgraph-kit/source#Source as SourceRow' } : {}),
  }
}

const config: CodegenConfig = {
  silent: true,
  errorsOnly: true,
  generates: Object.fromEntries(
    readSlices().map((slice) => [
      `subgraphs/${slice.name}/src/generated/resolver-types.ts`,
      {
        schema: `subgraphs/${slice.name}/schema.graphql`,
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
