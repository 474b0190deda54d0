/** The folder of kept files under processes that are killed, that run at once, and that have no room left on the disk. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keptFiles, type KeptFiles } from '../../src/kept-tables/kept-files.ts'
import { sweep } from '../../src/kept-tables/sweep.ts'
import { newFolder } from './open-kept.ts'

interface Told {
  readonly letter: string
}

let folder = ''
let files: KeptFiles<Told>
beforeEach(() => {
  folder = newFolder()
  files = keptFiles<Told>(folder, 1_000_000_000)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const child = fileURLToPath(new URL('keep-child.ts', import.meta.url))

/** What the process said; it is killed once it said so many lines, and may write files of so many kilobytes. */
async function keep(
  parts: number,
  letter: string,
  { until = Infinity, kilobytes }: { readonly until?: number; readonly kilobytes?: number } = {},
): Promise<readonly string[]> {
  const limit = kilobytes === undefined ? '' : `ulimit -f ${String(kilobytes)};`
  const running = spawn(
    'bash',
    ['-c', `${limit} exec "$0" --import tsx "$@"`, process.execPath, child, folder, String(parts), letter],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  running.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.split('\n').length > until) running.kill('SIGKILL')
  })
  await once(running, 'close')
  return said.split('\n').slice(0, -1)
}

const inGroup = (): readonly string[] => readdirSync(join(folder, 'group')).sort()

it('a process that is killed leaves nothing that is found, and what it left goes after an hour', async () => {
  const said = await keep(1_000, 'a', { until: 20 })
  expect(said.length).toBeLessThan(1_000)
  expect(await files.list('group')).toEqual([])
  const bounds = { bytes: 1_000_000_000, files: 10, isExpired: () => false }
  await sweep(files, bounds)
  const [left = ''] = inGroup()
  expect(inGroup().length).toBe(1)
  const long = new Date(Date.now() - 3_700_000)
  utimesSync(join(folder, 'group', left), long, long)
  await sweep(files, bounds)
  expect(readdirSync(folder)).toEqual([])
})

it('a disk without room keeps nothing and leaves nothing, and the next file is kept', async () => {
  const said = await keep(100, 'a', { kilobytes: 640 })
  expect(said.at(-1)).toMatch(/^not kept/)
  expect(inGroup()).toEqual([])
  expect((await keep(2, 'a', { kilobytes: 640 })).at(-1)).toBe('kept a')
})

it('of two processes at once the first keeps its file, and the other is given that', async () => {
  const said = await Promise.all([keep(40, 'a'), keep(40, 'b')])
  const told = said.map((lines) => lines.at(-1))
  const [kept] = await files.list('group')
  expect(told).toEqual([`kept ${kept?.told.letter ?? ''}`, `kept ${kept?.told.letter ?? ''}`])
  expect(inGroup().length).toBe(2)
  if (!kept) return
  const opened = await files.open(kept)
  for await (const block of opened.read(0, kept.bytes - 1))
    expect(block.every((byte) => byte === kept.told.letter.charCodeAt(0))).toBe(true)
  await opened.close()
})

it('a range is read across blocks, byte for byte, and stays readable when the file is thrown away', async () => {
  const content = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251))
  const writer = await files.write('group')
  for (let from = 0; from < content.length; from += 70_001)
    await writer.write(content.subarray(from, from + 70_001))
  const kept = await writer.keep((version) => ({ version, told: { letter: 'c' } }))
  expect(kept.blocks.length).toBe(3)
  const opened = await files.open(kept)
  await files.remove(kept)
  expect(await files.list('group')).toEqual([])
  for (const [from, to] of [
    [0, 599_999],
    [262_143, 262_144],
    [262_144, 524_287],
    [524_288, 524_288],
    [599_999, 599_999],
    [1, 400_000],
  ] as const) {
    const parts: Buffer[] = []
    for await (const part of opened.read(from, to)) parts.push(part)
    expect(Buffer.concat(parts).equals(content.subarray(from, to + 1))).toBe(true)
  }
  await opened.close()
})
