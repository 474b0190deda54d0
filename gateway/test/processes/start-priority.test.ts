/** A process that starts beside others is behind them until it serves. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startPriority } from '../../src/processes/start-priority.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-priority-'))
let child: ChildProcess | undefined
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

it('has its priority back when it serves, with what it started; or keeps it where it could not get it back', async () => {
  const own = getPriority()
  const priority = startPriority()
  if (!priority) {
    expect(process.getuid?.() === 0 && own < 15).toBe(false)
    return
  }
  const file = join(folder, 'parent.cjs')
  writeFileSync(
    file,
    `process.once('message', () => {
      const below = require('node:child_process').spawn('sleep', ['60'])
      process.send(below.pid)
      process.on('exit', () => below.kill())
      process.once('message', () => process.exit())
    })`,
  )
  child = fork(file)
  const pid = child.pid ?? 0
  priority.lower(pid)
  expect(getPriority(pid)).toBe(own + 5)
  child.send('start')
  const [below] = (await once(child, 'message')) as [number]
  expect(getPriority(below)).toBe(own + 5)
  priority.restore(pid)
  expect([getPriority(pid), getPriority(below), getPriority()]).toEqual([own, own, own])
  const ended = once(child, 'exit')
  child.send('end')
  await ended
  expect(() => {
    priority.lower(pid)
    priority.restore(pid)
  }).not.toThrow()
})
