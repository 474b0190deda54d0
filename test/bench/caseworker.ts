/**
 * Who asks about persons in the bench: a caseworker whose caseload is large enough that no person is asked for twice before all were. The
 * token is the demo's; the country of the bench has keys of its own.
 */
import { join } from 'node:path'
import { demoToken, scopesOf } from '@samenhang/gateway/access/demo-token'
import { registerOf } from '@samenhang/gateway/access/register'
import { openKeys } from '@samenhang/subgraph-kit/access/keys'
import type { Access } from '@samenhang/subgraph-kit/caller'
import { createPseudonyms } from '@samenhang/subgraph-kit/subject/pseudonym'
import BetterSqlite3 from 'better-sqlite3'
import activities from '../../gateway/register/processing-activities.json' with { type: 'json' }

const actor = 'caseworker-1'
const purpose = 'open-needs'
const clients = 2_000

const register = registerOf(activities.activities)

/** What the caseworker may see, for set-ups whose gateway asks nobody for a token. */
export function caseworkerAccess(): Access {
  const activity = register.find(purpose)
  if (!activity) throw new Error(`The register has no activity ${purpose}`)
  return { actor, scopes: new Set(scopesOf.caseworker), purpose: activity.id, covers: activity.fields }
}

/** Gives the caseworker clients from all over the country: one statement on the file, before anything serves it. */
export function giveCaseload(dataFolder: string): void {
  const database = new BetterSqlite3(join(dataFolder, 'base-registry.sqlite'))
  try {
    database
      .prepare(
        `insert or ignore into caseload (actor, subject, synthetic)
         select ?, subject, 1 from person where residence is not null order by subject limit ?`,
      )
      .run(actor, clients)
    const consent = database.prepare(
      `insert or ignore into consent (subject, purpose, domain, given_on, synthetic)
       select subject, ?, ?, '2024-01-01', 1 from caseload where actor = ?`,
    )
    for (const { domain } of register.find(purpose)?.requiresConsent ?? [])
      consent.run(register.find(purpose)?.id, domain, actor)
  } finally {
    database.close()
  }
}

/** The ids of the clients. */
export function clientsIn(dataFolder: string): readonly string[] {
  const { secret } = openKeys({ HUB_DATA_DIR: dataFolder })
  const pseudonyms = createPseudonyms(secret, 'base-registry')
  const database = new BetterSqlite3(join(dataFolder, 'base-registry.sqlite'), { readonly: true })
  try {
    const statement = database.prepare<[string], { subject: string }>(
      'select subject from caseload where actor = ? order by subject',
    )
    return statement.all(actor).map(({ subject }) => pseudonyms.rootOfPseudonym(subject))
  } finally {
    database.close()
  }
}

/** The headers of a request about a person. */
export async function caseworkerHeaders(dataFolder: string): Promise<Readonly<Record<string, string>>> {
  const token = await demoToken({ HUB_DATA_DIR: dataFolder }, register, {
    role: 'caseworker',
    purposes: [purpose],
    actor,
    client: 'samenhang-bench',
  })
  return { authorization: `Bearer ${token}`, 'x-hub-purpose': purpose }
}
