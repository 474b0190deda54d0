/** Numbers that a double does not hold come through digit for digit where their type allows, and cost nothing beside them where it does not. */
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { exactJson, parseExactly } from '../src/json/exact-numbers.ts'
import { createGateway } from '../src/operation/gateway.ts'
import { serveAnything, silent } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'
const slices = {
  one: `${link} type Query { t: T } type T @key(fields: "b") { id: ID n: ID i: Int f: Float s: String b: BigInt j: JSON e: E } scalar BigInt scalar JSON enum E { A B }`,
  two: `${link} type T @key(fields: "b") { b: BigInt x: String } scalar BigInt`,
}
const big = '9007199254740993'
const nested = '{"n":12345678901234567890,"t":"12345678901234567890","d":[0.12345678901234567890123]}'
const json = { 'content-type': 'application/json' }

it('in custom scalars and ids, to the client and in what other subgraphs are asked', async () => {
  const { supergraphSdl } = composeServices(
    Object.entries(slices).map(([name, sdl]) => ({ name, url: 'http://unused', typeDefs: parse(sdl) })),
  )
  const entity = `{"__typename":"T","id":42,"n":12345678901234567890,"i":${big},"f":1.00000000000000000001,"s":${big},"b":${big},"j":${nested},"e":"C"}`
  const asked: string[] = []
  const one = await serveAnything((_request, response) =>
    response.writeHead(200, json).end(`{"data":{"t":${entity}}}`),
  )
  const two = await serveAnything((request, response) => {
    request.on('data', (chunk: Buffer) => asked.push(chunk.toString()))
    request.on('end', () => response.writeHead(200, json).end('{"data":{"_entities":[{"x":"yes"}]}}'))
  })
  const gateway = await createGateway({
    startPlanning: planHere,
    supergraphSdl: supergraphSdl ?? '',
    subgraphs: [],
    subgraphUrls: new Map([
      ['one', one.url],
      ['two', two.url],
    ]),
    logger: silent,
    deadline: 20_000,
  })
  const { text } = await gateway.execute({ query: '{ t { id n f b j i s e x } }' })
  await gateway.close()
  one.close()
  two.close()
  expect(text).toContain(
    `"data":{"t":{"id":"42","n":"12345678901234567890","f":1,"b":${big},"j":${nested},"i":null,"s":null,"e":null,"x":"yes"}}`,
  )
  const { errors } = JSON.parse(text) as { errors: { message: string; path: unknown }[] }
  expect(errors.map(({ message, path }) => [message, path])).toEqual([
    ['The domain "one" sent no Int here.', ['t', 'i']],
    ['The domain "one" sent no String here.', ['t', 's']],
    ['The domain "one" sent no E here.', ['t', 'e']],
  ])
  expect(asked.join('')).toContain(`"b":${big}`)
})

describe('JSON is read and written as it was', () => {
  it.each([
    big,
    '-9007199254740993',
    '1e400',
    nested,
    '[1,2.5,"x"]',
    '{"9007199254740993":"9007199254740993"}',
  ])('%s', (text) => {
    expect(exactJson(JSON.stringify(parseExactly(text)))).toBe(text)
  })
  it.each([
    ['1.5000000000000000', 1.5],
    ['12345678901234560000', 12345678901234560000],
    ['0.1', 0.1],
  ])('%s, which a double holds, is a number', (text, number) => {
    expect(parseExactly(text)).toBe(number)
  })
})
