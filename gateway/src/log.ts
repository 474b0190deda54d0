/**
 * The operational log: JSON, one line a request. It holds names, counts and codes; never variables, literals, the text of an operation,
 * or anything of an answer.
 */
import pino, { type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

export type { Logger }

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

export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return destination ? pino(options, destination) : pino(options)
}

export function logRequest(logger: Logger, line: RequestLine): void {
  logger.info(line, 'request')
}
