/**
 * The explorer's script that runs before GraphiQL and decides which tabs are open and which is active.
 * GraphiQL keeps its tabs, the active text and its variables under three keys that it writes at different
 * moments; where these disagree it opens an empty tab behind the others. So all three are written here, from
 * the tabs of the last visit or from the examples.
 */
import type { ExampleOperation, RoleExample } from './explorer-examples.ts'

/** Where the page notes whose example goes in front at the next load. */
export const nextExampleKey = 'samenhang:example'

/** The script for these examples. */
export function openTabs(examples: readonly ExampleOperation[], ofRoles: readonly RoleExample[]): string {
  const texts = examples.map(({ query, variables }) => ({ query, variables }))
  return `
  (() => {
    const examples = ${json(texts)}
    const roles = ${json(ofRoles)}
    const titleOf = (query) => /^\\s*(?:query|subscription|mutation)\\s+(\\w+)/m.exec(query ?? '')?.[1] ?? null
    const tabOf = ({ query, variables }) => {
      const operationName = titleOf(query)
      return { id: crypto.getRandomValues(new Uint32Array(4)).join('-'), title: operationName ?? '<untitled>',
        hash: null, query, variables, headers: null, operationName, response: null }
    }
    const read = () => {
      try {
        const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'))
        const kept = tabs.filter(({ id, query }) => typeof id === 'string' && typeof query === 'string' && query.trim() !== '')
        if (kept.length > 0) return { tabs: kept, active: Math.max(0, kept.indexOf(tabs[activeTabIndex])) }
      } catch {}
      return { tabs: examples.map(tabOf), active: 0 }
    }
    const keep = (key, value) => value ? localStorage.setItem(key, value) : localStorage.removeItem(key)
    try {
      const state = read()
      const inFront = (tab, same) => {
        const index = state.tabs.findIndex(same)
        if (index < 0) state.tabs.unshift(tab)
        state.active = Math.max(0, index)
      }
      const url = new URL(location.href)
      const asked = url.searchParams.get('query')
      const next = roles.find(({ role }) => role === sessionStorage.getItem('${nextExampleKey}'))
      sessionStorage.removeItem('${nextExampleKey}')
      if (next) {
        const tab = tabOf(next)
        inFront(tab, ({ title }) => title === tab.title)
      } else if (asked) {
        const [{ type } = {}] = performance.getEntriesByType('navigation')
        const active = state.tabs[state.active]
        const isOpen = state.tabs.some(({ query }) => query === asked)
        // The address follows what is typed at once, the tabs half a second later.
        if (type === 'reload' && !isOpen) Object.assign(active, tabOf({ query: asked, variables: active.variables }))
        else inFront(tabOf({ query: asked, variables: url.searchParams.get('variables') }), ({ query }) => query === asked)
      }
      const { query, variables } = state.tabs[state.active]
      url.searchParams.delete('query')
      url.searchParams.delete('variables')
      if (asked && !next) url.searchParams.set('query', asked)
      history.replaceState({}, '', url)
      keep('graphiql:tabState', JSON.stringify({ tabs: state.tabs, activeTabIndex: state.active }))
      keep('graphiql:query', query)
      keep('graphiql:variables', variables)
    } catch {}
  })()
`
}

/** JSON that may stand within a script element. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
