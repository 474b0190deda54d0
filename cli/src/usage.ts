/**
 * What a command used of the machine, for `hub bench`: written at exit to the file HUB_USAGE_FILE names.
 * Asked of the process itself, for no outside tool measures a peak on every platform.
 */
import { writeFileSync } from 'node:fs'

export interface Usage {
  readonly seconds: number
  /** What it took of processors, whoever else used them meanwhile. */
  readonly processorSeconds: number
  /** The largest resident size the process ever had. */
  readonly peakMegabytes: number
}

export function writeUsageAtExit(environment: NodeJS.ProcessEnv): void {
  const file = environment['HUB_USAGE_FILE']
  if (!file) return
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const usage: Usage = {
      seconds: process.uptime(),
      processorSeconds: (userCPUTime + systemCPUTime) / 1_000_000,
      peakMegabytes: maxRSS / 1_024,
    }
    writeFileSync(file, JSON.stringify(usage))
  })
}
