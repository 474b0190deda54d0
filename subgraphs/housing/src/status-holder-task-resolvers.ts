/** The resolvers of the legal task to house status holders. Each is one call; a rule belongs to the store. */
import { parseAreaCode } from '@samenhang/subgraph-kit/area-code'
import { readPageRequest, toConnection, type Connection } from '@samenhang/subgraph-kit/connection'
import type { MissingFigure, StatusHolderTaskTrend } from './generated/resolver-types.ts'
import type { SupplyLoaders } from './loaders.ts'
import { gainedLand } from './status-holder-tasks-format.ts'
import { taskKey, type TaskLoaders, type TaskRow } from './status-holder-task-store.ts'

export type TaskContext = TaskLoaders & Pick<SupplyLoaders, 'supplySource'>

interface Place {
  readonly code: string
}

export const areaTaskResolvers = {
  statusHolderTask: (
    { code }: Place,
    { halfYear = null }: { readonly halfYear?: string | null },
    { task }: TaskContext,
  ) => task(code, halfYear),
  statusHolderTaskSeries: (
    { code }: Place,
    { from = null, to = null }: { readonly from?: string | null; readonly to?: string | null },
    { taskSeries }: TaskContext,
  ) => taskSeries(code, from, to),
}

export const queryTaskResolvers = {
  statusHolderTaskRanking: async (
    _: unknown,
    {
      country,
      halfYear = null,
      ...pageArguments
    }: {
      readonly country?: string | null
      readonly halfYear?: string | null
      readonly first: number
      readonly after?: string | null
    },
    { rankTasks }: TaskContext,
  ): Promise<Connection<TaskRow>> => {
    const page = readPageRequest(pageArguments)
    const code = country ? parseAreaCode(country, 'COUNTRY') : null
    return toConnection(page, await rankTasks(code, halfYear, page), taskKey)
  },
}

export const taskResolvers = {
  StatusHolderTask: {
    area: ({ code }: TaskRow) => ({ __typename: 'Area', code }),
    arrearsBefore,
    arrearsChange,
    trend: trendOf,
    source: ({ sourceId }: TaskRow, _: unknown, { supplySource }: TaskContext) => supplySource(sourceId),
    missing: missingOf,
  },
}

/** Null also where they are of another territory. */
function arrearsBefore(row: TaskRow): number | null {
  return gainedLand(row) ? null : row.arrearsBefore
}

function arrearsChange(row: TaskRow): number | null {
  const before = arrearsBefore(row)
  return before === null ? null : row.arrears - before
}

function trendOf(row: TaskRow): StatusHolderTaskTrend | null {
  const change = arrearsChange(row)
  if (change === null) return null
  if (change === 0) return 'UNCHANGED'
  return change > 0 ? 'FALLING_BEHIND' : 'CATCHING_UP'
}

function missingOf(row: TaskRow): MissingFigure[] {
  const missing: MissingFigure[] = []
  if (row.correction === null) missing.push({ field: 'correction', reason: 'NOT_IMPORTED' })
  if (arrearsBefore(row) !== null) return missing
  const reason = gainedLand(row) ? 'NOT_AVAILABLE' : 'NOT_IMPORTED'
  const fields = ['arrearsBefore', 'arrearsChange', 'trend']
  return [...missing, ...fields.map((field): MissingFigure => ({ field, reason }))]
}
