/** The slice that a command is about: that of the working tree, or of a file. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SliceSource } from '@samenhang/schema/registry/release'
import { readSliceSources, sliceNames } from '@samenhang/schema/slices'
import { InvalidArgumentError } from 'commander'

/** `released` are the slices of what it is for. Throws InvalidArgumentError where there is no such slice or file. */
export function sliceHere(
  name: string,
  file: string | undefined,
  released: readonly SliceSource[],
  environment: NodeJS.ProcessEnv,
): SliceSource {
  const inTree = readSliceSources().find((source) => source.name === name)
  const known = inTree ?? released.find((source) => source.name === name)
  if (!known || (file === undefined && !inTree))
    throw new InvalidArgumentError(`There is no slice ${name}; there are ${sliceNames().join(', ')}.`)
  if (file === undefined) return known
  const path = resolve(environment['INIT_CWD'] ?? process.cwd(), file)
  if (!existsSync(path)) throw new InvalidArgumentError(`There is no file ${file}.`)
  return { ...known, file, sdl: readFileSync(path, 'utf8') }
}
