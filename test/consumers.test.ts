/** The operations of consumers as they stand in their files: applications, notebooks and manifests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOperations } from '@samenhang/schema/consumers/read-operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-consumers-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What is read of files with these texts. */
async function read(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { operations, faults, without } = await readOperations(Object.keys(files), folder)
  return {
    found: operations.map(({ name, file, line }) => `${name} ${file}:${String(line)}`),
    faults: faults.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`),
    without,
    operations,
  }
}

const putTogether =
  'This operation is put together while the program runs, and cannot be read: write it out, with variables.'

describe('operations are found', () => {
  it('in .graphql files, several in one, with fragments of other files and no others', async () => {
    const { found, faults, operations } = await read({
      'a.graphql': 'query A { country { ...Name } }\n\nquery B { country { code } }\n',
      'b.gql':
        'fragment Name on Area { name ...Code }\nfragment Code on Area { code }\nfragment Other on Area { level }',
    })
    expect(found).toEqual(['A a.graphql:1', 'B a.graphql:3'])
    expect(faults).toEqual([])
    expect(operations[0]!.text).toContain('fragment Code on Area')
    expect(operations[0]!.text).not.toContain('Other')
  })

  it('in TypeScript: tagged templates, calls, comments and plain strings; constants and imports are put in', async () => {
    const { found, faults } = await read({
      'names.ts':
        'export const fields = `code name`\nexport const NAME = gql`fragment Name on Area { name }`\n',
      'app.tsx': [
        "import { fields, NAME as FRAGMENT } from './names.js'",
        'const own = { entry: gql`fragment Own on Area { level }` } as const',
        'export const a = gql`query A { country { ...Name } } ${FRAGMENT}`',
        'export const b = graphql(`query B { country { ${fields} } }`)',
        "export const c = /* GraphQL */ 'query C { country { code } }'",
        "export const d = 'query D { country { code } ' + '}'",
        'export const e = gql`query E { country { ...Own } } ${own.entry}`',
        'export const text = `{${fields}}`, other = "query the country", mail = "{name}"',
        'export const Page = () => <p title="query">{"{ a }"}</p>',
      ].join('\n'),
    })
    expect(faults).toEqual([])
    expect(found).toEqual(['A app.tsx:3', 'B app.tsx:4', 'C app.tsx:5', 'D app.tsx:6', 'E app.tsx:7'])
  })

  it('in Python: triple quotes, gql(…), strings beside each other, f-strings of constants', async () => {
    const { found, faults } = await read({
      'figures.py': [
        'from gql import gql  # """query Not { a { b } }"""',
        'FIELDS = "code name"',
        'A = gql("""',
        'query A { country { code } }',
        '""")',
        'B = f"query B {{ country {{ {FIELDS} }} }}"',
        'C = ("query C { country "',
        '     "{ code } }")',
        "D = '{ country { name } }'",
        'E = "query E { country { code } " + "}"',
        'text = "{name}".format(name="x")',
      ].join('\n'),
    })
    expect(faults).toEqual([])
    expect(found).toEqual([
      'A figures.py:4',
      'B figures.py:6',
      'C figures.py:7',
      ' figures.py:9',
      'E figures.py:10',
    ])
  })

  it('in R, R Markdown and Quarto: strings, raw strings, paste0, and blocks of code', async () => {
    const { found, faults } = await read({
      'a.R': [
        "# 'query Not { a { b } }'",
        "fields <- 'code name'",
        'a <- r"(query A { country { code } })"',
        'b <- paste0("query B { country { ", fields, " } }")',
        'c <- "query C {',
        '  country { code } }"',
        'd <- "{ country { name } }"',
      ].join('\n'),
      'b.Rmd': [
        '---',
        'title: "query"',
        '---',
        '```{r figures, echo=FALSE}',
        'e <- "query E { country { code } }"',
        '```',
        'Text with `query F { a { b } }` in it.',
        '```{python}',
        'f = "query F { country { code } }"',
        '```',
      ].join('\n'),
      'c.qmd': '```{graphql}\nquery G { country { code } }\n```\n```text\nquery Not { a { b } }\n```\n',
    })
    expect(faults).toEqual([])
    expect(found).toEqual(['A a.R:3', 'B a.R:4', 'C a.R:5', ' a.R:7', 'E b.Rmd:5', 'F b.Rmd:9', 'G c.qmd:2'])
  })

  it('in the cells of notebooks of Python and of R, at the line of the file', async () => {
    const notebook = (language: string, lines: readonly string[]) =>
      JSON.stringify(
        {
          cells: [
            { cell_type: 'markdown', source: ['`query Not { a { b } }`'] },
            { cell_type: 'code', source: lines.map((line) => `${line}\n`) },
          ],
          metadata: { kernelspec: { language } },
          nbformat: 4,
        },
        null,
        1,
      )
    const { found, faults, operations } = await read({
      'p.ipynb': notebook('python', ['%matplotlib inline', 'a = """query P { country { code } }"""']),
      'r.ipynb': notebook('R', ['a <- "query R { country { code } }"']),
    })
    expect(faults).toEqual([])
    expect(found).toEqual(['P p.ipynb:13', 'R r.ipynb:12'])
    expect(operations).toHaveLength(2)
  })

  it('in manifests of Apollo, Relay, graphql-codegen and Hive, under their ids; one text is one operation', async () => {
    const text = 'query A { country { code } }'
    const { operations, faults } = await read({
      'apollo.json': JSON.stringify({
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: 'apollo-1', name: 'A', type: 'query', body: text }],
      }),
      'relay.json': JSON.stringify({ 'relay-1': 'query A {\n  country {\n    code\n  }\n}' }),
    })
    expect(faults).toEqual([])
    expect(operations.map(({ name, aliases }) => [name, aliases])).toEqual([['A', ['apollo-1', 'relay-1']]])
  })
})

