/** The groups in which `hub` shows its commands, and the order of both. A command that stands in none is shown at the end. */

const groups: Readonly<Record<string, readonly string[]>> = {
  'Serve the graph:': ['start', 'doctor', 'config', 'gateway'],
  'Ask the graph:': ['explain'],
  'Load data:': ['import', 'seed', 'refresh'],
  'Change the schema:': ['dev', 'schema', 'operations', 'new-subgraph', 'compose'],
  'Access and its logs:': ['token', 'keys', 'audit'],
  'Other:': ['help', 'version', 'bench'],
}

const order = Object.values(groups).flat()

/** Its heading in the help; undefined where it stands in none. */
export function groupOf(command: string): string | undefined {
  return Object.entries(groups).find(([, names]) => names.includes(command))?.[0]
}

/** Sorts commands as they are shown. */
export function byGroup(one: string, other: string): number {
  const [first, second] = [one, other].map((name) =>
    order.includes(name) ? order.indexOf(name) : order.length,
  )
  return (first ?? 0) - (second ?? 0)
}
