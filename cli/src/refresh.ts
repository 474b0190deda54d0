/**
 * What `hub refresh` does, and what an import, a seed and a running hub do with it: subgraphs that compute with the figures of others
 * compute anew where these moved on. A refresh that fails undoes nothing: the old results stay, and say that they are stale.
 */
import type { Gateway } from '@samenhang/gateway/gateway'
import { keptPlaces } from '@samenhang/gateway/kept-places'
import { loadedNow } from '@samenhang/gateway/loaded-now'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import type { GraphClient } from '@samenhang/subgraph-kit/graph-client'
import { withDataLock } from '@samenhang/subgraph-kit/lock'
import type { RunningSubgraph } from '@samenhang/subgraph-kit/subgraph'
import { CommandRefused, lineFor } from './faults.ts'
import { clientAt, clientOf, withGateway } from './graph-clients.ts'
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
    const locked = (client: GraphClient) =>
      withDataLock(environment, () => refreshAll(subgraphs, client), { onWait: reportWait })
    // What is elsewhere keeps its own files.
    if (graph) return locked(clientAt(graph))
    return withGateway(subgraphs, environment, async (gateway) => [
      ...(await locked(clientOf(gateway))),
      await refreshFigures(gateway, environment),
    ])
  })
  for (const { message } of outcomes.filter(({ done }) => done)) process.stdout.write(`${message}\n`)
  const failed = outcomes.filter(({ done }) => !done)
  if (failed.length > 0) throw new CommandRefused(failed.map(({ message }) => message))
}

/**
 * For the end of a command that changed figures: what is computed from them is computed anew under its lock, and then, where it asks for them, the
 * files of all figures that are missing are made. Never throws: a refresh that fails is a warning on stderr.
 */
export async function refreshAfter(
  command: string,
  subgraphs: readonly RunningSubgraph[],
  environment: NodeJS.ProcessEnv,
  { locked = (act) => act(), withFigures = false }: AfterOptions = {},
): Promise<void> {
  const tell = ({ done, message }: Refreshed): void => {
    if (done) process.stdout.write(`${message}\n`)
    else process.stderr.write(`hub ${command}: warning: ${message} Try again with hub refresh.\n`)
  }
  try {
    await withGateway(subgraphs, environment, async (gateway) => {
      for (const outcome of await locked(() => refreshAll(subgraphs, clientOf(gateway)))) tell(outcome)
      if (withFigures) tell(await refreshFigures(gateway, environment))
    })
  } catch (error) {
    tell({ done: false, message: lineFor(error) })
  }
}

export interface AfterOptions {
  readonly locked?: <T>(act: () => Promise<T>) => Promise<T>
  readonly withFigures?: boolean
}

/** Never throws. Notes the state of the data as a snapshot too. */
async function refreshFigures(gateway: Gateway, environment: NodeJS.ProcessEnv): Promise<Refreshed> {
  try {
    const { makeFigures } = await import('@samenhang/gateway/make-figures')
    const { figures, snapshots } = keptPlaces(environment)
    const state = await gateway.state()
    await snapshots.note(state, () => loadedNow(gateway, state))
    return { done: true, message: `figures: ${await makeFigures(gateway, figures)}` }
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
