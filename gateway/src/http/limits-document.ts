/**
 * Every limit that a caller meets, from the constants and settings that hold it: what `/limits` tells. Each entry names the code that refuses what is
 * over it, and the setting, where an operator can change it.
 */
import type { ErrorCode } from '@samenhang/subgraph-kit/errors'
import { usualLimits as planning } from '../engine/planning/planning.ts'
import { limits } from '../limits/limits.ts'
import type { Gateway } from '../operation/gateway.ts'
import { formats, mostRows } from '../tables/formats.ts'
import { usualTables } from '../tables/saved-tables.ts'
import { mostObjects } from '../tables/too-large.ts'
import { heavyObjects } from './heavy-lane.ts'
import { usualQueue } from './heavy-queue.ts'
import { usualReaders } from './slow-readers.ts'

export interface LimitEntry {
  readonly id: string
  readonly group: 'operation' | 'caller' | 'table' | 'large answer' | 'people'
  /** Null for no limit. */
  readonly value: number | null
  readonly unit: string
  readonly about: string
  /** The code of the error; null where nothing is refused. */
  readonly code: ErrorCode | null
  /** The setting that changes it. */
  readonly setting?: string
}

export interface LimitsDocument {
  readonly limits: readonly LimitEntry[]
  /** How to have more. */
  readonly more: readonly string[]
  readonly contact: string | null
}

export function limitsDocument(
  { budgets }: Pick<Gateway, 'budgets'>,
  contact: string | undefined,
): LimitsDocument {
  return {
    limits: [
      ...ofOperation,
      ...ofCaller(budgets.objectsPerMinute),
      ...ofTable,
      ...ofLargeAnswer,
      ...ofPeople(budgets.people),
    ],
    more: [
      'Ask for what you need: a page less, a year less, the first rows by `limit`. Send x-hub-dry-run: true to know what a request takes.',
      'One table instead of many pages: /q/<operation>.parquet is read to its end by the hub, and is 304 where it has not changed.',
      'With a token you are counted by yourself, and not with everyone at your address.',
      `For more than that, ask whoever runs this hub${contact === undefined ? '' : `: ${contact}`}.`,
    ],
    contact: contact ?? null,
  }
}

type Entries = readonly LimitEntry[]

const ofOperation: Entries = (
  [
    ['bodyBytes', limits.bodyBytes, 'bytes', 'the body of a request', 'BODY_TOO_LARGE'],
    ['tokens', limits.tokens, 'tokens', 'the text of an operation', 'TOO_MANY_TOKENS'],
    ['depth', limits.depth, 'levels', 'fields within each other', 'TOO_DEEP'],
    ['aliases', limits.aliases, 'aliases', 'with fragments written out', 'TOO_MANY_ALIASES'],
    ['fields', limits.fields, 'fields', 'with fragments written out', 'TOO_MANY_FIELDS'],
    ['page', limits.page, 'items', 'a page (`first`) or a list of codes (`codes`)', 'PAGE_TOO_LARGE'],
    [
      'objects',
      limits.objects,
      'objects',
      'one answer, by multiplying pages and lists; a list without a page counts as ten',
      'ANSWER_TOO_LARGE',
    ],
    ['text', limits.text, 'characters', 'a text in an argument', 'BAD_ARGUMENT'],
    ['nesting', limits.nesting, 'levels', 'lists and objects within each other in a body', 'BAD_REQUEST'],
    [
      'planningSeconds',
      planning.jobMs / 1_000,
      'seconds',
      'processor time to plan an operation that is new',
      'PLANNING_TOO_LONG',
    ],
  ] as const
).map(([id, value, unit, about, code]) => ({ id, group: 'operation', value, unit, about, code }))

function ofCaller(objectsPerMinute: number | null): Entries {
  const budget = {
    group: 'caller',
    value: objectsPerMinute,
    unit: 'objects a minute',
    code: 'OBJECT_BUDGET_EXCEEDED',
    setting: 'HUB_OBJECTS_PER_MINUTE',
  } as const
  return [
    {
      ...budget,
      id: 'objectsPerMinuteAnonymous',
      about:
        'all that clients without a token at one address (IPv6: one network of 64 bits) ask for; below half of it the headers RateLimit and RateLimit-Policy tell the rest',
    },
    { ...budget, id: 'objectsPerMinuteNamed', about: 'all that the caller of one token asks for' },
    {
      id: 'slowReaderSeconds',
      group: 'caller',
      value: usualReaders.patience / 1_000,
      unit: 'seconds',
      about: 'without taking anything of an answer, after which the connection is closed',
      code: null,
    },
  ]
}

const ofTable: Entries = [
  {
    ...{ id: 'tableRows', group: 'table', value: mostRows, unit: 'rows' },
    ...{ about: 'one table', code: 'TABLE_TOO_LARGE' },
  },
  ...[...formats.values()]
    .filter(({ mostCells }) => Number.isFinite(mostCells))
    .map(({ suffix, mostCells }): LimitEntry => ({
      ...{ id: `tableCells.${suffix}`, group: 'table', value: mostCells, unit: 'cells' },
      ...{ about: `one table as ${suffix}; other formats have no limit of cells`, code: 'TABLE_TOO_LARGE' },
    })),
  {
    ...{ id: 'tableObjects', group: 'table', value: mostObjects, unit: 'objects' },
    ...{ about: 'what the graph reads for one table', code: 'TABLE_TOO_LARGE' },
  },
  {
    ...{ id: 'tableCellItems', group: 'table', value: limits.page, unit: 'items' },
    ...{ about: 'a connection that goes into a cell (@join)', code: 'TABLE_TOO_LARGE' },
  },
  {
    ...{ id: 'savedTables', group: 'table', value: usualTables.each, unit: 'texts' },
    ...{
      about: 'sent to /q and kept for one client; the one sent longest ago goes first',
      code: null,
    },
  },
  {
    ...{ id: 'savedTableHours', group: 'table', value: usualTables.lifetime / 3_600_000, unit: 'hours' },
    ...{ about: 'for which such a text is kept since it was last sent', code: null },
  },
]

const ofLargeAnswer: Entries = [
  {
    ...{ id: 'largeObjects', group: 'large answer', value: heavyObjects, unit: 'objects' },
    ...{ about: 'of an answer, over which it waits for its turn in a process of its own', code: null },
  },
  {
    ...{ id: 'largeAtOnce', group: 'large answer', value: usualQueue.atOnce, unit: 'answers' },
    ...{ about: 'that are made at once, of all callers', code: null },
  },
  {
    ...{ id: 'largeWaiting', group: 'large answer', value: usualQueue.waitingEach, unit: 'answers' },
    ...{ about: 'of one caller that may wait', code: 'HUB_BUSY' },
  },
  {
    ...{
      id: 'largeWaitingSeconds',
      group: 'large answer',
      value: usualQueue.patience / 1_000,
      unit: 'seconds',
    },
    ...{ about: 'that one may wait', code: 'HUB_BUSY' },
  },
]

function ofPeople(people: Gateway['budgets']['people']): Entries {
  if (!people) return []
  return [
    {
      ...{ id: 'peopleOfOperation', group: 'people', value: people.ofOperation, unit: 'people' },
      ...{ about: 'whose data one operation may be about', code: 'TOO_MANY_SUBJECTS' },
    },
    {
      ...{ id: 'peoplePerHour', group: 'people', value: people.ofHour, unit: 'people an hour' },
      ...{ about: 'different ones whose data a caller may read', code: 'SUBJECT_BUDGET_EXCEEDED' },
      setting: 'HUB_SUBJECT_BUDGET',
    },
  ]
}
