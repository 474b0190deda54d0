/**
 * Keeps Apollo's planner from asking a subgraph for what it cannot give yet. Where a field requires others, the fetches that these need in their turn
 * are drawn into the fetch before, if that is of the same subgraph or its schema has fields of these names. Left to itself the planner overlooks
 * that a subgraph only declares what is `@external` to it, that a field may require something itself, and that a fetch may wait for a third one.
 */
import { createRequire } from 'node:module'

const { federationMetadata, isCompositeType, baseType, MapWithCachedArrays, SelectionSet } = createRequire(
  import.meta.url,
)('@apollo/federation-internals')

const { canRebaseOn } = SelectionSet.prototype
SelectionSet.prototype.canRebaseOn = function (type) {
  return canRebaseOn.call(this, type) && isGivenBy(this, type)
}

/** Whether a subgraph gives all of a set of fields straight away. */
function isGivenBy(set, type) {
  const metadata = federationMetadata(type.schema())
  return !metadata || set.selections().every((selection) => isGiven(selection, type, metadata))
}

function isGiven({ kind, element, selectionSet }, type, metadata) {
  if (kind !== 'FieldSelection') {
    const on = element.typeCondition ? type.schema().type(element.typeCondition.name) : type
    return selectionSet.selections().every((below) => isGiven(below, on, metadata))
  }
  const field = element.name === '__typename' ? undefined : type.field(element.name)
  if (!field) return true
  if (metadata.isFieldExternal(field) || field.hasAppliedDirective(metadata.requiresDirective())) return false
  const named = baseType(field.type)
  return !selectionSet || !isCompositeType(named) || isGivenBy(selectionSet, named)
}

// The planner's groups of fetches are its own; the first that it keeps among the roots shows what they are.
const { set } = MapWithCachedArrays.prototype
MapWithCachedArrays.prototype.set = function (key, value) {
  if (typeof value?.canMergeChildIn === 'function') {
    MapWithCachedArrays.prototype.set = set
    mend(Object.getPrototypeOf(value), Object.getPrototypeOf(value.dependencyGraph))
  }
  return set.call(this, key, value)
}

function mend(groups, graphs) {
  const { canMergeChildIn, isChildOfWithArtificialDependency } = groups
  /** A fetch becomes part of another only where all that it waits for comes before that one. */
  groups.canMergeChildIn = function (child) {
    return (
      canMergeChildIn.call(this, child) &&
      child.parents().every(({ group }) => group === this || isAfter(this, group))
    )
  }
  /** A fetch that needs nothing of the one before still waits for it, where others wait for the two of them. */
  groups.isChildOfWithArtificialDependency = function (parent) {
    return (
      isChildOfWithArtificialDependency.call(this, parent) &&
      !this.children().some((child) => isAtSamePlace(child, parent))
    )
  }
  const { parents, canMergeSiblingIn } = groups
  let isMergingSiblings = false
  /**
   * Where it is not known at which place in the only fetch before it a fetch stands, what it requires cannot be drawn up there, and the planner would
   * forget it: counted twice, that fetch is not the only one.
   */
  groups.parents = function () {
    const [first, ...others] = parents.call(this)
    return !isMergingSiblings && first && !first.path && others.length === 0
      ? [first, first]
      : parents.call(this)
  }
  groups.canMergeSiblingIn = function (sibling) {
    isMergingSiblings = true
    const canMerge = canMergeSiblingIn.call(this, sibling)
    isMergingSiblings = false
    return canMerge
  }
  const { addParent, mergeInWithAllDependencies } = groups
  /** No fetch waits for itself, though two become one of which the second waited for the first. */
  groups.addParent = function (parent) {
    if (parent.group !== this) addParent.call(this, parent)
  }
  /** Two fetches with the same inputs stay two where something that waits for the one comes before the other: as one they would wait for themselves. */
  groups.mergeInWithAllDependencies = function (other) {
    if (other.children().every((child) => child === this || !isAfter(this, child)))
      mergeInWithAllDependencies.call(this, other)
  }
  const { remove } = graphs
  /** Those that waited for a fetch that is no more go on waiting for what it waited for. */
  graphs.remove = function (group) {
    const before = group.parents().map((one) => one.group)
    const after = [...group.children()]
    remove.call(this, group)
    for (const one of after)
      for (const other of before)
        if (isAtSamePlace(one, other) && !isAfter(one, other)) one.addParent({ group: other })
  }
  /** Looks at each fetch once, however many ways lead to it: there may be more ways than can be gone. */
  graphs.dfsRemoveRedundantEdges = function (from) {
    const seen = new Set()
    const left = from.children().flatMap((child) => [...child.children()])
    for (let group = left.pop(); group !== undefined; group = left.pop()) {
      if (seen.has(group)) continue
      seen.add(group)
      from.removeChild(group)
      left.push(...group.children())
    }
  }
}

function isAtSamePlace({ mergeAt: one }, { mergeAt: other }) {
  return one !== undefined && other !== undefined && one.join() === other.join()
}

function isAfter(group, other, seen = new Set()) {
  return group.parents().some(({ group: before }) => {
    if (before === other) return true
    if (seen.has(before)) return false
    seen.add(before)
    return isAfter(before, other, seen)
  })
}
