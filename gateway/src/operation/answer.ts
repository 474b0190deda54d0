/**
 * The last of three steps to a gateway: the path of an operation. `path` below is all of it, in order, for a
 * text and for a registered operation. A step that throws ends the path, and its error is the answer. Every
 * exit is in docs/ARCHITECTURE.md.
 */
import { andThen, type PromiseOrValue } from '@samenhang/subgraph-kit/promise-or-value'
import type { Credentials } from '../access/authenticate.ts'
import { explainFor } from '../access/refusal.ts'
import { httpRequestOf } from './apollo-server.ts'
import { refusal, logOperation } from './context.ts'
import { writtenAnswer, type WrittenAnswer } from './engine-answer.ts'
import { askedBy } from './federated-graph.ts'
import {
  changesSomething,
  isProtectedText,
  noSuchOperation,
  noTableOfPeople,
  refusedInUrl,
} from './refused-by-get.ts'
import { explanationOf } from '../explain/explanation.ts'
import { begin, partOf, type IncomingOperation, type OperationPart, type Passage } from './passage.ts'
import type { StartedGraph } from './start.ts'
import { refuseUntrusted } from './trusted-only.ts'
import { engineOperation } from './trusted-documents.ts'

/** An answer, and the id that finds it in the logs. */
export interface GatewayAnswer extends WrittenAnswer {
  readonly traceId: string
  readonly hasErrors: boolean
}

type Step = (passage: Passage, graph: StartedGraph) => PromiseOrValue<void>

/** Whatever comes of them, `log` follows. */
const path: readonly Step[] = [limit, authenticate, countObjects, authorise, run, mask]

/** Answers an operation, and logs and counts it. Never throws: an error is an answer. */
export function answerOperation(
  incoming: IncomingOperation,
  graph: StartedGraph,
): PromiseOrValue<GatewayAnswer> {
  const passage = begin(incoming, graph)
  const refuse = (error: unknown) => refusal(error, passage.context, graph.logger)
  let answer: PromiseOrValue<WrittenAnswer>
  try {
    answer = follow(passage, graph)
  } catch (error) {
    answer = refuse(error)
  }
  return answer instanceof Promise
    ? answer.catch(refuse).then((written) => log(written, passage, graph))
    : log(answer, passage, graph)
}

/** Runs each step after the one before it; synchronously where that was synchronous. */
function follow(passage: Passage, graph: StartedGraph, first = 0): PromiseOrValue<WrittenAnswer> {
  for (const [index, step] of path.entries()) {
    const done = index < first ? undefined : step(passage, graph)
    if (done instanceof Promise) return done.then(() => follow(passage, graph, index + 1))
  }
  if (!passage.answer) throw new Error('The path of the operation ended without an answer')
  return passage.answer
}

/** Checks the limits of the text and the variables. */
function limit(passage: Passage, { limits }: StartedGraph): void {
  const part = partOf(passage.incoming)
  // What the hub adds to a client's operation is bounded where it is added.
  passage.objects = part ? part.objects : limits.check(passage.operation)
}

/** Identifies the caller and its purpose. */
function authenticate(
  { incoming, context }: Passage,
  { authenticate: identify, permissions, register }: StartedGraph,
): PromiseOrValue<void> {
  return andThen(identify(incoming.options.credentials ?? nobody), (caller) => {
    context.identify(caller)
    context.explain = explainFor(context.caller.access, permissions, register)
  })
}

/** Takes the objects from the client's budget of this minute. */
function countObjects(passage: Passage, { objectBudget }: StartedGraph): void {
  if (passage.context.dryRun) return
  if (passage.objects === 0 && 'part' in passage.incoming) return
  passage.budgetHeaders = objectBudget?.take(passage.context.turn, passage.objects) ?? []
}

/** Refuses texts where only registered operations are answered, and what a URL may not ask for; prepares a registered operation with what its caller may have. */
function authorise(passage: Passage, graph: StartedGraph): void {
  const { incoming, context } = passage
  const { isGet } = incoming.options
  if ('part' in incoming) return authorisePart(passage, incoming.part, graph)
  if ('operation' in incoming) {
    if (graph.trustedOnly && !context.isCanary)
      refuseUntrusted(incoming.operation.query, context.caller.access.scopes, graph.registered.documents)
    if (isGet && isProtectedText(incoming.operation.query, graph.isProtected)) throw refusedInUrl()
    return
  }
  const document = graph.registered.documents.get(incoming.documentName)
  if (incoming.operationName !== undefined && incoming.operationName !== document.operationName)
    throw noSuchOperation(document, incoming.operationName)
  if (isGet && !document.isQuery) throw changesSomething()
  if (isGet && graph.registered.protectedDocuments.has(document)) throw refusedInUrl()
  passage.engineOperation = { ...engineOperation(document), ...askedBy(context, graph.permissions) }
}

