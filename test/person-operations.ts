/** What a caseworker asks of one client, and of all, where tests count what it costs. */

/** The five domains, and nothing that leads elsewhere. */
export const ofPerson = `query ($id: ID!) { person(id: $id) { id birthYear household { kind } residence { code name }
  housing { situation since monthsRegistered } care { arrangements { kind provider status from } waitingFor { kind since } }
  education { highestLevel enrolled } labourMarket { position benefits { kind from } } integration { route examPartsPassed deadline } } }`

/** The subgraphs that answer it, as fetches are told. */
export const domains = ['base-registry', 'care', 'education', 'housing', 'integration', 'labour-market']

/** The same of a page of the caseload. */
export const ofCaseload = `{ caseload(first: 50) { nodes ${ofPerson.slice(ofPerson.indexOf('{ id birthYear'), -2)} } }`
