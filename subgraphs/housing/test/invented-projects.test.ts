/** The invented housing projects contradict nothing and are of every kind. */
import { describe, expect, it } from 'vitest'
import { makeCountry } from '@samenhang/subgraph-kit/synthetic/country'
import { contradiction, projectKinds, projectPhases } from '../src/projects.ts'
import { inventProjects } from '../src/seed-projects.ts'

const country = makeCountry({})
const projects = inventProjects(country)

describe('the invented projects', () => {
  it('are of every kind and phase, contradict nothing, and meet most objections where affluence is high', () => {
    expect(projects.length).toBeGreaterThan(50)
    expect(new Set(projects.map(({ kind }) => kind))).toEqual(new Set(projectKinds))
    expect(new Set(projects.map(({ phase }) => phase))).toEqual(new Set(projectPhases))
    expect(projects.filter((project) => contradiction(project))).toEqual([])
    const affluenceOf = new Map(country.areas.map((area) => [area.code, area.characteristics.affluence]))
    const ordered = [...projects].sort(
      (one, other) => (affluenceOf.get(one.code) ?? 0) - (affluenceOf.get(other.code) ?? 0),
    )
    const half = Math.floor(ordered.length / 2)
    const objections = (some: typeof projects) => some.reduce((all, one) => all + one.objections, 0)
    expect(objections(ordered.slice(half))).toBeGreaterThan(2 * objections(ordered.slice(0, half)))
  })
})
