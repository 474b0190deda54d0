/**
 * The slices that make up the graph: one a folder under subgraphs/, found by listing, and the gateway's own catalogue.
 * A new domain is a new folder; nothing here names one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSlice, withKitDefinitions } from '@samenhang/subgraph-kit/slice'
import { Kind, type DocumentNode } from 'graphql'
import { dutchDomain } from './dutch-domains.ts'
import { ownSliceNames, type OwnSliceName, type SliceSource } from './registry/release.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'subgraphs')

/** One subgraph's share of the schema. */
export interface Slice {
  readonly name: string
  readonly url: string
  /** With what it uses of the kit's definitions. */
  readonly typeDefs: DocumentNode
}

/** The names of the subgraphs that have a slice, in alphabetical order. */
export function sliceNames(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'schema.graphql')))
    .sort()
}

/** The file of a subgraph's slice, from the root of the repository. */
export function sliceFile(name: string): string {
  return join('subgraphs', name, 'schema.graphql')
}

/** The slices of the subgraphs as their teams wrote them, by name. */
export function readSliceSources(): SliceSource[] {
  return sliceNames().map((name) => {
    const file = sliceFile(name)
    const settings = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as {
      config?: { port?: number }
    }
    return {
      name,
      url: `http://127.0.0.1:${String(settings.config?.port ?? 4001)}/graphql`,
      file,
      sdl: readFileSync(join(root, file), 'utf8'),
    }
  })
}

/** Throws ConfigError where the text is no GraphQL, with file, line and column. */
export function sliceOf({ name, url, file, sdl }: SliceSource): Slice {
  return { name, url, typeDefs: withKitDefinitions(parseSlice(file, sdl)) }
}

/** The slices of the subgraphs, by name. Throws ConfigError where one is no GraphQL, with file, line and column. */
export function readSlices(): Slice[] {
  return readSliceSources().map(sliceOf)
}

/** The slices that the gateway answers itself. */
export function readOwnSlices(): Slice[] {
  return ownSources(readSliceSources()).map(sliceOf)
}

/** A slice that the gateway answers itself. */
export function readOwnSlice(name: OwnSliceName): Slice {
  return sliceOf(ownSourcesByName[name](readSliceSources()))
}

/** These slices with another in the place of the one of its name, by name. */
export function withSlice(sources: readonly SliceSource[], slice: SliceSource): SliceSource[] {
  return [...sources.filter(({ name }) => name !== slice.name), slice].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )
}

/** The sources of all slices of a graph of these subgraphs: theirs, and those that the gateway answers itself. */
export function withOwnSlices(sources: readonly SliceSource[]): SliceSource[] {
  return [...sources, ...ownSources(sources)]
}

const ownSourcesByName: Readonly<Record<OwnSliceName, (sources: readonly SliceSource[]) => SliceSource>> = {
  catalogue: catalogueSource,
  audit: auditSource,
  usage: () => ownSource('usage', ''),
  snapshots: () => ownSource('snapshots', ''),
}

function ownSources(sources: readonly SliceSource[]): SliceSource[] {
  return ownSliceNames.map((name) => ownSourcesByName[name](sources))
}

/** The logs of access: schema/audit.graphql with `enum RecordDomain`, whose values are all subgraphs. */
function auditSource(sources: readonly SliceSource[]): SliceSource {
  const domains = enumOf('"Who keeps a record: a subgraph."\nenum RecordDomain', sources)
  return ownSource('audit', domains)
}

/**
 * The catalogue of indicators: schema/catalogue.graphql with `enum Domain`, whose values are the subgraphs that
 * declare indicators. So a new domain is in the catalogue without anyone naming it.
 */
function catalogueSource(sources: readonly SliceSource[]): SliceSource {
  const declaring = sources.filter((source) => declaresIndicators(sliceOf(source)))
  return ownSource(
    'catalogue',
    enumOf('"Who owns an indicator: a subgraph."\nenum Domain @tag(name: "public")', declaring),
  )
}

function ownSource(name: OwnSliceName, added: string): SliceSource {
  const file = join('schema', `${name}.graphql`)
  return {
    name,
    url: `http://127.0.0.1:4000/${name}`,
    file,
    sdl: `${readFileSync(join(root, file), 'utf8')}\n${added}`,
  }
}

function enumOf(head: string, sources: readonly SliceSource[]): string {
  const values = sources.map(
    ({ name }) => `  """\n  The subgraph ${name}.\n\n  NL: ${dutchDomain(name)}.\n  """\n  ${domainOf(name)}`,
  )
  return `${head} {\n${values.join('\n')}\n}\n`
}

function declaresIndicators({ typeDefs }: Slice): boolean {
  return typeDefs.definitions.some(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'indicator',
  )
}

/** `labour-market` as a value of the enum Domain: `LABOUR_MARKET`. */
export function domainOf(subgraph: string): string {
  return subgraph.replaceAll('-', '_').toUpperCase()
}
