/**
 * Whether a slice may be released, and all that its team has to know before: what composition says, the house rules for what changed, whom the change
 * breaks, what it deprecates and what it makes dearer. Reads and writes nothing: what is compared comes from the caller.
 */
import { buildSchema, parse, print, type DocumentNode } from 'graphql'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import { findOpenFields } from '../closed-types.ts'
import { composeGraph, type ComposedGraph } from '../compose.ts'
import { findHouseFaults } from '../house-rules.ts'
import { findOneOfFaults } from '../one-of.ts'
import { findSliceFaults } from '../slice-faults.ts'
import type { Slice } from '../slices.ts'
import { findVariantFaults } from '../variant.ts'
import { findOwnNames, findRequiredOnInterfaceObjects } from '../unplannable.ts'
import { elementsOf, locate } from './coordinates.ts'
import { findCosts, type Costs, type MeterOf } from './costs.ts'
import { findDeprecations, type Deprecation } from './deprecations.ts'
import { findingOf, type Finding, type Location } from './finding.ts'
import { findIndicatorChanges, indicatorsIn } from './indicator-changes.ts'
import { parseOperations, type RegisteredOperation, type SeenOperation } from './operations.ts'
import { findPublicChanges } from './public-changes.ts'
import { findSchemaChanges, type SchemaChange } from './schema-changes.ts'
import { findWhoBreaks, rememberUses, type CheckedChange } from './who-breaks.ts'

/** What a change is compared with: a release, or the schema that is committed. */
export interface Base {
  /** Null for the committed schema. */
  readonly release: number | null
  readonly supergraphSdl: string
  readonly apiSdl: string
  /** As they were composed. */
  readonly slices: readonly Slice[]
}

export interface SliceCheck {
  /** The subgraph whose slice changes. */
  readonly name: string
  /** All slices as they would be released: the changed one, the others as they are. */
  readonly slices: readonly Slice[]
  readonly base: Base
  readonly registered: readonly RegisteredOperation[]
  /** Those seen in the last 90 days. */
  readonly seen: readonly SeenOperation[]
  /** ISO 8601 date. */
  readonly today: string
  /** Without one no costs are worked out. */
  readonly meterOf?: MeterOf | undefined
}

export interface CheckReport {
  readonly slice: string
  /** The number of the release that it was compared with; null for the committed schema. */
  readonly base: number | null
  readonly today: string
  readonly isRefused: boolean
  readonly errors: readonly Finding[]
  readonly hints: readonly Finding[]
  readonly houseRules: readonly Finding[]
  readonly changes: readonly (CheckedChange & { readonly location?: Location | undefined })[]
  readonly deprecations: readonly (Deprecation & { readonly location?: Location | undefined })[]
  readonly costs: Costs
  /** Operations that are no GraphQL, and so tell nothing. */
  readonly unreadable: readonly {
    readonly operation: RegisteredOperation | SeenOperation
    readonly reason: string
  }[]
  /** How many operations the change was held against. */
  readonly operations: number
  /** Where the changed part composes: what would be released. */
  readonly composed: { readonly supergraphSdl: string; readonly apiSdl: string } | null
}

export async function checkSlice(check: SliceCheck): Promise<CheckReport> {
  const { name, slices, base, today } = check
  const { parsed, broken } = parseOperations([...check.registered, ...check.seen])
  const houseRules = changedFaults(name, slices, base.slices)
  const graph = composeGraph(slices)
  const found = {
    slice: name,
    base: base.release,
    today,
    houseRules,
    unreadable: broken,
    operations: parsed.length,
  }
  if ('errors' in graph)
    return {
      ...found,
      isRefused: true,
      errors: graph.errors.map(({ message, nodes, extensions }) =>
        findingOf(
          String(extensions['code'] ?? 'COMPOSITION'),
          `${nodes?.map(locationOf).find(Boolean) ?? ''}${withoutSubgraph(message)}`,
        ),
      ),
      hints: [],
      changes: [],
      deprecations: [],
      costs: { planned: 0, dearer: [] },
      composed: null,
    }
  const errors = [
    ...findRequiredOnInterfaceObjects(graph.supergraphSdl).map((line) =>
      findingOf('REQUIRES_ON_INTERFACE_OBJECT', line),
    ),
    ...findVariantFaults(graph.supergraphSdl).map((line) => findingOf('PUBLIC_VARIANT', line)),
  ]
  const before = buildSchema(base.apiSdl, { assumeValidSDL: true })
  const after = buildSchema(graph.apiSdl, { assumeValidSDL: true })
  const supergraphs = {
    before: { sdl: base.supergraphSdl, document: parse(base.supergraphSdl, { noLocation: true }) },
    after: { sdl: graph.supergraphSdl, document: parse(graph.supergraphSdl, { noLocation: true }) },
  }
  const uses = rememberUses(before)
  const slice = slices.find((one) => one.name === name)
  const located = <Item extends { readonly coordinate: string }>(item: Item) => ({
    ...item,
    location: slice && locate(slice.typeDefs, item.coordinate),
  })
  const schemaChanges = [
    ...withIndicators(findSchemaChanges(before, after), supergraphs.before.document),
    ...findIndicatorChanges(supergraphs.before.document, supergraphs.after.document),
  ]
  const changes = [
    ...findWhoBreaks(schemaChanges, parsed, { before, after, today }, uses),
    ...findPublicChanges(supergraphs.before, supergraphs.after, parsed, { known: schemaChanges, today }),
  ].map(located)
  const deprecations = findDeprecations(
    { before, after, document: parse(graph.apiSdl, { noLocation: true }), today },
    parsed,
    uses,
  ).map(located)
  const registered = parsed.filter(({ operation }) => 'app' in operation)
  return {
    ...found,
    isRefused:
      errors.length > 0 ||
      houseRules.length > 0 ||
      changes.some(({ verdict }) => verdict === 'refused') ||
      deprecations.some(({ fault }) => fault !== null),
    errors,
    hints: hintsOf(graph, name, changedElements(name, slices, base.slices)),
    changes,
    deprecations,
    costs: check.meterOf
      ? await findCosts(supergraphs, registered, uses, check.meterOf)
      : { planned: 0, dearer: [] },
    composed: { supergraphSdl: graph.supergraphSdl, apiSdl: graph.apiSdl },
  }
}