describe('what cannot be read is one line with file and line, and costs nothing else', () => {
  it('a text that looks like an operation and is none', async () => {
    const { found, faults } = await read({
      'x.ts': 'const a = gql`query A { country { code } }`\nconst b = gql`\n  query B { country {`\n',
      'x.py': 'a = """\nquery C { country { } }"""\n',
    })
    expect(found).toEqual(['A x.ts:1'])
    expect(faults).toEqual([
      'x.ts:3: This is no GraphQL: Syntax Error: Expected Name, found <EOF>.',
      'x.py:2: This is no GraphQL: Syntax Error: Expected Name, found "}".',
    ])
  })

  it('an operation that is put together while the program runs', async () => {
    const { found, faults } = await read({
      'y.ts': 'const a = (field: string) => gql`query A { country { ${field} } }`',
      'y.py': 'def a(field):\n    return f"query A {{ country {{ {field} }} }}"\n',
      'y.R': 'a <- function(field) paste0("query A { country { ", field, " } }")',
    })
    expect(found).toEqual([])
    expect(faults).toEqual([`y.ts:1: ${putTogether}`, `y.py:2: ${putTogether}`, `y.R:1: ${putTogether}`])
  })

  it('a fragment that is nowhere, one that is two, a file of another kind, a broken notebook', async () => {
    const { faults, without } = await read({
      'z.graphql': 'query Z { country { ...Nowhere } }',
      'z1.graphql': 'fragment Twice on Area { code }',
      'z2.graphql': 'fragment Twice on Area { name }',
      'z.txt': 'query A { a { b } }',
      'z.ipynb': '{}',
      'z.json': '[]',
      'none.py': 'print("hello")',
    })
    expect(faults).toEqual([
      'z.txt:1: It cannot be read: this kind of file is not known; known are .graphql, .gql, .json, .ts, .tsx, .js, .jsx, .py, .R, .Rmd, .qmd and .ipynb.',
      'z.ipynb:1: It cannot be read: it is no notebook: it has no cells.',
      'z.json:1: It cannot be read: a manifest is an object from ids to texts, or one of the format "apollo-persisted-query-manifest".',
      'z2.graphql:1: The fragment Twice is another one in z1.graphql: give one of them another name.',
      'z.graphql:1: The fragment Nowhere is in none of the files.',
    ])
    expect(without).toEqual(['none.py'])
  })
})
