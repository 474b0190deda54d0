/** Text is read in the encoding it is in, or refused with the line; names come out as they were written. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/statline/open-file.ts'
import { cellOf, refusalOf, rowsOf, writeTemporary } from './tables.ts'

const header = 'WijkenEnBuurten;Gemeentenaam_1;Codering_3;AantalInwoners_5\n'
const csv = `${header}Súdwest-Fryslân;Súdwest-Fryslân;GM1900    ;90000\n`

const beyondLatin1: Readonly<Record<string, number>> = { '€': 0x80, '‘': 0x91, '–': 0x96, ž: 0x9e, Ÿ: 0x9f }

/** Windows-1252 for the characters these tests use. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => beyondLatin1[character] ?? character.charCodeAt(0))
}

async function nameIn(content: string | Uint8Array): Promise<string | null | undefined> {
  return (await rowsOf(await openFile(writeTemporary('84583NED.csv', content))))[0]?.name
}

describe('text is read in the encoding it is in', () => {
  it('UTF-8 with and without a byte order mark, and Windows-1252', async () => {
    expect(await nameIn(csv)).toBe('Súdwest-Fryslân')
    expect(await nameIn(`\ufeff${csv}`)).toBe('Súdwest-Fryslân')
    expect(await nameIn(windows1252(csv))).toBe('Súdwest-Fryslân')
    expect(await nameIn(windows1252(csv.replaceAll('Súdwest', '€‘–žŸ')))).toBe('€‘–žŸ-Fryslân')
  })

  it('a first byte beyond ASCII after a megabyte of ASCII still decides', async () => {
    const rows = Array.from(
      { length: 9999 },
      (_, at) => `Wijk;Wijk;BU1900${String(at).padStart(4, '0')};1${' '.repeat(99)}\n`,
    )
    const text = `${header}${rows.join('')}Fryslân;Fryslân;GM1900;1\n`
    const table = await openFile(writeTemporary('84583NED.csv', windows1252(text)))
    expect((await rowsOf(table)).at(-1)?.name).toBe('Fryslân')
  })

  it('what is neither is refused with the line', async () => {
    const utf16 = Buffer.from(`\ufeff${csv}`, 'utf16le')
    const bare = Buffer.from(csv, 'utf16le')
    const undefinedByte = Buffer.concat([
      Buffer.from(header),
      Buffer.from([0x81, 0x8d]),
      Buffer.from(';a;GM1900;1\n'),
    ])
    const marked = Buffer.concat([Buffer.from('\ufeff'), windows1252(csv)])
    const messages = await Promise.all(
      [utf16, bare, undefinedByte, marked].map(async (bytes) => {
        return (await refusalOf(writeTemporary('84583NED.csv', bytes))).message
      }),
    )
    expect(messages[0]).toContain('it is UTF-16')
    expect(messages[1]).toContain('line 1: it is not UTF-8 or Windows-1252 text')
    expect(messages[2]).toContain('line 2: it is neither UTF-8 nor Windows-1252: byte 60 is 0x81')
    expect(messages[3]).toContain('it begins as UTF-8 but is not')
  })
})

const cell = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toFixed(1).replace('.', ',')),
  fc.constantFrom(
    '.',
    '       .',
    '',
    'NA',
    '  862965',
    '1.5',
    'a"b',
    'a;b',
    'a,b',
    'Súd €',
    "'s-Gravenhage",
  ),
)

const style = fc.record({
  delimiter: fc.constantFrom(';', ','),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  quoteAll: fc.boolean(),
  padded: fc.boolean(),
  lastLineEnd: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252'),
})

describe('a table', () => {
  it('reads back cell for cell, however it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 }),
        style,
        async (rows, how) => {
          const quote = (text: string) =>
            how.quoteAll || /[";,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
          const code = (at: number) => `BU1900${String(at).padStart(4, '0')}${how.padded ? '    ' : ''}`
          const lines = [
            ['Codering_3', 'AantalInwoners_5', 'Mannen_6', 'Vrouwen_7'],
            ...rows.map((cells, at) => [code(at), ...cells]),
          ].map((cells) => cells.map(quote).join(how.delimiter))
          const text = lines.join(how.lineEnd) + (how.lastLineEnd ? how.lineEnd : '')
          const bytes =
            how.encoding === 'windows-1252'
              ? windows1252(text)
              : how.encoding === 'utf-8'
                ? text
                : `\ufeff${text}`
          const table = await openFile(writeTemporary('84583NED.csv', bytes))
          const read = await rowsOf(table)
          expect(table.rowCount).toBe(rows.length)
          expect(read.map((row) => row.code)).toEqual(rows.map((_, at) => code(at).trim()))
          expect(
            read.map((row) =>
              ['AantalInwoners', 'Mannen', 'Vrouwen'].map((name) => cellOf(table, row, name)),
            ),
          ).toEqual(rows)
        },
      ),
      { numRuns: 150 },
    )
  })
})
