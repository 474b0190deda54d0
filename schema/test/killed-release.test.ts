/** A release whose process is killed at any moment: the registry holds the release before it or the new one, whole. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { makeTestData } from '@samenhang/subgraph-kit/testing'
import { expect, it } from 'vitest'
import { openRegistry } from '../registry/registry.ts'
import { digestOf, statementIn } from '../registry/release.ts'

/** Stores one release after another, each of several megabytes, until it is killed. */
const script = `
import { openRegistry } from '@samenhang/schema/registry/registry'
import { digestOf } from '@samenhang/schema/registry/release'
const registry = await openRegistry(process.env)
for (let number = ((await registry.releases.highest()) ?? -1) + 1; ; number += 1) {
  const slices = Array.from({ length: 8 }, (_, index) => ({
    name: 'slice-' + index, url: '', file: '', sdl: number + '-' + index + ' ' + 'x'.repeat(300_000),
  }))
  const supergraph = number + ' ' + 'y'.repeat(2_000_000)
  const statement = {
    number, madeAt: '', slices: slices.map(({ sdl, ...slice }) => ({ ...slice, digest: digestOf(sdl) })),
    digests: { supergraph: digestOf(supergraph) },
  }
  const jws = '.' + Buffer.from(JSON.stringify(statement)).toString('base64url') + '.'
  const stored = await registry.releases.add(
    [{ number, kind: 'release', jws, keyId: '', supergraph, api: '', diff: '[]', report: 'null' }], slices)
  if (!stored) throw new Error('not stored')
  process.stdout.write('stored\\n')
}`

it('whoever is killed while releasing leaves the release before or the new one, whole, and the next goes on from there', async () => {
  const data = await makeTestData()
  let last = -1
  for (const [stores, ms] of [
    [1, 0],
    [1, 7],
    [2, 20],
    [1, 60],
  ] as const) {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, ...data.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for (let said = ''; said.split('stored').length <= stores;)
      said += String((await once(child.stdout, 'data'))[0])
    await pause(ms)
    child.kill('SIGKILL')
    await once(child, 'close')
    const registry = await openRegistry(data.environment)
    const highest = (await registry.releases.highest()) ?? -1
    expect(highest).toBeGreaterThanOrEqual(last)
    const numbers = (await registry.releases.statements()).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: highest + 1 }, (_, number) => number))
    for (let number = Math.max(0, last); number <= highest; number += 1) {
      const release = (await registry.releases.find(number))!
      expect(digestOf(release.supergraph)).toBe(statementIn(release).digests.supergraph)
      for (const { sdl } of await registry.releases.slices(release)) expect(sdl).toMatch(/^\d+-\d x+$/)
    }
    last = highest
    await registry.close()
  }
  expect(last).toBeGreaterThanOrEqual(4)
  await data.remove()
})
