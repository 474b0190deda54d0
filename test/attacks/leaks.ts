/** Something is tried that must be refused, without a fault of the hub, and without a trace of what was sent. */
import { ask, send, sendRaw, type Attack, type Reply } from './attack.ts'

const number = '900000055'

const longName: Attack = {
  name: 'an operation name of 900 kB',
  about: 'it fills the logs',
  async run(hub) {
    const before = hub.log().length
    for (let turn = 0; turn < 20; turn += 1)
      await ask(hub, `query N${'x'.repeat(900_000)}${String(turn)} { caseload(first: 1) { nodes { id } } }`)
    await ask(hub, `query Q${number} { municipality(code: "GM9001") { name } }`)
    const written = hub.log().slice(before)
    return {
      held: written.length < 40_000 && !written.includes(number),
      detail: `${String(written.length)} characters of log for 20 of them; a number of nine digits ${written.includes(number) ? 'stands' : 'does not stand'} in it`,
    }
  },
}

const publicMetrics: Attack = {
  name: 'metrics and details of readiness from the public port',
  about: 'they are told',
  async run(hub) {
    const [metrics, ready] = await Promise.all([send(hub, '/metrics', {}), send(hub, '/ready', {})])
    return {
      held: metrics.status === 404 && ready.text === '{"ready":true}',
      detail: `/metrics ${String(metrics.status)}, /ready ${ready.text}`,
    }
  },
}

const forwardedDemo: Attack = {
  name: 'a token of the demo through a proxy, or from another page',
  about: 'it is given',
  async run(hub) {
    const body = JSON.stringify({ role: 'caseworker', purpose: 'open-needs' })
    const tries = [
      { 'x-forwarded-for': '192.0.2.7' },
      { forwarded: 'for=192.0.2.7' },
      { via: '1.1 proxy' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    const statuses = await Promise.all(
      tries.map(async (headers) => {
        const { status, text } = await sendRaw(
          hub.port,
          '/demo/token',
          { ...headers, 'content-type': 'application/json' },
          body,
        )
        return text.includes('"token"') ? 200 : status
      }),
    )
    return { held: statuses.every((status) => status >= 400), detail: `statuses ${statuses.join(' ')}` }
  },
}

const badRequests: Attack = {
  name: 'requests that are no good',
  about: 'one is a fault of the hub, or leaves a stack in the log',
  async run(hub) {
    const json = { 'content-type': 'application/json' }
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const bodies = [
      '',
      'null',
      '[]',
      '{"query":1}',
      '{"query":"{"}',
      '{"query":"{ nothing }"}',
      '{"query":"mutation { x }"}',
      '{"query":"subscription { x }"}',
      `{"query":"{ municipality(code: 1e999) { code } }"}`,
      `{"query":"query($c: ID!) { municipality(code: $c) { code } }","variables":{"c":${deep}}}`,
      `{"query":"query($c: ID!) { municipality(code: $c) { code } }","variables":{"c":"${'y'.repeat(900_000)}"}}`,
      `{"query":"query($c: ID!) { municipality(code: $c) { code } }","variables":{"c":"\\ud800"}}`,
      `{"query":"query($c: ID!) { municipality(code: $c) { code } }","variables":{"c":"\\u0000"}}`,
      `{"query":"{ __typename }","extensions":7}`,
      `{"query":"{ ${'a: __typename '.repeat(3_000)} }"}`,
      `{"query":"${'{a'.repeat(400)}${'}'.repeat(400)}"}`,
      'x'.repeat(2_000_000),
    ]
    const before = hub.log().length
    const replies: Reply[] = []
    for (const body of bodies)
      replies.push(await send(hub, '/graphql', { method: 'POST', headers: json, body }))
    for (const [path, init] of [
      ['/graphql?query=%', {}],
      ['/operations/%E0%A4%A', { method: 'POST', headers: json, body: '{}' }],
      ['/operations/__proto__', { method: 'POST', headers: json, body: '{}' }],
      ['/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
      ['/graphql', { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body: '{}' }],
    ] as const)
      replies.push(await send(hub, path, init))
    const faults = replies.filter(({ status, text }) => status >= 500 || text.includes('INTERNAL'))
    const stacks = hub.log().slice(before).split('"stack"').length - 1
    return {
      held: faults.length === 0 && stacks === 0,
      detail: `statuses ${replies.map(({ status }) => status).join(' ')}; ${String(stacks)} stacks in the log`,
    }
  },
}

const demoElsewhere: Attack = {
  name: 'the demo at an address that others reach',
  about: 'it starts',
  async run(hub) {
    const tries = await Promise.all(
      ['0.0.0.0', '::', '192.0.2.1'].map((HOST) => hub.commandWith({ HOST, PORT: '0' }, 'start')),
    )
    return {
      held: tries.every(
        ({ code, told }) => code === 1 && told.includes('demo mode') && !told.includes('is running'),
      ),
      detail: `ends with ${tries.map(({ code }) => String(code)).join(' ')}`,
    }
  },
}

export const leakAttacks: readonly Attack[] = [
  longName,
  publicMetrics,
  forwardedDemo,
  demoElsewhere,
  badRequests,
]
