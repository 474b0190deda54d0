/**
 * The slices that make up the graph: one a folder under subgraphs/, found by listing, and the gateway's own catalogue.
 * A new domain is a new folder; nothing here names one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSlice, withKitDefinitions } from '@samenhang/subgraph-kit/slice'
import { Kind, type DocumentNode } from 'graphql'

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

/** The slices of the subgraphs, by name. Throws ConfigError where one is no GraphQL, with file, line and column. */
export function readSlices(): Slice[] {
  return sliceNames().map((name) => {
    const file = join('subgraphs', name, 'schema.graphql')
    const settings = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as {
      config?: { port?: number }
    }
    return {
      name,
      url: `http://127.0.0.1:${String(settings.config?.port ?? 4001)}/graphql`,
      typeDefs: withKitDefinitions(parseSlice(file, readFileSync(join(root, file), 'utf8'))),
    }
  })
}

/** The slices that the gateway answers itself. */
export function readOwnSlices(): Slice[] {
  return [readCatalogueSlice(), readAuditSlice()]
}

/** The logs of access: schema/audit.graphql with `enum RecordDomain`, whose values are all subgraphs. */
export function readAuditSlice(): Slice {
  const file = join('schema', 'audit.graphql')
  const values = sliceNames().map((name) => `  "The subgraph ${name}."\n  ${domainOf(name)}`)
  const sdl = `${readFileSync(join(root, file), 'utf8')}\n"Who keeps a record: a subgraph."\nenum RecordDomain {\n${values.join('\n')}\n}\n`
  return {
    name: 'audit',
    url: 'http://127.0.0.1:4000/audit',
    typeDefs: withKitDefinitions(parseSlice(file, sdl)),
  }
}

/**
 * The catalogue of indicators: schema/catalogue.graphql with `enum Domain`, whose values are the subgraphs that
 * declare indicators. So a new domain is in the catalogue without anyone naming it.
 */
export function readCatalogueSlice(): Slice {
  const file = join('schema', 'catalogue.graphql')
  const domains = readSlices().filter(declaresIndicators)
  const values = domains.map(({ name }) => `  "The subgraph ${name}."\n  ${domainOf(name)}`).join('\n')
  const sdl = `${readFileSync(join(root, file), 'utf8')}\n"Who owns an indicator: a subgraph."\nenum Domain {\n${values}\n}\n`
  return {
    name: 'catalogue',
    url: 'http://127.0.0.1:4000/catalogue',
    typeDefs: withKitDefinitions(parseSlice(file, sdl)),
  }
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
