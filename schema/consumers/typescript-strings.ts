/**
 * The strings of a TypeScript or JavaScript program: templates tagged gql or graphql, arguments of gql(…) and graphql(…), those after the comment
 * GraphQL, and all others. What is put in by `${…}` is read where it is a constant, of the same file or of one that it imports by a relative path.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import type { ProgramString } from './found-text.ts'

interface Program {
  readonly source: ts.SourceFile
  /** Null for one that is declared twice, or may change. */
  readonly constants: ReadonlyMap<string, ts.Expression | null>
  /** By the name that it has here. */
  readonly imported: ReadonlyMap<string, { readonly from: string; readonly name: string }>
  readonly open: (path: string) => Program | null
}

const tags = /^(?:\w+\.)?(?:gql|graphql)$/

export function typescriptStrings(text: string, path: string): readonly ProgramString[] {
  const programs = new Map<string, Program | null>()
  const open = (other: string): Program | null => {
    const known = programs.get(other)
    if (known !== undefined) return known
    programs.set(other, null)
    const program = programOf(readFileSync(other, 'utf8'), other, open)
    programs.set(other, program)
    return program
  }
  const program = programOf(text, path, open)
  const strings: ProgramString[] = []
  const visit = (node: ts.Node): void => {
    const found = stringAt(node, program)
    if (found) strings.push(found)
    else ts.forEachChild(node, visit)
  }
  visit(program.source)
  return strings
}

function programOf(text: string, path: string, open: Program['open']): Program {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const constants = new Map<string, ts.Expression | null>()
  const imported = new Map<string, { readonly from: string; readonly name: string }>()
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const { text: name } = node.name
      const isConstant = (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0 && !constants.has(name)
      constants.set(name, isConstant ? (node.initializer ?? null) : null)
    }
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const { text: from } = node.moduleSpecifier
      const bindings = node.importClause?.namedBindings
      for (const one of bindings && ts.isNamedImports(bindings) ? bindings.elements : [])
        imported.set(one.name.text, { from, name: (one.propertyName ?? one.name).text })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { source, constants, imported, open }
}

function stringAt(node: ts.Node, program: Program): ProgramString | null {
  const { source } = program
  const at = (expression: ts.Expression, isMarked: boolean): ProgramString => ({
    text: valueOf(expression, program, 0),
    written: writtenIn(expression),
    line: source.getLineAndCharacterOfPosition(expression.getStart(source)).line + 1,
    isMarked,
  })
  if (ts.isTaggedTemplateExpression(node))
    return tags.test(node.tag.getText(source)) ? at(node.template, true) : null
  if (ts.isCallExpression(node) && tags.test(node.expression.getText(source))) {
    const [argument] = node.arguments
    return argument && isString(argument) ? at(argument, true) : null
  }
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return null
  if (!ts.isExpression(node) || !isString(node)) return null
  const before = source.text.slice(node.getFullStart(), node.getStart(source))
  return at(node, /\/\*\s*GraphQL\s*\*\//.test(before))
}

function isString(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true
  return ts.isBinaryExpression(node) && isPlus(node) && (isString(node.left) || isString(node.right))
}

const isPlus = ({ operatorToken }: ts.BinaryExpression): boolean =>
  operatorToken.kind === ts.SyntaxKind.PlusToken

/** What tells whether it was meant as an operation. */
function writtenIn(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => literal.text).join(' ')
  return ts.isBinaryExpression(node) ? writtenIn(node.left) : ''
}

/** Null for what only a run knows. */
function valueOf(node: ts.Expression, program: Program, depth: number): string | null {
  if (depth > 20) return null
  const inner = (one: ts.Expression): string | null => valueOf(one, program, depth + 1)
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) return valueOfTemplate(node, inner)
  if (ts.isTaggedTemplateExpression(node)) return inner(node.template)
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return inner(node.expression)
  if (ts.isBinaryExpression(node) && isPlus(node)) {
    const [left, right] = [inner(node.left), inner(node.right)]
    return left === null || right === null ? null : left + right
  }
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments
    return argument && tags.test(node.expression.getText(program.source)) ? inner(argument) : null
  }
  if (ts.isPropertyAccessExpression(node)) return valueOfProperty(node, program, depth)
  return ts.isIdentifier(node) ? valueOfName(node.text, program, depth) : null
}

/** Between definitions only fragments are put in: those are found by their names wherever they stand. */
function valueOfTemplate(
  { head, templateSpans }: ts.TemplateExpression,
  valueOf: (node: ts.Expression) => string | null,
): string | null {
  let text = head.text
  for (const { expression, literal } of templateSpans) {
    const value = valueOf(expression)
    if (value === null && depthOf(text) > 0) return null
    text += (value ?? '') + literal.text
  }
  return text
}

function depthOf(text: string): number {
  return text.split('{').length - text.split('}').length
}

function valueOfProperty(node: ts.PropertyAccessExpression, program: Program, depth: number): string | null {
  const holder = objectOf(node.expression, program)
  const property = holder?.properties.find(
    (one): one is ts.PropertyAssignment =>
      ts.isPropertyAssignment(one) && one.name.getText() === node.name.text,
  )
  return property ? valueOf(property.initializer, program, depth + 1) : null
}

function objectOf(node: ts.Expression, { constants }: Program): ts.ObjectLiteralExpression | null {
  if (!ts.isIdentifier(node)) return null
  let value = constants.get(node.text) ?? null
  while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))) value = value.expression
  return value && ts.isObjectLiteralExpression(value) ? value : null
}

function valueOfName(name: string, program: Program, depth: number): string | null {
  const constant = program.constants.get(name)
  if (constant) return valueOf(constant, program, depth + 1)
  const found = program.imported.get(name)
  const path = found?.from.startsWith('.') ? resolved(program.source.fileName, found.from) : null
  const other = path === null ? null : program.open(path)
  return found && other ? valueOfName(found.name, other, depth + 1) : null
}

function resolved(from: string, specifier: string): string | null {
  const path = join(dirname(from), specifier)
  const bare = path.replace(/\.[cm]?jsx?$/, '')
  const candidates = [
    path,
    ...['.ts', '.tsx', '.js', '.jsx', '/index.ts', '/index.js'].map((end) => bare + end),
  ]
  return candidates.find((one) => existsSync(one) && statSync(one).isFile()) ?? null
}
