/** The strings of an R program: with what paste0 and paste of strings and names add up to, where the names are assigned in the same file. */
import type { ProgramString } from './found-text.ts'

interface Token {
  readonly kind: 'string' | 'name' | 'sign'
  readonly text: string
  readonly line: number
}

const raw = /[rR](["'])(-*)([([{])/y
const name = /[A-Za-z.][\w.]*/y
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
/** What puts texts together, with what it puts between them; null for what cannot be read beforehand. */
const joiners: Readonly<Record<string, string | null>> = { paste0: '', paste: ' ', sprintf: null, glue: null }

/** `firstLine` is that of the program in its file. */
export function rStrings(source: string, firstLine = 1): readonly ProgramString[] {
  const tokens = tokensOf(source, firstLine)
  const assigned = assignments(tokens)
  const strings: ProgramString[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'name' && token.text in joiners && tokens[at + 1]?.text === '(') {
      const end = endOfCall(tokens, at + 1)
      const joined = joinedBy(token.text, tokens.slice(at + 2, end), assigned)
      if (joined) strings.push(joined)
      at = end
    } else if (token?.kind === 'string')
      strings.push({ text: token.text, written: token.text, line: token.line, isMarked: false })
  }
  return strings
}

function tokensOf(source: string, firstLine: number): readonly Token[] {
  const tokens: Token[] = []
  let line = firstLine
  let at = 0
  const take = (kind: Token['kind'], text: string, end: number): void => {
    tokens.push({ kind, text, line })
    line += source.slice(at, end).split('\n').length - 1
    at = end
  }
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }
  while (at < source.length) {
    const letter = source[at] ?? ''
    const opened = match(raw)
    if (letter === '#') at = endAt(source, '\n', at)
    else if (opened) {
      const [start, quote = '', dashes = '', bracket = ''] = opened
      const end = endAt(source, `${closing[bracket] ?? ''}${dashes}${quote}`, at + start.length)
      take('string', source.slice(at + start.length, end), end + dashes.length + 2)
    } else if (letter === '"' || letter === "'" || letter === '`') {
      const end = closingQuote(source, letter, at + 1)
      take(letter === '`' ? 'name' : 'string', unescaped(source.slice(at + 1, end)), end + 1)
    } else {
      const [word] = match(name) ?? []
      if (word !== undefined) take('name', word, at + word.length)
      else if (/\s/.test(letter)) {
        if (letter === '\n') line += 1
        at += 1
      } else if (source.startsWith('<-', at)) take('sign', '<-', at + 2)
      else take('sign', letter, at + 1)
    }
  }
  return tokens
}

function endAt(source: string, text: string, from: number): number {
  const found = source.indexOf(text, from)
  return found === -1 ? source.length : found
}

function closingQuote(source: string, quote: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1
  return at
}

function unescaped(text: string): string {
  const known: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
  return text.replaceAll(/\\([^])/g, (_, letter: string) => known[letter] ?? letter)
}

/** Names that are one string; null for one that is assigned twice. */
function assignments(tokens: readonly Token[]): ReadonlyMap<string, string | null> {
  const assigned = new Map<string, string | null>()
  for (const [at, { kind, text }] of tokens.entries()) {
    const [sign, value, after] = tokens.slice(at + 1, at + 4)
    if (kind !== 'name' || (sign?.text !== '<-' && sign?.text !== '=')) continue
    const isOne = value?.kind === 'string' && after?.text !== '+' && !assigned.has(text)
    assigned.set(text, isOne ? value.text : null)
  }
  return assigned
}

/** The index of the bracket that closes the one at `open`. */
function endOfCall(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== 'sign') continue
    if (tokens[at]?.text === '(') depth += 1
    if (tokens[at]?.text === ')') depth -= 1
    if (depth === 0) return at
  }
  return tokens.length
}

function joinedBy(
  joiner: string,
  given: readonly Token[],
  assigned: ReadonlyMap<string, string | null>,
): ProgramString | null {
  const first = given.find(({ kind }) => kind === 'string' || kind === 'name')
  const written = given.find(({ kind }) => kind === 'string')?.text
  if (!first || written === undefined) return null
  const between = given.some(({ text }) => text === 'sep') ? null : (joiners[joiner] ?? null)
  const isPlain = given.every(({ kind, text }) => kind !== 'sign' || text === ',')
  const values = given
    .filter(({ kind }) => kind !== 'sign')
    .map(({ kind, text }) => (kind === 'string' ? text : (assigned.get(text) ?? null)))
  const isStatic = isPlain && between !== null && !values.includes(null)
  return { text: isStatic ? values.join(between) : null, written, line: first.line, isMarked: false }
}
