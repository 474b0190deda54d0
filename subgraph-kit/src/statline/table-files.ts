/**
 * Which file of a download is the table: a file itself, or the one in a zip that is no description of it. What lies beside the
 * table, in its folder or in the zip, is found by its name.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileBytes } from './read-bytes.ts'
import { ImportRefused } from './table.ts'
import { BadZip, unzip, type ZippedFile } from './unzip.ts'

export interface TableFile {
  /** For messages: its base name, behind that of the zip it lies in. */
  readonly origin: string
  /** Its path; in a zip, as if the zip were a folder. */
  readonly path: string
  readonly bytes: Buffer
  /** The bytes of a file of this download, such as `MeasureCodes`, whatever its extension; null where there is none. */
  readonly beside: (name: string) => Promise<Buffer | null>
}

const largestUnpacked = 512 * 1024 * 1024
const table = /\.(?:csv|tsv|txt|json|xlsx)$/i
const description =
  /(?:metadata|codes|groups|dimensions|properties|tableinfos|categorygroups|readme|leesmij|toelichting)[^/]*$/i

/** Throws ImportRefused where a zip holds no table, or several. */
export function chooseTable(path: string, { origin, bytes }: FileBytes): TableFile {
  const files = bytes.toString('latin1', 0, 4) === 'PK\x03\x04' ? filesOf(origin, bytes) : null
  if (files === null) return { origin, path, bytes, beside: (name) => findInFolder(path, name) }
  const tables = files.filter(({ name }) => table.test(name) && !description.test(basename(name)))
  const [first, second] = tables.filter(({ name }) => isObservationsName(name)).concat(tables)
  const names = (some: readonly ZippedFile[]) => some.map(({ name }) => `"${name}"`).join(', ')
  if (first === undefined) {
    const problem = `the zip holds no table; it holds ${names(files.slice(0, 5)) || 'nothing'}`
    throw new ImportRefused(
      origin,
      problem,
      'Import the zip of a table as the CBS gives it, or the CSV itself.',
    )
  }
  if (second !== undefined && second !== first && !isObservationsName(first.name)) {
    const problem = `the zip holds several tables: ${names(tables.slice(0, 5))}`
    throw new ImportRefused(origin, problem, 'Unpack it and import them one by one.')
  }
  const inner = basename(first.name)
  return {
    origin: `${origin}/${inner}`,
    path: join(path, inner),
    bytes: first.bytes,
    beside: (name) => {
      const wanted = companions(inner, name)
      const companion = files.find((file) => wanted.includes(basename(file.name).toLowerCase()))
      return Promise.resolve(companion?.bytes ?? null)
    },
  }
}

/** The files of a zip, or null where it is a workbook. */
function filesOf(origin: string, bytes: Buffer): readonly ZippedFile[] | null {
  if (/\.xls[xmb]?$/i.test(origin)) return null
  const files: ZippedFile[] = []
  try {
    for (const file of unzip(bytes, largestUnpacked)) {
      if (file.name === '[Content_Types].xml' || file.name.startsWith('xl/')) return null
      if (!file.name.endsWith('/') && !file.name.startsWith('__MACOSX')) files.push(file)
    }
    return files
  } catch (error) {
    if (!(error instanceof BadZip)) throw error
    const problem =
      error.reason === 'too large' ? 'the zip unpacks to more than 512 MB' : 'the zip is cut off or damaged'
    throw new ImportRefused(origin, problem, 'Download it again, or unpack it and import the table.')
  }
}

const isObservationsName = (name: string): boolean => /observations\.(?:csv|json)$/i.test(name)

/** `85984NED_MeasureCodes.csv` belongs to `85984NED_Observations.csv`; without such a prefix the bare name does. */
function companions(inner: string, name: string): readonly string[] {
  const prefix = /^(.*)observations\.\w+$/i.exec(inner)?.[1] ?? ''
  return [prefix, ''].flatMap((start) =>
    ['csv', 'json'].map((extension) => `${start}${name}.${extension}`.toLowerCase()),
  )
}

async function findInFolder(path: string, name: string): Promise<Buffer | null> {
  const wanted = companions(basename(path), name)
  const names = await readdir(dirname(path))
  const companion = wanted.flatMap((wantedName) =>
    names.filter((other) => other.toLowerCase() === wantedName),
  )[0]
  return companion === undefined ? null : readFile(join(dirname(path), companion))
}
