/**
 * The operational log: JSON, one line for each request. It holds names, counts and codes; never variables,
 * literals, the text of an operation, or anything of an answer. Texts of others are cut and masked
 * (log-text.ts).
 */
import pino, { type DestinationStream, type Logger } from 'pino'
import { errorForLogs, textForLogs } from './log-text.ts'

export type { Logger }

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface RequestLine {
  readonly traceId: string
  readonly operation: string | undefined
  readonly kind: string | undefined
  /** How often each subgraph was called. */
  readonly subgraphs: Readonly<Record<string, number>>
  readonly status: number
  readonly ms: number
  /** The codes of the errors in the answer, each once. */
  readonly errors: readonly string[]
}

/** Writes to stdout by default. */
export function createLogger(level: LogLevel, destination: DestinationStream = linesTo(1)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: isoTime(),
      serializers: { err: errorForLogs },
      hooks: {
        logMethod(parts, log) {
          log.apply(this, parts.map(asLogged) as typeof parts)
        },
      },
    },
    destination,
  )
}

/** Of messages, those of libraries included. */
function asLogged(part: unknown): unknown {
  return typeof part === 'string' ? textForLogs(part, 1_000) : part
}

const opened = new Map<1 | 2, DestinationStream>()

/**
 * Writes lines to stdout (1) or stderr (2), those of one turn of the event loop together, for a write costs more than a line. What was not written
 * yet is when the process ends, unless it is killed. Lines of several processes on one pipe stay whole: no write is larger than the system takes
 * in one piece. A line above that is a write of its own, in which a line of another process may stand.
 */
export function linesTo(file: 1 | 2): DestinationStream {
  const existing = opened.get(file)
  if (existing) return existing
  const out = pino.destination({ dest: file, sync: true })
  let lines: string[] = []
  const writeAll = (): void => {
    const all = lines
    lines = []
    for (const write of writesOf(all)) out.write(write)
  }
  process.once('exit', writeAll)
  const destination: DestinationStream = {
    write(line) {
      if (lines.length === 0) setImmediate(writeAll)
      lines.push(line)
    },
  }
  opened.set(file, destination)
  return destination
}

/** Bytes that POSIX systems write to a pipe in one piece; some write as few as 512, Linux 4,096. */
const wholeWrite = 4_096

/** The lines put together up to that size. */
function writesOf(lines: readonly string[]): readonly string[] {
  const writes: string[] = []
  let together = ''
  let bytes = 0
  for (const line of lines) {
    const own = Buffer.byteLength(line)
    if (bytes > 0 && bytes + own > wholeWrite) {
      writes.push(together)
      together = ''
      bytes = 0
    }
    together += line
    bytes += own
  }
  return together === '' ? writes : [...writes, together]
}

/** Pino's own, made once a millisecond. */
function isoTime(): () => string {
  let at = 0
  let text = ''
  return () => {
    const now = Date.now()
    if (now !== at) {
      at = now
      text = `,"time":"${new Date(now).toISOString()}"`
    }
    return text
  }
}

export function logRequest(logger: Logger, line: RequestLine): void {
  logger.info(line, 'request')
}
