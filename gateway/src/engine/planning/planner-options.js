/**
 * Keeps Apollo's planner from giving up on an operation for one way of many. It compares ways to ask for a field, and makes the plan of each as it
 * goes; where one cannot be made into a plan, it would throw, though others can. Here such a way is left out. Where none is left, it throws as before.
 */
import { createRequire } from 'node:module'

const options = createRequire(import.meta.url)('@apollo/query-planner/dist/generateAllPlans.js')
const findBest = options.generateAllPlansAndFindBest

// The planner takes it from here each time; what is private to the module stays as it is.
options.generateAllPlansAndFindBest = ({ addFct, costFct, ...given }) => {
  const broken = new Map()
  const attempt = (work, partial) => {
    try {
      return work()
    } catch (error) {
      broken.set(partial, error)
      return undefined
    }
  }
  const found = findBest({
    ...given,
    addFct: (partial, option) => {
      const next = {}
      if (broken.has(partial)) broken.set(next, broken.get(partial))
      return broken.has(next) ? next : (attempt(() => addFct(partial, option), next) ?? next)
    },
    costFct: (partial) =>
      broken.has(partial) ? Infinity : (attempt(() => costFct(partial), partial) ?? Infinity),
  })
  if (broken.has(found.best)) throw broken.get(found.best)
  return found
}
