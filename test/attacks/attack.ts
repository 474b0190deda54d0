/** What an attack is, and the hub that it is tried on. */
import type { ChildProcess } from 'node:child_process'

/** Whether the hub held, and what was measured. */
export interface Outcome {
  readonly held: boolean
  readonly detail: string
}

export interface Attack {
  readonly name: string
  /** What must not happen. */
  readonly about: string
  /** Settings of the hub that it is tried on, beside those of a hub that is started as it comes. */
  readonly settings?: Readonly<Record<string, string>>
  run(hub: AttackedHub): Promise<Outcome>
}

/** A hub on invented data in a folder of its own, at free ports of this machine. */
export interface AttackedHub {
  readonly child: ChildProcess
  readonly url: string
  readonly port: number
  readonly admin: string
  readonly folder: string
  /** All that it wrote to its log so far. */
  log(): string
  /** A token of the demo. */
  token(role: string, purpose?: string): Promise<string>
  /** Resident megabytes of all its processes. */
  megabytes(): Promise<number>
  /** Runs another command of the hub on the same data. */
  command(...words: readonly string[]): Promise<{ readonly code: number | null; readonly told: string }>
}

export interface Reply {
  readonly status: number
  readonly text: string
  readonly ms: number
  header(name: string): string | null
}

export async function ask(
  hub: Pick<AttackedHub, 'url'>,
  query: string,
  {
    variables = {},
    headers = {},
    signal,
  }: { variables?: object; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Reply> {
  return send(hub, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  })
}

export async function send(
  { url }: Pick<AttackedHub, 'url'>,
  path: string,
  init: RequestInit,
): Promise<Reply> {
  const began = performance.now()
  const response = await fetch(url + path, init)
  const text = await response.text()
  return {
    status: response.status,
    text,
    ms: performance.now() - began,
    header: (name) => response.headers.get(name),
  }
}

export const ordinary = '{ municipality(code: "GM9001") { code name } }'

/** Milliseconds of the slowest of so many ordinary requests, one after another, until `until` ends. */
export async function slowestOrdinary(
  hub: AttackedHub,
  until: () => boolean,
): Promise<{ slowest: number; failed: number; count: number }> {
  let slowest = 0
  let failed = 0
  let count = 0
  while (!until()) {
    const reply = await ask(hub, ordinary)
    count += 1
    slowest = Math.max(slowest, reply.ms)
    if (reply.status !== 200 || reply.text.includes('"errors"')) failed += 1
    await pause(20)
  }
  return { slowest, failed, count }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
