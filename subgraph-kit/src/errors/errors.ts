/**
 * Every error that the hub reports on purpose: one table of codes and one class. docs/errors.md is generated from the table.
 * Any other error is a fault of the hub: the client gets INTERNAL with an error id, never the text of the error.
 */

/** Each code with what it means and what the reader can do. */
export const errorCodes = {
  BAD_AREA_CODE:
    'The code is not a CBS area code of the expected level. Examples: NL00, PV20, GM0363, WK036300, BU03630000.',
  BAD_ARGUMENT: 'An argument is out of range. The message names the argument and the range.',
  BAD_REQUEST:
    'The HTTP request does not conform to GraphQL over HTTP: its content type, its encoding or its body. The message says which.',
  PERIOD_NOT_PUBLISHED:
    'No figures are loaded for this year. `latest` in the extensions is the newest year that has figures.',
  NOT_REFRESHED:
    'What this field answers follows from the figures of all domains, and has not been gathered yet. For operators: run `hub refresh`.',
  SUBGRAPH_OUTDATED:
    'A domain runs a different release from the graph and does not serve this field yet, or no longer serves it. The field is null. Try again later.',
  SUBGRAPH_UNAVAILABLE:
    'A domain did not answer in time, or not completely. Its fields are null; all other fields are valid. Try again.',
  BAD_SUBGRAPH_VALUE:
    'A domain sent a value that is not valid for the type of this field, or no value. The field is null; all other fields are valid. For operators: the schema of `subgraph` differs from that of the hub.',
  OPERATION_NOT_REGISTERED:
    'There is no registered operation of this name. Send it to /graphql, or register it.',
  OPERATION_NOT_TRUSTED:
    'This hub answers registered operations only (HUB_TRUSTED_ONLY); nothing was run. Register it and request it by its id, or send a token with the scope `operations:ad-hoc`.',
  OPERATION_BROKEN:
    'The registered operation cannot be answered; the message says why. Correct the document or its manifest, and restart the hub.',
  PERSISTED_QUERY_NOT_FOUND:
    'There is no registered operation with this hash. Send the text, or register it.',
  RELEASE_NOT_ALLOWED:
    'The header `X-Hub-Release` names a preview of the graph, which is answered to a token with the scope that made it (`schema:release:<slice>`); nothing was run. Send such a token, or leave the header out.',
  RELEASE_NOT_FOUND:
    'There is no preview of the number in `X-Hub-Release`; nothing was run. `hub schema list` has the numbers.',
  RELEASE_REFUSED:
    'The preview may not be served; the message says why: its signature, the release it is based on, or an access rule that requires less than the one in service. Nothing was run. Make the preview again.',
  UNAUTHENTICATED: 'The token is not valid; nothing was run. Get a new token, or send none.',
  ISSUER_UNAVAILABLE:
    'The token cannot be verified, because the keys of its issuer are unavailable; nothing was run. Try again after `retryAfter` seconds, or send the request without a token.',
  PURPOSE_NOT_ALLOWED:
    'The purpose of `X-Hub-Purpose` is not in the register, or not among those of the token; nothing was run.',
  POST_ONLY:
    'The operation is a mutation or selects protected fields, which is not allowed with GET. Send it with POST.',
  UNAUTHORIZED_FIELD_OR_TYPE:
    'The token or the purpose does not allow this field; the field is null. `coordinate` names the field and `reason` what is missing: TOKEN, SCOPE (`scopes` lists the missing ones) or PURPOSE (`purposes` lists those of the register that allow it).',
  CONSENT_MISSING:
    'The purpose requires the consent of the person for data of the domains in `domains`, and there is no valid consent; the person is null. Leave this data out, or ask for consent.',
  SUBGRAPH_TOKEN_REFUSED:
    'A subgraph did not accept the token of the gateway. For operators: the keys (HUB_KEYS_DIR, also `request-<name>.jwk`) or the clocks of gateway and subgraph differ.',
  USAGE_NOT_COUNTED: 'This hub has no registry, so it does not count usage. For operators: see REGISTRY_URL.',
  TOO_MANY_SUBJECTS: 'The operation is about more than 100 people. Use `first` and `after` to page.',
  SUBJECT_BUDGET_EXCEEDED:
    'The caller has reached the limit of different people per hour (HUB_SUBJECT_BUDGET); their data is null. Try again later.',
  LOG_UNAVAILABLE:
    'Personal data is withheld, because the access log is unavailable; the rest of the answer is valid. For operators: check the audit log.',
  TOO_MANY_TOKENS: 'The operation has more than 2,000 tokens. Split it.',
  TOO_DEEP: 'The operation is nested deeper than 15 levels. Split it.',
  TOO_MANY_ALIASES: 'The operation has more than 30 aliases. Use `areas(codes:)` to request a list.',
  PAGE_TOO_LARGE: 'A page or a list of codes is larger than 1,000. Use `first` and `after` to page.',
  ANSWER_TOO_LARGE:
    'The answer could contain more than 600,000 objects, counting all pages and lists. Request smaller pages.',
  TOO_MANY_FIELDS:
    'The operation has more than 10,000 fields after its fragments are expanded, or more than 50,000 after each field is expanded for every possible type. Split it.',
  PLANNING_TOO_LONG:
    'Planning this operation takes more processor time or memory than one operation may use; planning is tried again after half a minute. Split the operation.',
  PLANNING_BUSY:
    'A new operation could not be planned: too many operations are waiting, it waited too long, or its planning was interrupted; nothing was run. Try again after `retryAfter` seconds.',
  HUB_BUSY:
    'Too many large answers are being produced; nothing was run. Try again after `retryAfter` seconds, or request smaller pages.',
  OBJECT_BUDGET_EXCEEDED:
    'The caller has reached the limit of objects per minute (HUB_OBJECTS_PER_MINUTE); nothing was run. Try again after `retryAfter` seconds (not given where the request alone exceeds the limit), or request smaller pages.',
  BODY_TOO_LARGE: 'The request body is larger than 1 MB.',
  BATCHING_NOT_ALLOWED: 'The body is a list of operations. Send one operation per request.',
  TABLE_NOT_ALLOWED:
    'The operation asks for protected fields, which are never given as a table, whoever asks; nothing was run. Send it to /graphql by POST.',
  TABLE_AMBIGUOUS:
    'The operation is no table as it is: two lists stand beside each other, two columns have one name, or nothing is selected. The message names them. Put `@row` on the list that makes the rows and `@join(separator: ";")` on a list that goes into a cell, or give a field an alias.',
  TABLE_FORMAT_UNKNOWN:
    'The table cannot be had in the format that the address or `Accept` names. End the address in one of the formats that the message lists.',
  TABLE_TOO_LARGE:
    'The table would have more rows, or take more work, than one table may; nothing was sent. `rows` and `limit` say how many, `example` is an address that works. Ask for less by the arguments of the operation or by `limit`, or in another format.',
  TABLE_INCOMPLETE:
    'A domain (`subgraphs`) did not answer, or not completely; nothing of the table was sent, because it would lack figures. Try again.',
  TABLE_CHANGED:
    'Data was imported while the table was read, so that it would be of two versions; nothing was sent. Ask again.',
  SNAPSHOT_NOT_FOUND:
    'There is no snapshot of this name. The header `x-hub-snapshot` of a table has the name of the one that it is of. Leave `snapshot` out for the newest.',
  SNAPSHOT_GONE:
    'The table is not kept of this snapshot: nobody asked it while the snapshot was the newest, or too much was imported since. `newest` is the address of the newest, `changed` what differs.',
  FIGURES_NOT_MADE:
    'The files of all figures are not made yet, or one was damaged. Try again after `retryAfter` seconds. For operators: `hub refresh` makes them.',
  FIGURES_NOT_FOUND:
    'There is no file of figures at this address. `/figures.json` lists those that there are.',
  DATABASE_UNAVAILABLE: 'A database is locked, full, unreadable or damaged; nothing was changed.',
  INTERNAL: 'An internal error of the hub. Report the `errorId` in the extensions; the log has the details.',
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
