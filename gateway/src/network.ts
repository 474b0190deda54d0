/** Where a client is, as far as that tells clients apart: one has a whole IPv6 network of 64 bits to itself, and one IPv4 address. */
import { isIPv6 } from 'node:net'

/** `192.0.2.7`, `2001:db8:0:7::/64`; empty where the address is not known. Mapped IPv4 addresses are IPv4. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return ''
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped !== undefined) return mapped
  return isIPv6(address) ? `${firstGroups(address).join(':')}::/64` : address
}

function firstGroups(address: string): readonly string[] {
  const [start = '', end] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const before = start === '' ? [] : start.split(':')
  const after = end === undefined || end === '' ? [] : end.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
}
