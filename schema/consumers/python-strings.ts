/** The strings of a Python program: with what `f"…{NAME}…"`, strings beside each other and `+` add up to, where that is written in the same file. */
import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/python'
import type { ProgramString } from './found-text.ts'

interface Program {
  readonly source: string
  /** What each name is assigned; null for one that is assigned twice. */
  readonly assigned: ReadonlyMap<string, SyntaxNode | null>
}

/** `firstLine` is that of the program in its file. */
export function pythonStrings(source: string, firstLine = 1): readonly ProgramString[] {
  const { topNode } = parser.parse(source)
  const program = { source, assigned: assignments(topNode, source) }
  const strings: ProgramString[] = []
  const visit = (node: SyntaxNode, isMarked: boolean): void => {
    if (isText(node)) {
      strings.push({
        text: valueOf(node, program, 0),
        written: writtenIn(node, program),
        line: firstLine + source.slice(0, node.from).split('\n').length - 1,
        isMarked,
      })
      return
    }
    const marks = node.name === 'CallExpression' && /^(?:\w+\.)*gql$/.test(calleeOf(node, source))
    for (let child = node.firstChild; child; child = child.nextSibling)
      visit(child, node.name === 'ArgList' && isMarked ? true : marks && child.name === 'ArgList')
  }
  visit(topNode, false)
  return strings
}

function calleeOf(node: SyntaxNode, source: string): string {
  return node.firstChild ? textOf(node.firstChild, source) : ''
}

const textOf = ({ from, to }: SyntaxNode, source: string): string => source.slice(from, to)

/** A string, several beside each other, or some added up. */
function isText(node: SyntaxNode): boolean {
  if (['String', 'FormatString', 'ContinuedString'].includes(node.name)) return true
  return (
    node.name === 'BinaryExpression' && node.getChild('ArithOp') !== null && operandsOf(node).some(isText)
  )
}

function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return [node.firstChild, node.lastChild].filter((one) => one !== null)
}

function assignments(top: SyntaxNode, source: string): Program['assigned'] {
  const assigned = new Map<string, SyntaxNode | null>()
  top.cursor().iterate((reference) => {
    if (reference.name !== 'AssignStatement') return
    const { firstChild: name, lastChild: value } = reference.node
    if (name?.name !== 'VariableName' || !value) return
    const key = textOf(name, source)
    assigned.set(key, assigned.has(key) ? null : value)
  })
  return assigned
}

/** Null for what only a run knows. */
function valueOf(node: SyntaxNode, program: Program, depth: number): string | null {
  if (depth > 20) return null
  const { source, assigned } = program
  const all = (nodes: readonly SyntaxNode[]): string | null => {
    const values = nodes.map((one) => valueOf(one, program, depth + 1))
    return values.includes(null) ? null : values.join('')
  }
  switch (node.name) {
    case 'String':
      return unquoted(textOf(node, source))
    case 'FormatString':
      return formatted(node, program, depth)
    case 'ContinuedString':
      return all(childrenOf(node).filter(isText))
    case 'BinaryExpression':
      return textOf(node.getChild('ArithOp') ?? node, source) === '+' ? all(operandsOf(node)) : null
    case 'ParenthesizedExpression':
      return all(childrenOf(node).filter(({ name }) => !/^[()]$|Comment/.test(name)))
    case 'CallExpression': {
      const given = node.getChild('ArgList')
      return /(?:^|\.)gql$/.test(calleeOf(node, source)) && given
        ? all(childrenOf(given).filter(({ name }) => !/^[(),]$|Comment/.test(name)))
        : null
    }
    case 'VariableName': {
      const value = assigned.get(textOf(node, source))
      return value ? valueOf(value, program, depth + 1) : null
    }
    default:
      return null
  }
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

const quotes = /^([a-z]*)("""|'''|"|')([^]*)\2$/i

/** The text between the quotes, its escapes read. */
function unquoted(written: string): string {
  const [, prefix = '', , inner = ''] = quotes.exec(written) ?? []
  return /r/i.test(prefix) ? inner : unescaped(inner)
}

function unescaped(text: string): string {
  const known: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' }
  return text.replaceAll(/\\([^])/g, (_, letter: string) => known[letter] ?? letter)
}

/** An f-string, its doubled braces read and the names in it replaced. */
function formatted(node: SyntaxNode, program: Program, depth: number): string | null {
  const written = textOf(node, program.source)
  const [, prefix = '', quote = ''] = /^([a-z]*)("""|'''|"|')/i.exec(written) ?? []
  const isRaw = /r/i.test(prefix)
  const read = (text: string): string => {
    const inner = text.replaceAll('{{', '{').replaceAll('}}', '}')
    return isRaw ? inner : unescaped(inner)
  }
  let text = ''
  let from = node.from + prefix.length + quote.length
  for (const replaced of childrenOf(node).filter(({ name }) => name === 'FormatReplacement')) {
    const inner = childrenOf(replaced).find(({ name }) => !/^[{}]$/.test(name))
    const value = inner && valueOf(inner, program, depth + 1)
    if (value === null || value === undefined) return null
    text += read(program.source.slice(from, replaced.from)) + value
    from = replaced.to
  }
  return text + read(program.source.slice(from, node.to - quote.length))
}

/** What tells whether it was meant as an operation. */
function writtenIn(node: SyntaxNode, { source }: Program): string {
  let first: SyntaxNode | null = node
  while (first && first.name !== 'String' && first.name !== 'FormatString')
    first = childrenOf(first).find(isText) ?? null
  const [, , , inner = ''] = quotes.exec(first ? textOf(first, source) : '') ?? []
  return first?.name === 'FormatString' ? inner.replaceAll('{{', '{') : inner
}
