/** What a domain is called in Dutch in the enum Domain, whose values are made from the names of subgraphs. */

const names: Readonly<Record<string, string>> = {
  'base-registry': 'Bevolking en omgeving. Mensen, huishoudens en wat er in de buurt is',
  care: 'Zorg. Jeugdhulp, hulp uit de Wmo en gezondheid',
  education: 'Onderwijs. Opleidingen en scholen',
  housing: 'Wonen. Woningen en projecten met woningen',
  integration: 'Inburgering. Herkomst en inburgering van inwoners',
  'integrated-approach': 'Samenhang. Uitkomsten die uit meer domeinen volgen',
  'labour-market': 'Werk en inkomen. Werk, uitkeringen en inkomens',
  liveability: 'Leefbaarheid. Hoe leefbaar gebieden zijn volgens de Leefbaarometer',
  statistics: 'Statistiek. Cijfers van gebieden naast elkaar',
}

/** Its label and a sentence; a domain without a Dutch name goes by its own. */
export function dutchDomain(subgraph: string): string {
  return names[subgraph] ?? `${subgraph}. Het domein ${subgraph}`
}
