/**
 * What is asked for once is made once: the schema as a caller sees it is made for operations that are not
 * valid only.
 */
import { HeaderMap } from '@apollo/server'
import { publicAccess } from '@samenhang/subgraph-kit/caller'
import { silent } from '@samenhang/subgraph-kit/testing'
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { openApolloServer } from '../src/operation/apollo-server.ts'
import type { RequestContext } from '../src/access/request-context.ts'

type Graph = Parameters<typeof openApolloServer>[0]

const schema = buildSchema('type Query { open: String secret: String }')
const context = {
  caller: { traceId: 'test', access: publicAccess },
  codes: new Set(),
} as never as RequestContext

function graphOf(): Graph {
  let loaded: Parameters<Graph['onSchemaLoadOrUpdate']>[0] | undefined
  return {
    onSchemaLoadOrUpdate(tell) {
      loaded = tell
      return () => undefined
    },
    async load() {
      loaded?.({ apiSchema: schema, coreSupergraphSdl: '' })
      return { executor: async () => ({ data: { open: 'yes' } }) }
    },
    stop: async () => undefined,
  }
}

it('the schema as its reader sees it, which takes long to make, is asked for by an operation that is not valid only', async () => {
  let asked = 0
  const visibleTo = () => {
    asked += 1
    return buildSchema('type Query { open: String }')
  }
  const adapter = await openApolloServer(graphOf(), silent, visibleTo)
  const ask = async (query: string) => {
    const headers = new HeaderMap([['content-type', 'application/json']])
    const http = { method: 'POST', headers, search: '', body: { query } }
    return JSON.parse((await adapter.answer(http, context)).text) as Record<string, unknown>
  }
  expect(await ask('{ open }')).toEqual({ data: { open: 'yes' } })
  expect(asked).toBe(0)
  expect(await ask('{ secrets }')).toMatchObject({
    errors: [{ message: 'Cannot query field "secrets" on type "Query".' }],
  })
  expect(asked).toBe(1)
  await adapter.close()
})
