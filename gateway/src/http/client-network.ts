/**
 * The network of a client, as far as it distinguishes clients: an IPv6 network of 64 bits, or one IPv4
 * address.
 */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'

/** The network that a request came from. */
export type NetworkOfRequest = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string

/**
 * Behind the proxies of this list (addresses and networks, separated by commas) the client is the last address of `X-Forwarded-For` that is none
 * of them; who is no such proxy is believed nothing. Throws ConfigError.
 */
export function networkBehind(proxies: string): NetworkOfRequest {
  const entries = proxies
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  if (entries.length === 0) return ({ socket }) => networkOf(socket.remoteAddress)
  const trusted = new BlockList()
  for (const entry of entries) trust(trusted, entry)
  const isTrusted = (address: string): boolean =>
    isIP(address) > 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  return ({ headers, socket }) => {
    const near = unmapped(socket.remoteAddress ?? '')
    if (!isTrusted(near)) return networkOf(near)
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
    const addresses = forwarded
      .map((address) => unmapped(address.trim()))
      .filter((address) => isIP(address) > 0)
    return networkOf(addresses.findLast((address) => !isTrusted(address)) ?? near)
  }
}

function trust(list: BlockList, entry: string): void {
  const [address = '', bits, ...more] = entry.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  const most = family === 'ipv6' ? 128 : 32
  const isRight = isIP(address) > 0 && more.length === 0
  if (isRight && bits === undefined) return list.addAddress(address, family)
  if (isRight && /^\d{1,3}$/.test(bits ?? '') && Number(bits) <= most)
    return list.addSubnet(address, Number(bits), family)
  throw new ConfigError(
    `HUB_TRUSTED_PROXIES has "${entry}"; write addresses or networks such as 10.0.0.0/8, separated by commas.`,
  )
}

/** Whether it is an address of this machine to itself. */
export function isOwnNetwork(network: string): boolean {
  return network.startsWith('127.') || network === '0:0:0:0::/64' || network === ''
}

function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
}

/** `192.0.2.7`, `2001:db8:0:7::/64`; empty where the address is not known. Mapped IPv4 addresses are IPv4. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return ''
  const plain = unmapped(address)
  return isIPv6(plain) ? `${firstGroups(plain).join(':')}::/64` : plain
}

function firstGroups(address: string): readonly string[] {
  const [start = '', end] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const before = start === '' ? [] : start.split(':')
  const after = end === undefined || end === '' ? [] : end.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
}

/** Whether nothing of it leaves this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
