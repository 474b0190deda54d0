/**
 * Every error the hub says on purpose: one table of codes, one class. docs/errors.md is generated from the table.
 * What is not a HubError is a fault of ours: it leaves the hub as INTERNAL with an error id, never with its own text.
 */

/** Each code with what it means and what the reader can do. */
export const errorCodes = {
  BAD_AREA_CODE:
    'The code is not a CBS area code of the level asked for: NL00, PV20, GM0363, WK036300, BU03630000.',
  BAD_ARGUMENT: 'An argument is out of range: the message names it and the range.',
  BAD_REQUEST:
    'The HTTP request is not one of GraphQL over HTTP: its content type, encoding or body. The message says which.',
  PERIOD_NOT_PUBLISHED:
    'No figures are loaded for this year; `latest` in the extensions is the newest that has them.',
  SUBGRAPH_UNAVAILABLE:
    'One domain did not answer in time or not in full; its fields are null, the others hold. Try again.',
  BAD_SUBGRAPH_VALUE:
    'One domain sent a value here that is none of its type, or nothing; it is null, the others hold. For operators: `subgraph` and the schema of the hub differ.',
  OPERATION_NOT_REGISTERED:
    'There is no registered operation of this name. Send it to /graphql, or register it.',
  OPERATION_BROKEN:
    'The registered operation cannot be answered, for the reason in the message. Mend the document or its manifest, and restart the hub.',
  PERSISTED_QUERY_NOT_FOUND:
    'There is no registered operation with this hash. Send the text, or register it.',
  UNAUTHENTICATED: 'The token is not valid here and now; nothing was run. Get a new one, or send none.',
  ISSUER_UNAVAILABLE:
    'The token cannot be checked now, for the keys of its issuer cannot be had; nothing was run. Try again after `retryAfter` seconds, or ask without a token.',
  PURPOSE_NOT_ALLOWED:
    'The purpose of `X-Hub-Purpose` is not in the register, or not among those of the token; nothing was run.',
  POST_ONLY:
    'The operation changes something, or asks for protected fields, which a URL may not name. Send it by POST.',
  UNAUTHORIZED_FIELD_OR_TYPE:
    'The token, or the purpose, does not allow this field; it is null. `coordinate` names it, `reason` what is lacking: TOKEN, SCOPE (`scopes` are those missing) or PURPOSE (`purposes` of the register would do).',
  CONSENT_MISSING:
    'The purpose has data of the domains in `domains` only where the person consented, and this one has not, or no longer; the person is null. Ask without these data, or for consent.',
  SUBGRAPH_TOKEN_REFUSED:
    'A subgraph did not accept the token it was asked with. For operators: keys (HUB_KEYS_DIR; `request-<name>.jwk` too) or clocks of gateway and subgraph differ.',
  TOO_MANY_SUBJECTS: 'The operation is about more than 100 persons. Page with `first` and `after`.',
  SUBJECT_BUDGET_EXCEEDED:
    'The caller has read of as many different persons as it may in an hour (HUB_SUBJECT_BUDGET); their data are null. Try again later.',
  LOG_UNAVAILABLE:
    'That data of persons are read cannot be logged, so they are not given; the rest of the answer holds. For operators: the audit log.',
  TOO_MANY_TOKENS: 'The operation has more than 2,000 tokens. Split it.',
  TOO_DEEP: 'The operation nests deeper than 15 levels. Ask for less at once.',
  TOO_MANY_ALIASES: 'The operation has more than 30 aliases. Ask for lists by `areas(codes:)` instead.',
  PAGE_TOO_LARGE: 'A page or a list of codes is larger than 1,000. Page with `first` and `after`.',
  ANSWER_TOO_LARGE:
    'The answer could hold more than 600,000 objects, by its pages and lists multiplied. Ask for smaller pages.',
  TOO_MANY_FIELDS:
    'With its fragments written out the operation has more than 10,000 fields, or more than 50,000 with each written out for every type that it may be of. Ask for less at once.',
  PLANNING_TOO_LONG:
    'Working out how to answer this operation takes more processor time or memory than one operation may have; it is tried anew after half a minute. Ask for less at once.',
  PLANNING_BUSY:
    'A new operation could not be planned now: too many wait, it waited too long, or its planning was cut off; nothing was run. Try again after `retryAfter` seconds.',
  HUB_BUSY:
    'The hub has more large answers to make than it can; nothing was run. Try again after `retryAfter` seconds, or ask for smaller pages.',
  OBJECT_BUDGET_EXCEEDED:
    'The caller has asked for as many objects as it may in a minute (HUB_OBJECTS_PER_MINUTE); nothing was run. Try again after `retryAfter` seconds, or ask for smaller pages.',
  BODY_TOO_LARGE: 'The request body is larger than 1 MB.',
  BATCHING_NOT_ALLOWED: 'The body is a list of operations. Send one operation a request.',
  DATABASE_UNAVAILABLE: 'A database is locked, full, unreadable or damaged; nothing was changed.',
  INTERNAL: 'A fault in the hub. Report the `errorId` of the extensions; the log has the rest.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** An error with a code from {@link errorCodes}, a sentence for a person, and the data to act on. */
export class HubError extends Error {
  override readonly name = 'HubError'
  readonly extensions: { code: ErrorCode } & Readonly<Record<string, unknown>>

  constructor(
    readonly code: ErrorCode,
    message: string,
    data: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.extensions = { ...data, code }
  }
}
