/** The version of this code, as its package says. */
import { readFileSync } from 'node:fs'

export const { version: codeVersion } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly version: string }
