/**
 * No small count of a focus group follows from several files: whichever comes first, whatever column one of them lacks, and whichever part is
 * imported again.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeOnDatabases } from '@samenhang/subgraph-kit/requirements'
import { example, formerHeader, openFocusGroups } from './focus-group-files.ts'

describeOnDatabases('focus groups of several files', (database) => {
  const { open, ask, row, write, take } = openFocusGroups(database)

  it('without a column the others are still the whole: no small count follows from what they lack of it', async () => {
    const path = join(open.data.directory, 'former.csv')
    // One small kind: were the missing column thought to hold the rest, 64 - 30 - 27 would be told.
    const stays = [30, 7, 27, 0, 0, 0, 0, 0, 0]
    writeFileSync(path, [formerHeader, `2024;GM0001;HOMELESS;80;64;12;${stays.join(';')};`].join('\n'))
    await take(path)
    const [figures] = (await ask('GM0001')) ?? []
    const shown = figures?.accommodation.filter(({ households }) => households !== null) ?? []
    expect(shown.reduce((sum, { households }) => sum + (households ?? 0), 0)).toBeLessThanOrEqual(64 - 10)
    const wrong = `2024;GM0002;HOMELESS;80;70;12;${stays.join(';')};`
    writeFileSync(path, [formerHeader, wrong].join('\n'))
    await expect(take(path)).rejects.toThrow(/line 2, column households: 70 households, but 64/)
  })

  it.each(['districts after their municipality', 'a municipality after its districts'])(
    '%s: the two files together give nothing away',
    async (order) => {
      const municipality = write('gm.csv', [row('GM0001', 64, [21, 43])])
      const districts = write('wk.csv', [
        row('WK000101', 30, [10, 20]),
        row('WK000102', 30, [10, 20]),
        row('WK000103', 4, [1, 3]),
      ])
      const files = order.startsWith('districts') ? [municipality, districts] : [districts, municipality]
      for (const file of files) await take(file)
      const persons = async (code: string) => (await ask(code))?.[0]?.persons ?? null
      const parts = await Promise.all(['WK000101', 'WK000102', 'WK000103'].map(persons))
      const known = parts.filter((part) => part !== null).length
      expect(parts[2]).toBeNull()
      if ((await persons('GM0001')) !== null) expect(known).toBeLessThan(2)
    },
  )

  it('a small count that would follow from what was imported before is refused, with its line', async () => {
    await take(write('a.csv', [row('GM0001', 64, [32, 32]), row('WK000101', 40, [20, 20])]))
    await take(write('b.csv', [row('WK000102', 24, [12, 12])]))
    await expect(take(write('c.csv', [row('WK000103', 0, [])]))).rejects.toThrow(
      /c.csv, line 2: a count under 10 of WK000103 would follow/,
    )
    expect(await take(write('d.csv', [row('WK000102', 24, [12, 12]), row('WK000103', 0, [])]))).toMatchObject(
      {
        outcome: 'REPLACED',
      },
    )
    const areas = await Promise.all(['WK000101', 'WK000102', 'WK000103'].map((code) => ask(code)))
    expect(areas.map((figures) => figures?.[0]?.persons)).toEqual([40, null, null])
  })

  it('one district again, beside what is stored, withholds what it did', async () => {
    await take(example)
    const before = await ask('WK900102')
    const own = readFileSync(example, 'utf8')
      .split('\n')
      .filter((line) => line.includes('WK900102'))
    expect(await take(write('wk.csv', own))).toMatchObject({ outcome: 'REPLACED', rows: 4 })
    expect(await ask('WK900102')).toEqual(before)
  })
})
