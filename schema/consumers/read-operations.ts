/**
 * The operations of a consumer, from its files: each with the fragments that it uses, wherever in these files they stand. What cannot be read is said
 * with file and line, and costs nothing else. Whether an operation fits the graph is left to the caller.
 */
import { readFileSync } from 'node:fs'
import { extname, relative, resolve } from 'node:path'
import { GraphQLError, Kind, parse, type DocumentNode, type FragmentDefinitionNode } from 'graphql'
import { readFencedBlocks, readNotebook } from './documents.ts'
import {
  nothingFound,
  textsOf,
  together,
  type FileFault,
  type FoundText,
  type FoundTexts,
} from './found-text.ts'
import { readManifest } from './manifest.ts'
import { normalisedText, operationId } from './normalise.ts'
import { pythonStrings } from './python-strings.ts'
import { rStrings } from './r-strings.ts'
import { reachedFragments } from './reached-fragments.ts'

export interface ConsumerOperation {
  /** SHA-256 of the normalised text, in hexadecimal. */
  readonly id: string
  readonly name: string
  /** Normalised. */
  readonly text: string
  readonly document: DocumentNode
  readonly file: string
  readonly line: number
  /** The ids that manifests give it. */
  readonly aliases: readonly string[]
}

export interface ConsumerFiles {
  /** Each once, in the order of files. */
  readonly operations: readonly ConsumerOperation[]
  readonly faults: readonly FileFault[]
  /** Files without an operation or a fragment. */
  readonly without: readonly string[]
}

/** `files` are paths; what is said of them is relative to `folder`. */
export async function readOperations(files: readonly string[], folder: string): Promise<ConsumerFiles> {
  const read = await Promise.all(
    files.map(async (path) => {
      const file = relative(folder, resolve(folder, path))
      return { file, found: await readFile(resolve(folder, path), file) }
    }),
  )
  const { texts, faults } = together(read.map(({ found }) => found))
  const { operations, faults: unparsed } = operationsIn(texts)
  return {
    operations,
    faults: [...faults, ...unparsed],
    without: read
      .filter(({ found }) => found.texts.length === 0 && found.faults.length === 0)
      .map(({ file }) => file),
  }
}

async function readFile(path: string, file: string): Promise<FoundTexts> {
  try {
    return await readText(readFileSync(path), path, file)
  } catch (error) {
    const message = `It cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return { texts: [], faults: [{ file, line: 1, message }] }
  }
}

async function readText(bytes: Buffer, path: string, file: string): Promise<FoundTexts> {
  const text = (): string => strictUtf8.decode(bytes)
  switch (extname(path).toLowerCase()) {
    case '.graphql':
    case '.gql':
      return text().trim() === '' ? nothingFound : { texts: [{ text: text(), file, line: 1 }], faults: [] }
    case '.json':
      return readIds(bytes, file)
    case '.py':
      return textsOf(pythonStrings(text()), file)
    case '.r':
      return textsOf(rStrings(text()), file)
    case '.rmd':
    case '.qmd':
      return readFencedBlocks(text(), file)
    case '.ipynb':
      return readNotebook(text(), file)
    case '.ts':
    case '.tsx':
    case '.mts':
    case '.cts':
    case '.js':
    case '.jsx':
    case '.mjs':
    case '.cjs': {
      // The compiler takes a quarter of a second to load.
      const { typescriptStrings } = await import('./typescript-strings.ts')
      return textsOf(typescriptStrings(text(), path), file)
    }
    default:
      throw new Error(
        'this kind of file is not known; known are .graphql, .gql, .json, .ts, .tsx, .js, .jsx, .py, .R, .Rmd, .qmd and .ipynb.',
      )
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function readIds(bytes: Buffer, file: string): FoundTexts {
  const entries = readManifest(bytes)
  return {
    texts: entries.flatMap(([id, text]) => (typeof text === 'string' ? [{ id, text, file, line: 1 }] : [])),
    faults: entries.flatMap(([id, text]) =>
      typeof text === 'string' ? [] : [{ file, line: 1, message: `It gives no text for "${id}".` }],
    ),
  }
}

interface Parsed extends FoundText {
  readonly document: DocumentNode
}

function operationsIn(texts: readonly FoundText[]): Pick<ConsumerFiles, 'operations' | 'faults'> {
  const faults: FileFault[] = []
  const parsed: Parsed[] = []
  for (const found of texts) {
    try {
      parsed.push({ ...found, document: parse(found.text) })
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      const line = found.line + (error.locations?.[0]?.line ?? 1) - 1
      faults.push({ file: found.file, line, message: `This is no GraphQL: ${error.message}` })
    }
  }
  const fragments = fragmentsIn(parsed, faults)
  const byId = new Map<string, ConsumerOperation>()
  for (const { document, file, line, id: alias } of parsed)
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue
      const at = { file, line: line + (operation.loc?.startToken.line ?? 1) - 1 }
      const own = new Map(fragments)
      for (const node of document.definitions)
        if (node.kind === Kind.FRAGMENT_DEFINITION) own.set(node.name.value, node)
      const { reached, missing } = reachedFragments(operation, own)
      if (missing.length > 0) {
        faults.push({ ...at, message: `The fragment ${missing.join(', ')} is in none of the files.` })
        continue
      }
      const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...reached] }
      const id = operationId(whole)
      const known = byId.get(id)
      const aliases = [...new Set([...(known?.aliases ?? []), ...(alias === undefined ? [] : [alias])])]
      const text = normalisedText(whole)
      byId.set(
        id,
        known
          ? { ...known, aliases }
          : { id, name: operation.name?.value ?? '', text, document: whole, ...at, aliases },
      )
    }
  return { operations: [...byId.values()], faults }
}

/** By name. Two texts under one name are a fault: which is meant cannot be told. */
function fragmentsIn(
  parsed: readonly Parsed[],
  faults: FileFault[],
): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<
    string,
    { readonly node: FragmentDefinitionNode; readonly file: string; readonly text: string }
  >()
  for (const { document, file, line } of parsed)
    for (const node of document.definitions) {
      if (node.kind !== Kind.FRAGMENT_DEFINITION) continue
      const name = node.name.value
      const text = normalisedText({ kind: Kind.DOCUMENT, definitions: [node] })
      const known = fragments.get(name)
      if (known && known.text !== text)
        faults.push({
          file,
          line: line + (node.loc?.startToken.line ?? 1) - 1,
          message: `The fragment ${name} is another one in ${known.file}: give one of them another name.`,
        })
      else fragments.set(name, { node, file, text })
    }
  return new Map([...fragments].map(([name, { node }]) => [name, node]))
}
