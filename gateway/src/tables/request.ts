/** What the query string of a table says: the variables of its operation, each by its name, and how the table is to be. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { Kind, type DocumentNode, type TypeNode } from 'graphql'

export interface TableOptions {
  /** A column for each figure, or a row. */
  readonly layout: 'wide' | 'long'
  /** Whether the status of a figure stands beside it. */
  readonly hasStatuses: boolean
  /** Rows at most; all there are where undefined. */
  readonly limit: number | undefined
}

export interface TableRequest {
  readonly variables: Readonly<Record<string, unknown>>
  readonly options: TableOptions
  /** The name of the snapshot that the table is to be of; the newest where undefined. */
  readonly snapshot: string | undefined
}

const optionNames = ['status', 'limit', 'layout', 'snapshot'] as const

/** A name that the operation declares is its variable, and else an option. Throws HubError BAD_ARGUMENT. */
export function tableRequestOf(document: DocumentNode, search: URLSearchParams): TableRequest {
  const declared = typesOf(document)
  const variables: Record<string, unknown> = { ...wholeVariables(search) }
  for (const name of new Set(search.keys())) {
    const type = declared.get(name)
    if (type) variables[name] = valueOf(name, search.getAll(name), type)
    else if (name !== 'variables' && !optionNames.some((option) => option === name))
      throw unknownName(name, [...declared.keys()])
  }
  const option = (name: (typeof optionNames)[number]): string | null =>
    declared.has(name) ? null : search.get(name)
  const layout = layoutOption(option('layout'))
  const hasStatuses = statusOption(option('status'))
  if (layout === 'long' && !hasStatuses)
    throw new HubError(
      'BAD_ARGUMENT',
      'The long layout always has the status of a figure: leave `status` out.',
    )
  return {
    variables,
    options: { layout, hasStatuses, limit: rowLimit(option('limit')) },
    snapshot: option('snapshot') ?? undefined,
  }
}

function typesOf(document: DocumentNode): ReadonlyMap<string, TypeNode> {
  return new Map(
    document.definitions
      .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : []))
      .map(({ variable, type }) => [variable.name.value, type]),
  )
}

function wholeVariables(search: URLSearchParams): Readonly<Record<string, unknown>> {
  const text = search.get('variables')
  if (!text) return {}
  const value = fromJson(text)
  if (isRecord(value)) return value
  throw new HubError('BAD_ARGUMENT', '`variables` is not a JSON object.')
}

/** A list is given by its name once for each item, or as JSON; an object as JSON. */
function valueOf(name: string, texts: readonly string[], type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return valueOf(name, texts, type.type)
  const [text = ''] = texts
  if (type.kind === Kind.LIST_TYPE) {
    if (texts.length === 1 && text.startsWith('[')) return fromJson(text) ?? text
    return texts.map((item) => valueOf(name, [item], type.type))
  }
  if (texts.length > 1) throw new HubError('BAD_ARGUMENT', `\`${name}\` is given more than once.`)
  const typeName = type.name.value
  if (typeName === 'ID' || typeName === 'String') return text
  if (text === 'null') return null
  if (typeName === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (typeName === 'Int' || typeName === 'Float')
    return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : text
  return text.startsWith('{') ? (fromJson(text) ?? text) : text
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function statusOption(text: string | null): boolean {
  if (text === null || text === 'on') return true
  if (text === 'off') return false
  throw new HubError('BAD_ARGUMENT', '`status` is `on` or `off`.')
}

function layoutOption(text: string | null): TableOptions['layout'] {
  if (text === null || text === 'wide') return 'wide'
  if (text === 'long') return 'long'
  throw new HubError('BAD_ARGUMENT', '`layout` is `wide` or `long`.')
}

function rowLimit(text: string | null): number | undefined {
  if (text === null) return undefined
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new HubError('BAD_ARGUMENT', '`limit` is a number of rows, from 1.')
}

function unknownName(name: string, declared: readonly string[]): HubError {
  const may = [...declared, ...optionNames].map((known) => `\`${known}\``).join(', ')
  return new HubError('BAD_ARGUMENT', `There is no \`${name.slice(0, 100)}\` here; there is ${may}.`)
}
