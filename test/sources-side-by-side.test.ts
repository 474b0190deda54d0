/**
 * What the graph says of figures of several sources: estimates are marked as such, items are counted, two sources of one figure stand side by
 * side, and the layouts of one table give the same figures. Real files; skipped where they are absent.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { importTable } from '@samenhang/subgraph-kit/import'
import { openFile } from '@samenhang/subgraph-kit/statline/open-file'
import { cbsFile, itWith } from '@samenhang/subgraph-kit/requirements'
import { openHub } from './hub.ts'
import { readRows, sourcesOf, type Row } from './plain-rows.ts'

describe('what the publishers of the files say of them', () => {
  const rivm = cbsFile('rivm-gezondheid-2020-18plus/RIVM_gezondheid2020_18+_cut.csv')
  itWith(
    rivm,
    'estimates of health are marked as estimates by a model, with the publisher and the table that was said',
    async () => {
      const hub = await openHub({ country: null })
      try {
        await importTable(
          hub.subgraphs,
          await openFile(rivm.path, { sources: sourcesOf(hub.subgraphs), table: '50120NED' }),
        )
        const { data, errors } = await hub.ask(`{
        area(code: "NL00") { health { goodHealthShare lonelyShare troubleMakingEndsMeetShare limits { field } source { table kind publisher title boundaryYear } } }
      }`)
        expect(errors).toEqual([])
        expect(data).toEqual({
          area: {
            health: {
              goodHealthShare: 78.4,
              lonelyShare: 47,
              troubleMakingEndsMeetShare: 13.9,
              limits: [],
              source: {
                table: '50120NED',
                kind: 'MODELLED_ESTIMATE',
                publisher: 'RIVM, GGDs and Statistics Netherlands (CBS)',
                title: 'Gezondheid per wijk en buurt 2020',
                boundaryYear: null,
              },
            },
          },
        })
      } finally {
        await hub.close()
      }
    },
  )

  const duo = cbsFile('duo-basisscholen-2017/03.-alle-vestigingen-basisonderwijs.csv')
  itWith(
    duo,
    'locations of schools are counted by municipality: as many as there are rows with its number',
    async () => {
      const hub = await openHub({ country: null })
      try {
        const table = await openFile(duo.path, { sources: sourcesOf(hub.subgraphs), period: 2017 })
        const report = await importTable(hub.subgraphs, table)
        expect(report.warnings).toEqual([expect.stringContaining('had lost their zeros')])
        const lines = readFileSync(duo.path, 'latin1').trim().split('\n').slice(1)
        const cells = lines.map((line) => line.trimEnd().split(';'))
        expect(cells).toHaveLength(6506)
        const count = (take: (row: string[]) => boolean) => {
          const counts = new Map<string, number>()
          for (const row of cells) {
            const code = `GM${(row[9] ?? '').padStart(4, '0')}`
            counts.set(code, (counts.get(code) ?? 0) + (take(row) ? 1 : 0))
          }
          return counts
        }
        const wanted = {
          primarySchoolLocations: count(() => true),
          publicPrimarySchoolLocations: count((row) => row[11] === 'Openbaar'),
          islamicPrimarySchoolLocations: count((row) => row[11] === 'Islamitisch'),
        }
        expect(wanted.primarySchoolLocations.get('GM0363')).toBe(208)
        expect(wanted.primarySchoolLocations.get('GM0344')).toBe(92)
        const codes = [...wanted.primarySchoolLocations.keys()]
        const { data, errors } = await hub.ask(
          `query ($codes: [ID!]!) { areas(codes: $codes) { code schools(period: 2017) { ${Object.keys(wanted).join(' ')} } } }`,
          { codes },
        )
        expect(errors).toEqual([])
        const { areas } = data as unknown as { areas: { code: string; schools: Record<string, number> }[] }
        for (const { code, schools } of areas)
          for (const [field, counts] of Object.entries(wanted))
            expect(schools[field], `${code} ${field}`).toBe(counts.get(code))
        expect(areas).toHaveLength(codes.length)
      } finally {
        await hub.close()
      }
    },
  )

  const nearby = cbsFile('nabijheid-2019-utrecht/Nabijheid_voorzieningen__buurt_2019_28092021_140430.csv')
  const kwb = cbsFile('kwb-2019-84583NED-amsterdam/marginal_distributions_84583NED.csv')
  itWith(
    nearby,
    'two sources of one figure stand side by side, each with its own source and series',
    async () => {
      const hub = await openHub({ country: null })
      try {
        await importTable(hub.subgraphs, await openFile(nearby.path, { sources: sourcesOf(hub.subgraphs) }))
        if (kwb.missing === null)
          await importTable(hub.subgraphs, await openFile(kwb.path, { sources: sourcesOf(hub.subgraphs) }))
        const ask = (code: string) =>
          hub.ask(`{ area(code: "${code}") {
          care { distanceToGeneralPractice source { table } }
          careProximity { distanceToGeneralPractice generalPracticesWithin1Km source { table } }
        } }`)
        expect((await ask('GM0344')).data).toEqual({
          area: {
            care: null,
            careProximity: {
              distanceToGeneralPractice: 0.6,
              generalPracticesWithin1Km: 2,
              source: { table: '84718NED' },
            },
          },
        })
      } finally {
        await hub.close()
      }
    },
  )

  itWith(
    nearby,
    'the other layout of StatLine, quoted, padded, with points and dots, gives the same figures',
    async () => {
      const { headers, rows } = readRows(nearby.path, ';')
      const cells = (row: Row) =>
        headers.map((header) => {
          const cell = row[header] ?? ''
          const number = /^-?\d+(,\d+)?$/.test(cell) ? cell.replace(',', '.') : cell
          return `"${(number === '' ? '.' : number).padStart(8)}"`
        })
      const text = [headers.map((header) => `"${header}"`), ...rows.map(cells)]
        .map((line) => line.join(';'))
        .join('\r\n')
      const path = join(
        mkdtempSync(join(tmpdir(), 'samenhang-')),
        'Nabijheid_voorzieningen__buurt_2019_01012022_000000.csv',
      )
      writeFileSync(path, `\uFEFF${text}\r\n`)
      const hub = await openHub({ country: null })
      try {
        const stored = async () =>
          Promise.all(
            ['base-registry surroundings', 'care care', 'education education'].map(async (names) => {
              const [name = '', table = ''] = names.split(' ')
              const { database } = hub.subgraphs.find((subgraph) => subgraph.name === name)!
              const rows = await database.all<Record<string, unknown>>(
                `select * from ${table}_proximity_profile order by code`,
              )
              return rows.map((row) => ({ ...row, source_id: null }))
            }),
          )
        await importTable(hub.subgraphs, await openFile(nearby.path, { sources: sourcesOf(hub.subgraphs) }))
        const before = await stored()
        await importTable(hub.subgraphs, await openFile(path, { sources: sourcesOf(hub.subgraphs) }))
        expect(await stored()).toEqual(before)
        expect(before.map((rows) => rows.length)).toEqual([123, 123, 123])
      } finally {
        await hub.close()
      }
    },
  )
})
