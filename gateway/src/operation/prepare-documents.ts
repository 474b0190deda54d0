/**
 * Preparation of registered operations before the gateway is ready. An operation that cannot be prepared does
 * not stop the start; it is prepared at its first request.
 */
import { HubError } from '@samenhang/subgraph-kit/errors'
import type { Logger } from '../telemetry/log.ts'
import type { TrustedDocument } from './trusted-documents.ts'

/** Prepares each registered operation, and logs those that cannot be prepared. */
export async function prepareAll(
  documents: readonly TrustedDocument[],
  prepare: (document: TrustedDocument) => Promise<void>,
  logger: Logger,
): Promise<void> {
  const report = ({ id }: TrustedDocument, error: unknown): void => {
    // Anything but a refusal is a fault of the hub.
    const level = error instanceof HubError ? 'warn' : 'error'
    logger[level]({ operation: id, err: error }, 'not prepared before the start')
  }
  await Promise.all(
    documents.map((document) => prepare(document).catch((error: unknown) => report(document, error))),
  )
}

/** Throws what is not a refusal. */
export function passBusy(error: unknown): void {
  if (!(error instanceof HubError)) throw error
}
