/** What comments and documents say of files: each name is of a file that is there. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
const there = new Set(files.flatMap((file) => [file, basename(file)]))

/** Of packages, of standards, and such as someone may write. */
const ofOthers = new Set([
  ...['package-lock.json', 'tsconfig.json', 'persisted-documents.json', 'relay.json', 'apollo.json'],
  ...['Node.js', 'graphql.js'],
])

/** Names of source files in comments of code and anywhere in documents. */
function namesIn(file: string, text: string): readonly string[] {
  const told = file.endsWith('.md')
    ? text
    : [...text.matchAll(/\/\*\*?[\s\S]*?\*\/|(?:^|\s)\/\/.*/g)].map(([comment]) => comment).join('\n')
  return [...told.matchAll(/(?<![\w/.*<-])((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:ts|js|cjs))\b(?!\w)/g)].map(
    ([, name = '']) => name,
  )
}

test('a file that a comment or a document names is there', () => {
  const gone = files
    .filter((file) => /\.(?:ts|js|cjs|md|graphql)$/.test(file) && !file.includes('/generated/'))
    .flatMap((file) =>
      namesIn(file, readFileSync(join(root, file), 'utf8'))
        .filter((name) => !there.has(name) && !there.has(basename(name)) && !ofOthers.has(name))
        .map((name) => `${file}: ${name}`),
    )
  expect(gone).toEqual([])
})
