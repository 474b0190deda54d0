/**
 * A subgraph of files for tests of access: an interface, a union and an entity, with rules of every kind; and the makers of tokens, good and bad,
 * that it is asked with.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Access } from '@samenhang/subgraph-kit/caller'
import { createSubgraph } from '@samenhang/subgraph-kit/subgraph'

const rule = '@requiresScopes(scopes: [["file:read"]]) @policy(policies: [["purpose"]])'
const folder = mkdtempSync(join(tmpdir(), 'samenhang-files-'))
writeFileSync(
  join(folder, 'schema.graphql'),
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])
  type Query { open: String  file(id: ID!): File ${rule}  things: [Thing!]!  anything: [Anything!]!  search(by: SecretKind): Int }
  interface Thing { name: String }
  type Chair implements Thing { name: String }
  type File implements Thing @key(fields: "id") { id: ID!  name: String ${rule}  amount: Int @requiresScopes(scopes: [["file:read", "file:money"]]) @policy(policies: [["purpose"]]) }
  union Anything = Chair | Locked
  type Locked @authenticated { name: String }
  enum SecretKind @authenticated { A B }`,
)

export const answered = 'Secret name'

/** What ran, for tests that nothing did. */
export const ran: string[] = []

const file = { __typename: 'File', id: '1', amount: 7, name: () => (ran.push('File.name'), answered) }

export const files = createSubgraph({
  name: 'files',
  folder,
  migrations: [
    {
      name: 'none',
      up: () => Promise.resolve(),
    },
  ],
  resolvers: {
    Query: {
      open: () => 'open',
      file: () => file,
      things: () => [{ __typename: 'Chair', name: 'Chair' }, file],
      anything: () => [{ __typename: 'Locked', name: answered }],
      search: () => 1,
    },
    Thing: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Anything: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    File: {
      __resolveReference: ({ id }: { id: string }) => (ran.push('reference'), id === '1' ? file : null),
    },
  },
})

/** May see all of it. */
export const reader: Access = {
  actor: 'reader',
  scopes: new Set(['file:read', 'file:money']),
  purpose: 'urn:audit',
  covers: ['Query.file', 'File.*'],
}
