/** What one domain sends over HTTP that does not fit: bad values and malformed errors cost their own fields and no more. */
import { afterEach, describe, expect, it } from 'vitest'
import { gatewayWithCareAt } from './care-elsewhere.ts'
import { serveAnything } from './fakes.ts'
import { code, profile, wholeProfile } from './operations.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly Record<string, unknown>[]
}

/** The answer to the profile of a neighbourhood where the domain of care says this. */
async function answerWith(said: string): Promise<Answer> {
  const server = await serveAnything((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(said),
  )
  closers.push(server.close)
  const gateway = await gatewayWithCareAt(server.url, { deadline: 20_000 })
  closers.push(() => gateway.close())
  return JSON.parse((await gateway.execute({ query: profile, variables: { code } })).text) as Answer
}

describe('one bad value of a domain costs its own field, with an error at its place that says what is wrong', () => {
  const whole = { period: 2024, youthCareShare: 9.5 }
  it.each<[kind: string, entity: string, care: unknown, message: string, at?: string]>([
    [
      'a missing field',
      '{"care":{"period":2024}}',
      { ...whole, youthCareShare: null },
      'sent nothing here',
      'youthCareShare',
    ],
    [
      'text for a number',
      '{"care":{"period":2024,"youthCareShare":"9"}}',
      { ...whole, youthCareShare: null },
      'sent no Float here',
      'youthCareShare',
    ],
    [
      'a number without end',
      '{"care":{"period":2024,"youthCareShare":1e999}}',
      { ...whole, youthCareShare: null },
      'sent no Float here',
      'youthCareShare',
    ],
    [
      'an Int of over 32 bits',
      '{"care":{"period":3000000000,"youthCareShare":9.5}}',
      null,
      'sent no Int here',
      'period',
    ],
    [
      'null where none may be',
      '{"care":{"period":null,"youthCareShare":9.5}}',
      null,
      'sent null where none may be',
      'period',
    ],
    ['text for an object', '{"care":"fine"}', null, 'sent no object here'],
    ['a list for an object', '{"care":[1]}', null, 'sent no object here'],
    ['nothing at all', '{}', null, 'sent nothing here'],
  ])('%s', async (_kind, entity, care, message, at) => {
    const body = `{"data":{"_entities":[${entity}]}}`
    expect(await answerWith(body)).toEqual({
      data: { neighbourhood: { ...wholeProfile.neighbourhood, care } },
      errors: [
        {
          message: `The domain "care" ${message}.`,
          path: ['neighbourhood', 'care', ...(at === undefined ? [] : [at])],
          extensions: { code: 'BAD_SUBGRAPH_VALUE', subgraph: 'care' },
        },
      ],
    })
  })
})

describe('errors of a domain that are none lose nothing of its answer, and each is one error', () => {
  const entity = '{"care":{"period":2024,"youthCareShare":9.5}}'
  const care = wholeProfile.neighbourhood.care
  it.each<[errors: string, entities: string, care: unknown, path: unknown]>([
    ['[null]', `[${entity}]`, care, undefined],
    ['"down"', `[${entity}]`, care, undefined],
    ['[{"message":{"a":1}}]', `[${entity}]`, care, undefined],
    [
      '[{"message":"","path":["_entities","0","care","period"]}]',
      `[${entity}]`,
      care,
      ['neighbourhood', 'care', 'period'],
    ],
    ['[{"message":"","path":["_entities",7,"care"]}]', `[${entity}]`, care, ['neighbourhood']],
    ['[{"message":"","path":[{}]}]', `[${entity}]`, care, undefined],
    ['[{"message":""}]', 'null', null, undefined],
  ])('%s with %s', async (errors, entities, given, path) => {
    const body = `{"data":{"_entities":${entities}},"errors":${errors}}`
    const answer = await answerWith(body)
    expect(answer.data).toEqual({ neighbourhood: { ...wholeProfile.neighbourhood, care: given } })
    expect(answer.errors).toHaveLength(1)
    expect(answer.errors?.[0]?.['path']).toEqual(path)
    expect(answer.errors?.[0]?.['extensions']).toMatchObject({ code: 'INTERNAL' })
  })
})
