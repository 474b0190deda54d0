/** What no plan exists for: the type of an interface object that nothing implements, and what only an implementation would have. */
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { guardedGateway } from '../access/guarded-gateway.ts'

const parts = {
  stars: {
    sdl: 'type Query { one: Media } type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }',
    resolvers: { Query: { one: () => ({ id: '1', stars: 5 }) } },
  },
  things: {
    sdl: 'interface Media @key(fields: "id") { id: ID! title: String } type Query { more: Int }',
    resolvers: { Query: { more: () => 1 } },
  },
}

describe.each(['engine', 'apollo'] as const)(
  'an interface object that nothing implements, by the %s',
  (executor) => {
    async function ask(query: string) {
      const lines: string[] = []
      const logger = pino({ level: 'error' }, { write: (line) => void lines.push(line) })
      const { gateway, fetches } = await guardedGateway(parts, { executor, logger })
      fetches.length = 0
      const { status, text } = await gateway.execute({ query })
      await gateway.close()
      return {
        status,
        body: JSON.parse(text) as object,
        asked: fetches.map(({ subgraph }) => subgraph),
        log: lines.join(''),
      }
    }

    it.each([
      ['{ more one { __typename } }', 'Media.__typename'],
      ['{ more one { stars ... on Media { __typename } } }', 'Media.__typename'],
      ['{ more one { title } }', 'title'],
    ])(
      'is an error, and no null: %s. Nobody is asked, and the log says which field has no plan',
      async (query, field) => {
        const { status, body, asked, log } = await ask(query)
        expect({ status, asked }).toEqual({ status: 500, asked: [] })
        expect(body).toEqual({
          errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'INTERNAL' }) })],
        })
        expect(log).toContain(field)
      },
    )

    it('has what its own subgraph says of it', async () => {
      expect(await ask('{ one { id stars } }')).toMatchObject({
        body: { data: { one: { id: '1', stars: 5 } } },
        asked: ['stars'],
      })
    })
  },
)
