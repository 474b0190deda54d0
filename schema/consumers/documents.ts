/** Documents with code in them: the fenced blocks of R Markdown and Quarto, and the cells of Jupyter notebooks. */
import { isRecord } from '@samenhang/subgraph-kit/http-body'
import { textsOf, together, type FoundTexts } from './found-text.ts'
import { pythonStrings } from './python-strings.ts'
import { rStrings } from './r-strings.ts'

interface Block {
  readonly language: string
  readonly code: string
  /** Of its first line of code, from 1. */
  readonly line: number
}

/** The operations in the blocks of a document of R Markdown or Quarto. */
export function readFencedBlocks(text: string, file: string): FoundTexts {
  return together(fencedBlocks(text).map((block) => readBlock(block, file)))
}

function readBlock({ language, code, line }: Block, file: string): FoundTexts {
  switch (language) {
    case 'r':
      return textsOf(rStrings(code, line), file)
    case 'python':
      return textsOf(pythonStrings(code, line), file)
    case 'graphql':
    case 'gql':
      return { texts: [{ text: code, file, line }], faults: [] }
    default:
      return { texts: [], faults: [] }
  }
}

function fencedBlocks(text: string): readonly Block[] {
  const blocks: Block[] = []
  let open: {
    readonly fence: string
    readonly language: string
    readonly line: number
    readonly code: string[]
  } | null = null
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (open) {
      const [, fence = ''] = /^\s*(`{3,}|~{3,})\s*$/.exec(line) ?? []
      if (!fence.startsWith(open.fence)) {
        open.code.push(line)
        continue
      }
      blocks.push({ language: open.language, code: open.code.join('\n'), line: open.line })
      open = null
      continue
    }
    const [, fence, language = ''] = /^\s*(`{3,}|~{3,})\s*\{?\s*\.?([\w+-]*)/.exec(line) ?? []
    if (fence !== undefined) open = { fence, language: language.toLowerCase(), line: index + 2, code: [] }
  }
  return blocks
}

/** The operations in the cells of code of a notebook. Throws an Error where it is none. */
export function readNotebook(text: string, file: string): FoundTexts {
  const notebook: unknown = JSON.parse(text)
  if (!isRecord(notebook) || !Array.isArray(notebook['cells']))
    throw new Error('it is no notebook: it has no cells.')
  const isR = languageOf(notebook['metadata']) === 'r'
  const lines = text.split('\n')
  let from = 0
  return together(
    notebook['cells'].map((cell: unknown) => {
      const { cell_type: type, source } = isRecord(cell) ? cell : {}
      const written = Array.isArray(source) ? source.map(String) : [String(source ?? '')]
      const line = lineOf(written[0] ?? '', lines, from)
      from = Math.max(from, line - 1 + written.length)
      if (type !== 'code') return { texts: [], faults: [] }
      const code = written.join('')
      return textsOf(isR ? rStrings(code, line) : pythonStrings(code, line), file)
    }),
  )
}

function languageOf(metadata: unknown): string {
  const { kernelspec, language_info: info } = isRecord(metadata) ? metadata : {}
  const named =
    (isRecord(kernelspec) && kernelspec['language']) || (isRecord(info) && info['name']) || 'python'
  return String(named).toLowerCase()
}

/** Notebooks are written with a line for each line of a cell; in others, it is the first. */
function lineOf(written: string, lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, index) => index >= from && line.includes(JSON.stringify(written)))
  return found === -1 ? Math.max(1, from) : found + 1
}
