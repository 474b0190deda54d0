/** A tool that the hub offers by MCP, and what it stands on: it asks the graph as its caller would, for open figures only. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { RequestOptions } from '../operation/context.ts'
import type { Gateway } from '../operation/gateway.ts'
import type { JsonSchema } from '../openapi/variable-schemas.ts'
import type { SavedTables } from '../tables/saved-tables.ts'

/** Who asks, and of what. */
export interface Asking {
  readonly gateway: Gateway
  readonly options: RequestOptions
  readonly savedTables: SavedTables
  /** The client's network, for which addresses of tables are kept. */
  readonly from: string
  /** The URL that the client knows the hub by, without a path. */
  readonly base: string
}

export type Arguments = Readonly<Record<string, unknown>>

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: JsonSchema
  /** Rejects with HubError or AnswerRefused for what its caller can mend. */
  call(given: Arguments, asking: Asking): Promise<object>
}

/** Throws HubError BAD_ARGUMENT for a name that the tool does not take. */
export function refuseUnknown(given: Arguments, names: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new HubError(
      'BAD_ARGUMENT',
      `There is no argument \`${unknown.slice(0, 100)}\` here; there is ${names.join(', ')}.`,
    )
}

/** A text that is there. Throws HubError BAD_ARGUMENT. */
export function textIn(given: Arguments, name: string): string {
  const value = given[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new HubError('BAD_ARGUMENT', `\`${name}\` must be a text that is not empty.`)
}

/** A text, or nothing. Throws HubError BAD_ARGUMENT. */
export function optionalTextIn(given: Arguments, name: string): string | undefined {
  return given[name] === undefined || given[name] === null ? undefined : textIn(given, name)
}

/** One to `most` texts. Throws HubError BAD_ARGUMENT. */
export function textsIn(given: Arguments, name: string, most: number): readonly string[] {
  const value = given[name]
  const texts: readonly unknown[] = Array.isArray(value) ? value : []
  const isRight = texts.length > 0 && texts.length <= most && texts.every((text) => typeof text === 'string')
  if (isRight) return [...new Set(texts)]
  throw new HubError('BAD_ARGUMENT', `\`${name}\` must be a list of 1 to ${String(most)} texts.`)
}

/** A whole number from 1 to `most`. Throws HubError BAD_ARGUMENT. */
export function countIn(given: Arguments, name: string, usual: number, most: number): number {
  const value = given[name] ?? usual
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new HubError('BAD_ARGUMENT', `\`${name}\` must be a whole number from 1 to ${String(most)}.`)
}
