/**
 * `hub --help` and `hub --version` before any package is installed: the commands with the first line of their descriptions, read from their files.
 * Where the packages are there, src/main.ts answers these itself, and tells more.
 */
import { readdirSync, readFileSync } from 'node:fs'

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The answer to these words; null where they ask for anything else. */
export function answerWithoutPackages(words) {
  const [first = '--help'] = words
  if (words.length > 1) return null
  if (['--version', '-V', 'version'].includes(first)) {
    return `hub ${JSON.parse(read('../package.json')).version}, Node ${process.versions.node}\n`
  }
  return ['--help', '-h', 'help'].includes(first) ? usage() : null
}

function usage() {
  const lines = readdirSync(new URL('../src/commands/', import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const [, description = ''] = /\.description\(\s*'([^']*)'/.exec(read(`../src/commands/${file}`)) ?? []
      return `  ${file.slice(0, -3).padEnd(10)} ${description.split('\\n')[0]}`
    })
  return `Usage: hub [command]\n\nCommands:\n${lines.join('\n')}\n\nThe packages are not installed yet: any other command installs them, once.\n`
}
