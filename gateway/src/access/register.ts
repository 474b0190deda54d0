/**
 * The register of processing activities (register van verwerkingsactiviteiten, GDPR article 30): why personal data may be read, on which legal
 * basis, and which fields each activity may touch. A caller of such fields names one; what it does not cover, the caller does not get.
 * Read and checked once at the start: an activity with a field that the graph does not have ends it.
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
  /** What it may touch: `Person.birthYear`, or `PersonCare.*` for every field of a type. */
  readonly fields: readonly string[]
  /** How long the record that it was done is kept, as ISO 8601 has it: `P5Y`. */
  readonly retention: string
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
  const given = isRecord(content) ? content['activities'] : undefined
  if (!Array.isArray(given))
    throw new ConfigError(`The register ${path} must be an object with a list of \`activities\`.`)
  return registerOf(given.map((one: unknown, index) => readActivity(one, index, schema)))
}

/** A register of these. Throws ConfigError where two share a name. */
export function registerOf(activities: readonly Activity[]): Register {
  const byName = new Map<string, Activity>()
  for (const activity of activities) {
    for (const name of [activity.id, activity.purpose]) {
      if (byName.has(name)) throw new ConfigError(`The register has two activities «${name}».`)
      byName.set(name, activity)
    }
  }
  return { activities, find: (name) => byName.get(name) }
}

function readActivity(given: unknown, index: number, schema: GraphQLSchema): Activity {
  const one = isRecord(given) ? given : {}
  const told = typeof one['purpose'] === 'string' ? `«${one['purpose']}»` : `number ${index + 1}`
  const wrong = (what: string): ConfigError =>
    new ConfigError(`The register’s activity ${told} is not right: ${what}.`)
  const text = (name: string, pattern: RegExp, what: string): string => {
    const value = one[name]
    if (typeof value === 'string' && pattern.test(value)) return value
    throw wrong(`\`${name}\` must be ${what}`)
  }
  const name = one['name']
  const { nl, en } = isRecord(name) ? name : {}
  if (typeof nl !== 'string' || typeof en !== 'string' || !nl || !en)
    throw wrong('`name` must have `nl` and `en`')
  const fields: readonly unknown[] = Array.isArray(one['fields']) ? (one['fields'] as unknown[]) : []
  if (fields.length === 0) throw wrong('`fields` must be a list of the fields that it may touch')
  const id = text('id', /^(?:https?:\/\/|urn:)\S+$/, 'a URI')
  return {
    id,
    purpose: text('purpose', /^[a-z][a-z0-9-]*$/, 'a short name of small letters, digits and hyphens'),
    name: { nl, en },
    legalBasis: text('legalBasis', /\S/, 'the article of law'),
    retention: text('retention', /^P(?:\d+[YMWD])+$/, 'a duration such as P5Y'),
    fields: fields.map((field) => {
      if (typeof field === 'string' && isInGraph(field, schema)) return field
      throw wrong(`the graph has no field «${String(field)}»; HUB_REGISTER says which register is read`)
    }),
  }
}

function isInGraph(pattern: string, schema: GraphQLSchema): boolean {
  const [typeName = '', fieldName = '', ...rest] = pattern.split('.')
  const type = schema.getType(typeName)
  if (rest.length > 0 || !(isObjectType(type) || isInterfaceType(type))) return false
  return fieldName === '*' || Object.hasOwn(type.getFields(), fieldName)
}
