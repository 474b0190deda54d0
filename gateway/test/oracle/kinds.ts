/** What kinds of things an operation touches, so that a suite can tell that none of them has silently gone. */
import {
  Kind,
  OperationTypeNode,
  visit,
  visitWithTypeInfo,
  TypeInfo,
  isAbstractType,
  isObjectType,
} from 'graphql'
import type { Compared } from './compare.ts'
import type { Composed } from './composed.ts'
import type { FieldModel } from './model.ts'
import { operationsIn, type Made } from './made-operation.ts'

export const kinds = [
  'alias of another field',
  'alias of a key',
  'argument',
  'other arguments under exclusive types',
  'other fields under exclusive types',
  'variable',
  'null variable',
  'condition',
  'named fragment',
  'fragment on an interface',
  'fragment on an object',
  'several operations',
  'mutation',
  'interface object',
  'union',
  'list of lists',
  'requires',
  'nested requires',
  'requires with fragments',
  'requires with arguments',
  'provides',
  'shareable',
  'composite key',
  'nested key',
  'failing field',
  'error',
] as const

export type KindName = (typeof kinds)[number]

export function kindsOf(
  { model, world, apiSchema }: Composed,
  made: Made,
  { expected }: Compared,
): Set<KindName> {
  const found = new Set<KindName>()
  const add = (kind: KindName, holds: boolean): void => {
    if (holds) found.add(kind)
  }
  const { document, variables } = made
  const info = new TypeInfo(apiSchema)
  const keys = new Set(['id', 'nr', 'at', 'code'])
  const exclusive = new Map<string, Map<string, string>>()
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()
        const name = node.name.value
        const alias = node.alias?.value
        const names = isObjectType(parent) || isAbstractType(parent) ? world.lookup.objects(parent.name) : []
        add(
          'alias of another field',
          alias !== undefined && names.some((one) => world.lookup.field(one, alias)),
        )
        add('alias of a key', alias !== undefined && keys.has(alias) && alias !== name)
        add('argument', (node.arguments?.length ?? 0) > 0)
        add(
          'union',
          world.lookup.objects.length > 0 &&
            isAbstractType(info.getType()) &&
            String(info.getType()).includes('Any'),
        )
        add('list of lists', String(info.getType()).startsWith('[['))
        const fields = names.flatMap((one) => world.lookup.field(one, name) ?? [])
        for (const field of fields) addField(field, add)
        const said = `${name}(${(node.arguments ?? []).map((one) => JSON.stringify(one.value)).join()})`
        const key = alias ?? name
        const known = exclusive.get(key) ?? new Map<string, string>()
        exclusive.set(key, known)
        for (const [type, other] of known) {
          if (type === parent?.name || other === said) continue
          add(
            other.startsWith(`${name}(`)
              ? 'other arguments under exclusive types'
              : 'other fields under exclusive types',
            true,
          )
        }
        if (isObjectType(parent)) known.set(parent.name, said)
      },
      FragmentSpread: () => add('named fragment', true),
      InlineFragment: ({ typeCondition }) => {
        const type = typeCondition && apiSchema.getType(typeCondition.name.value)
        add('fragment on an interface', isAbstractType(type))
        add('fragment on an object', isObjectType(type))
      },
      Variable: () => add('variable', true),
      Directive: () => add('condition', true),
    }),
  )
  const operations = operationsIn(document)
  add('null variable', Object.values(variables).includes(null))
  add('several operations', operations.length > 1)
  add(
    'mutation',
    operations.some(({ operation }) => operation === OperationTypeNode.MUTATION),
  )
  add('error', expected.errors.length > 0)
  const touched = new Set<string>()
  visit(
    document,
    visitWithTypeInfo(info, {
      enter: (node) => {
        if (node.kind === Kind.FIELD) touched.add(String(info.getParentType()))
      },
    }),
  )
  for (const type of model.types) {
    const isTouched = [type.name, ...world.lookup.objects(type.name)].some((one) => touched.has(one))
    if (!isTouched) continue
    for (const { keys: own, isInterfaceObject = false } of Object.values(type.presence)) {
      add('interface object', isInterfaceObject)
      add(
        'composite key',
        own.some((key) => /^\w+ \w+$/.test(key)),
      )
      add(
        'nested key',
        own.some((key) => key.includes('{')),
      )
    }
  }
  return found
}

function addField({ presence, failsOneIn }: FieldModel, add: (kind: KindName, holds: boolean) => void): void {
  add('failing field', failsOneIn > 0)
  for (const { isShareable = false, requires = '', provides } of Object.values(presence)) {
    add('shareable', isShareable)
    add('provides', provides !== undefined)
    add('requires', requires !== '')
    add('nested requires', requires.includes('{'))
    add('requires with fragments', requires.includes('...'))
    add('requires with arguments', requires.includes('('))
  }
}
