/**
 * Computed results that are stale at the start are refreshed by a process beside the hub; a refresh that
 * fails is a warning and stops nothing.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { Computed } from '@samenhang/subgraph-kit/graph-client'
import { makeTestData } from '@samenhang/subgraph-kit/testing'
import { beforeEach, expect, test } from 'vitest'
import { refreshBeside } from '../src/refresh-beside.ts'
import { hubFile } from './hub.ts'

let logged: string[]
let started: number

beforeEach(() => {
  logged = []
  started = 0
})

const logger = {
  info: (text: string) => void logged.push(text),
  warn: (_: unknown, text?: string) => void logged.push(`warning: ${text ?? String(_)}`),
} as never

const gateway = { execute: () => Promise.reject(new Error('not asked')) } as never

/** A running hub whose subgraph says whether its results are of what is loaded. */
function refreshWhere(
  isCurrent: Computed['isCurrent'],
  outcome = { done: true, message: 'computed' },
  areFiguresCurrent = true,
) {
  const computed: Computed = {
    isCurrent,
    inputsMoved: () => Promise.resolve(),
    refresh: () => Promise.reject(new Error('computed in the running hub')),
  }
  const subgraphs = [{ name: 'plain' }, { name: 'computing', computed }]
  const refresh = () => {
    started += 1
    return Promise.resolve(outcome)
  }
  return refreshBeside(gateway, subgraphs, {}, logger, refresh, () => Promise.resolve(areFiguresCurrent))
}

test('results that are current start nothing', async () => {
  await refreshWhere(() => Promise.resolve(true))
  expect({ started, logged }).toEqual({ started: 0, logged: [] })
})

test('results that are stale start one refresh, and the log tells what it did', async () => {
  await refreshWhere(() => Promise.resolve(false))
  expect({ started, logged }).toEqual({ started: 1, logged: ['computed'] })
})

test('files of figures that are not made, or of other data, start one too', async () => {
  await refreshWhere(() => Promise.resolve(true), { done: true, message: 'made' }, false)
  expect({ started, logged }).toEqual({ started: 1, logged: ['made'] })
})

test('a refresh that fails, or a graph that does not say, is a warning', async () => {
  await refreshWhere(() => Promise.resolve(false), { done: false, message: 'care did not answer' })
  await refreshWhere(() => Promise.reject(new Error('care is gone')))
  expect({ started, logged }).toEqual({
    started: 1,
    logged: ['warning: care did not answer', 'warning: not refreshed; the old results stay'],
  })
})

test('a hub refresh that a hub started ends when the hub is gone, however that ended', async () => {
  // It takes the question and never answers.
  const silentGraph = createServer((socket) => void socket.on('error', () => undefined))
  silentGraph.listen(0, '127.0.0.1')
  await once(silentGraph, 'listening')
  const { port } = silentGraph.address() as AddressInfo
  const data = await makeTestData()
  try {
    const child = fork(hubFile, ['refresh', '--graph', `http://127.0.0.1:${port}/graphql`], {
      env: { ...process.env, ...data.environment },
      execArgv: [],
      silent: true,
    })
    const ended = once(child, 'exit')
    await once(silentGraph, 'connection')
    child.disconnect()
    expect(await ended).toEqual([1, null])
  } finally {
    silentGraph.close()
    await data.remove()
  }
})
