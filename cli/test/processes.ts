/** Processes of a hub, as the system lists them. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { vi } from 'vitest'

/** Those that a process started; none where it has ended. */
export function childrenOf(pid: number): readonly number[] {
  try {
    const listed = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    return listed.trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** Not one that has ended and that nobody has asked how: the system lists it still. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    return !'ZX'.includes(stat.charAt(stat.lastIndexOf(')') + 2))
  } catch {
    return false
  }
}

/** Processes of the hub whose data is in a folder, also those that outlived the one that started them: it is in their environment or arguments. */
export function processesOn(folder: string): readonly number[] {
  const listed = readdirSync('/proc').map(Number).filter(isAlive)
  return listed.filter(
    (pid) => pid !== process.pid && (told(pid, 'environ') + told(pid, 'cmdline')).includes(folder),
  )
}

function told(pid: number, file: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Removes the folder of a hub once none of its processes can write to it any more. */
export async function removeHub(folder: string): Promise<void> {
  await vi.waitFor(() => {
    const left = processesOn(folder)
    for (const pid of left) process.kill(pid, 'SIGKILL')
    if (left.length > 0) throw new Error(`processes that do not end: ${left.join(', ')}`)
  }, 20_000)
  rmSync(folder, { recursive: true, force: true })
}
