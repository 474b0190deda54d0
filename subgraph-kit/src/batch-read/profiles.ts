/** One profile of a batch of things: the asked figures of one year and what it says of them, for each key in its order. Several are read together. */
import { isObjectType, type FieldNode, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql'
import { checkOf, type Check } from './column-check.ts'
import { argumentOf, type Variables } from './operation-arguments.ts'
import { isProperty, keyedFields } from './plain-fields.ts'
import { compileDetail, type ProfileDetail, type Sources } from './profile-details.ts'
import { profileAnsweredBy } from '../figures/profile-resolvers.ts'
import { figureReader, type FigureColumns } from '../figures/figure-reader.ts'
import type { ProfileStore } from '../figures/profile-store.ts'
import type { Database } from '../database/database.ts'
import { sourceStoreOf } from '../figures/source.ts'
import { inOrder, type Answer } from './rows-by-key.ts'
import { andThen, type PromiseOrValue } from '../async/promise-or-value.ts'

/** What is read of one profile, and the answers that its rows make. */
export interface ProfileRead {
  readonly store: ProfileStore
  readonly columns: FigureColumns
  /** The year asked, null for the newest; undefined where graphql-js must say. */
  readonly periodOf: (variables: Variables) => number | null | undefined
  /** Where the `source_id` stands in a row; null where nothing of the source is asked. */
  readonly sourceIndex: number | null
  /** The profile of each key, null where it has none; null as a whole where graphql-js must say. */
  readonly answersOf: (
    keys: readonly string[],
    rows: readonly (readonly unknown[])[],
    period: number | null,
    sources: Sources,
  ) => ProfileAnswers
}

export type ProfileAnswers = readonly (Answer | null)[] | null

/** One key of the answer: a figure, and what it must be; the name of the type; or what the profile says of its figures. */
type Part =
  | { readonly key: string; readonly index: number; readonly check: Check }
  | { readonly key: string; readonly name: string }
  | { readonly key: string; readonly detail: ProfileDetail }

interface ProfileOptions {
  readonly stores: readonly ProfileStore[]
  readonly operation: OperationDefinitionNode
}

/** What to read for this field where it is a profile's, of figures only, on every one of these types; else null. */
export function compileProfile(
  node: FieldNode,
  types: readonly GraphQLObjectType[],
  { stores, operation }: ProfileOptions,
): ProfileRead | null {
  const fields = types.map((type) => type.getFields()[node.name.value])
  const [field] = fields
  const answered = profileAnsweredBy(field?.resolve)
  const store = stores.find(({ profile }) => profile.areaField === answered)
  const type = field?.type
  if (
    !store ||
    !isObjectType(type) ||
    !fields.every((candidate) => profileAnsweredBy(candidate?.resolve) === answered)
  )
    return null
  const period = node.arguments?.length ? argumentOf(node, 'period', { operation }) : () => null
  if (!period) return null
  const parts: Part[] = []
  const columns: string[] = []
  const indexOf = (column: string): number => {
    if (!columns.includes(column)) columns.push(column)
    return columns.indexOf(column) + 1
  }
  const selected = keyedFields(node.selectionSet?.selections ?? [])
  if (!selected) return null
  for (const { key, node: part } of selected) {
    const compiled = partOf(part, key, type, store, indexOf)
    if (!compiled) return null
    parts.push(compiled)
  }
  const sourceIndex = parts.some((part) => 'detail' in part) ? indexOf('source_id') : null
  return {
    store,
    // Who reads the nulls reads the source too.
    columns: { profile: store.profile, columns, tellsNulls: sourceIndex !== null },
    periodOf(variables) {
      const year = period(variables)
      return year === null || isYear(year) ? year : undefined
    },
    sourceIndex,
    // A year without rows may be one that nobody loaded, which is an error.
    answersOf: (keys, rows, year, sources) =>
      year !== null && rows.length === 0 ? null : figuresOf(inOrder(keys, rows), parts, sources),
  }
}

/** The answers of all of them: one statement for their rows, and one for records of imports that were not read yet. Null where graphql-js must say. */
export function readProfiles(
  profiles: readonly ProfileRead[],
): (keys: readonly string[], variables: Variables) => PromiseOrValue<readonly ProfileAnswers[] | null> {
  const [first] = profiles
  if (!first) return () => []
  const { database } = first.store
  const read = figureReader(
    database,
    profiles.map(({ columns }) => columns),
  )
  return (keys, variables) => {
    const periods: (number | null)[] = []
    for (const { periodOf } of profiles) {
      const period = periodOf(variables)
      if (period === undefined) return null
      periods.push(period)
    }
    return andThen(read(keys, periods), (rows) =>
      andThen(sourcesOf(profiles, database, rows), (sources) =>
        profiles.map(({ answersOf }, index) =>
          answersOf(keys, rows[index] ?? [], periods[index] ?? null, sources),
        ),
      ),
    )
  }
}

function sourcesOf(
  profiles: readonly ProfileRead[],
  database: Database,
  rows: readonly (readonly (readonly unknown[])[])[],
): PromiseOrValue<Sources> {
  if (profiles.every(({ sourceIndex }) => sourceIndex === null)) return noSources
  const ids = profiles.flatMap(({ sourceIndex }, index) =>
    sourceIndex === null ? [] : (rows[index] ?? []).map((row) => Number(row[sourceIndex])),
  )
  return sourceStoreOf(database).byIds(new Set(ids))
}

const noSources: Sources = new Map()

function partOf(
  node: FieldNode,
  key: string,
  type: GraphQLObjectType,
  store: ProfileStore,
  indexOf: (column: string) => number,
): Part | null {
  if (node.arguments?.length) return null
  if (node.selectionSet) {
    const detail = compileDetail(node, type, store.profile, indexOf)
    return detail && { key, detail }
  }
  if (node.name.value === '__typename') return { key, name: type.name }
  const found = columnOf(node.name.value, type, store)
  return found && { key, index: indexOf(found.column), check: found.check }
}

/** A figure is a property of its row: a field that is resolved in another way is not one to be read here. */
function columnOf(
  name: string,
  type: GraphQLObjectType,
  { profile }: ProfileStore,
): { readonly column: string; readonly check: Check } | null {
  const field = type.getFields()[name]
  if (!field || !isProperty(field.resolve)) return null
  const column =
    name === 'period' ? name : profile.indicators.find((indicator) => indicator.field === name)?.column
  const check = checkOf(field.type)
  return column !== undefined && check ? { column, check } : null
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value
}

function figuresOf(
  rows: readonly (readonly unknown[] | undefined)[],
  parts: readonly Part[],
  sources: Sources,
): ProfileAnswers {
  const all: (Answer | null)[] = []
  for (const row of rows) {
    if (!row) {
      all.push(null)
      continue
    }
    const figures: Answer = {}
    for (const part of parts) {
      if ('check' in part) {
        const value = row[part.index] ?? null
        if (!part.check(value)) return null
        figures[part.key] = value
      } else if ('name' in part) figures[part.key] = part.name
      else {
        const detail = part.detail(row, sources)
        if (detail === undefined) return null
        figures[part.key] = detail
      }
    }
    all.push(figures)
  }
  return all
}
