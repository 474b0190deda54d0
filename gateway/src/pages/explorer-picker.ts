/**
 * The explorer's script for choosing a caller: in demo mode a choice of role and purpose at the top, kept for
 * the tab. The page then gets a token and sends it with every operation. After a choice the page is reloaded,
 * because another caller sees another schema.
 */
import type { RoleExample } from './explorer-examples.ts'
import { nextExampleKey } from './explorer-tabs.ts'

/** The script; `examples` say which purpose to try in a role. */
export function picker(examples: readonly RoleExample[]): string {
  const purposes = Object.fromEntries(examples.map(({ role, purpose }) => [role, purpose]))
  return `
  (() => {
    const kept = 'samenhang:as'
    const examplePurposes = ${JSON.stringify(purposes)}
    const chosen = (() => { try { return JSON.parse(sessionStorage.getItem(kept) ?? 'null') } catch { return null } })()
    const plain = window.fetch.bind(window)
    let headers
    const asChosen = async () => {
      const response = await plain('/demo/token', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(chosen),
      })
      if (!response.ok) throw new Error('The hub issued no token for the role and purpose chosen at the top.')
      const { token } = await response.json()
      return { authorization: 'Bearer ' + token, ...(chosen.purpose ? { 'x-hub-purpose': chosen.purpose } : {}) }
    }
    window.fetch = async (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href)
      if (!chosen || url.origin !== location.origin || url.pathname !== '/graphql') return plain(input, init)
      const sending = (headers ??= asChosen())
      const sent = new Headers(init.headers)
      const forget = () => { if (headers === sending) headers = undefined }
      for (const [name, value] of Object.entries(await sending.catch((error) => { forget(); throw error })))
        if (!sent.has(name)) sent.set(name, value)
      const response = await plain(input, { ...init, headers: sent })
      if (response.status === 401) forget()
      return response
    }
    addEventListener('DOMContentLoaded', async () => {
      const response = await plain('/demo/token')
      if (!response.ok) return
      const { roles, purposes } = await response.json()
      const select = (label, none, names, value) => {
        const element = document.createElement('select')
        element.setAttribute('aria-label', label)
        for (const name of ['', ...names]) element.append(new Option(name || none, name, false, name === (value ?? '')))
        return element
      }
      const role = select('role', 'the public', roles, chosen?.role)
      const purpose = select('purpose', 'no purpose', purposes, chosen?.purpose)
      purpose.disabled = !chosen
      const choose = () => {
        if (role.value) sessionStorage.setItem(kept, JSON.stringify({ role: role.value, ...(purpose.value ? { purpose: purpose.value } : {}) }))
        else sessionStorage.removeItem(kept)
        location.reload()
      }
      role.onchange = () => {
        if (role.value in examplePurposes) sessionStorage.setItem('${nextExampleKey}', role.value)
        choose()
      }
      purpose.onchange = choose
      const hint = document.createElement('span')
      const toTry = examplePurposes[chosen?.role]
      hint.textContent = !chosen ? 'Places and their figures. The (invented) people take a role and a purpose.'
        : chosen.purpose ? 'Each read of a person is logged.'
        : toTry ? 'Nothing of a person is given without a purpose: try ' + toTry + '.'
        : examplePurposes[chosen.role] === null ? 'Shows who read what, and nobody who was read about.'
        : 'This role sees no records of people.'
      const bar = document.createElement('div')
      bar.className = 'asking'
      bar.setAttribute('role', 'region')
      bar.setAttribute('aria-label', 'Who asks')
      bar.append('Ask as', role, 'for', purpose, hint)
      document.body.prepend(bar)
    })
  })()
`
}

/** A strip above GraphiQL, which takes the whole height of the page by itself. */
export const pickerStyle = `
  .asking { display: flex; align-items: center; gap: 8px; box-sizing: border-box; height: 40px; padding: 0 20px; white-space: nowrap;
    overflow: hidden; font: 14px system-ui, sans-serif; background: #fff; color: #3b4b68 }
  .asking select { font: inherit; color: inherit; background: transparent; padding: 3px 6px; border: 1px solid #b7c2d7; border-radius: 4px }
  .asking option { color: #3b4b68; background: #fff }
  .asking span { margin-left: 8px; overflow: hidden; text-overflow: ellipsis }
  .graphiql-dark .asking { background: #212a3b; color: #b7c2d7 }
  @media (prefers-color-scheme: dark) { body:not(.graphiql-light) .asking { background: #212a3b; color: #b7c2d7 } }
  .asking ~ #root .graphiql-container { height: calc(100vh - 40px) }
  @media (max-width: 700px) {
    .asking { flex-wrap: wrap; height: 84px; padding: 6px 12px; align-content: center; row-gap: 2px }
    .asking select { max-width: 9.5em }
    .asking span { margin: 0; flex-basis: 100%; font-size: 12px; line-height: 1.3; white-space: normal }
    .asking ~ #root .graphiql-container { height: calc(100vh - 84px) }
  }
`
