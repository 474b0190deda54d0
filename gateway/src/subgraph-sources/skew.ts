/**
 * A subgraph that serves another slice than the graph that is served: found when its source is wired, when it refuses an operation, and whenever it is
 * looked for. Fields that it lacks are not asked: they are null with SUBGRAPH_OUTDATED, and the rest of the answer holds.
 */
import { publicAccess, type Caller } from '@samenhang/subgraph-kit/caller'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { Lru } from '@samenhang/subgraph-kit/lru'
import type { SubgraphAnswer, SubgraphRequest } from '@samenhang/subgraph-kit/subgraph'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { graphsByName } from '../engine/supergraph/join-directives.ts'
import type { Logger } from '../telemetry/log.ts'
import { newTraceId } from '../telemetry/trace-id.ts'
import { waitAtMost, type Cancellation } from './cancellation.ts'
import { StatusRefused } from './http-post.ts'
import { coordinatesInSdl, sliceIn, type Coordinates, type SliceInSupergraph } from './slice-coordinates.ts'
import type { SubgraphSource } from './source.ts'
import { withGaps, withoutFields, type Reduced } from './without-fields.ts'

/** How what a subgraph serves differs from its slice in the graph, as schema coordinates. */
export interface Skew {
  readonly subgraph: string
  readonly lacks: readonly string[]
  readonly has: readonly string[]
}

export interface WatchedSource {
  readonly source: SubgraphSource
  /** Asks the subgraph what it serves, at most once a second; null where that is its slice, or it does not say. */
  look(): Promise<Skew | null>
}

const nothing: Coordinates = new Set()
const lookPatience = waitAtMost(2_000)
const lookEvery = 1_000
const mostRemembered = 1_000

export function watchSkew(source: SubgraphSource, supergraph: GraphQLSchema, logger: Logger): WatchedSource {
  const { name, call } = source
  const slice = sliceIn(supergraph, graphsByName(supergraph)(name))
  let reduced = new Lru<string, Reduced>(mostRemembered, mostRemembered)
  let lacking: Coordinates = nothing
  let skew: Skew | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<Skew | null> | undefined

  const learn = (served: Coordinates): Skew | null => {
    const before = JSON.stringify(skew)
    skew = skewOf(name, slice, served)
    if (JSON.stringify(skew) === before) return skew
    lacking = new Set(skew?.lacks)
    reduced = new Lru(mostRemembered, mostRemembered)
    if (skew) logger.warn({ ...skew }, 'the subgraph serves another slice than the graph')
    else logger.info({ subgraph: name }, 'the subgraph serves its slice of the graph')
    return skew
  }
  const ask = async (): Promise<Skew | null> => {
    try {
      return learn(source.served?.() ?? (await servedBy(source)))
    } catch {
      // Whether it answers at all is told elsewhere.
      return skew
    } finally {
      lookedAt = performance.now()
      looking = undefined
    }
  }
  const look = (): Promise<Skew | null> => {
    if (looking) return looking
    if (performance.now() - lookedAt < lookEvery) return Promise.resolve(skew)
    return (looking = ask())
  }
  const reduce = (query: string): Reduced => {
    let known = reduced.get(query)
    if (!known) {
      known = withoutFields(query, (coordinate) => lacking.has(coordinate), supergraph)
      reduced.set(query, known, 1)
    }
    return known
  }
  /** The request as it may be asked, and what is laid into its answer. */
  const asked = (request: SubgraphRequest) => {
    if (lacking.size === 0) return { request, gaps: [] }
    const { query, gaps } = reduce(request.query)
    return { request: query === null ? null : { ...request, query }, gaps }
  }
  const fetch = async (
    request: SubgraphRequest,
    caller: Caller,
    stop: Cancellation,
  ): Promise<SubgraphAnswer> => {
    const { request: first, gaps } = asked(request)
    if (gaps.length > 0) void look()
    const answer = first && (await source.fetch(first, caller, stop).catch(asUnknown))
    if (answer && isRefused(answer)) return again(request, caller, stop, answer)
    return gaps.length > 0 ? withGaps(answer, gaps, request, name) : (answer ?? { data: null })
  }
  /** The subgraph does not know all that was asked: it was replaced since it was last looked at. */
  const again = async (
    request: SubgraphRequest,
    caller: Caller,
    stop: Cancellation,
    { errors }: SubgraphAnswer,
  ): Promise<SubgraphAnswer> => {
    await (looking ??= ask())
    const { query, gaps } = reduce(request.query)
    const isSendable = query !== null && gaps.length > 0
    const answer = isSendable ? await source.fetch({ ...request, query }, caller, stop) : null
    if (query === null || (answer && !isRefused(answer))) return withGaps(answer, gaps, request, name)
    const messages = errors?.map(({ message }) => message.slice(0, 300)).slice(0, 3)
    logger.warn({ subgraph: name, messages }, 'the subgraph refuses what its slice allows')
    return withGaps(null, withoutFields(request.query, () => true, supergraph).gaps, request, name)
  }
  void look()
  return {
    look,
    source: {
      ...source,
      fetch,
      ...(call && {
        call: (request: SubgraphRequest, caller: Caller) => {
          const { request: first, gaps } = asked(request)
          if (gaps.length === 0) return call(request, caller)
          const answer = first && call(first, caller)
          return answer instanceof Promise
            ? answer.then((one) => withGaps(one, gaps, request, name))
            : withGaps(answer, gaps, request, name)
        },
      }),
    },
  }
}

function skewOf(subgraph: string, { resolved, all }: SliceInSupergraph, served: Coordinates): Skew | null {
  const lacks = [...resolved].filter((one) => !served.has(one))
  const has = [...served].filter((one) => !all.has(one) && !/^_|\._/.test(one))
  return lacks.length + has.length === 0 ? null : { subgraph, lacks, has }
}

/** Throws where it does not say. */
async function servedBy(source: SubgraphSource): Promise<Coordinates> {
  const { data } = await lookPatience(undefined, (stop) =>
    source.fetch({ query: '{ _service { sdl } }' }, { traceId: newTraceId(), access: publicAccess }, stop),
  )
  const service = data?.['_service']
  const sdl = isRecord(service) ? service['sdl'] : undefined
  if (typeof sdl !== 'string') throw new Error('The subgraph does not say what it serves')
  return coordinatesInSdl(sdl)
}

/** Servers answer an operation that is not valid by status 400, or with errors that have no place. */
function asUnknown(error: unknown): SubgraphAnswer {
  if (error instanceof StatusRefused && error.status === 400)
    return { data: null, errors: [{ message: error.message, extensions: { code: invalid } }] }
  throw error
}

const invalid = 'GRAPHQL_VALIDATION_FAILED'

function isRefused({ data, errors = [] }: SubgraphAnswer): boolean {
  return (data ?? null) === null && errors.length > 0 && errors.every(isOfValidation)
}

function isOfValidation({ path, extensions, message }: GraphQLFormattedError): boolean {
  if (path) return false
  return (
    extensions?.['code'] === invalid || /^(?:Cannot query field|Unknown (?:argument|type))\b/.test(message)
  )
}
