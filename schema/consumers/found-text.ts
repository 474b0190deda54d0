/** A text in a consumer's file that is, or seems to be, GraphQL; and what could not be read. Readers of each kind of file give these. */
import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql'

export interface FoundText {
  readonly text: string
  readonly file: string
  /** Of its first line, from 1. */
  readonly line: number
  /** The id that a manifest gives it. */
  readonly id?: string | undefined
}

/** A line for the consumer: what is wrong, and where. */
export interface FileFault {
  readonly file: string
  readonly line: number
  readonly message: string
}

export interface FoundTexts {
  readonly texts: readonly FoundText[]
  readonly faults: readonly FileFault[]
}

export const nothingFound: FoundTexts = { texts: [], faults: [] }

export function together(found: readonly FoundTexts[]): FoundTexts {
  return { texts: found.flatMap(({ texts }) => texts), faults: found.flatMap(({ faults }) => faults) }
}

/** A string of a program: its text, or null where it is put together from what only a run knows. */
export interface ProgramString {
  readonly text: string | null
  /** As it is written, with whatever stands in it. */
  readonly written: string
  readonly line: number
  /** Whether the program says that it is GraphQL, as by the tag gql. */
  readonly isMarked: boolean
}

const comments = String.raw`[\s,\uFEFF]*(?:#[^\n]*\n[\s,]*)*`
const operation = new RegExp(
  `^${comments}(?:(?:query|mutation|subscription)\\b\\s*(?:\\w+\\s*)?(?:\\{|\\(\\s*\\$|@)|fragment\\s+\\w+\\s+on\\s+\\w+)`,
)
const shorthand = new RegExp(`^${comments}\\{`)

/** Whether a string that nothing marks is an operation or a fragment, or was meant to be: not every text in braces is. */
function isOperation({ text, written }: ProgramString): boolean {
  if (operation.test(written)) return true
  return shorthand.test(written) && text !== null && isNestedQuery(text)
}

/** Every query asks for something of an object; `{name}` is a text of other languages. */
function isNestedQuery(text: string): boolean {
  let document: DocumentNode
  try {
    document = parse(text, { noLocation: true, maxLexicalTokens: 20_000 })
  } catch {
    return false
  }
  return document.definitions.some((node) => 'selectionSet' in node && hasSelection(node.selectionSet))
}

function hasSelection({ selections }: SelectionSetNode): boolean {
  return selections.some((node) => node.kind !== Kind.FRAGMENT_SPREAD && node.selectionSet !== undefined)
}

/** What of a program's strings is GraphQL. */
export function textsOf(strings: readonly ProgramString[], file: string): FoundTexts {
  const meant = strings.filter((one) => one.isMarked || isOperation(one))
  return {
    texts: meant.flatMap(({ text, line }) => (text === null ? [] : [{ text, file, line }])),
    faults: meant.flatMap(({ text, line }) =>
      text === null
        ? [
            {
              file,
              line,
              message:
                'This operation is put together while the program runs, and cannot be read: write it out, with variables.',
            },
          ]
        : [],
    ),
  }
}
