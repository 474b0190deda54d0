/** `run_operation`: an operation that front-end teams registered, by its name, as the rows of its table; those about people are none of them. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import type { Gateway } from '../operation/gateway.ts'
import { noTableOfPeople, changesSomething } from '../operation/refused-by-get.ts'
import { notRegisteredHere, type TrustedDocument } from '../operation/trusted-documents.ts'
import { isOpen, openOperations, type OpenOperation } from '../openapi/open-operations.ts'
import { variablesObject } from '../openapi/variable-schemas.ts'
import type { AskedTable } from '../tables/asked-table.ts'
import { withoutPaging } from '../tables/paging.ts'
import { firstRows, meaningOf } from './read-rows.ts'
import { countIn, refuseUnknown, textIn, type Arguments, type Tool } from './tool.ts'

const most = { rows: 500, usualRows: 100 }

/** Operations that the tool describes; more of them can be run by their names. */
const mostDescribed = 50

/** Undefined where none is registered. */
export function runOperation(gateway: Gateway): Tool | undefined {
  const operations = openOperations(gateway)
  if (operations.length === 0) return undefined
  const described = operations.slice(0, mostDescribed)
  return {
    name: 'run_operation',
    title: 'Run a registered operation',
    description: `Runs a registered operation and gives its first rows, with what each column means; a figure has its status beside it. ${described.map(lineOf).join(' ')}`,
    inputSchema: {
      type: 'object',
      properties: {
        operation: { type: 'string', enum: operations.map(({ document }) => document.id) },
        variables: {
          description: 'Those of the operation, by its name in `title`.',
          anyOf: described.map(({ document, description }) => ({
            title: document.id,
            ...(description !== '' && { description }),
            ...variablesOf(document, gateway),
          })),
        },
        limit: { type: 'integer', minimum: 1, maximum: most.rows, default: most.usualRows },
      },
      required: ['operation'],
      additionalProperties: false,
    },
    async call(given, asking) {
      refuseUnknown(given, ['operation', 'variables', 'limit'])
      const document = operationIn(given, asking.gateway)
      const variables = given['variables'] ?? {}
      if (!isRecord(variables)) throw new HubError('BAD_ARGUMENT', '`variables` must be an object.')
      refuseUnknown(variables, Object.keys(propertiesOf(document, gateway)))
      const asked = tableOf(document, variables)
      const limit = countIn(given, 'limit', most.usualRows, most.rows)
      const { columns, rows, rowsInAll, isCut } = await firstRows(asked, limit, asking)
      const { columns: meanings } = await meaningOf(asked, asking)
      return {
        ...{ columns, rows, rowsInAll, isCut },
        table: `${asking.base}${asked.address}.csv${searchOf(variables)}`,
        meaning: meanings
          .filter(({ definition }) => definition !== '')
          .map(({ name, label, unit, definition, origins }) => ({
            ...{ name, label, unit, definition },
            ...(origins.length > 0 && { periodsAndSources: origins }),
          })),
      }
    },
  }
}

function lineOf({ document: { id }, description }: OpenOperation): string {
  return description === '' ? `${id}.` : `${id}: ${description}`
}

/** Those of the table: it is read to its end, so the variables of pages are gone. */
function variablesOf({ source, document }: TrustedDocument, { apiSchema }: Pick<Gateway, 'apiSchema'>) {
  return variablesObject(withoutPaging(source === document ? document : source, apiSchema), apiSchema)
}

function propertiesOf(
  document: TrustedDocument,
  gateway: Pick<Gateway, 'apiSchema'>,
): Readonly<Record<string, unknown>> {
  const { properties } = variablesOf(document, gateway)
  return isRecord(properties) ? properties : {}
}

/** Throws HubError for what is not registered, or may not be asked here. */
function operationIn(given: Arguments, gateway: Gateway): TrustedDocument {
  const name = textIn(given, 'operation')
  const document = gateway.document(name)
  if (!document) throw notRegisteredHere(name, gateway.brokenDocuments)
  if (!document.isQuery) throw changesSomething()
  if (!isOpen(document, gateway)) throw noTableOfPeople()
  return document
}

function tableOf(document: TrustedDocument, variables: Arguments): AskedTable {
  const { source, text, id, operationName: title = id } = document
  return {
    ...{ source, text, id, title, variables, registered: document, format: null, snapshot: undefined },
    address: `/q/${encodeURIComponent(id)}`,
    options: { layout: 'wide', hasStatuses: true, limit: undefined },
  }
}

/** The variables as a query string of the address of a table. */
function searchOf(variables: Arguments): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(variables))
    for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value])
      parameters.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item))
  return parameters.size === 0 ? '' : `?${parameters.toString()}`
}
