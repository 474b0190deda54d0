/** A table as a request asks it. */
import type { DocumentNode } from 'graphql'
import type { TrustedDocument } from '../operation/trusted-documents.ts'
import type { Format } from '../tables/formats.ts'
import type { TableRequest } from '../tables/request.ts'

export interface AskedTable extends TableRequest {
  /** Null for the dictionary of the table. */
  readonly format: Format | null
  /** The address of the table, without an ending. */
  readonly address: string
  /** The operation with its directives of tables, valid but for these, and its text without them. */
  readonly source: DocumentNode
  readonly text: string
  readonly id: string
  readonly title: string
  readonly registered: TrustedDocument | undefined
}
