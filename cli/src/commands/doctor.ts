/** `hub doctor`: what keeps this hub from holding real persons. */
import { Command } from 'commander'

export const command = (): Command =>
  new Command('doctor')
    .description(
      'Tell what keeps this hub from production mode, and what to do about each. Exit code 1 where anything does.',
    )
    .addHelpText('after', examples)
    .action(async () => {
      const { tellFindings } = await import('../doctor.ts')
      await tellFindings(process.env)
    })

const examples = `
Nothing is changed and no key is made. In production mode (HUB_MODE=production) the hub does not start while anything is found.

Environment:
  HUB_MODE              demo or production (default: demo)
  HUB_KEYS_DIR          folder with gateway.jwk, gateway.jwks and master.jwk
  HUB_TOKEN_ISSUER, HUB_TOKEN_AUDIENCE, HUB_TOKEN_KEYS   whose tokens callers bring, and for whom; URL or file of the key set
  HUB_REGISTER          the register of processing activities
  HUB_AUDIT_DIR, HUB_AUDIT_ANCHOR   where the logs of who looked go, and where their ends are noted
  SUBGRAPH_URL_<SUBGRAPH>           subgraphs served elsewhere, by https

Example:
  HUB_MODE=production hub doctor`
