/** The report for people: what is refused, then what is allowed and whom to tell, then hints. */
import type { Location } from './finding.ts'
import type { PlainChange, PlainConcern, PlainOperation, PlainReport } from './plain-report.ts'

/** Operations that are named of one change; the rest are counted. */
const mostNamed = 20

export function reportText(report: PlainReport): string {
  const { changes } = report
  const refused = changes.filter(({ verdict }) => verdict === 'refused')
  const allowed = changes.filter(({ verdict }) => verdict === 'unused' || verdict === 'sunset passed')
  const dangerous = changes.filter(({ verdict }) => verdict === 'dangerous')
  const sections = [
    section('Composition', report.errors.map(findingLine)),
    section('House rules', report.houseRules.map(findingLine)),
    section('Breaks someone: refused', refused.flatMap(changeLines)),
    section(
      'Deprecated',
      report.deprecations.flatMap(({ coordinate, sunset, fault, location, users }) => [
        `${at(location)}${fault ?? `${coordinate} is there until ${sunset ?? ''}.`}`,
        ...named(users.map((user) => `tell ${whose(user)}: ${user.paths.join(', ')}`)),
      ]),
    ),
    section('Breaking and allowed', allowed.flatMap(changeLines)),
    section('Dangerous', dangerous.flatMap(changeLines)),
    section(
      `Costs more (${report.costs.planned} operations planned anew)`,
      report.costs.dearer.map(
        (one) =>
          `${whose(one)}: ${fromTo('fetches', one.before.fetches, one.after.fetches)}, ${fromTo('objects at most', one.before.objects, one.after.objects)}`,
      ),
    ),
    section('Hints', report.hints.map(findingLine)),
    section(
      'Operations that cannot be read',
      report.unreadable.map((one) => `${whose(one)}: ${one.reason}`),
    ),
  ].filter(Boolean)
  return [headline(report), ...sections].join('\n\n') + '\n'
}

function headline({ slice, base, operations, isRefused, changes }: PlainReport): string {
  const against = base === null ? 'the committed schema' : `release ${base}`
  const count = `${operations} ${operations === 1 ? 'operation' : 'operations'}`
  const breaking = changes.filter(({ severity }) => severity === 'breaking').length
  const found = breaking === 0 ? 'nothing breaks' : `${breaking} breaking`
  return `${slice} against ${against} and ${count}: ${isRefused ? 'REFUSED' : 'may be released'} (${found}).`
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

function findingLine({
  code,
  message,
  location,
}: {
  readonly code: string
  readonly message: string
  readonly location: Location | null
}): string {
  return `${at(location)}${code}: ${message}`
}

function changeLines(change: PlainChange): readonly string[] {
  const { coordinate, message, location, verdict, inherited, concerns } = change
  const also = inherited.length > 0 ? ` Also ${inherited.join(', ')}.` : ''
  const why = verdict === 'unused' ? ' Nobody uses it.' : ''
  const about = coordinate === '' || message.startsWith(coordinate) ? '' : `${coordinate}: `
  return [`${at(location)}${about}${message}${also}${why}`, ...named(concerns.map(concernLine))]
}

function concernLine(concern: PlainConcern): string {
  const { paths, isPossible, sunset } = concern
  const where = paths.length === 0 ? '' : `: ${paths.join(', ')}`
  const may = isPossible ? ' (by the value of a variable)' : ''
  return `${whose(concern)}${where}${may}${sunset === null ? '' : `, was there until ${sunset}`}`
}

function named(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostNamed
  return [
    ...lines.slice(0, mostNamed).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more; --json names all`] : []),
  ]
}

/** `dashboard (team housing) NeighbourhoodProfile, src/profile.ts:12`. */
export function whose({
  client,
  version,
  owner,
  name,
  from,
  file,
  line,
  lastSeen,
  count,
}: PlainOperation): string {
  const who = [client || 'a client without a name', version ?? ''].filter(Boolean).join(' ')
  const where = file === null ? '' : `, ${file}${line === null ? '' : `:${line}`}`
  const seen = from === 'seen' ? `, last seen ${lastSeen ?? ''}, ${count ?? 0} requests` : ''
  return `${who}${owner === null ? '' : ` (${owner})`} ${name || 'an operation without a name'}${where}${seen}`
}

function fromTo(what: string, before: number, after: number): string {
  return before === after ? `${what} ${before}` : `${what} ${before} → ${after}`
}

function at(location: Location | null): string {
  return location === null ? '' : `${location.file}:${location.line}:${location.column}: `
}
