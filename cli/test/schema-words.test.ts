/** What `hub schema` says of what cannot be read or is not there: a slice that is not GraphQL is a report like any other. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRegistry } from '@samenhang/schema/registry/registry'
import { makeTestData, type TestData } from '@samenhang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runHub } from './hub.ts'

let data: TestData
let environment: Readonly<Record<string, string>>
let file: string

beforeAll(async () => {
  data = await makeTestData()
  environment = { HUB_DATA_DIR: data.directory }
  file = join(data.directory, 'slice.graphql')
  writeFileSync(file, 'type Query {\n  care: Int\n')
})
afterAll(() => data.remove())

const check = (...words: string[]) => runHub(['schema', 'check', 'care', '--schema', file, ...words])

it('a slice that is not GraphQL is refused in each form of the report, with its place and the code of the composer', async () => {
  const asData = await check('--json')
  expect(asData.code).toBe(1)
  expect(JSON.parse(asData.stdout)).toMatchObject({
    slice: 'care',
    isRefused: true,
    errors: [
      {
        code: 'INVALID_GRAPHQL',
        message: 'Syntax Error: Expected Name, found <EOF>.',
        location: { file, line: 3, column: 1 },
      },
    ],
  })
  expect((await check('--annotations')).stdout).toBe(
    `::error file=${file},line=3,col=1,title=INVALID_GRAPHQL::Syntax Error: Expected Name, found <EOF>.\n`,
  )
  const { stdout, stderr } = await check()
  expect(stdout).toContain(`${file}:3:1: INVALID_GRAPHQL: Syntax Error: Expected Name, found <EOF>.`)
  expect(stderr).toBe('hub schema check: care may not be released: 1 composition error.\n')
})

it('a registry without releases says so, and a release that is not there is a usage error', async () => {
  await (await openRegistry(data.environment)).close()
  expect(await runHub(['schema', 'list'], { environment })).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'hub schema list: Nothing was released yet. Release a slice by: hub schema release SLICE\n',
  })
  expect(await runHub(['schema', 'show', '9'], { environment })).toMatchObject({
    code: 2,
    stderr: 'hub: There is no release 9. hub schema list shows what there is. See hub schema show --help.\n',
  })
})
