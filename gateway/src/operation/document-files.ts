/**
 * The operations that front-end teams have registered, as their tools write them: `.graphql` files with one
 * operation each, and `.json` manifests of Apollo ("apollo-persisted-query-manifest"), Relay and
 * graphql-codegen (objects from ids to texts). Promises that an unreadable file affects no other. Whether a
 * text fits the graph is checked in trusted-documents.ts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readManifest } from '@samenhang/schema/consumers/manifest'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'

/** A registered operation that cannot be answered, or a manifest that cannot be read. */
export interface BrokenDocument {
  /** The operation's; the name of its file where that is a manifest. */
  readonly id: string
  /** A sentence: what is wrong, and in which file. */
  readonly reason: string
  readonly isManifest?: boolean
}

export interface DocumentFiles {
  /** By id. */
  readonly texts: ReadonlyMap<string, string>
  readonly broken: readonly BrokenDocument[]
}

/** The operations that the README and the explorer show. */
const ownFolder = fileURLToPath(new URL('../../../test/operations', import.meta.url))

/** The folders of registered operations, the hub's own first. */
export function documentFolders(folder: string | undefined): readonly string[] {
  return folder === undefined ? [ownFolder] : [ownFolder, folder]
}

/** The documents in the hub's own folder and in that of the setting HUB_OPERATIONS_DIR. Throws ConfigError where there is no such folder. */
export function readDocuments(folder: string | undefined): DocumentFiles {
  if (folder !== undefined && !existsSync(folder))
    throw new ConfigError(`HUB_OPERATIONS_DIR is "${folder}", which does not exist.`)
  const files: Found = { entries: new Map(), broken: new Map() }
  for (const path of documentFolders(folder)) {
    if (!existsSync(path)) continue
    for (const file of readdirSync(path).sort()) readFile(path, file, files)
  }
  const texts = [...files.entries].filter(([id]) => !files.broken.has(id))
  return { texts: new Map(texts.map(([id, { text }]) => [id, text])), broken: [...files.broken.values()] }
}

interface Found {
  readonly entries: Map<string, { readonly text: string; readonly file: string }>
  /** By id. */
  readonly broken: Map<string, BrokenDocument>
}

function readFile(path: string, file: string, files: Found): void {
  const isText = file.endsWith('.graphql')
  // Beside an operation may stand an example of its variables.
  if (!isText && (!file.endsWith('.json') || file.endsWith('.variables.json'))) return
  const id = isText ? file.slice(0, -'.graphql'.length) : file
  try {
    const bytes = readFileSync(join(path, file))
    if (isText) add(id, strictUtf8.decode(bytes), file, files)
    else for (const [entry, text] of readManifest(bytes)) add(entry, text, file, files)
  } catch (error) {
    const reason = `${file} cannot be read: ${messageOf(error)}`
    files.broken.set(id, { id, reason, ...(!isText && { isManifest: true }) })
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function add(id: string, text: unknown, file: string, { entries, broken }: Found): void {
  const entry = entries.get(id)
  if (typeof text !== 'string') broken.set(id, { id, reason: `${file} has no text for "${id}".` })
  else if (entry && entry.text !== text)
    broken.set(id, {
      id,
      reason: `"${id}" has one text in ${entry.file} and another in ${file}. Rename one.`,
    })
  else entries.set(id, { text, file })
}

function messageOf(error: unknown): string {
  // What the system says names the path.
  if (error instanceof Error && 'code' in error && 'syscall' in error) return `${String(error.code)}.`
  return error instanceof Error ? error.message : String(error)
}
