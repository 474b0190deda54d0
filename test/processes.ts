/** Processes of a hub, as the system lists them. */
import { readdirSync, readFileSync } from 'node:fs'

/** Those that a process started; none where it has ended. */
export function childrenOf(pid: number): readonly number[] {
  return textOf(pid, `task/${String(pid)}/children`)
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
}

/** Not one that has ended and that nobody has asked how: the system lists it still. */
export function isAlive(pid: number): boolean {
  const stat = textOf(pid, 'stat')
  return stat !== '' && !'ZX'.includes(stat.charAt(stat.lastIndexOf(')') + 2))
}

/** Processes of the hub whose data is in a folder, also those that outlived the one that started them: it is in their environment or arguments. */
export function processesOn(folder: string): readonly number[] {
  const listed = readdirSync('/proc').map(Number).filter(isAlive)
  return listed.filter(
    (pid) => pid !== process.pid && (textOf(pid, 'environ') + textOf(pid, 'cmdline')).includes(folder),
  )
}

/** What the system says of a process; nothing of one that has ended. */
function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
