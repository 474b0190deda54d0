/** What `hub config` prints: the settings as they are here, by group. */
import { settingOf, unknownSetting, unknownSettings } from '@samenhang/subgraph-kit/known-settings'
import { groups, settings, type Group, type Setting } from '@samenhang/subgraph-kit/settings'
import Table from 'cli-table3'

interface ShownSetting extends Pick<Setting, 'about' | 'usual' | 'group'> {
  readonly name: string
  /** Null where it is not set. */
  readonly value: string | null
}

/** Names and addresses are broken where they must be; together they fit a terminal of 120 columns. */
const colWidths = [27, 34, 56]

/** As a table for people, or as JSON. */
export function showSettings(environment: NodeJS.ProcessEnv, json: boolean): string {
  const shownSettings = settings.flatMap((setting) => valuesOf(setting, environment))
  const unknown = unknownSettings(environment)
  if (json) return `${JSON.stringify({ settings: shownSettings, unknown }, null, 2)}\n`
  const sections = (Object.keys(groups) as Group[]).map((group) => {
    const table = new Table({
      head: ['setting', 'here', 'what it says'],
      style: { head: [], border: [] },
      colWidths,
      wordWrap: true,
    })
    for (const { name, value, about, usual } of shownSettings.filter((setting) => setting.group === group))
      table.push([name, value ?? `(${usual})`, about])
    return `${groups[group]}\n${table.toString()}\n`
  })
  return [...sections, ...unknown.map((name) => `${unknownSetting(name)}\n`)].join('\n')
}

/** One entry for each variable that is set, or one without a value. */
function valuesOf(
  { name, about, usual, group, isSecret }: Setting,
  environment: NodeJS.ProcessEnv,
): readonly ShownSetting[] {
  const set = Object.keys(environment)
    .filter((variable) => settingOf(variable)?.name === name && environment[variable])
    .sort()
  if (set.length === 0) return [{ name, value: null, about, usual, group }]
  return set.map((variable) => ({
    name: variable,
    value: isSecret ? '(set)' : (environment[variable] ?? null),
    about,
    usual,
    group,
  }))
}
