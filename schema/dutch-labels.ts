/**
 * A value of an enum that is open to all needs Dutch beside English, from which the graph answers `vocabulary`. Each value without is a line for its
 * author, with file, line and column. Composition of the tree refuses it; slices that were released before the rule still compose.
 */
import { wordsIn } from '@samenhang/subgraph-kit/dutch-words'
import { locationOf } from '@samenhang/subgraph-kit/slice'
import { Kind } from 'graphql'
import type { Slice } from './slices.ts'
import { isTagged } from './variant.ts'

/** The open enum values of these slices that have no Dutch; none where all have. What several slices share is told once. */
export function findUnlabelled(slices: readonly Slice[]): readonly string[] {
  const lines = slices.flatMap(({ typeDefs }) =>
    typeDefs.definitions.flatMap((type) => {
      if (type.kind !== Kind.ENUM_TYPE_DEFINITION) return []
      return (type.values ?? [])
        .filter((value) => isTagged(type) || isTagged(value))
        .filter(({ description }) => !wordsIn(description?.value ?? '').dutch)
        .map(
          (value) =>
            `${locationOf(value)}${type.name.value}.${value.name.value} has no Dutch: end its description with a paragraph "NL: Label. A sentence in plain words."`,
        )
    }),
  )
  return [...new Set(lines)]
}
