/**
 * The register of processing activities (register van verwerkingsactiviteiten, GDPR article 30): why personal
 * data may be read, on which legal basis, and which fields each activity may read. A caller of such fields
 * names one activity and gets only the fields that it covers. The register is read and checked at the start:
 * an activity with a field that the graph does not have ends it.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ConfigError } from '@samenhang/subgraph-kit/config-error'
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'

export interface Activity {
  /** A URI, as the logs have it. */
  readonly id: string
  /** The short name: `wmo-intake`. */
  readonly purpose: string
  readonly name: { readonly nl: string; readonly en: string }
  readonly legalBasis: string
  /** The ground of GDPR article 6 and, for special categories such as health, of article 9; null where the register does not say. */
  readonly gdprArticle6?: string | null
  readonly gdprArticle9?: string | null
  /** What allows the use of the citizen service number: Wabb article 10, or the act of the sector; null where it is not used. */
  readonly numberBasis?: string | null
  /** What it may touch: `Person.birthYear`, or `PersonCare.*` for every field of a type. */
  readonly fields: readonly string[]
  /** What it covers in addition, where the person consented. */
  readonly requiresConsent?: readonly ConsentNeeded[]
  /** How long the record that it was done is kept, as ISO 8601 has it: `P5Y`. */
  readonly retention: string
}

/** Data of one domain that an activity has by consent. */
export interface ConsentNeeded {
  /** The subgraph that keeps them; consent is recorded under this name. */
  readonly domain: string
  /** As in `Activity.fields`, to which they are added. A field that requires data of the domain stands here too. */
  readonly fields: readonly string[]
  /** Why it takes consent. */
  readonly legalBasis: string
}

export interface Register {
  readonly activities: readonly Activity[]
  /** The activity of this id or short name. */
  find(name: string): Activity | undefined
}

const ownFile = fileURLToPath(new URL('../../register/processing-activities.json', import.meta.url))

/** The register in this file, the hub's own by default. Throws ConfigError with the activity and what is wrong with it. */
export function readRegister(file: string | undefined, schema: GraphQLSchema): Register {
  const path = file ?? ownFile
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new ConfigError(
      `The register of processing activities ${path} cannot be read as JSON. Set HUB_REGISTER.`,
    )
  }
  const entries = isRecord(content) ? content['activities'] : undefined
  if (!Array.isArray(entries))
    throw new ConfigError(`The register ${path} must be an object with a list of \`activities\`.`)
  return registerOf(entries.map((entry: unknown, index) => readActivity(entry, index, schema)))
}

/** A register of these. Throws ConfigError where two share a name. */
export function registerOf(entries: readonly Activity[]): Register {
  const activities = entries.map((entry) => ({
    ...entry,
    fields: [...new Set([...entry.fields, ...(entry.requiresConsent ?? []).flatMap(({ fields }) => fields)])],
  }))
  const byName = new Map<string, Activity>()
  for (const activity of activities) {
    for (const name of [activity.id, activity.purpose]) {
      if (byName.has(name)) throw new ConfigError(`The register has two activities "${name}".`)
      byName.set(name, activity)
    }
  }
  return { activities, find: (name) => byName.get(name) }
}

function readActivity(entry: unknown, index: number, schema: GraphQLSchema): Activity {
  const properties = isRecord(entry) ? entry : {}
  const label =
    typeof properties['purpose'] === 'string' ? `"${properties['purpose']}"` : `number ${index + 1}`
  const wrong = (what: string): ConfigError =>
    new ConfigError(`The register’s activity ${label} is not valid: ${what}.`)
  const text = (name: string, pattern: RegExp, what: string): string => {
    const value = properties[name]
    if (typeof value === 'string' && pattern.test(value)) return value
    throw wrong(`\`${name}\` must be ${what}`)
  }
  const name = properties['name']
  const { nl, en } = isRecord(name) ? name : {}
  if (typeof nl !== 'string' || typeof en !== 'string' || !nl || !en)
    throw wrong('`name` must have `nl` and `en`')
  const fieldsIn = (value: unknown, what: string): readonly string[] => {
    const fields: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : []
    if (fields.length === 0) throw wrong(`${what} must be a list of the fields that it may touch`)
    return fields.map((field) => {
      if (typeof field === 'string' && isInGraph(field, schema)) return field
      throw wrong(`the graph has no field "${String(field)}"; HUB_REGISTER says which register is read`)
    })
  }
  const optionalText = (name: string): string | null =>
    properties[name] === undefined || properties[name] === null ? null : text(name, /\S/, 'a text, or null')
  const fields = fieldsIn(properties['fields'], '`fields`')
  const consents: unknown = properties['requiresConsent'] ?? []
  if (!Array.isArray(consents)) throw wrong('`requiresConsent` must be a list')
  const requiresConsent = consents.map((consent: unknown): ConsentNeeded => {
    const { domain, legalBasis, fields: needing } = isRecord(consent) ? consent : {}
    if (typeof domain !== 'string' || !domain || typeof legalBasis !== 'string' || !legalBasis)
      throw wrong('an entry of `requiresConsent` must have `domain`, `fields` and `legalBasis`')
    return { domain, legalBasis, fields: fieldsIn(needing, '`requiresConsent.fields`') }
  })
  const id = text('id', /^(?:https?:\/\/|urn:)\S+$/, 'a URI')
  return {
    id,
    purpose: text('purpose', /^[a-z][a-z0-9-]*$/, 'a short name of small letters, digits and hyphens'),
    name: { nl, en },
    legalBasis: text('legalBasis', /\S/, 'the article of law'),
    gdprArticle6: optionalText('gdprArticle6'),
    gdprArticle9: optionalText('gdprArticle9'),
    numberBasis: optionalText('numberBasis'),
    retention: text('retention', /^P(?:\d+[YMWD])+$/, 'a duration such as P5Y'),
    fields,
    requiresConsent,
  }
}

function isInGraph(pattern: string, schema: GraphQLSchema): boolean {
  const [typeName = '', fieldName = '', ...rest] = pattern.split('.')
  const type = schema.getType(typeName)
  if (rest.length > 0 || !(isObjectType(type) || isInterfaceType(type))) return false
  return fieldName === '*' || Object.hasOwn(type.getFields(), fieldName)
}
