/** A gateway that is replaced while it answers: requests under way end on the old one, which is closed after them. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Gateway, GatewayAnswer } from '@samenhang/gateway/gateway'
import { replaceableGateway } from '../../src/releases/replaceable-gateway.ts'

/** A gateway whose answers wait until they are let go. */
function waitingGateway(name: string) {
  const waiting: (() => void)[] = []
  const state = { isClosed: false }
  const answer = (): Promise<GatewayAnswer> =>
    new Promise((resolve) => {
      waiting.push(() =>
        resolve({ status: 200, headers: new Map(), text: name, traceId: '', hasErrors: state.isClosed }),
      )
    })
  const gateway = {
    execute: answer,
    answerDocument: answer,
    objectsOf: () => Number(name),
    close: () => Promise.resolve(void (state.isClosed = true)),
  } as unknown as Gateway
  return { gateway, state, letGo: () => waiting.splice(0).forEach((one) => one()) }
}

it('what is under way ends on the old gateway, which is closed only then; what comes after goes to the new one', async () => {
  const [old, next] = [waitingGateway('1'), waitingGateway('2')]
  const gateway = replaceableGateway(old.gateway)
  const before = [gateway.execute({ query: '{ a }' }), gateway.answerDocument('a', {})]
  gateway.replace(next.gateway)
  const after = gateway.execute({ query: '{ a }' })
  expect(gateway.objectsOf({ query: '{ a }' })).toBe(2)
  await pause(5)
  expect(old.state.isClosed).toBe(false)
  old.letGo()
  expect(
    (await Promise.all(before.map(async (answer) => answer))).map(({ text, hasErrors }) => [text, hasErrors]),
  ).toEqual([
    ['1', false],
    ['1', false],
  ])
  await gateway.settled
  expect(old.state.isClosed).toBe(true)
  next.letGo()
  expect((await after).text).toBe('2')
  expect(next.state.isClosed).toBe(false)
})

it('a gateway that nobody waits for is closed at once, and the last one with the whole', async () => {
  const gateways = ['1', '2', '3'].map(waitingGateway)
  const gateway = replaceableGateway(gateways[0]!.gateway)
  for (const { gateway: next } of gateways.slice(1)) {
    gateway.replace(next)
    await gateway.settled
  }
  expect(gateways.map(({ state }) => state.isClosed)).toEqual([true, true, false])
  await gateway.close()
  expect(gateways[2]!.state.isClosed).toBe(true)
})
