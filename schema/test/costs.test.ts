/** Which operations a change can plan anew, and what then costs more. */
import { buildSchema, parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { findCosts } from '../check/costs.ts'
import { parseOperations } from '../check/operations.ts'
import { findMoved } from '../check/touched.ts'
import { rememberUses } from '../check/who-breaks.ts'

const operation = (text: string, index: number) => ({
  ...{ id: String(index), name: String(index), text, app: 'app', owner: 'team' },
})

describe('what is planned anew', () => {
  const supergraph = (fields: string, key = 'code') =>
    parse(`
      type Area implements Place @join__type(graph: BASE, key: "code") @join__type(graph: CARE, key: "${key}") { code: ID! ${fields} }
      interface Place { code: ID! figures: Int }`)
  const base =
    'figures: Int @join__field(graph: BASE) sum: Int @join__field(graph: CARE, requires: "figures")'
  const moved = (now: string, key?: string) => [...findMoved(supergraph(base), supergraph(now, key))].sort()

  it('is what moves between subgraphs, what requires it and the interface that has it', () => {
    const found = moved(base.replace('BASE', 'CARE'))
    expect(found).toEqual(expect.arrayContaining(['Area.figures', 'Area.sum', 'Place.figures']))
    expect(found).not.toContain('Area.code')
    expect(moved(base, 'code name')).toContain('Area')
  })

  it('and what then takes more fetches or holds more objects is told, before and after, each text planned once', async () => {
    const [before, after] = [supergraph(base), supergraph(base.replace('BASE', 'CARE'))]
    const uses = rememberUses(
      buildSchema('type Query { area: Area } type Area { code: ID! figures: Int sum: Int more: Int }'),
    )
    const texts = ['{ area { figures } }', '{ area { sum } }', '{ area { figures } }', '{ area { more } }']
    const costs: Readonly<Record<string, readonly [number, number]>> = { figures: [1, 2], sum: [3, 3] }
    const planned: string[] = []
    const found = await findCosts(
      { before: { sdl: 'before', document: before }, after: { sdl: 'after', document: after } },
      parseOperations(texts.map(operation)).parsed,
      uses,
      async (text) => async (document) => {
        const [field = ''] = /figures|sum/.exec(print(document)) ?? []
        planned.push(`${text} ${field}`)
        return { fetches: costs[field]?.[text === 'before' ? 0 : 1] ?? 0, objects: 2 }
      },
    )
    expect(planned).toEqual(['after figures', 'before figures', 'after sum', 'before sum'])
    expect(found.planned).toBe(2)
    expect(found.dearer.map((one) => [one.operation.id, one.before.fetches, one.after.fetches])).toEqual([
      ['0', 1, 2],
      ['2', 1, 2],
    ])
  })

  it('is not what comes, goes, or is described or nullable otherwise', () => {
    expect(
      moved(
        '"Figures." figures: Int! @join__field(graph: BASE) more(first: Int): Int @join__field(graph: CARE)',
      ),
    ).toEqual([])
  })
})
