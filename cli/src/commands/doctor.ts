/** `hub doctor`: what keeps this hub from holding real persons. */
import { settingsHelp } from '../settings-help.ts'
import { Command } from 'commander'

export const command = (): Command =>
  new Command('doctor')
    .description(
      'List what keeps this hub from production mode, and how to remedy it. The exit code is 1 if there is anything.',
    )
    .addHelpText('after', examples)
    .action(async () => {
      const { printFindings } = await import('../doctor.ts')
      await printFindings(process.env)
    })

const examples = `
Nothing is changed and no key is made. In production mode (HUB_MODE=production) the hub does not start while anything is found.

${settingsHelp(['access', 'SUBGRAPH_URL_<SUBGRAPH>'])}

Example:
  HUB_MODE=production hub doctor`
