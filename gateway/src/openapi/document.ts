/**
 * The hub as OpenAPI 3.1: each registered operation that everyone may ask, as a GET of its table, and the limits. Made from the operations and the
 * schema that are served, so that it never says anything else. No path is about people.
 */
import type { Gateway } from '../operation/gateway.ts'
import { codeVersion } from '../operation/code-version.ts'
import { formats } from '../tables/formats.ts'
import { withoutPaging } from '../tables/paging.ts'
import { columnsWithAll } from '../tables/plan.ts'
import { openOperations, type OpenOperation } from './open-operations.ts'
import { components, hubPaths, versionHeader } from './fixed-parts.ts'
import { rowSchema } from './row-schema.ts'
import { variableSchemas, type JsonSchema, type VariableSchema } from './variable-schemas.ts'

type Described = Pick<Gateway, 'documents' | 'isProtected' | 'apiSchema' | 'indicators'>

export interface OpenApiOptions {
  /** The URL that clients know the hub by. */
  readonly server: string
  /** Whom to ask: a `mailto:`, `https:` or `tel:` URI. */
  readonly contact: string | undefined
}

export function openApiDocument(gateway: Described, { server, contact }: OpenApiOptions): object {
  const operations = openOperations(gateway)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samenhang',
      summary: 'One graph over the Dutch social domain: its registered operations as tables.',
      description:
        'Figures of places, whole or refused, with the reason of each that is missing. Anything else is asked of the graph itself, by GraphQL at /graphql.',
      version: codeVersion,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      ...(contact !== undefined && { contact: contactOf(contact) }),
    },
    servers: [{ url: server }],
    tags: [
      { name: 'tables', description: 'Registered operations as tables.' },
      { name: 'hub', description: 'What the hub says of itself.' },
    ],
    paths: {
      ...Object.fromEntries(operations.flatMap((operation) => pathOf(operation, gateway))),
      ...hubPaths,
    },
    components,
  }
}

function contactOf(uri: string): JsonSchema {
  return uri.startsWith('mailto:') ? { email: uri.slice('mailto:'.length) } : { url: uri }
}

/** None for an operation that is no table. */
function pathOf({ document, description }: OpenOperation, gateway: Described): readonly [string, object][] {
  const unpaged = withoutPaging(document.source, gateway.apiSchema)
  const row = rowOf(document.source, gateway)
  if (!row) return []
  const { id } = document
  const text = description === '' ? `The registered operation ${id}.` : description
  return [
    [
      `/q/${encodeURIComponent(id)}.{format}`,
      {
        get: {
          operationId: id.replaceAll(/[^\w-]/g, '_'),
          tags: ['tables'],
          summary: document.operationName ?? id,
          description: text,
          security: [],
          parameters: [
            { $ref: '#/components/parameters/format' },
            ...variableSchemas(unpaged, gateway.apiSchema).map(parameterOf),
            ...['status', 'layout', 'limit', 'dryRun'].map((name) => ({
              $ref: `#/components/parameters/${name}`,
            })),
          ],
          responses: {
            '200': { description: 'The whole table.', headers: answerHeaders, content: contentOf(row) },
            '304': {
              description: 'Not changed since the `ETag` of `If-None-Match`.',
              headers: versionHeader,
            },
            ...Object.fromEntries(
              ['400', '404', '406', '413', '429', '502', '503'].map((status) => [
                status,
                { $ref: '#/components/responses/problem' },
              ]),
            ),
          },
        },
      },
    ],
  ]
}

function rowOf(source: OpenOperation['document']['source'], gateway: Described): JsonSchema | undefined {
  try {
    return rowSchema(columnsWithAll(source, gateway.apiSchema), gateway)
  } catch {
    // Two lists beside each other, which have no table.
    return undefined
  }
}

function parameterOf({ name, schema, isRequired, isList, description }: VariableSchema): object {
  const isObject = schema['type'] === 'object'
  return {
    ...{ name, in: 'query', required: isRequired },
    ...(description !== '' && { description }),
    ...(isObject
      ? { content: { 'application/json': { schema } } }
      : { schema, ...(isList && { style: 'form', explode: true }) }),
  }
}

function contentOf(row: JsonSchema): object {
  const schemas: Readonly<Record<string, JsonSchema>> = {
    json: { type: 'array', items: row },
    ndjson: { type: 'string', description: 'A row a line, each as in application/json.' },
    csv: { type: 'string', description: 'UTF-8, RFC 4180, the names of columns first.' },
    tsv: { type: 'string', description: 'UTF-8, fields between tabs, the names of columns first.' },
  }
  return Object.fromEntries(
    [...formats.values()].map(({ suffix, mediaTypes: [type] }) => [
      type,
      { schema: schemas[suffix] ?? { type: 'string', contentMediaType: type } },
    ]),
  )
}

const answerHeaders = {
  ...versionHeader,
  ETag: { description: 'Another for each version of the data.', schema: { type: 'string' } },
  Link: {
    description: 'The dictionary of the table (CSV on the Web), as `rel="describedby"`.',
    schema: { type: 'string' },
  },
}
