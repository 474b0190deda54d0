/**
 * What is made of the measurements: medians over the rounds, and ratios of speed. A ratio is the median of the ratios within
 * each round, so that a machine that is slower for a while is slower for both.
 */
import { quantile, type Measured } from './load.ts'
import type { QuestionName } from './questions.ts'
import type { SetUpName } from './set-ups.ts'

export interface Sample extends Measured {
  readonly round: number
  readonly setUp: SetUpName
  readonly question: QuestionName
  readonly connections: number
}

export type Row = Omit<Sample, 'round'>

/** The least that each ratio should reach: faster at being asked the same, on one machine and in one run. */
export const required: Readonly<Record<string, Partial<Record<QuestionName, number>>>> = {
  'server/apollo': { Q1: 12, Q2: 5, Q3: 8, Q4: 4 },
  'door/apollo': { Q1: 25, Q2: 7, Q3: 15, Q4: 5 },
  'door/limit': { Q1: 0.6, Q2: 0.7, Q3: 0.4, Q4: 0.6 },
  'door-cached/limit': { Q1: 1, Q2: 1.2 },
  'http/hive': { Q1: 4, Q2: 2, Q3: 4, Q4: 2 },
  // Authorisation and logs together cost a third at most.
  'door/door-open': { Q3: 0.75 },
  'server/server-open': { Q3: 0.75 },
}

const alsoTold = ['server/limit', 'http/apollo', 'http-door/hive', 'hive/apollo', 'apollo/limit']

export type Ratios = Readonly<Record<string, Partial<Record<QuestionName, number>>>>

export function rowsOf(samples: readonly Sample[]): readonly Row[] {
  const groups = new Map<string, Sample[]>()
  for (const sample of samples) {
    const key = `${sample.question} ${sample.setUp} ${sample.connections}`
    groups.set(key, [...(groups.get(key) ?? []), sample])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const middle = (of: (sample: Sample) => number) => median(group.map(of))
    const most = (of: (sample: Sample) => number) => Math.max(...group.map(of))
    return [
      {
        setUp: first.setUp,
        question: first.question,
        connections: first.connections,
        perSecond: middle(({ perSecond }) => perSecond),
        medianMs: middle(({ medianMs }) => medianMs),
        p99Ms: middle(({ p99Ms }) => p99Ms),
        cpuMs: middle(({ cpuMs }) => cpuMs),
        peakMb: most(({ peakMb }) => peakMb),
        aboveMb: most(({ aboveMb }) => aboveMb),
        longestBlockMs: most(({ longestBlockMs }) => longestBlockMs),
        othersShare: middle(({ othersShare }) => othersShare),
      },
    ]
  })
}

/** By what set-ups are compared; more of either is better. */
export type Measure = 'speed' | 'thrift'

const measures: Readonly<Record<Measure, (sample: Sample) => number>> = {
  speed: ({ perSecond }) => perSecond,
  thrift: ({ cpuMs }) => 1 / cpuMs,
}

/** How many times as fast, or as thrifty with processor time, one set-up is as another; undefined where one of them did not run. */
export function ratio(
  samples: readonly Sample[],
  question: QuestionName,
  one: string,
  other: string,
  measure: Measure = 'speed',
): number | undefined {
  const of = measures[measure]
  const ratios = samples
    .filter((sample) => sample.question === question && sample.setUp === one)
    .flatMap((sample) => {
      const same = samples.find(
        (candidate) =>
          candidate.setUp === other &&
          candidate.question === question &&
          candidate.round === sample.round &&
          candidate.connections === sample.connections,
      )
      return same ? [of(sample) / of(same)] : []
    })
  return ratios.length === 0 ? undefined : median(ratios)
}

export function ratiosOf(samples: readonly Sample[], measure: Measure = 'speed'): Ratios {
  const questions = [...new Set(samples.map(({ question }) => question))]
  return Object.fromEntries(
    [...Object.keys(required), ...alsoTold].flatMap((name) => {
      const [one = '', other = ''] = name.split('/')
      const found = questions.flatMap((question) => {
        const value = ratio(samples, question, one, other, measure)
        return value === undefined ? [] : [[question, Math.round(value * 100) / 100] as const]
      })
      return found.length === 0 ? [] : [[name, Object.fromEntries(found)] as const]
    }),
  )
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((one, other) => one - other),
    0.5,
  )
}
