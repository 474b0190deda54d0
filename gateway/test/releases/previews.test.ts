/** How many previews are open: none until one is asked, two at most, each closed when it was idle, and only once nobody uses it. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { Gateway } from '@samenhang/gateway/gateway'
import type { Registry } from '@samenhang/schema/registry/registry'
import { digestOf, type Release, type ReleaseStatement } from '@samenhang/schema/registry/release'
import { servePreviews } from '../../src/releases/previews.ts'
import { silent } from '@samenhang/subgraph-kit/testing'

const texts = { supergraph: 'type Query { a: Int }', api: '', diff: '[]', report: 'null' }

function previewsOver(idleMs: number, isBroken = false) {
  const open = new Set<number>()
  let made = 0
  const statementOf = (number: number): ReleaseStatement => ({
    ...{ number, kind: number === 0 ? 'release' : 'preview', previous: 0, restores: null, madeAt: '' },
    ...{ author: '', gitSha: null, changed: [], slices: [] },
    scope: number === 9 ? null : 'schema:release:care',
    digests: {
      ...{ supergraph: digestOf(texts.supergraph), api: digestOf(texts.api) },
      ...{ diff: digestOf(texts.diff), report: digestOf(texts.report) },
    },
  })
  const find = (number: number): Promise<Release> =>
    Promise.resolve({ ...texts, ...statementOf(number), jws: '', keyId: '' })
  const previews = servePreviews({
    registry: {
      open: () => Promise.resolve({ releases: { find } } as unknown as Registry),
      close: async () => undefined,
    },
    verify: ({ number }) => Promise.resolve(statementOf(number)),
    identify: () => ({
      access: { actor: 'a', scopes: new Set(['schema:release:care']), purpose: null, covers: [] },
      client: null,
      activity: null,
    }),
    served: () => texts.supergraph,
    make() {
      if (isBroken) return Promise.reject(new Error('at 10.0.0.7'))
      const id = ++made
      open.add(id)
      return Promise.resolve({ close: () => Promise.resolve(void open.delete(id)) } as unknown as Gateway)
    },
    logger: silent,
    idleMs,
  })
  const use = (number: number, act: () => Promise<void> = () => Promise.resolve()) =>
    previews.use(String(number), {}, act)
  return { previews, open, use, made: () => made }
}

/** An act that lasts until it is let go. */
function lasting() {
  let letGo = (): void => undefined
  const until = new Promise<void>((resolve) => (letGo = resolve))
  return { act: () => until, letGo: () => letGo() }
}

it('opens one for all that ask at once, and keeps it for the next', async () => {
  const { open, use, made, previews } = previewsOver(60_000)
  expect(made()).toBe(0)
  await Promise.all([use(1), use(1), use(1)])
  await use(1)
  expect([made(), open.size]).toEqual([1, 1])
  await previews.close()
  expect(open.size).toBe(0)
})

it('closes the one that was used longest ago for a third, before the third is opened', async () => {
  const { open, use, made } = previewsOver(60_000)
  for (const number of [1, 2, 1, 3]) await use(number)
  expect([...open]).toEqual([1, 3])
  await use(1)
  expect(made()).toBe(3)
})

it('refuses a third while two are in use, and closes neither', async () => {
  const { open, use } = previewsOver(60_000)
  const [first, second] = [lasting(), lasting()]
  const waiting = [use(1, first.act), use(2, second.act)]
  await vi.waitFor(() => expect(open.size).toBe(2))
  await expect(use(3)).rejects.toMatchObject({ code: 'HUB_BUSY' })
  expect(open.size).toBe(2)
  first.letGo()
  second.letGo()
  await Promise.all(waiting)
  await use(3)
  expect(open.size).toBe(2)
})

it('closes what nobody asked for a while', async () => {
  const { open, use } = previewsOver(20)
  await use(1)
  await vi.waitFor(() => expect(open.size).toBe(0))
})

it('closes a forgotten one only when its last request has ended', async () => {
  const { open, use, previews } = previewsOver(60_000)
  const { act, letGo } = lasting()
  const waiting = use(1, act)
  await vi.waitFor(() => expect(open.size).toBe(1))
  previews.forget()
  await pause(5)
  expect(open.size).toBe(1)
  letGo()
  await waiting
  await vi.waitFor(() => expect(open.size).toBe(0))
})

it('one of which no gateway can be made is refused without details; one that no scope made is for nobody', async () => {
  const { use } = previewsOver(60_000, true)
  const refused = await use(1).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'RELEASE_REFUSED' })
  expect(String(refused)).not.toContain('10.0.0.7')
  await expect(use(9)).rejects.toMatchObject({ code: 'RELEASE_NOT_ALLOWED' })
  await expect(use(0)).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
})