/** The report on a slice that is not GraphQL, of which nothing more can be said. */
export function unreadReport(slice: string, base: number | null, today: string, error: Finding): CheckReport {
  return {
    ...{ slice, base, today, isRefused: true, errors: [error], hints: [], houseRules: [] },
    ...{ changes: [], deprecations: [], costs: { planned: 0, dearer: [] } },
    ...{ unreadable: [], operations: 0, composed: null },
  }
}

/** Composition names the subgraph before what it says; the report is about one. */
function withoutSubgraph(message: string): string {
  return message.replace(/^\[[\w-]+\] /, '')
}

/** What is wrong with these slices and was not with those before, by what the lines say but for their place. */
function changedFaults(name: string, slices: readonly Slice[], before: readonly Slice[]): readonly Finding[] {
  const old = new Set(faultsOf(name, before).map(({ code, message }) => `${code} ${message}`))
  return faultsOf(name, slices).filter(({ code, message }) => !old.has(`${code} ${message}`))
}

function faultsOf(name: string, slices: readonly Slice[]): readonly Finding[] {
  const slice = slices.find((one) => one.name === name)
  const rules: readonly (readonly [string, readonly string[]])[] = [
    ['SLICE', findSliceFaults(slices)],
    ['ACCESS_RULE', findOpenFields(slices)],
    ['OWN_NAME', findOwnNames(slices)],
    ['ONE_OF', findOneOfFaults(slices)],
    ...(slice ? Object.entries(findHouseFaults(slice, slices)) : []),
  ]
  return rules.flatMap(([code, lines]) =>
    lines.map((line) => {
      const finding = findingOf(code, line)
      // Lines without a place name what they are about.
      const [, coordinate] = /(\w+\.\w+)/.exec(finding.message) ?? []
      return finding.location || !slice || coordinate === undefined
        ? finding
        : { ...finding, location: locate(slice.typeDefs, coordinate) }
    }),
  )
}

/** The coordinates that the slice declares otherwise than before, or no more, or not until now. */
function changedElements(
  name: string,
  slices: readonly Slice[],
  before: readonly Slice[],
): ReadonlySet<string> {
  const [was, is] = [before, slices].map((all) => {
    const document = all.find((one) => one.name === name)?.typeDefs
    return new Map(
      (document ? elementsOf(document) : []).map(({ coordinate, node }) => [coordinate, print(node)]),
    )
  })
  const coordinates = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
  return new Set(coordinates.filter((one) => was?.get(one) !== is?.get(one)))
}

function hintsOf(
  graph: Exclude<ComposedGraph, { readonly errors: unknown }>,
  name: string,
  changed: ReadonlySet<string>,
): readonly Finding[] {
  return graph.hints
    .filter(({ coordinate, nodes, message }) =>
      coordinate !== undefined
        ? changed.has(coordinate)
        : (nodes ?? []).some(({ subgraph }) => subgraph === name) && mentions(message, changed),
    )
    .map(({ definition, message, nodes }) =>
      findingOf(
        definition.code,
        `${
          (nodes ?? [])
            .filter(({ subgraph }) => subgraph === name)
            .map(locationOf)
            .find(Boolean) ?? ''
        }${message}`,
      ),
    )
}

function mentions(message: string, changed: ReadonlySet<string>): boolean {
  return [...message.matchAll(/"([^"]+)"/g)].some(([, quoted = '']) => changed.has(quoted))
}

/** A field that goes takes its indicator along. */
function withIndicators(changes: readonly SchemaChange[], before: DocumentNode): readonly SchemaChange[] {
  const indicators = indicatorsIn(before)
  return changes.map((change) =>
    change.kind === 'FIELD_REMOVED' && indicators.has(change.coordinate)
      ? { ...change, message: `${change.message} It was an indicator: it leaves the catalogue too.` }
      : change,
  )
}
