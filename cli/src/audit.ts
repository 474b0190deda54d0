/** `hub audit verify`: reports for each log how many rows it has, and what is wrong with it. */
import type { Head } from '@samenhang/gateway/audit/chain'
import { logFiles } from '@samenhang/gateway/audit/log-store'
import { auditSecret } from '@samenhang/gateway/audit/audit'
import { verifyLogs } from '@samenhang/gateway/audit/verify'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { count } from './progress.ts'

/** The end of a log, as it was printed earlier. */
export interface NotedHead {
  readonly log: 'processing' | 'audit'
  readonly head: Head
}

/** Throws ConfigError where something is wrong. */
export function verifyAudit(noted: readonly NotedHead[], environment: NodeJS.ProcessEnv): void {
  const files = logFiles(environment)
  const { heads, findings } = verifyLogs(files, openKeys(environment).secret(auditSecret), noted)
  for (const [log, { seq, mac }] of Object.entries(heads))
    process.stdout.write(`${log} log: ${count(seq)} rows, ending in ${log}:${seq}:${mac}\n`)
  for (const finding of findings) process.stdout.write(`  ${finding}\n`)
  if (findings.length > 0)
    throw new ConfigError(
      `The logs in ${files.database} are not what was written: ${findings.length} findings.`,
    )
  process.stdout.write('No row was changed, removed, inserted, moved or truncated.\n')
}
