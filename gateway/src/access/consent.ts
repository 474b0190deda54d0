/**
 * For which data of an operation the purpose needs the person's consent. The gateway says what is needed; whoever gives the person
 * (base-registry) holds it against what was recorded, for each person, so that no way to a person goes around it.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import type { Register } from './register.ts'

/** The same access, and the domains that these coordinates need consent for. The same of both gives the same object. */
export type WithConsent = (access: Access, coordinates: () => readonly string[]) => Access

export function consentBy(register: Pick<Register, 'find'>): WithConsent {
  const known = new WeakMap<Access, Map<string, Access>>()
  /** By the coordinates themselves: callers of one kind ask the same again and again. */
  const found = new WeakMap<Access, WeakMap<readonly string[], Access>>()
  const withDomains = (access: Access, domains: readonly string[]): Access => {
    if (domains.length === 0) return access
    const byDomains = known.get(access) ?? new Map<string, Access>()
    const key = [...new Set(domains)].sort().join(' ')
    const made = byDomains.get(key) ?? { ...access, needsConsent: key.split(' ') }
    known.set(access, byDomains.set(key, made))
    return made
  }
  return (access, coordinates) => {
    const needed = access.purpose === null ? [] : (register.find(access.purpose)?.requiresConsent ?? [])
    if (needed.length === 0) return access
    const asked = coordinates()
    const byCoordinates = found.get(access) ?? new WeakMap<readonly string[], Access>()
    const before = byCoordinates.get(asked)
    if (before) return before
    const domains = needed
      .filter(({ fields }) => asked.some((coordinate) => isAmong(coordinate, fields)))
      .map(({ domain }) => domain)
    const made = withDomains(access, domains)
    found.set(access, byCoordinates.set(asked, made))
    return made
  }
}

function isAmong(coordinate: string, fields: readonly string[]): boolean {
  const [type = ''] = coordinate.split('.', 1)
  return fields.includes(coordinate) || fields.includes(`${type}.*`)
}
