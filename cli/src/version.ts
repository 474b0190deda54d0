/** Which hub this is, and on which Node. */
import { readFileSync } from 'node:fs'

export function versionLine(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(file) as { version: string }
  return `hub ${version}, Node ${process.versions.node}`
}
