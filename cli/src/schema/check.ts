/** What `hub schema check` does: the check of a slice, told for people, for programs or for a pull request. */
import { plainReport, type PlainReport } from '@samenhang/schema/check/plain-report'
import { committedBase } from '@samenhang/schema/release/committed'
import { reportAnnotations } from '@samenhang/schema/check/report-annotations'
import { reportText } from '@samenhang/schema/check/report-text'
import { NotThere, ReleaseRefused } from '@samenhang/schema/registry/signing'
import { readBase } from '@samenhang/schema/release/base'
import { InvalidArgumentError } from 'commander'
import { CommandRefused } from '../faults.ts'
import { checkRelease, reasonsOf } from './check-release.ts'
import { withRegistry } from '../with-registry.ts'
import { sliceHere } from './slice-here.ts'

export interface CheckOptions {
  readonly schema?: string
  readonly base?: string
  readonly json?: true
  readonly annotations?: true
}

/** Writes the report. Throws InvalidArgumentError where there is no such slice, file or commit, CommandRefused where the slice may not be released. */
export async function checkSchema(
  name: string,
  options: CheckOptions,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const { schema, base: ref } = options
  try {
    const { report, file } = await withRegistry(environment, async (registry) => {
      const isReleased = ref === undefined && (await registry?.releases.currentNumber()) != null
      const base = isReleased ? await readBase(registry) : committedBase(ref)
      const slice = sliceHere(name, schema, base.slices, environment)
      const checked = await checkRelease({ registry, base, slice, environment })
      return { report: plainReport(checked), file: slice.file }
    })
    process.stdout.write(written(report, options, file))
    if (report.isRefused) throw new CommandRefused([`${name} may not be released: ${reasonsOf(report)}.`])
  } catch (error) {
    if (error instanceof NotThere) throw new InvalidArgumentError(error.message)
    if (error instanceof ReleaseRefused) throw new CommandRefused(error.problems)
    throw error
  }
}

function written(report: PlainReport, { json, annotations }: CheckOptions, file: string): string {
  if (json) return `${JSON.stringify(report)}\n`
  return annotations ? reportAnnotations(report, file) : reportText(report)
}
