/** What the help of a command says of the settings that it reads, from the one table of settings. */
import { settings, type Group } from '@samenhang/subgraph-kit/settings'

const columns = 110

/** A section of help, of these groups or of settings by name, each wrapped under itself. */
export function settingsHelp(wanted: readonly (Group | (string & {}))[]): string {
  const chosen = settings.filter(({ name, group }) => wanted.includes(group) || wanted.includes(name))
  const width = Math.max(...chosen.map(({ name }) => name.length)) + 2
  const lines = chosen.map(({ name, about, usual }) =>
    wrapped(`${about} (default: ${usual})`, columns - width - 2)
      .map((line, index) => `  ${(index === 0 ? name : '').padEnd(width)}${line}`)
      .join('\n'),
  )
  return `Environment:\n${lines.join('\n')}`
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