/** A part is of a table, which is never about people, whoever asks. */
function authorisePart(passage: Passage, part: OperationPart, graph: StartedGraph): void {
  const { context } = passage
  const { original, registered, text, document } = part
  if (graph.trustedOnly && !registered)
    refuseUntrusted(original.query, context.caller.access.scopes, graph.registered.documents)
  if (graph.isProtected(document)) throw noTableOfPeople()
  passage.engineOperation = {
    ...engineOperation({ text, document }),
    ...askedBy(context, graph.permissions),
    asValues: true,
  }
}

/** Prepares and runs the operation. Apollo Server first parses and validates a text, passes it to the engine, and writes the answer. */
function run(passage: Passage, graph: StartedGraph): PromiseOrValue<void> {
  const { engine, adapter, metrics } = graph
  const { incoming, operation, engineOperation: prepared, context } = passage
  const byApolloServer = async (): Promise<void> => {
    passage.answer = await adapter.answer(
      'http' in incoming ? incoming.http : httpRequestOf(operation),
      context,
    )
  }
  if (context.dryRun) return explain(passage, byApolloServer, graph)
  if (!engine || !prepared) return byApolloServer()
  return andThen(engine.run(prepared, operation.variables ?? {}, context), (outcome) => {
    passage.outcome = outcome
    if (outcome.kind === 'apollo') metrics.apolloExecutor(outcome.reason)
    return outcome.kind === 'apollo' || outcome.kind === 'refused' ? byApolloServer() : undefined
  })
}

/** Answers with what the operation would take. What is wrong with it is found as ever, by `byApolloServer`, which runs no dry run. */
async function explain(
  passage: Passage,
  byApolloServer: () => Promise<void>,
  graph: StartedGraph,
): Promise<void> {
  const { context, objects } = passage
  await byApolloServer()
  const { unrun } = context.dryRun ?? {}
  if (!unrun || !passage.answer) return
  const { schema, permissions, objectBudget, register } = graph
  const { access } = context.caller
  const explanation = explanationOf(unrun, {
    ...{ schema, objects, access, permissions },
    budget: objectBudget?.left(context.turn) ?? null,
    explain: explainFor(access, permissions, register),
  })
  const text = JSON.stringify({ data: null, extensions: { dryRun: explanation } })
  passage.answer = { status: 200, headers: passage.answer.headers, text }
}

/** Writes the answer of the engine, with every error masked that was not made for clients. */
function mask(passage: Passage, { logger }: StartedGraph): void {
  const { outcome, context, budgetHeaders } = passage
  if (outcome?.kind === 'answered' || outcome?.kind === 'denied')
    passage.answer = writtenAnswer(outcome, context, logger)
  if (passage.answer && budgetHeaders.length > 0)
    passage.answer = {
      ...passage.answer,
      headers: new Map([...passage.answer.headers, ...budgetHeaders]),
    }
}

function log(
  { status, headers, text, values }: WrittenAnswer,
  { incoming, operation, registered, context }: Passage,
  { logger, limits, metrics, schema, usage }: StartedGraph,
): GatewayAnswer {
  const { at, caller, codes, isCanary, dryRun } = context
  const hasErrors = codes.size > 0
  const ms = performance.now() - at
  const part = partOf(incoming)
  const asked = part?.original ?? operation
  if (!isCanary) {
    logOperation(logger, limits.factsOf(asked), context, { status, ms })
    metrics.request({
      operation: registered?.id ?? ('documentName' in incoming ? 'unknown' : 'other'),
      endpoint: dryRun ? 'dry run' : part ? 'tables' : 'operation' in incoming ? 'graphql' : 'operations',
      status,
      seconds: ms / 1_000,
      failed: hasErrors,
    })
    // What was refused whole used nothing of the schema.
    if (usage && !dryRun && status < 400 && part?.isFirst !== false)
      usage.count({
        text: asked.query,
        operationName: asked.operationName,
        schema,
        client: context.usageClient,
        ms,
        hasErrors,
      })
  }
  return { traceId: caller.traceId, hasErrors, status, headers, text, ...(values && { values }) }
}

const nobody: Credentials = {}
