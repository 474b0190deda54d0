/** What each subgraph of a made federation declares. */
import { shared, type FieldModel, type Model, type TypeModel } from './model.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject"
])`

export function sdlOf(graph: string, { types }: Model): string {
  const interfaces = types.filter(({ presence }) => presence[graph]?.isInterfaceObject !== true)
  const known = new Set(interfaces.flatMap(({ name, presence }) => (presence[graph] ? [name] : [])))
  const parts = types.flatMap((type) => (type.presence[graph] ? [sdlOfType(type, graph, known)] : []))
  return [link, shared, ...parts].join('\n')
}

function sdlOfType(type: TypeModel, graph: string, known: ReadonlySet<string>): string {
  const { name, kind, interfaces, members, presence, fields } = type
  if (kind === 'union') return `union ${name} = ${members.join(' | ')}`
  const { keys = [], isInterfaceObject = false } = presence[graph] ?? {}
  const there = fields.filter((field) => field.presence[graph])
  const word = kind === 'interface' && !isInterfaceObject ? 'interface' : 'type'
  const implemented = isInterfaceObject ? [] : interfaces.filter((one) => known.has(one))
  return [
    `${word} ${name}`,
    implemented.length > 0 ? ` implements ${implemented.join(' & ')}` : '',
    isInterfaceObject ? ' @interfaceObject' : '',
    ...keys.map((key) => ` @key(fields: ${JSON.stringify(key)})`),
    kind === 'value' && name !== 'Query' && name !== 'Mutation' ? ' @shareable' : '',
    ` {\n${there.map((field) => `  ${sdlOfField(field, graph)}`).join('\n')}\n}`,
  ].join('')
}

function sdlOfField({ name, type, args, presence }: FieldModel, graph: string): string {
  const { isShareable, isExternal, requires, provides } = presence[graph] ?? {}
  const declared = args.map((one) => {
    const value = one.defaultValue === undefined ? '' : ` = ${one.defaultValue}`
    return `${one.name}: ${one.type}${value}`
  })
  return [
    name,
    declared.length > 0 ? `(${declared.join(', ')})` : '',
    `: ${type}`,
    isShareable ? ' @shareable' : '',
    isExternal ? ' @external' : '',
    requires === undefined ? '' : ` @requires(fields: ${JSON.stringify(requires)})`,
    provides === undefined ? '' : ` @provides(fields: ${JSON.stringify(provides)})`,
  ].join('')
}
