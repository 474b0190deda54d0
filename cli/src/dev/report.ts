/** What `hub dev` tells: what is served where, and a line for each reload, with lines below it where it failed or warns. */
import type { ReloadReport } from './reloads.ts'

export interface Greeting {
  readonly name: string
  readonly url: string
  /** What the slice is composed with. */
  readonly from: string
  /** What the data are. */
  readonly data: string
}

export function greeting({ name, url, from, data }: Greeting): string {
  return [
    `Samenhang runs ${name} from source, with the other subgraphs as in ${from}.`,
    `  graph     ${url}/graphql`,
    `  explorer  ${url}/`,
    `  watches   subgraphs/${name}/schema.graphql and subgraphs/${name}/src`,
    `  data      ${data}`,
    'Save a file to have it served. Stop it with Ctrl+C.',
    '',
  ].join('\n')
}

/** How much of a reload, and of a fault, is told. */
const most = { changes: 3, files: 3, warnings: 5, lines: { first: 3, last: 7 } }

export function reportOf(name: string, report: ReloadReport): string {
  const { reloaded, seconds, crash } = report
  const what =
    crash === null ? listed([...report.files], most.files, ', ') : `its process had ended: ${crash}`
  const head = `${time()} ${name}${what && ` (${what})`}`
  if ('served' in reloaded) {
    const changes = listed(reloaded.changes, most.changes, '; ')
    const warnings = firstOf(
      reloaded.warnings.map((warning) => `warning: ${warning}`),
      most.warnings,
    )
    return `${head}: live in ${seconds.toFixed(2)} s${changes && `; ${changes}`}\n${below(warnings)}`
  }
  const state = report.isServed ? 'what was served last stays' : `the rest is served without ${name}`
  return `${head}: not served; ${state}\n${below(reloaded.faults)}`
}

function listed(parts: readonly string[], count: number, between: string): string {
  return firstOf(parts, count).join(between)
}

function firstOf(parts: readonly string[], count: number): readonly string[] {
  const left = parts.length - count
  return [...parts.slice(0, count), ...(left > 0 ? [`and ${String(left)} more`] : [])]
}

/** The findings of a reload, each on a line of its own. */
function below(findings: readonly string[]): string {
  return findings.map((finding) => `  ${shortened(finding)}\n`).join('')
}

/** Of what the composer explains at length, the beginning, and the end with the reason. */
function shortened(fault: string): string {
  const lines = fault.split('\n').filter((line) => line.trim())
  const { first, last } = most.lines
  const left = lines.length - first - last
  const kept = left <= 1 ? lines : [...lines.slice(0, first), '…', ...lines.slice(-last)]
  return kept.join('\n    ')
}

function time(): string {
  return new Date().toTimeString().slice(0, 8)
}
