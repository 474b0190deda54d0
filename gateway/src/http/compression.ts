/**
 * Compression of JSON answers over 1 kB, where the client accepts it: zstd where this Node has it, Brotli or
 * gzip. Promises that nothing sent with a token or a purpose is compressed: the length of an answer about
 * people that also holds text of the caller's choosing would reveal its content (BREACH).
 */
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'

type Compress = (text: string) => Promise<Buffer>

const leastBytes = 1_024
/** The quick levels: an answer is compressed once and sent once. */
const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const zstd = (zlib as { readonly zstdCompress?: typeof zlib.gzip }).zstdCompress

/** What this Node can do, the best first. */
const encodings: ReadonlyMap<string, Compress> = new Map<string, Compress>([
  ...(zstd ? [['zstd', promisify(zstd)] as const] : []),
  ['br', (text) => brotli(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ['gzip', (text) => gzip(text, { level: 5 })],
])

/** The answer compressed, and by what; undefined where it is to be sent as it is. */
export function compressFor(
  { headers }: IncomingMessage,
  text: string,
): Promise<{ readonly encoding: string; readonly body: Buffer }> | undefined {
  if (text.length < leastBytes) return undefined
  if (headers.authorization !== undefined || headers['x-hub-purpose'] !== undefined) return undefined
  const encoding = encodingFor(headers['accept-encoding'])
  const compress = encoding === undefined ? undefined : encodings.get(encoding)
  if (encoding === undefined || !compress) return undefined
  return compress(text).then((body) => ({ encoding, body }))
}

/** Of what the client takes, what it likes best (by `q`), and of equals the best of ours. */
export function encodingFor(accepted: string | undefined): string | undefined {
  const weights = new Map<string, number>()
  for (const entry of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : Number(weight) || 0)
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0
  const candidates = [...encodings.keys()].filter((name) => weightOf(name) > 0)
  return candidates.sort((a, b) => weightOf(b) - weightOf(a))[0]
}
