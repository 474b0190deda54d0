/** The resolvers of people: the three roots and the fields that are made of several columns. Each is one call. */
import DataLoader from 'dataloader'
import { readPageRequest, toConnection } from '@samenhang/subgraph-kit/connection'
import { HubError } from '@samenhang/subgraph-kit/errors'
import { passesElevenTest } from '@samenhang/subgraph-kit/subject/eleven-test'
import { alsoFromColumns, fromColumns } from '@samenhang/subgraph-kit/subject/from-columns'
import { answersSubject } from '@samenhang/subgraph-kit/subject/declared-resolvers'
import type { SubgraphContext } from '@samenhang/subgraph-kit/subgraph'
import type { AgeGroup } from './generated/resolver-types.ts'
import type { AreaLoaders } from './loaders.ts'
import {
  consentMissing,
  outsideCaseload,
  residenceInRow,
  type PersonRow,
  type PersonStore,
} from './person-store.ts'

export interface PersonContext extends SubgraphContext {
  readonly personStore: PersonStore
}

type Context = PersonContext & AreaLoaders

const loaders = new WeakMap<PersonContext, DataLoader<string, PersonRow | null>>()

/** The people of one request, all read together; null for one who does not exist or is not in the caseload. */
function load(rootId: string, context: PersonContext): Promise<PersonRow | null> {
  let loader = loaders.get(context)
  if (!loader) {
    loader = new DataLoader<string, PersonRow | null>(async (rootIds) => {
      const { access } = context.caller
      const { rows, isOutside, withoutConsent } = await context.personStore.ofActor(access, rootIds)
      if (isOutside) context.alarm(outsideCaseload)
      if (withoutConsent.size > 0) context.alarm(consentMissing)
      return rootIds.map((id): PersonRow | Error | null =>
        withoutConsent.has(id) ? noConsent(access.needsConsent ?? []) : (rows.get(id) ?? null),
      )
    })
    loaders.set(context, loader)
  }
  return loader.load(rootId)
}

function noConsent(domains: readonly string[]): HubError {
  const message = `There is no consent that holds for data of ${domains.join(', ')} for this purpose.`
  return new HubError(consentMissing, message, { domains })
}

export const personRoots = {
  async me(_: unknown, __: unknown, context: Context) {
    const rootId = await context.personStore.self(context.caller.access.actor)
    return rootId === null ? null : load(rootId, context)
  },
  person: answersSubject(
    (_: unknown, { id }: { readonly id: string }, context: Context) => load(id, context),
    'id',
  ),
  personByCitizenServiceNumber(_: unknown, { number }: { readonly number: string }, context: Context) {
    if (passesElevenTest(number)) return load(context.personStore.rootOf(number), context)
    throw new HubError(
      'BAD_ARGUMENT',
      'number is no citizen service number: nine digits that pass the eleven-test.',
    )
  },
  async caseload(
    _: unknown,
    pageArguments: { readonly first: number; readonly after?: string | null },
    context: Context,
  ) {
    const { actor } = context.caller.access
    const cursors = context.personStore.cursors(actor)
    const page = readPageRequest(pageArguments, cursors)
    const ofCaseload = await context.personStore.caseload(actor, page)
    const { edges, ...rest } = toConnection(page, ofCaseload, (rootId) => rootId, cursors)
    // One without consent is an error at its own place, and leaves the others.
    const persons = await Promise.all(
      edges.map(({ node }) => load(node, context).catch((error: unknown) => error)),
    )
    return { ...rest, nodes: persons, edges: edges.map((edge, at) => ({ ...edge, node: persons[at] })) }
  },
}

interface ConsentArguments {
  readonly person: string
  readonly domain: string
  readonly until?: string | null
}

/** Changes what a client of the caller consented to, then gives the client; nobody else's is changed. */
function changesConsent(
  change: (args: ConsentArguments, purpose: string, context: Context) => Promise<void>,
) {
  return async (_: unknown, args: ConsentArguments, context: Context) => {
    const { access } = context.caller
    const clients = await context.personStore.ofActor({ ...access, needsConsent: [] }, [args.person])
    if (clients.isOutside) context.alarm(outsideCaseload)
    if (access.purpose === null || !clients.rows.has(args.person)) return null
    await change(args, access.purpose, context)
    loaders.delete(context)
    return load(args.person, context)
  }
}

export const personMutations = {
  recordConsent: changesConsent(({ person, domain, until = null }, purpose, { personStore }) =>
    personStore.recordConsent(person, { domain, purpose, until }),
  ),
  withdrawConsent: changesConsent(({ person, domain }, purpose, { personStore }) =>
    personStore.withdrawConsent(person, { domain, purpose }),
  ),
}

export const personResolvers = {
  Person: {
    __resolveReference: ({ id }: { readonly id: string }, context: Context) => load(id, context),
    ageGroup: fromColumns(['birthYear'], ({ birthYear }: Pick<PersonRow, 'birthYear'>) =>
      birthYear === null ? null : ageGroupOf(new Date().getUTCFullYear() - birthYear),
    ),
    household: fromColumns(
      ['householdKind', 'householdPersons'],
      ({
        householdKind: kind,
        householdPersons: persons,
      }: Pick<PersonRow, 'householdKind' | 'householdPersons'>) =>
        kind === null && persons === null ? null : { kind, persons },
    ),
    residence: alsoFromColumns(
      ({ residence }: PersonRow, _: unknown, { area }: Context) =>
        residence === null ? null : area(residence),
      residenceInRow,
    ),
    address: fromColumns(
      ['street', 'houseNumber', 'postcode', 'place'],
      ({
        street,
        houseNumber,
        postcode,
        place,
      }: Pick<PersonRow, 'street' | 'houseNumber' | 'postcode' | 'place'>) =>
        street === null && place === null ? null : { street, houseNumber, postcode, place },
    ),
  },
}

function ageGroupOf(age: number): AgeGroup {
  if (age < 15) return 'AGED_0_TO_15'
  if (age < 25) return 'AGED_15_TO_25'
  if (age < 45) return 'AGED_25_TO_45'
  return age < 65 ? 'AGED_45_TO_65' : 'AGED_65_OR_OLDER'
}
