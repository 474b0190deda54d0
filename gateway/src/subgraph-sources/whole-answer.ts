/**
 * Whether there is a complete answer at all: half of one would become silent nulls. check-answer.ts checks
 * whether it fits its operation.
 */
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'

/** Throws where an answer has neither data nor errors, or another number of entities than was asked for. */
export function assertWhole({ variables }: SubgraphRequest, { data, errors }: SubgraphAnswer): void {
  const hasErrors = errors !== undefined && errors.length > 0
  if (!data && !hasErrors) throw new Error('neither `data` nor `errors`')
  const representations = variables?.['representations']
  if (!data || !Array.isArray(representations)) return
  const entities = data['_entities']
  if ((entities === null || entities === undefined) && hasErrors) return
  if (!Array.isArray(entities) || entities.length !== representations.length)
    throw new Error('`_entities` has another length than `representations`')
}
