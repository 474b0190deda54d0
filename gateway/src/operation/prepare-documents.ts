/** What is done before the gateway is ready. Where an operation cannot be prepared, the gateway starts all the same and prepares it at the request. */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Logger } from '../telemetry/log.ts'
import type { TrustedDocument } from './trusted-documents.ts'

/** Prepares each registered operation, and tells the log of those that could not be. */
export async function prepareAll(
  documents: readonly TrustedDocument[],
  prepare: (document: TrustedDocument) => Promise<void>,
  logger: Logger,
): Promise<void> {
  const tell = ({ id }: TrustedDocument, error: unknown): void => {
    // What is no refusal is a fault of ours.
    const level = error instanceof HubError ? 'warn' : 'error'
    logger[level]({ operation: id, err: error }, 'not prepared before the start')
  }
  await Promise.all(documents.map((one) => prepare(one).catch((error: unknown) => tell(one, error))))
}

/** Throws what is not a refusal. */
export function passBusy(error: unknown): void {
  if (!(error instanceof HubError)) throw error
}
