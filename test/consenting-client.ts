/** A client of a caseworker who consents to what openNeeds needs and whose housing is known: who of the invented people that is, is drawn anew in every hub. */
import type { TestHub } from './hub.ts'

type Answer = Awaited<ReturnType<TestHub['ask']>>
type Credentials = Awaited<ReturnType<TestHub['credentials']>>

/** The id of the first in the caseload. Throws where nobody consents. */
export async function consentingClient(hub: TestHub, credentials: Credentials): Promise<string> {
  const { data }: Answer = await hub.ask(
    '{ caseload(first: 50) { nodes { id openNeeds { kind } housing { situation } } } }',
    {},
    { credentials },
  )
  const { nodes } = (
    data as unknown as {
      caseload: { nodes: readonly ({ id: string; openNeeds: unknown; housing: unknown } | null)[] }
    }
  ).caseload
  const client = nodes.find((one) => one?.openNeeds && one.housing)
  if (!client) throw new Error('Nobody in the caseload consents')
  return client.id
}
