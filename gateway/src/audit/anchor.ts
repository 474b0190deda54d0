/**
 * The ends of the log chains, in a file beside the database or, better, where whoever can write the database
 * cannot write. Removing the last rows breaks no chain, but the anchor then shows that there were more. It is
 * written after each commit, before the answers are sent.
 */
import { createHmac } from 'node:crypto'
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import type { Head } from './chain.ts'

/** The head of each log by its name. */
export type Heads = Readonly<Record<string, Head>>

/** One size, so that a write replaces the one before in whole. */
const size = 512

export interface AnchorFile {
  write(heads: Heads): void
  close(): void
}

/** Opens it for writing; throws where it cannot be. */
export function openAnchor(path: string, key: Uint8Array): AnchorFile {
  const file = openSync(path, 'r+')
  return {
    write(heads) {
      const written = writeSync(file, contentOf(heads, key), 0)
      if (written < size) throw new Error('The anchor was not written in whole')
    },
    close: () => closeSync(file),
  }
}

/** Makes it where there is none; throws where it cannot be. */
export function makeAnchor(path: string, key: Uint8Array, heads: Heads): void {
  writeFileSync(path, contentOf(heads, key), { flag: 'wx', mode: 0o600 })
}

function contentOf(heads: Heads, key: Uint8Array): string {
  return `${JSON.stringify({ heads, mac: macOf(heads, key) }).padEnd(size - 1)}\n`
}

/** What it says; null where it is missing or was not written with this key. */
export function readAnchor(path: string, key: Uint8Array): Heads | null {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (!isRecord(content) || !isRecord(content['heads'])) return null
    const heads = content['heads'] as Heads
    return content['mac'] === macOf(heads, key) ? heads : null
  } catch {
    return null
  }
}

function macOf(heads: Heads, key: Uint8Array): string {
  const signed = Object.entries(heads).map(([name, { seq, mac }]) => [name, seq, mac])
  return createHmac('sha256', key)
    .update(JSON.stringify(['anchor', signed]))
    .digest('base64url')
}
