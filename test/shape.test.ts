/**
 * The shape of slices and tree: what the planner gets wrong is not used, every indicator has two labels, and
 * no file is a drawer for things without a name.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Kind, parse, visit } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readIndicators } from '@samenhang/gateway/catalogue'
import { supergraphSchema } from '@samenhang/gateway/supergraph'
import { readSlices } from '@samenhang/schema/slices'
import { readSupergraph } from '@samenhang/schema/supergraph'
import { readProfiles } from '@samenhang/subgraph-kit/indicator'
import { cbsFile, itWith } from '@samenhang/subgraph-kit/requirements'

const slices = readSlices()
const root = fileURLToPath(new URL('..', import.meta.url))

describe('the slices', () => {
  it('no field set of @requires has arguments, and no key is unresolvable: the planner returns wrong data for these', () => {
    for (const { name, typeDefs } of slices) {
      visit(typeDefs, {
        Directive(node) {
          const given = (argument: string) =>
            node.arguments?.find((one) => one.name.value === argument)?.value
          const fields = given('fields')
          const resolvable = given('resolvable')
          if (node.name.value === 'requires' && fields?.kind === Kind.STRING)
            expect(fields.value, name).not.toContain('(')
          if (node.name.value === 'key' && resolvable?.kind === Kind.BOOLEAN)
            expect(resolvable.value, name).toBe(true)
        },
      })
    }
  })

  it('every cross-domain field and every root field is nullable, so one outage nulls no other domain', () => {
    for (const { name, typeDefs } of slices) {
      visit(typeDefs, {
        ObjectTypeDefinition(node) {
          if (
            !['Query', 'Area'].includes(node.name.value) ||
            (name === 'base-registry' && node.name.value === 'Area')
          )
            return
          for (const field of node.fields ?? []) {
            if (field.name.value !== 'code')
              expect(field.type.kind, `${name}: ${node.name.value}.${field.name.value}`).not.toBe(
                Kind.NON_NULL_TYPE,
              )
          }
        },
      })
    }
  })

  it('every indicator has a label in English and Dutch, and no two of a slice share one', () => {
    const indicators = readIndicators(supergraphSchema(readSupergraph()))
    expect(indicators.length).toBeGreaterThan(130)
    for (const { id, label, description } of indicators) {
      expect(description, id).toMatch(/^[^(.]+\([^)]+\)/)
      expect(label.en.length, id).toBeLessThan(80)
      expect(label.nl).not.toBe(label.en)
    }
    const labels = indicators.map(({ id, label }) => `${id.split('.')[0] ?? ''} ${label.nl}`)
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
  })

  it('every indicator says its kind, and those in per cent are shares, or estimates of them', () => {
    for (const { id, kind, unit, weight } of readIndicators(supergraphSchema(readSupergraph()))) {
      expect(kind, id).toMatch(/^[A-Z_]+$/)
      expect(kind === 'CODE', id).toBe(unit === 'CODE')
      if (unit === 'PERCENT') expect(['SHARE', 'MODELLED_ESTIMATE'], id).toContain(kind)
      if (weight) expect(['SHARE', 'AVERAGE', 'RATE'], id).toContain(kind)
    }
  })

  it('no two indicators of a slice claim the same column of the same rows of a source', () => {
    for (const { name, typeDefs } of slices) {
      const claims = readProfiles(typeDefs).flatMap(({ sourceName, indicators }) =>
        indicators.flatMap(({ columns, occurrence, cellsOf }) =>
          columns.map((column) => `${sourceName} ${column} ${String(occurrence)} ${cellsOf}`),
        ),
      )
      expect(
        claims.filter((claim, index) => claims.indexOf(claim) !== index),
        name,
      ).toEqual([])
    }
  })

  const map = cbsFile('kwb-column-map.csv')
  itWith(map, 'every column of the published map belongs to an indicator of the domain it names', () => {
    const owners: Record<string, string> = {
      area: 'base-registry',
      other: 'base-registry',
      labour: 'labour-market',
    }
    const attributes = ['Gemeentenaam', 'SoortRegio', 'Codering']
    const lines = readFileSync(map.path, 'utf8').trim().split('\n').slice(1)
    expect(lines.length).toBeGreaterThan(130)
    for (const line of lines) {
      const [domain = '', stem = '', occurrence = ''] = line.split(',')
      if (attributes.includes(stem)) continue
      const word = domain.split(/[ /]/)[0] ?? ''
      const slice = slices.find(({ name }) => name === (owners[word] ?? word))
      const found =
        slice &&
        readProfiles(slice.typeDefs).flatMap(({ indicators }) =>
          indicators.filter((one) => one.columns.includes(stem)),
        )
      expect(
        found?.some((one) => found.length === 1 || one.occurrence === Number(occurrence)),
        `${domain} ${stem} ${occurrence}`,
      ).toBe(true)
    }
  })
})

describe('the tree', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (['node_modules', 'generated', '.git', '.hub'].includes(entry.name)) return []
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? files(path) : [path]
    })

  it('the kit and the gateway name no domain', () => {
    const words = /\b(housing|wmo|dwelling|bijstand|tenure|socialAssistance|youth)\b/i
    const sources = [...files(`${root}subgraph-kit/src`), ...files(`${root}gateway/src`)].filter((path) =>
      path.endsWith('.ts'),
    )
    expect(sources.length).toBeGreaterThan(40)
    const code = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
    expect(sources.filter((path) => words.test(code(path)))).toEqual([])
  })

  it('what several test files import begins and ends nothing by itself: a process runs many files, and loads it once', () => {
    const helpers = files(root).filter((path) => /\/test\/.*(?<!\.test|\.long)\.ts$/.test(path))
    expect(helpers.length).toBeGreaterThan(50)
    const hooks = helpers.filter((path) =>
      /^(?:before|after)(?:All|Each)\(/m.test(readFileSync(path, 'utf8')),
    )
    expect(hooks).toEqual([])
  })

  it('each test file says at its head what it holds', () => {
    const tests = files(root).filter((path) => path.endsWith('.test.ts'))
    expect(tests.length).toBeGreaterThan(150)
    expect(tests.filter((path) => !readFileSync(path, 'utf8').startsWith('/**'))).toEqual([])
  })

  it('there is no drawer for things without a name', () => {
    const drawers = files(root).filter((path) =>
      /\/(utils?|helpers?|common|shared|misc)(\/|\.ts$)/.test(path.slice(root.length - 1)),
    )
    expect(drawers).toEqual([])
  })
})

it('every operation that the documents promise is valid in the graph', () => {
  const folder = new URL('operations/', import.meta.url)
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.graphql'))) {
    expect(() => parse(readFileSync(new URL(file, folder), 'utf8')), file).not.toThrow()
  }
})
