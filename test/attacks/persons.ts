/** Somebody asks for persons whom they may not see, or for more of them than they may. */
import { ask, type Attack } from './attack.ts'

const persons = '{ caseload(first: 5) { nodes { id birthYear care { arrangements { kind } } } } }'
const number = '900000055'

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

const cursors: Attack = {
  name: 'cursors of persons, read and changed',
  about: 'one tells whom it stands for, or is a fault of the hub',
  async run(hub) {
    const token = await hub.token('caseworker', 'open-needs')
    const headers = { authorization: `Bearer ${token}`, 'x-hub-purpose': 'open-needs' }
    const query =
      'query($after: String) { caseload(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }'
    const first = await ask(hub, query, { headers })
    const cursor = /"endCursor":"([^"]+)"/.exec(first.text)?.[1] ?? ''
    const ids = [...first.text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '')
    const decoded = Buffer.from(cursor, 'base64url').toString('latin1')
    const tells = ids.some((id) => decoded.includes(id) || cursor.includes(id))
    const changed = `${cursor.slice(0, -3)}${cursor.endsWith('AAA') ? 'BBB' : 'AAA'}`
    const codes: string[] = []
    for (const after of [changed, 'x', Buffer.from('1').toString('base64'), ids[0] ?? '']) {
      const { text } = await ask(hub, query, { headers, variables: { after } })
      codes.push(/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? 'answered')
    }
    return {
      held: cursor !== '' && ids.length === 2 && !tells && codes.every((code) => code === 'BAD_ARGUMENT'),
      detail: `a cursor of ${String(cursor.length)} characters ${tells ? 'tells' : 'does not tell'} an id; others: ${codes.join(' ')}`,
    }
  },
}

export const personAttacks: readonly Attack[] = [withoutPermission, outsideCaseload, manyPersons, cursors]
