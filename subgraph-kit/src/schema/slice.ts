/**
 * A slice of the schema as a subgraph serves it and as it is composed: what its team wrote, and the definitions of the kit's
 * schema.graphql that it uses by name, so that what all slices share is declared once. Where a team errs is told by file, line and column.
 */
import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  GraphQLError,
  Kind,
  parse,
  Source,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql'
import { ConfigError } from '../errors/config-error.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const file = fileURLToPath(new URL('../../schema.graphql', import.meta.url))
let definitions: ReadonlyMap<string, DefinitionNode> | undefined

/** The slice in this folder. Throws ConfigError where its text is no GraphQL. */
export function readSlice(folder: string): DocumentNode {
  return readSliceText(folder).parse()
}

/** The text of the slice in this folder, and what it is once parsed, which throws ConfigError where it is no GraphQL. */
export function readSliceText(folder: string): { readonly text: string; readonly parse: () => DocumentNode } {
  const path = join(folder, 'schema.graphql')
  const text = readFileSync(path, 'utf8')
  return { text, parse: () => withKitDefinitions(parseSlice(path, text)) }
}

/** `file:line:column: ` of its name, where the node was read from a file. */
export function locationOf(node: ASTNode): string {
  const loc = 'name' in node ? node.name.loc : node.loc
  return loc ? `${loc.source.name}:${loc.startToken.line}:${loc.startToken.column}: ` : ''
}

/** Throws ConfigError with file, line and column where the text is no GraphQL. */
export function parseSlice(path: string, sdl: string): DocumentNode {
  try {
    return parse(new Source(sdl, nameOfFile(path)))
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 }
    throw new ConfigError(`${nameOfFile(path)}:${line}:${column}: ${error.message.replace(/\.$/, '')}.`)
  }
}

/** As it stands in the repository; whole elsewhere. */
function nameOfFile(path: string): string {
  const inside = relative(repository, resolve(repository, path))
  return inside.startsWith('..') ? path : inside
}

/** The names of what the kit declares for all slices. */
export function kitNames(): ReadonlySet<string> {
  return new Set(kitDefinitions().keys())
}

/** One of them, by its name; undefined where the kit declares none. */
export function kitDefinition(name: string): DefinitionNode | undefined {
  return kitDefinitions().get(name)
}

/** The document with those of the kit's definitions that it names, and those that these name. */
export function withKitDefinitions(document: DocumentNode): DocumentNode {
  const kit = kitDefinitions()
  const declared = new Set(document.definitions.map(nameOf))
  const added = new Set<string>()
  const add = (node: DocumentNode | DefinitionNode) => {
    for (const name of namesIn(node)) {
      const definition = kit.get(name)
      if (!definition || declared.has(name) || added.has(name)) continue
      added.add(name)
      add(definition)
    }
  }
  add(document)
  if (added.size === 0) return document
  // In the order of the kit's file, however they are come by.
  const missing = [...kit].flatMap(([name, definition]) => (added.has(name) ? [definition] : []))
  return { ...document, definitions: [...document.definitions, ...missing] }
}

/** By name. */
function kitDefinitions(): ReadonlyMap<string, DefinitionNode> {
  definitions ??= new Map(
    parseSlice(file, readFileSync(file, 'utf8')).definitions.map((node) => [nameOf(node), node]),
  )
  return definitions
}

/** The name of a definition; a directive's with its `@`, for a type may be called as one is; empty where it has none. */
export function nameOf(node: DefinitionNode): string {
  if (!('name' in node)) return ''
  return node.kind === Kind.DIRECTIVE_DEFINITION ? `@${node.name.value}` : node.name.value
}

/** The types and directives that a node uses, or asks composition to keep. */
function namesIn(node: DocumentNode | DefinitionNode): ReadonlySet<string> {
  const names = new Set<string>()
  visit(node, {
    NamedType: ({ name }) => void names.add(name.value),
    Directive({ name, arguments: args = [] }) {
      names.add(`@${name.value}`)
      if (name.value !== 'composeDirective') return
      for (const { value } of args) if (value.kind === Kind.STRING) names.add(value.value)
    },
  })
  return names
}
