/** Whom to tell of a weakness: /.well-known/security.txt has what RFC 9116 asks for, where a contact is set, and is not there otherwise. */
import { drain, listen } from '@samenhang/subgraph-kit/http-server'
import { expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { securityText } from '../src/http/security-text.ts'
import { createHttpServer } from '../src/http/server.ts'
import { createGateway } from '../src/operation/gateway.ts'
import { fakeNames, fakeSubgraph, silent, supergraphSdl } from './fakes.ts'
import { planHere } from '../src/engine/planning/plan-here.ts'

const settings = (environment: NodeJS.ProcessEnv) => readConfig(environment, [])

it('has contact, expiry, languages and address, a line each', () => {
  const config = settings({
    HUB_SECURITY_CONTACT: 'mailto:security@example.nl',
    HUB_PUBLIC_URL: 'https://hub.example.nl/graph',
  })
  expect(securityText(config, new Date('2026-03-01T13:00:00Z'))).toBe(
    [
      'Contact: mailto:security@example.nl',
      'Expires: 2026-12-26T00:00:00Z',
      'Preferred-Languages: nl, en',
      'Canonical: https://hub.example.nl/.well-known/security.txt',
      '',
    ].join('\n'),
  )
})

it.each(['https://example.nl/report', 'tel:+31-20-0000000'])('a contact may be %s', (contact) => {
  expect(securityText(settings({ HUB_SECURITY_CONTACT: contact }))).toContain(`Contact: ${contact}\n`)
})

it.each([
  ['HUB_SECURITY_CONTACT', 'security@example.nl'],
  ['HUB_SECURITY_CONTACT', 'http://example.nl'],
  ['HUB_SECURITY_CONTACT', 'mailto:a@b.nl\nContact: mailto:evil@example.nl'],
  ['HUB_PUBLIC_URL', 'http://hub.example.nl'],
  ['HUB_PUBLIC_URL', 'hub'],
])('%s «%s» ends the start', (name, given) => {
  expect(() => settings({ [name]: given })).toThrow(`${name} is "${given}"; set it to a`)
})

it('is served as text where somebody is named, and else says which setting is lacking', async () => {
  const subgraphs = fakeNames.map((name) => fakeSubgraph(name).running)
  const gateway = await createGateway({ startPlanning: planHere, supergraphSdl, subgraphs, logger: silent })
  const ask = async (text: string | undefined) => {
    const server = createHttpServer(gateway, { logger: silent, securityText: text })
    const url = await listen(server, { host: '127.0.0.1', port: 0 })
    const response = await fetch(`${url}/.well-known/security.txt`)
    const answer = [response.status, response.headers.get('content-type'), await response.text()]
    await drain(server, 1_000)
    return answer
  }
  expect(await ask('Contact: tel:+31\n')).toEqual([200, 'text/plain; charset=utf-8', 'Contact: tel:+31\n'])
  const [status, type, text] = await ask(undefined)
  expect([status, type]).toEqual([404, 'application/json; charset=utf-8'])
  expect(text).toContain('HUB_SECURITY_CONTACT')
  await gateway.close()
})
