/**
 * Texts and variables that were sent for a table, kept for a while under the hash of both: the same question has the same address. Where a hub has several
 * processes, the leader keeps them for all. Bounded for each client and in all.
 */
import { createHash } from 'node:crypto'
import { normalisedText } from '@samenhang/schema/consumers/normalise'
import type { DocumentNode } from 'graphql'
import { peerWithin, type Peer, type PeerAnswers } from '../processes/peer.ts'

export interface SavedTable {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface SavedTables {
  /** Gives the name that it is found by. `client` is whoever it is kept for. */
  save(document: DocumentNode, table: SavedTable, client: string): Promise<string>
  find(name: string): Promise<SavedTable | undefined>
}

export interface SavedTableLimits {
  /** Tables, of one client and of all. */
  readonly each: number
  readonly all: number
  /** Characters of all. */
  readonly characters: number
  /** Milliseconds since it was last saved. */
  readonly lifetime: number
}

/** What holds in a hub. */
export const usualTables: SavedTableLimits = {
  each: 50,
  all: 2_000,
  characters: 10_000_000,
  lifetime: 86_400_000,
}

interface Entry extends SavedTable {
  readonly client: string
  readonly at: number
  readonly characters: number
}

/** The tables that `leader` keeps; those of this process by default. */
export function savedTables(leader: Pick<Peer, 'ask'> = peerWithin(keptTables())): SavedTables {
  return {
    async save(document, table, client) {
      const name = nameOf(document, table.variables)
      await leader.ask('saveTable', { name, table, client })
      return name
    },
    async find(name) {
      if (!isName.test(name)) return undefined
      return ((await leader.ask('savedTable', name)) as SavedTable | null) ?? undefined
    },
  }
}

/** The leader's answers. */
export function keptTables(
  limits: Partial<SavedTableLimits> = {},
  now: () => number = Date.now,
): PeerAnswers {
  const { each, all, characters: most, lifetime } = { ...usualTables, ...limits }
  // The oldest first.
  const entries = new Map<string, Entry>()
  const oldest = (client?: string): string | undefined => {
    for (const [name, entry] of entries) if (client === undefined || entry.client === client) return name
    return undefined
  }
  const total = (): number => [...entries.values()].reduce((sum, { characters }) => sum + characters, 0)
  const countOf = (client: string): number =>
    [...entries.values()].filter((entry) => entry.client === client).length
  const find = (name: string): Entry | undefined => {
    const entry = entries.get(name)
    if (!entry || now() - entry.at <= lifetime) return entry
    entries.delete(name)
    return undefined
  }
  return {
    saveTable(value) {
      const { name, table, client } = value as { name: string; table: SavedTable; client: string }
      // What someone else saved stays theirs, so that nobody loses it by another's limit.
      const owner = find(name)?.client ?? client
      entries.delete(name)
      const characters = table.text.length + JSON.stringify(table.variables).length
      entries.set(name, { ...table, client: owner, at: now(), characters })
      while (countOf(owner) > each) entries.delete(oldest(owner) ?? '')
      while (entries.size > all || (entries.size > 1 && total() > most)) entries.delete(oldest() ?? '')
      return null
    },
    savedTable(name) {
      const entry = find(String(name))
      return entry ? { text: entry.text, variables: entry.variables } : null
    },
  }
}

const prefix = 'sent-'
const isName = /^sent-[\w-]{32}$/

/** Whether an address ends in the name of a text that a client sent. */
export function isSavedAddress(address: string): boolean {
  return isName.test(address.slice(address.lastIndexOf('/') + 1))
}

/** Layout, and the order of variables, make no difference. */
function nameOf(document: DocumentNode, variables: SavedTable['variables']): string {
  const content = `${normalisedText(document)}\n${JSON.stringify(sorted(variables))}`
  return `${prefix}${createHash('sha256').update(content).digest('base64url').slice(0, 32)}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
