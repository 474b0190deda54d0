/** Pages of a list: cursors lead on without a gap, and sizes out of range are refused. */
import { describe, expect, it } from 'vitest'
import { readPageRequest, toConnection } from '@samenhang/subgraph-kit/connection'

describe('a page of a list', () => {
  it('one row too many means there is a next page, and the cursor leads there', () => {
    const page = readPageRequest({ first: 2 })
    const connection = toConnection(page, { rows: ['a', 'b', 'c'], total: 5 }, (row) => row)
    expect(connection.nodes).toEqual(['a', 'b'])
    expect(connection.totalCount).toBe(5)
    expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    expect(readPageRequest({ first: 2, after: connection.pageInfo.endCursor })).toEqual({
      first: 2,
      after: 'b',
    })
  })

  it('the last page has no next, an empty one no cursors', () => {
    const last = toConnection({ first: 2, after: 'b' }, { rows: ['c'], total: 3 }, (row) => row)
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    const empty = toConnection({ first: 2, after: null }, { rows: [], total: 0 }, () => '')
    expect(empty.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    })
  })

  it.each([0, -1])('first: %i is refused', (first) => {
    expect(() => readPageRequest({ first })).toThrow(/at least 1/)
  })

  it('a page over 1,000 is refused', () => {
    expect(() => readPageRequest({ first: 1_001 })).toThrow(/at most 1000/)
  })

  it.each(['%%%', 'a', 'é'])('the cursor %s that this graph never gave is refused', (after) => {
    expect(() => readPageRequest({ first: 1, after })).toThrow(/not a cursor/)
  })
})
