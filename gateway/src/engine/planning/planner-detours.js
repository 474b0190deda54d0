/**
 * Keeps Apollo's planner from trying what cannot be better. Where a field of an interface can be had straight from an interface object, the planner
 * also goes round by whoever knows the types behind the interface, type by type; each such step within another multiplies what it then compares, a
 * few of them past any time and memory. Here the ways round are left out where they are many: those that end, in each of their branches, where a
 * way with fewer steps from subgraph to subgraph ends too, and which needs nothing of a third subgraph for its keys. A few are kept, so that the
 * planner still chooses among them as it always did.
 */
import { createRequire } from 'node:module'

/** Ways to a field that are all compared. */
const few = 2

const graphPath = createRequire(import.meta.url)('@apollo/query-graphs/dist/graphPath.js')
const advance = graphPath.advanceSimultaneousPathsWithOperation
// The planner takes it from here each time; what is private to the module stays as it is.
graphPath.advanceSimultaneousPathsWithOperation = (...given) => withoutDetours(advance(...given))

function withoutDetours(options) {
  if (!options || options.length <= few) return options
  const kept = []
  for (const option of [...options].sort((one, other) => one.paths.length - other.paths.length))
    if (!kept.some((better) => isDetour(option, better))) kept.push(option)
  return options.filter((option) => kept.includes(option))
}

/** Whether each branch ends where one of the other option ends with no more steps, and one of them with fewer. */
function isDetour({ paths }, better) {
  let isLonger = false
  return (
    paths.every((path) => {
      const steps = path.subgraphJumps()
      const other = better.paths.find(
        (one) => one.tail === path.tail && one.subgraphJumps() <= steps && isSimple(one, path),
      )
      if (other && other.subgraphJumps() < steps) isLonger = true
      return other !== undefined
    }) && isLonger
  )
}

/** Whether a path, from where it leaves another, needs nothing but what the subgraphs that it goes by have. */
function isSimple(path, other) {
  const { index } = path.findLastCommonVertex(other)
  return path.props.edgeConditions.slice(index).every((needed) => !needed || needed.isAllInSameSubgraph())
}
