/**
 * A workspace in package-lock.json and node_modules, as `npm install` would put it there: without it `npm ci` refuses for everybody. Only the two
 * entries of the workspace are added, so that nothing else is resolved anew.
 */
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Lock {
  readonly packages: Readonly<Record<string, unknown>>
}

/** What package.json of the workspace says that its lock repeats. */
export interface Workspace {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
}

/** Adds the workspace in this folder (`subgraphs/safety`). Gives what takes it out again. */
export function addToLock(root: string, folder: string, workspace: Workspace): () => void {
  const file = join(root, 'package-lock.json')
  const before = readFileSync(file, 'utf8')
  const lock = JSON.parse(before) as Lock
  const { name, version, license, dependencies } = workspace
  const link = `node_modules/${name}`
  const packages = inOrder({
    ...lock.packages,
    [link]: { resolved: folder, link: true },
    [folder]: { name, version, license, dependencies },
  })
  // One may be left of a folder of that name that was removed.
  rmSync(join(root, link), { force: true })
  symlinkSync(join('..', '..', folder), join(root, link), 'junction')
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  return () => {
    writeFileSync(file, before)
    rmSync(join(root, link), { force: true })
  }
}

/** npm's order: by the English rules of sorting, the root first. */
function inOrder(packages: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')))
}
