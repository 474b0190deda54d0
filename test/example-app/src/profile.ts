/**
 * An example of a front-end application: its types come from schema/api.graphql by graphql-codegen (`npm run codegen`), so that `npm run check` tells
 * where a change of the schema breaks it. It asks by the id of its registered operation.
 */
import type { ExampleProfileQuery, ExampleProfileQueryVariables } from '../generated/operations.ts'

type Profile = NonNullable<ExampleProfileQuery['neighbourhood']>

/** One line about a neighbourhood; null where there is none of this code. Throws where the hub does not answer. */
export async function describeNeighbourhood(
  hub: string,
  id: string,
  variables: ExampleProfileQueryVariables,
): Promise<string | null> {
  const response = await fetch(`${hub}/operations/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollographql-client-name': 'example-app' },
    body: JSON.stringify({ variables }),
  })
  const { data } = (await response.json()) as { readonly data?: ExampleProfileQuery | null }
  if (!data) throw new Error(`The hub answered ${String(response.status)} without data.`)
  return data.neighbourhood ? lineOf(data.neighbourhood) : null
}

/** A figure that is null has its reason beside it. */
function lineOf({ name, municipality, care }: Profile): string {
  const place = [name, municipality?.name].filter(Boolean).join(', ')
  if (!care) return `${place}: no figures.`
  const { period, socialSupportClients: clients, missing } = care
  const reason = missing.find(({ field }) => field === 'socialSupportClients')?.reason
  return `${place}: ${clients === null ? `not known (${reason ?? 'no reason'})` : `${clients} clients`} in ${period}.`
}
