/** `hub dev` as a process of its own on a copy of the tree, once it serves the subgraph. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CopiedTree } from './copied-tree.ts'
import { environmentFor } from './hub.ts'

export interface ServedDev {
  readonly child: ChildProcess
  /** What it told on stdout until now. */
  told(): string
  /** Changes a file of the subgraph, and gives what is told of that. */
  save(file: string, change: (text: string) => string): Promise<string>
  /** What is told next, once it is told whole. */
  next(): Promise<string>
  ask(
    query: string,
  ): Promise<{ readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] }>
  /** Ends it by SIGTERM, and gives the exit code. */
  end(): Promise<number | null>
}

/** A reload is told in one line, and lines below it that begin with spaces. */
const report = /^\d\d:\d\d:\d\d .*\n(?: .*\n)*/gm

export async function serveDev(
  tree: CopiedTree,
  subgraph: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<ServedDev> {
  const child = spawn(process.execPath, [tree.hubFile, 'dev', subgraph, '--port', '0', ...words], {
    cwd: tree.folder,
    env: environmentFor(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  let heard = (): void => undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    heard()
  })
  child.once('exit', () => heard())
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  let reports = 0
  const next = async (): Promise<string> => {
    reports += 1
    for (;;) {
      const told = stdout.match(report)?.[reports - 1]
      if (told !== undefined) return told
      if (child.exitCode !== null) throw new Error(`ended with ${String(child.exitCode)}: ${stdout}${stderr}`)
      await new Promise<void>((resolve) => (heard = resolve))
    }
  }
  await next()
  const url = /graph +(\S+)/.exec(stdout)?.[1] ?? ''
  return {
    child,
    told: () => stdout,
    next,
    async save(file, change) {
      const path = join(tree.folder, 'subgraphs', subgraph, file)
      const before = readFileSync(path, 'utf8')
      const after = change(before)
      if (after === before) throw new Error(`nothing to change in ${file}`)
      writeFileSync(path, after)
      return next()
    },
    async ask(query) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
      return (await response.json()) as Awaited<ReturnType<ServedDev['ask']>>
    },
    async end() {
      if (child.exitCode !== null) return child.exitCode
      child.kill('SIGTERM')
      await once(child, 'exit')
      return child.exitCode
    },
  }
}
