/**
 * Counts of people by group, as a slice declares them: a type of figures for one group, area and year with counts, one of which is
 * divided over kinds, and a number that is typical of it. Everything here is read from the slice; no name stands in the kit.
 */
import { Kind, type EnumValueDefinitionNode, type FieldDefinitionNode, type TypeNode } from 'graphql'
import type { CountTable } from '../disclosure/count-table.ts'
import { sqlName } from '../figures/indicator.ts'
import { readSlice } from '../schema/slice.ts'

export interface GroupCountsShape {
  /** The field on Area: the newest figures; with `Series` after it, the run of years. */
  readonly field: string
  /** The table that holds them, and the format of files with them. */
  readonly table: string
  readonly format: string
  /** Every group there is, and those that this slice holds, in the order of the enum. */
  readonly allGroups: readonly string[]
  readonly groups: readonly string[]
  /** The groups that a file may name by a former name, by that name. */
  readonly formerGroups: ReadonlyMap<string, string>
  /** Fields that count, and the one among them that is divided over kinds. */
  readonly counts: readonly string[]
  readonly total: string
  /** The field with the division, and its kinds. */
  readonly split: string
  readonly kinds: readonly string[]
  /** The field that is typical of those in `total`. */
  readonly typical: string
}

/** Reads the shape of `Area.<field>` from the slice in the folder. Throws where it has none. */
export function readGroupCounts(folder: string, field: string, groups: readonly string[]): GroupCountsShape {
  const { definitions } = readSlice(folder)
  const fieldsOf = (type: string): readonly FieldDefinitionNode[] =>
    definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type ? (node.fields ?? []) : [],
    )
  const enumOf = (type: string): readonly EnumValueDefinitionNode[] =>
    definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === type ? (node.values ?? []) : [],
    )
  const valuesOf = (type: string): readonly string[] =>
    enumOf(type).flatMap((value) => (replacementOf(value) === null ? [value.name.value] : []))
  const typeOf = (fields: readonly FieldDefinitionNode[], name: string): string =>
    nameOf(need(fields.find((node) => node.name.value === name)?.type, `${name} of ${field}`))
  const figures = fieldsOf(typeOf(fieldsOf('Area'), field))
  const fieldsOfType = (type: string, among: readonly FieldDefinitionNode[]) =>
    among.filter((node) => node.type.kind === Kind.NAMED_TYPE && nameOf(node.type) === type)
  const divided = need(
    figures.find((node) => fieldsOf(nameOf(node.type)).some(({ name }) => name.value === 'kind')),
    `a division of ${field}`,
  )
  const division = fieldsOf(nameOf(divided.type))
  const group = typeOf(figures, 'group')
  const table = sqlName(group.replace(/^[A-Z]/, (letter) => letter.toLowerCase()))
  const allGroups = valuesOf(group)
  return {
    field,
    table,
    format: `${table.replaceAll('_', '-')}s`,
    allGroups,
    groups: allGroups.filter((name) => groups.includes(name)),
    formerGroups: new Map(
      enumOf(group).flatMap((value) => {
        const replacement = replacementOf(value)
        return replacement === null ? [] : [[value.name.value, replacement] as const]
      }),
    ),
    counts: fieldsOfType('Int', figures).map(({ name }) => name.value),
    total: need(fieldsOfType('Int', division)[0], `a count of ${divided.name.value}`).name.value,
    split: divided.name.value,
    kinds: valuesOf(typeOf(division, 'kind')),
    typical: need(fieldsOfType('Float', figures)[0], `a typical number of ${field}`).name.value,
  }
}

/** The columns of a shape's counts, in the order that disclosure is given them: counts, then kinds. */
export function countColumns({ counts, kinds }: GroupCountsShape): readonly string[] {
  return [...counts.map(sqlName), ...kinds.map((kind) => kind.toLowerCase())]
}

/** The group of a row that counts everybody of all groups once; such rows are no group's, and other formats take them. */
export const allGroupsTogether = 'ALL'

/** How the list of columns that a row has nothing for names one that its file did not have. */
export function noColumn(column: string): string {
  return `-${column}`
}

/** What adds up within a row. */
export function totalsOf({ counts, total, kinds }: GroupCountsShape): CountTable['totals'] {
  return [{ total: counts.indexOf(total), parts: kinds.map((_, index) => counts.length + index) }]
}

/** What stands in the place of a value that is `@deprecated(reason: "Use NAME …")`; null where it is not deprecated. */
function replacementOf({ name, directives = [] }: EnumValueDefinitionNode): string | null {
  const deprecated = directives.find((directive) => directive.name.value === 'deprecated')
  if (!deprecated) return null
  const reason = deprecated.arguments?.find((argument) => argument.name.value === 'reason')?.value
  const replacement = reason?.kind === Kind.STRING ? /^Use (\w+)/.exec(reason.value)?.[1] : undefined
  return need(replacement, `the value to use for ${name.value}`)
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The slice lacks ${what}`)
  return value
}
