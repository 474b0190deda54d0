/** What an attack is, and the hub that it is tried on. */
import type { ChildProcess } from 'node:child_process'
import { request } from 'node:http'
import { availableParallelism, loadavg } from 'node:os'

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
  /** Starts what the hub is to find: a subgraph or an issuer elsewhere. */
  readonly begin?: () => Promise<Beside>
  run(hub: AttackedHub, beside: Beside): Promise<Outcome>
}

/** What was started before the hub, and ends after it. */
export interface Beside {
  /** What tells the hub of it. */
  readonly settings: Readonly<Record<string, string>>
  /** How often it was asked. */
  asked(): number
  close(): void
}

/** A hub on invented data in a folder of its own, at free ports of this machine. */
export interface AttackedHub {
  readonly child: ChildProcess
  readonly url: string
  readonly port: number
  readonly admin: string
  readonly folder: string
  /** The environment that it runs in. */
  readonly environment: NodeJS.ProcessEnv
  /** All that it wrote to its log so far. */
  log(): string
  /** A token of the demo. */
  token(role: string, purpose?: string): Promise<string>
  /** Resident megabytes of all its processes. */
  megabytes(): Promise<number>
  /** Runs another command of the hub on the same data. */
  command(...words: readonly string[]): Promise<Ended>
  /** The same under other settings. */
  commandWith(settings: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ended>
}

export interface Ended {
  readonly code: number | null
  readonly told: string
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

/** As `fetch` would not send it: headers twice, and those that belong to browsers. */
export function sendRaw(
  port: number,
  path: string,
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [name, value] : value.flatMap((one) => [name, one]),
    )
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: [
          'host',
          `127.0.0.1:${String(port)}`,
          'content-length',
          String(Buffer.byteLength(body)),
          ...lines,
        ],
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
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

/** How many times as long as on a machine of its own a thing may take here, by what waits for each core already. */
export const patience = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
