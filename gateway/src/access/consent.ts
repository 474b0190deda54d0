/**
 * The data of an operation for which the purpose needs the person's consent. The gateway says which consent
 * is needed. The subgraph that returns people (base-registry) checks it against the recorded consent, person
 * by person, so that no path to a person avoids the check.
 */
import type { Access } from '@samenhang/subgraph-kit/caller'
import type { Register } from './register.ts'

/** The same access, and the domains that these coordinates need consent for. The same of both gives the same object. */
export type WithConsent = (access: Access, coordinates: () => readonly string[]) => Access

export function consentBy(register: Pick<Register, 'find'>): WithConsent {
  const accessByDomains = new WeakMap<Access, Map<string, Access>>()
  /** By the identity of the list of coordinates: callers of one kind repeat the same operation. */
  const accessByCoordinates = new WeakMap<Access, WeakMap<readonly string[], Access>>()
  const withDomains = (access: Access, domains: readonly string[]): Access => {
    if (domains.length === 0) return access
    const byDomains = accessByDomains.get(access) ?? new Map<string, Access>()
    const key = [...new Set(domains)].sort().join(' ')
    const withConsent = byDomains.get(key) ?? { ...access, needsConsent: key.split(' ') }
    accessByDomains.set(access, byDomains.set(key, withConsent))
    return withConsent
  }
  return (access, coordinates) => {
    const consents = access.purpose === null ? [] : (register.find(access.purpose)?.requiresConsent ?? [])
    if (consents.length === 0) return access
    const requested = coordinates()
    const byCoordinates = accessByCoordinates.get(access) ?? new WeakMap<readonly string[], Access>()
    const cached = byCoordinates.get(requested)
    if (cached) return cached
    const domains = consents
      .filter(({ fields }) => requested.some((coordinate) => isAmong(coordinate, fields)))
      .map(({ domain }) => domain)
    const withConsent = withDomains(access, domains)
    accessByCoordinates.set(access, byCoordinates.set(requested, withConsent))
    return withConsent
  }
}

function isAmong(coordinate: string, fields: readonly string[]): boolean {
  const [type = ''] = coordinate.split('.', 1)
  return fields.includes(coordinate) || fields.includes(`${type}.*`)
}
