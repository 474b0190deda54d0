/**
 * Where a client is: the address of its connection, or what a proxy that is trusted says, and never what any
 * other says.
 */
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { isOwnNetwork, networkBehind, networkOf } from '../src/http/client-network.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage

describe('the network of a client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('without trusted proxies is where the connection comes from, whatever a header says', () => {
    expect(networkBehind('')(from('192.0.2.7', '198.51.100.1'))).toBe('192.0.2.7')
  })

  it.each([
    ['192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '203.0.113.9, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['10.0.0.1', 'nonsense, 10.0.0.7', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['fd00::1', '2001:db8:5:6:7::8', '2001:db8:5:6::/64'],
  ])('of %s with %s is %s', (near, forwarded, network) => {
    expect(networkBehind('10.0.0.0/8, fd00::1')(from(near, forwarded))).toBe(network)
  })

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', 'fd00::/129', '10.0.0'])(
    'a proxy that is "%s" is one clear line',
    (entry) => {
      expect(() => networkBehind(entry)).toThrow(`HUB_TRUSTED_PROXIES has "${entry}"`)
    },
  )

  it('of this machine is its own', () => {
    expect(['127.0.0.1', '::1', '192.0.2.7'].map((address) => isOwnNetwork(networkOf(address)))).toEqual([
      true,
      true,
      false,
    ])
  })
})
