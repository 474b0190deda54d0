/** The words of the graph: every open enum value and every error code has Dutch beside English, a client can ask it, and a value without is refused. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findUnlabelled } from '@samenhang/schema/dutch-labels'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { supergraphSchema } from '@samenhang/gateway/supergraph'
import { readVocabulary } from '@samenhang/gateway/vocabulary'
import { errorMeanings } from '@samenhang/subgraph-kit/error-meanings'
import { parseSlice } from '@samenhang/subgraph-kit/slice'
import { buildSchema, isEnumType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHub, type TestHub } from './hub.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const terms = readVocabulary(supergraphSchema(readSupergraph()))

describe('every open word', () => {
  it('is in the vocabulary with a label and a description in both languages, and nothing that is closed is', () => {
    const open = buildSchema(readFileSync(join(root, 'schema/public.graphql'), 'utf8'))
    const values = Object.values(open.getTypeMap())
      .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
      .flatMap((type) => (isEnumType(type) ? type.getValues() : []).map(({ name }) => `${type.name}.${name}`))
    expect(terms.map((term) => `${term.enum}.${term.value}`).sort()).toEqual(values.sort())
    const incomplete = terms.filter(
      ({ label, description }) => !label.NL || !label.EN || !description.NL || !description.EN,
    )
    expect(incomplete).toEqual([])
  })

  it('has a Dutch label that is short and no other value of its enum has, and whole sentences', () => {
    const labels = terms.map((term) => `${term.enum} ${String(term.label.NL)}`)
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
    for (const { label, description } of terms) {
      expect(label.NL?.length).toBeLessThan(45)
      expect(description.NL).toMatch(/^[A-ZÀ-Ý].*\.$/)
      expect(description.EN).not.toContain('NL:')
    }
  })

  it('every code that the source gives an error has a meaning in both languages', () => {
    const known = new Map(errorMeanings.map((meaning) => [meaning.code, meaning]))
    const used = sources().flatMap((text) =>
      [...text.matchAll(/(?:HubError\(\s*|\bcode: )'([A-Z]+_[A-Z_]+)'/g)].map(([, code = '']) => code),
    )
    const apollo = /requestCodes[\s\S]*?\]\)/.exec(
      readFileSync(join(root, 'gateway/src/operation/mask-errors.ts'), 'utf8'),
    )
    const masked = [...(apollo?.[0] ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code)
    expect(used.length).toBeGreaterThan(50)
    expect(masked.length).toBeGreaterThan(4)
    expect([...used, ...masked].filter((code) => !known.has(code))).toEqual([])
    for (const { en, nl } of errorMeanings) {
      expect(en).toMatch(/\S\.$/)
      expect(nl).toMatch(/\S\.$/)
      expect(nl).not.toBe(en)
    }
  })
})

describe('a value without Dutch', () => {
  const slice = (sdl: string) => ({
    name: 'a',
    url: 'http://a',
    typeDefs: parseSlice('subgraphs/a/schema.graphql', sdl),
  })

  it('is refused in one line, at its place, and only where it is open', () => {
    const open = slice(
      '"E." enum E @tag(name: "public") {\n  "One."\n  ONE\n  "Two.\\n\\nNL: Twee. Het tweede."\n  TWO\n}',
    )
    expect(findUnlabelled([open, open])).toEqual([
      'subgraphs/a/schema.graphql:3:3: E.ONE has no Dutch: end its description with a paragraph "NL: Label. A sentence in plain words."',
    ])
    expect(
      findUnlabelled([slice('"E." enum E { "One." ONE @tag(name: "public") "Two." TWO }')]),
    ).toHaveLength(1)
    expect(findUnlabelled([slice('"E." enum E { "One." ONE }')])).toEqual([])
  })

  it('a label without a sentence is none', () => {
    expect(findUnlabelled([slice('enum E @tag(name: "public") { "One.\\n\\nNL: Een." ONE }')])).toHaveLength(
      1,
    )
  })
})

describe('a client', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openHub({ country: null })
  })
  afterAll(() => hub.close())

  it('asks what focus groups are called, in both languages, of the catalogue alone', async () => {
    const { data, fetches, statements } = await hub.ask(
      `{ vocabulary(name: "FocusGroup") { enum value isDeprecated label(language: NL) en: label(language: EN) description(language: NL) } }`,
    )
    expect([fetches, statements]).toEqual([['catalogue'], {}])
    const { vocabulary } = data as unknown as { vocabulary: readonly { value: string }[] }
    expect(vocabulary).toHaveLength(12)
    expect(vocabulary.find(({ value }) => value === 'TRAVELLERS')).toEqual({
      enum: 'FocusGroup',
      value: 'TRAVELLERS',
      isDeprecated: false,
      label: 'Woonwagenbewoners',
      en: 'Travellers',
      description: expect.stringContaining('standplaats') as unknown,
    })
  })

  it('asks what a code of an error means', async () => {
    const { data } = await hub.ask(
      '{ errorCodes(code: "TOO_DEEP") { code nl: meaning(language: NL) en: meaning(language: EN) } }',
    )
    expect(data).toEqual({
      errorCodes: [
        {
          code: 'TOO_DEEP',
          nl: expect.stringMatching(/15 .*\.$/) as unknown,
          en: 'The operation is nested deeper than 15 levels. Split it.',
        },
      ],
    })
  })

  it('is told which enum there is none of, with the nearest, and what else it asked is answered', async () => {
    const { data, errors } = await hub.ask(
      '{ vocabulary(name: "FocusGroups") { value } errorCodes(code: "INTERNAL") { code } }',
    )
    expect(data).toEqual({ vocabulary: null, errorCodes: [{ code: 'INTERNAL' }] })
    expect(errors.map(({ message, extensions }) => [extensions['code'], message])).toEqual([
      [
        'BAD_ARGUMENT',
        'There is no open enum "FocusGroups". Did you mean FocusGroup? Leave it out to get all.',
      ],
    ])
  })
})

/** The texts of all that may give an error to a client. */
function sources(): readonly string[] {
  const folders = ['gateway/src', 'subgraph-kit/src', 'subgraphs']
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/node_modules|\btest\b/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
}
