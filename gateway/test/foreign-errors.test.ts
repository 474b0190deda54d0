/** What a subgraph that is not ours says of its errors: nothing of its text reaches clients or the log uncut, unless its code is one of the hub's. */
import { afterEach, expect, it } from 'vitest'
import { createLogger } from '../src/telemetry/log.ts'
import { gatewayWithCareAt } from './care-elsewhere.ts'
import { serveAnything } from './fakes.ts'
import { code, profile } from './operations.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const secret = 'row of An Jansen 123456782 at db.internal:5432'

async function answerTo(error: object) {
  const lines: string[] = []
  const server = await serveAnything((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        data: { _entities: [{ care: null }] },
        errors: [error],
        extensions: { alarms: [secret, 'OUTSIDE_CASELOAD'] },
      }),
    ),
  )
  closing.push(server.close)
  const gateway = await gatewayWithCareAt(server.url, {
    logger: createLogger('info', { write: (line) => void lines.push(line) }),
  })
  closing.push(() => gateway.close())
  const { text } = await gateway.execute({ query: profile, variables: { code } })
  const { errors } = JSON.parse(text) as {
    errors: { message: string; extensions: Record<string, unknown> }[]
  }
  return { text, errors, lines }
}

const path = ['_entities', 0, 'care']

it.each([
  ['no code', {}],
  ['a code of its own', { extensions: { code: 'DB_ERROR', row: secret } }],
  ['a code that Apollo Server gives', { extensions: { code: 'BAD_USER_INPUT', row: secret } }],
  ['a code that is a number', { extensions: { code: 123456782 } }],
  ['a code of a megabyte', { extensions: { code: `123456782${'X'.repeat(1_000_000)}` } }],
  ['a code of every object', { extensions: { code: 'constructor' } }],
])('an error with %s is masked, and the log has it cut and without numbers', async (_, more) => {
  const { text, errors, lines } = await answerTo({ message: secret + 'x'.repeat(100_000), path, ...more })
  expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL'])
  expect(text).not.toMatch(/Jansen|123456782|internal:5432|DB_ERROR/)
  const told = lines.find((line) => line.includes('internal error'))
  expect(told).toContain('An Jansen (a number)')
  for (const line of lines) {
    expect(line).not.toContain('123456782')
    expect(line.length).toBeLessThan(7_000)
  }
})

it('INTERNAL of a subgraph keeps its id, and nothing of its text', async () => {
  const extensions = { code: 'INTERNAL', errorId: '0123456789ab', subgraph: 'care', stack: { at: secret } }
  const { errors, text } = await answerTo({ message: secret, path, extensions })
  expect(errors).toMatchObject([
    {
      message: 'A fault in the hub. Report the errorId.',
      extensions: { code: 'INTERNAL', errorId: '0123456789ab', subgraph: 'care' },
    },
  ])
  expect(text).not.toMatch(/Jansen|123456782|internal:5432/)
})

it('an error with a code of the hub passes, its texts cut and without numbers', async () => {
  const message = `There is no year 123456782. ${'x'.repeat(5_000)}`
  const extensions = { code: 'PERIOD_NOT_PUBLISHED', latest: 2024, note: message }
  const { errors } = await answerTo({ message, path, extensions })
  expect(errors).toMatchObject([{ extensions: { code: 'PERIOD_NOT_PUBLISHED', latest: 2024 } }])
  expect(errors[0]?.message).toMatch(/^There is no year \(a number\)\. x{900,1000}$/)
  expect(String(errors[0]?.extensions['note']).length).toBeLessThan(1_010)
})
