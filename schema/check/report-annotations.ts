/** The report as workflow commands of GitHub: `::error file=…,line=…,col=…,title=…::…`, one line each, shown at the line of the pull request. */
import type { Location } from './finding.ts'
import type { PlainChange, PlainReport } from './plain-report.ts'
import { whose } from './report-text.ts'

type Level = 'error' | 'warning' | 'notice'

/** `file` is the slice's, for what has no place of its own. */
export function reportAnnotations(report: PlainReport, file: string): string {
  const { errors, houseRules, changes, deprecations, costs, hints } = report
  const start = { file, line: 1, column: 1 }
  const lines = [
    ...[...errors, ...houseRules].map(({ code, message, location }) =>
      annotation('error', location ?? start, code, message),
    ),
    ...changes.map((change) =>
      annotation(levelOf(change), change.location ?? start, change.coordinate || change.kind, told(change)),
    ),
    ...deprecations.map(({ coordinate, fault, sunset, location, users }) =>
      annotation(
        fault === null ? 'notice' : 'error',
        location ?? start,
        coordinate,
        [
          fault ?? `${coordinate} is there until ${sunset ?? ''}.`,
          ...users.map((user) => `Tell ${whose(user)}.`),
        ].join('\n'),
      ),
    ),
    ...costs.dearer.map((one) =>
      annotation(
        'warning',
        start,
        'Costs more',
        `${whose(one)}: fetches ${one.before.fetches} → ${one.after.fetches}, objects at most ${one.before.objects} → ${one.after.objects}`,
      ),
    ),
    ...hints.map(({ code, message, location }) => annotation('notice', location ?? start, code, message)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function levelOf({ verdict }: PlainChange): Level {
  if (verdict === 'refused') return 'error'
  return verdict === 'dangerous' ? 'warning' : 'notice'
}

function told({ message, verdict, concerns }: PlainChange): string {
  const unused = verdict === 'unused' ? ' Nobody uses it.' : ''
  return [message + unused, ...concerns.map((one) => `${whose(one)}: ${one.paths.join(', ')}`)].join('\n')
}

function annotation(level: Level, { file, line, column }: Location, title: string, message: string): string {
  const given = { file, line: String(line), col: String(column), title }
  const properties = Object.entries(given).map(([name, value]) => `${name}=${escapeProperty(value)}`)
  return `::${level} ${properties.join(',')}::${escapeData(message)}`
}

/** As GitHub reads them back. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
