/**
 * The types of every subgraph's slice of the schema and of an example client; slices are found by listing. `npm run codegen` writes them, `npm run check` fails where they are
 * stale.
 */
import type { CodegenConfig } from '@graphql-codegen/cli'
import { print } from 'graphql'
import { readSlices } from './schema/slices.ts'

/** A client's types, as an application would have them made of the schema that clients see. */
const exampleApp: CodegenConfig['generates'][string] = {
  schema: 'schema/api.graphql',
  documents: 'test/example-app/src/*.graphql',
  plugins: ['typescript-operations'],
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { ID: 'string' },
    defaultScalarType: 'unknown',
  },
}

const config: CodegenConfig = {
  silent: true,
  errorsOnly: true,
  generates: Object.fromEntries<CodegenConfig['generates'][string]>([
    ['test/example-app/generated/operations.ts', exampleApp],
    ...readSlices().map((slice): [string, CodegenConfig['generates'][string]] => [
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
  ]),
}

export default config
