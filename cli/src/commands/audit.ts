/** `hub audit`: the logs of who looked at what. */
import { settingsHelp } from '../settings-help.ts'
import { Command, InvalidArgumentError } from 'commander'
import type { NotedHead } from '../audit.ts'

export const command = (): Command =>
  new Command('audit')
    .description('Check the logs of access to data about people.')
    .addHelpText('after', '\nExample:\n  hub audit verify')
    .addCommand(verify())

const verify = (): Command =>
  new Command('verify')
    .description(
      'Check that the processing log and the audit log are what was written: nothing changed, removed, inserted, moved or truncated.\nPrints the end of each log; keep it elsewhere, to compare a later check with it.',
    )
    .option('--expect <head...>', 'an end printed earlier, which the log must still pass through', readHeads)
    .addHelpText('after', text)
    .action(async (options: { expect?: readonly NotedHead[] }) => {
      const { verifyAudit } = await import('../audit.ts')
      verifyAudit(options.expect ?? [], process.env)
    })

const text = `
The exit code is 1 if anything is wrong, after a line for each finding.

${settingsHelp(['HUB_DATA_DIR', 'HUB_AUDIT_DIR', 'HUB_AUDIT_ANCHOR', 'HUB_KEYS_DIR'])}

Examples:
  hub audit verify
  hub audit verify --expect audit:1520:mB3xk0Yw8n2Qe5VtL7cJr1Sg6UzHfDaPoIi9_TXKd4A`

function readHeads(head: string, before: readonly NotedHead[] = []): readonly NotedHead[] {
  const [, log, seq, mac] = /^(processing|audit):(\d+):([\w-]{43})$/.exec(head) ?? []
  if (!log || !seq || !mac) throw new InvalidArgumentError('Expected an end as `hub audit verify` prints it.')
  return [...before, { log: log === 'audit' ? 'audit' : 'processing', head: { seq: Number(seq), mac } }]
}
