/**
 * What `hub refresh` does, and what an import, a seed and a running hub do with it: subgraphs that compute with the figures of others
 * compute anew where these moved on. A refresh that fails undoes nothing: the old results stay, and say that they are stale.
 */
import { makeFigures } from '@samenhang/gateway/make-figures'
import { keptPlaces } from '@samenhang/gateway/kept-places'
import { loadedNow } from '@samenhang/gateway/loaded-now'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import type { GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { CommandRefused, lineFor } from './faults.ts'
import { clientAt, withGateway, withGraph } from './graph-clients.ts'
import { withSubgraphs } from './subgraphs.ts'
import { reportWait } from './wait.ts'

export interface RefreshOptions {
  /** Where the graph is; by default it is made of the subgraphs of this environment. */
  readonly graph?: URL
}

/** What one subgraph did, in a sentence: it computed, or it could not and its old results stay. */
export interface Refreshed {
  readonly done: boolean
  readonly message: string
}

/** Throws CommandRefused where a refresh fails. */
export async function refresh({ graph }: RefreshOptions, environment: NodeJS.ProcessEnv): Promise<void> {
  const outcomes = await withSubgraphs(environment, async (subgraphs) => {
    const act = () =>
      graph
        ? refreshAll(subgraphs, clientAt(graph))
        : withGraph(subgraphs, environment, (client) => refreshAll(subgraphs, client))
    const refreshed = await withDataLock(environment, act, { onWait: reportWait })
    // What is elsewhere keeps its own files.
    return graph ? refreshed : [...refreshed, await refreshFigures(subgraphs, environment)]
  })
  for (const { message } of outcomes.filter(({ done }) => done)) process.stdout.write(`${message}\n`)
  const failed = outcomes.filter(({ done }) => !done)
  if (failed.length > 0) throw new CommandRefused(failed.map(({ message }) => message))
}

/** For the end of a command that changed figures, under its lock. Never throws: a refresh that fails is a warning on stderr. */
export async function refreshAfter(
  command: string,
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  if (subgraphs.every(({ computed }) => !computed)) return
  const outcomes = await withGraph(subgraphs, environment, (graph) => refreshAll(subgraphs, graph)).catch(
    (error: unknown) => [{ done: false, message: lineFor(error) }],
  )
  for (const { done, message } of outcomes) {
    if (done) process.stdout.write(`${message}\n`)
    else process.stderr.write(`hub ${command}: warning: ${message} Try again with hub refresh.\n`)
  }
}

/** Makes the files of all figures that are missing, for the end of a command that changed figures. Never throws: a warning on stderr. */
export async function figuresAfter(
  command: string,
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const { done, message } = await refreshFigures(subgraphs, environment)
  if (done) process.stdout.write(`${message}\n`)
  else process.stderr.write(`hub ${command}: warning: ${message} Try again with hub refresh.\n`)
}

/** Never throws. Notes the state of the data as a snapshot too. */
async function refreshFigures(
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
): Promise<Refreshed> {
  try {
    return await withGateway(subgraphs, environment, async (gateway) => {
      const { figures, snapshots } = keptPlaces(environment)
      const state = await gateway.state()
      await snapshots.note(state, () => loadedNow(gateway, state))
      return { done: true, message: `figures: ${await makeFigures(gateway, figures)}` }
    })
  } catch (error) {
    return {
      done: false,
      message: `The files of figures were not made; the old ones stay: ${lineFor(error)}`,
    }
  }
}

/** Notes in every subgraph that computes that figures were changed. */
export async function noteInputsMoved(subgraphs: readonly RunningSubgraph[]): Promise<void> {
  for (const { computed } of subgraphs) await computed?.inputsMoved()
}

/** Never throws: one subgraph that fails stops no other. */
export async function refreshAll(
  subgraphs: readonly RunningSubgraph[],
  graph: GraphClient,
): Promise<readonly Refreshed[]> {
  const outcomes: Refreshed[] = []
  for (const { name, computed } of subgraphs) {
    if (!computed) continue
    try {
      outcomes.push({ done: true, message: `${name}: ${await computed.refresh(graph)}` })
    } catch (error) {
      outcomes.push({
        done: false,
        message: `${name} was not refreshed; its old results stay: ${lineFor(error)}`,
      })
    }
  }
  return outcomes
}

/** Every so many minutes a running hub refreshes; 0, the default, is never. Throws ConfigError. */
export function refreshMinutes(environment: NodeJS.ProcessEnv): number {
  const minutes = environment['HUB_REFRESH_MINUTES'] || '0'
  if (/^\d{1,5}$/.test(minutes)) return Number(minutes)
  throw new ConfigError(
    `HUB_REFRESH_MINUTES is «${minutes}»; set it to a whole number of minutes, or 0 for never.`,
  )
}
