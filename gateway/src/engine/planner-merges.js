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
    waitForAllParents(Object.getPrototypeOf(value))
  }
  return set.call(this, key, value)
}

/** A fetch becomes part of another only where all that it waits for comes before that one. */
function waitForAllParents(groups) {
  const { canMergeChildIn } = groups
  groups.canMergeChildIn = function (child) {
    return (
      canMergeChildIn.call(this, child) &&
      child.parents().every(({ group }) => group === this || this.isDescendantOf(group))
    )
  }
}
