/** What the hub asks itself at its start is nobody's request. */
import { expect, it } from 'vitest'
import { createLogger } from '../../src/telemetry/log.ts'
import { base, domain } from './parts.ts'
import { guardedGateway } from './guarded-gateway.ts'

/** The counters of requests and fetches, and the counts of durations. */
const counts = (text: string) =>
  text
    .split('\n')
    .filter(
      (line) =>
        /^hub_(?:\w+_total|request_duration_seconds_count)\b/.test(line) &&
        !/^hub_(?:process|nodejs)_/.test(line),
    )

it.each(['engine', 'apollo'] as const)(
  'canaries count in no metric, and leave no refusal in a log (%s)',
  async (executor) => {
    const lines: string[] = []
    const { gateway, fetches, readings } = await guardedGateway(
      { base, domain },
      { executor, logger: createLogger('info', { write: (line) => void lines.push(line) }) },
    )
    const counted = counts(await gateway.metrics.text().then(({ text }) => text))
    expect(counted.filter((line) => !line.endsWith(' 0'))).toEqual([])
    expect(lines).toEqual([])
    expect([fetches, readings]).toEqual([[], []])

    // The same question of a client is counted and logged.
    const { text } = await gateway.execute({ query: '{ canary: person(id: "canary") { __typename } }' })
    expect(text).toContain('UNAUTHORIZED_FIELD_OR_TYPE')
    expect(
      counts(await gateway.metrics.text().then(({ text }) => text)).filter((line) => !line.endsWith(' 0')),
    ).not.toEqual([])
    expect(lines.map((line) => (JSON.parse(line) as { errors: unknown }).errors)).toEqual([
      ['UNAUTHORIZED_FIELD_OR_TYPE'],
    ])
    if (executor === 'engine') expect(readings).toHaveLength(1)
    await gateway.close()
  },
)
