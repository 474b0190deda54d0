/** Which variables of the environment are settings, and what is said of those that only look like one. */
import { closest } from 'fastest-levenshtein'
import { settings, type Setting } from './settings.ts'

const subgraph = '<SUBGRAPH>'
const names = settings.map(({ name }) => name).filter((name) => name.startsWith('HUB_'))

/** The setting that a variable of the environment is. */
export function settingOf(variable: string): Setting | undefined {
  return settings.find(({ name }) => {
    if (name === variable) return true
    if (!name.endsWith(subgraph)) return false
    const start = name.slice(0, -subgraph.length)
    return variable.startsWith(start) && variable.length > start.length
  })
}

/** Variables that look like settings and are none, each with the setting that is nearest to it. */
export function unknownSettings(
  environment: NodeJS.ProcessEnv,
): readonly { name: string; nearest: string }[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('HUB_') && settingOf(name) === undefined)
    .sort()
    .map((name) => ({ name, nearest: closest(name, names) }))
}

/** The sentence about such a variable. */
export function unknownSetting({
  name,
  nearest,
}: {
  readonly name: string
  readonly nearest: string
}): string {
  return `${name} is not a setting of the hub and has no effect; the nearest is ${nearest}. See hub config.`
}
