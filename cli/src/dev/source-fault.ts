/** What is wrong with the sources of a subgraph, in one line with file, line and column where these are known. */
import { relative } from 'node:path'
import { repository } from '../../bin/dependencies.js'

/** Of an error that loading, opening or running them threw. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { name, message, stack = '' } = error
  // What cannot be read as TypeScript says where: `Transform failed with 1 error:\n/…/index.ts:3:8: ERROR: Expected …`.
  const [, file, at, what] = /^(\/\S+?|[A-Z]:\S+?):(\d+:\d+): ERROR: (.+)$/m.exec(message) ?? []
  if (file !== undefined) return `${inRepository(file)}:${String(at)}: ${String(what)}`
  const said = message
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(repository, '')
  if (['ConfigError', 'HubError'].includes(name)) return said
  const [, inSources, line] =
    /\(?(?:file:\/\/)?(\/[^\s()]*\/subgraphs\/[^\s():]+):(\d+:\d+)/.exec(stack) ?? []
  const thrown = `${name}: ${said}`
  return inSources === undefined ? thrown : `${inRepository(inSources)}:${String(line)}: ${thrown}`
}

function inRepository(file: string): string {
  const inside = relative(repository, file)
  return inside.startsWith('..') ? file : inside
}
