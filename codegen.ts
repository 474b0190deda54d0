/**
 * The types of every subgraph's slice of the schema; slices are found by listing. `npm run codegen` writes them, `npm run check` fails where they are
 * stale.
 */
import type { CodegenConfig } from '@graphql-codegen/cli'
import { print } from 'graphql'
import { readSlices } from './schema/slices.ts'

const config: CodegenConfig = {
  silent: true,
  errorsOnly: true,
  generates: Object.fromEntries(
    readSlices().map((slice) => [
      `subgraphs/${slice.name}/src/generated/resolver-types.ts`,
      {
        schema: print(slice.typeDefs),
        plugins: ['typescript'],
        config: {
          federation: true,
          enumsAsTypes: true,
          useTypeImports: true,
          defaultScalarType: 'unknown',
          scalars: { ID: 'string' },
        },
      },
    ]),
  ),
}

export default config
