/** Interpreters that tests of snippets and notebooks need: Python (TEST_PYTHON names another than python3) with packages, R, and commands. */
import { spawn, spawnSync } from 'node:child_process'
import type { Requirement } from '@samenhang/subgraph-kit/requirements'

export const python = process.env['TEST_PYTHON'] ?? 'python3'

/** Python with these packages. */
export function pythonWith(...packages: readonly string[]): Requirement {
  const missing = packages.filter((name) => !runs(python, ['-c', `import ${name}`]))
  return { missing: missing.length === 0 ? null : `no python3 with ${missing.join(' and ')}` }
}

/** R with these packages. */
export function rWith(...packages: readonly string[]): Requirement {
  if (!runs('Rscript', ['--version'])) return { missing: 'no Rscript' }
  const missing = packages.filter((name) => !runs('Rscript', ['-e', `library(${name})`]))
  return { missing: missing.length === 0 ? null : `no R with ${missing.join(' and ')}` }
}

export function command(name: string): Requirement {
  return { missing: runs(name, ['--version']) ? null : `no ${name}` }
}

function runs(file: string, words: readonly string[]): boolean {
  return spawnSync(file, [...words], { stdio: 'ignore' }).status === 0
}

/** What a program prints on stdout. Rejects with what it says on stderr where it fails. */
export function outputOf(
  file: string,
  words: readonly string[],
  {
    cwd,
    environment = {},
  }: { readonly cwd: string; readonly environment?: Readonly<Record<string, string>> },
): Promise<string> {
  const child = spawn(file, [...words], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(stdout) : reject(new Error(`${file}: ${stderr}`))))
  })
}

/**
 * What a text in Python prints. It leaves without ending the threads of its packages: one of pyarrow, polars and DuckDB now and then aborts
 * on a busy machine where they are ended ("terminate called without an active exception").
 */
export function pythonOutput(
  text: string,
  { cwd, words = [] }: { readonly cwd: string; readonly words?: readonly string[] },
): Promise<string> {
  const leave = 'import os, sys\nsys.stdout.flush()\nos._exit(0)'
  return outputOf(python, ['-c', `${text}\n${leave}`, ...words], { cwd })
}
