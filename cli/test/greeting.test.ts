/**
 * What a start prints: where the graph is, what is served, and which figures are synthetic. A reader of these
 * lines never takes invented figures for real ones.
 */
import { expect, test } from 'vitest'
import { greeting } from '../src/start.ts'

const urls = { url: 'http://127.0.0.1:4000', adminUrl: 'http://127.0.0.1:4010' }
const set = { subgraph: 'care', period: 2019, areas: 115, synthetic: true }

test('a start tells where the graph and the explorer are, what is served, and that it is synthetic', () => {
  const told = greeting(urls, [set, { ...set, subgraph: 'housing', period: 2024, areas: 116 }], [])
  expect(told).toContain('http://127.0.0.1:4000/graphql')
  expect(told).toContain('http://127.0.0.1:4000/\n')
  expect(told).toContain('http://127.0.0.1:4010/ready')
  expect(told).toContain('care, housing: up to 116 areas, 2019 to 2024')
  expect(told).toContain('SYNTHETIC')
})

test('imported figures beside synthetic ones are told apart, and alone are not called synthetic', () => {
  const imported = { ...set, synthetic: false }
  expect(greeting(urls, [set, imported], [])).toContain('imported figures, and synthetic ones')
  expect(greeting(urls, [imported], [])).not.toMatch(/synthetic/i)
})

test('subgraphs that are served elsewhere are named', () => {
  expect(greeting(urls, [], ['care'])).toContain('elsewhere care')
})
