/** Something is tried that must be refused, without a fault of the hub, and without a trace of what was sent. */
import { request } from 'node:http'
import { ask, send, type Attack, type Reply } from './attack.ts'

const persons = '{ caseload(first: 5) { nodes { id birthYear care { arrangements { kind } } } } }'
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
        const { status, text } = await raw(
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

const badTokens: Attack = {
  name: 'tokens that do not hold',
  about: 'one opens anything, or is no 401 or 400',
  async run(hub) {
    const good = await hub.token('caseworker', 'open-needs')
    const [head = '', claims = '', mark = ''] = good.split('.')
    const asText = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
    const own = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
    const tries = [
      `${asText({ alg: 'none', typ: 'JWT' })}.${claims}.`,
      `${head}.${asText({ ...own, sub: 'auditor-1' })}.${mark}`,
      `${head}.${asText({ ...own, exp: 9_999_999_999 })}.${mark}`,
      `${head}.${claims}.${mark.slice(0, -4)}AAAA`,
      `${head}.${claims}`,
      'x'.repeat(8_000),
      '',
    ].map((token) => `Bearer ${token}`)
    const statuses: number[] = []
    let opened = 0
    for (const authorization of [...tries, 'Basic YTpi']) {
      const reply = await ask(hub, persons, { headers: { authorization, 'x-hub-purpose': 'open-needs' } })
      statuses.push(reply.status)
      if (reply.text.includes('birthYear":1') || reply.text.includes('birthYear":2')) opened += 1
    }
    const two = await raw(
      hub.port,
      '/graphql',
      {
        'content-type': 'application/json',
        authorization: [`Bearer ${good}`, 'Bearer x'],
        'x-hub-purpose': 'open-needs',
      },
      JSON.stringify({ query: persons }),
    )
    const right = await ask(hub, persons, {
      headers: { authorization: `Bearer ${good}`, 'x-hub-purpose': 'open-needs' },
    })
    return {
      held:
        opened === 0 &&
        statuses.every((status) => status === 401) &&
        two.status === 400 &&
        right.text.includes('birthYear":'),
      detail: `statuses ${statuses.join(' ')}, two headers ${String(two.status)}; the right one ${right.text.includes('birthYear":') ? 'opens' : 'does not open'}`,
    }
  },
}

const withoutPermission: Attack = {
  name: 'persons without a token, a scope or a purpose, by every way to them',
  about: 'a value of one is given',
  async run(hub) {
    const scopeless = await hub.token('front-end')
    const caseworker = await hub.token('caseworker', 'open-needs')
    const known = await ask(hub, '{ caseload(first: 1) { nodes { id birthYear } } }', {
      headers: { authorization: `Bearer ${caseworker}`, 'x-hub-purpose': 'open-needs' },
    })
    const id = /"id":"([^"]+)"/.exec(known.text)?.[1] ?? ''
    const ways = [
      persons,
      `{ person(id: "${id}") { birthYear } }`,
      `{ personByCitizenServiceNumber(number: "${number}") { birthYear } }`,
      `query { p: person(id: "${id}") { ... on Person { y: birthYear } } }`,
      `{ me { birthYear } }`,
      `{ _entities(representations: [{ __typename: "Person", id: "${id}" }]) { ... on Person { birthYear } } }`,
    ]
    let given = 0
    const faults: number[] = []
    for (const query of ways)
      for (const headers of [
        {},
        { authorization: `Bearer ${scopeless}` },
        { authorization: `Bearer ${caseworker}` },
      ]) {
        const { text, status } = await ask(hub, query, { headers })
        if (/:(?:19|20)\d\d[,}]/.test(text)) given += 1
        if (status >= 500) faults.push(status)
      }
    return {
      held: id !== '' && given === 0 && faults.length === 0,
      detail: `${String(given)} of ${String(ways.length * 3)} ways gave a birth year`,
    }
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

const outsideCaseload: Attack = {
  name: 'a person outside the caseload, against one who does not exist',
  about: 'the two answers differ',
  async run(hub) {
    const as = async (query: string, variables: object) => {
      const token = await hub.token('caseworker', 'open-needs')
      return ask(hub, query, {
        variables,
        headers: { authorization: `Bearer ${token}`, 'x-hub-purpose': 'open-needs' },
      })
    }
    const { text } = await as('{ caseload(first: 50) { nodes { id } } }', {})
    const id = /"id":"([^"]+)"/.exec(text)?.[1] ?? ''
    const query = 'query($id: ID!) { person(id: $id) { birthYear } }'
    const changed = `${id.slice(0, -2)}${id.endsWith('AA') ? 'QQ' : 'AA'}`
    const [own, other, nobody] = [
      await as(query, { id }),
      await as(query, { id: changed }),
      await as(query, { id: 'nobody' }),
    ]
    return {
      held: own.text.includes('birthYear') && other.text === nobody.text,
      detail: `${other.text} and ${nobody.text}`,
    }
  },
}

/** As `fetch` would not send it: headers twice, and those that belong to browsers. */
function raw(
  port: number,
  path: string,
  headers: Readonly<Record<string, string | readonly string[]>>,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [name, value] : value.flatMap((one) => [name, one]),
    )
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: [
          'host',
          `127.0.0.1:${String(port)}`,
          'content-length',
          String(Buffer.byteLength(body)),
          ...lines,
        ],
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const manyPersons: Attack = {
  name: 'more persons in an hour than the budget has',
  about: 'they are given',
  settings: { HUB_SUBJECT_BUDGET: '20', HUB_WORKERS: '2' },
  async run(hub) {
    const token = await hub.token('caseworker', 'open-needs')
    const headers = { authorization: `Bearer ${token}`, 'x-hub-purpose': 'open-needs', connection: 'close' }
    const seen = new Set<string>()
    let cursor: string | null = null
    let refused = 0
    for (let turn = 0; turn < 30; turn += 1) {
      const { text } = await ask(
        hub,
        'query($after: String) { caseload(first: 3, after: $after) { nodes { id birthYear } pageInfo { endCursor hasNextPage } } }',
        {
          variables: { after: cursor },
          headers,
        },
      )
      if (text.includes('SUBJECT_BUDGET_EXCEEDED')) refused += 1
      for (const [, id] of text.matchAll(/"id":"([^"]+)","birthYear":\d/g)) seen.add(id ?? '')
      const end = /"endCursor":"([^"]+)"/.exec(text)?.[1] ?? null
      if (end === null && !text.includes('SUBJECT_BUDGET_EXCEEDED')) break
      cursor = end ?? cursor
    }
    return {
      held: seen.size <= 20 && refused > 0,
      detail: `${String(seen.size)} persons were given of 20 that may be, over two workers`,
    }
  },
}

export const leakAttacks: readonly Attack[] = [
  longName,
  publicMetrics,
  forwardedDemo,
  badTokens,
  withoutPermission,
  outsideCaseload,
  manyPersons,
  badRequests,
]
