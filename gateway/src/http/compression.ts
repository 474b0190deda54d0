/**
 * Compression of answers of text over 1 kB, where the client accepts it: zstd where this Node has it, Brotli or
 * gzip. Promises that nothing sent with a token or a purpose is compressed: the length of an answer about
 * people that also holds text of the caller's choosing would reveal its content (BREACH).
 */
import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'

interface Encoding {
  readonly whole: (content: string | Buffer) => Promise<Buffer>
  /** Of what comes in parts. */
  readonly open: () => Transform
}

const leastBytes = 1_024
/** The quick levels: an answer is compressed once and sent once. */
const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const { zstdCompress: zstd, createZstdCompress: openZstd } = zlib as {
  readonly zstdCompress?: typeof zlib.gzip
  readonly createZstdCompress?: () => Transform
}
const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }

/** What this Node can do, the best first. */
const encodings: ReadonlyMap<string, Encoding> = new Map<string, Encoding>([
  ...(zstd && openZstd ? [['zstd', { whole: promisify(zstd), open: openZstd }] as const] : []),
  ['br', { whole: (text) => brotli(text, quality), open: () => zlib.createBrotliCompress(quality) }],
  ['gzip', { whole: (text) => gzip(text, { level: 5 }), open: () => zlib.createGzip({ level: 5 }) }],
])

/** The answer compressed, and by what; undefined where it is to be sent as it is. */
export function compressFor(
  request: IncomingMessage,
  content: string | Buffer,
): Promise<{ readonly encoding: string; readonly body: Buffer }> | undefined {
  const chosen = chosenFor(request, content.length)
  return chosen && chosen.whole(content).then((body) => ({ encoding: chosen.encoding, body }))
}

/** What compresses an answer that comes in parts, of this many bytes; undefined where it is to be sent as it is. */
export function compressorFor(
  request: IncomingMessage,
  bytes: number,
): { readonly encoding: string; open(): Transform } | undefined {
  return chosenFor(request, bytes)
}

function chosenFor(
  { headers }: IncomingMessage,
  length: number,
): (Encoding & { readonly encoding: string }) | undefined {
  if (length < leastBytes) return undefined
  if (headers.authorization !== undefined || headers['x-hub-purpose'] !== undefined) return undefined
  const encoding = encodingFor(headers['accept-encoding'])
  const chosen = encoding === undefined ? undefined : encodings.get(encoding)
  return encoding === undefined || !chosen ? undefined : { encoding, ...chosen }
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
