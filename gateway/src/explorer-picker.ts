/**
 * What the explorer's page runs to ask as someone: in demo mode a choice of role and purpose at the top, kept for the tab. The page then gets a token
 * and sends it along with every operation. After a choice the page is loaded anew, for another caller sees another schema.
 */
export const picker = `
  (() => {
    const kept = 'samenhang:as'
    const chosen = (() => { try { return JSON.parse(sessionStorage.getItem(kept) ?? 'null') } catch { return null } })()
    const plain = window.fetch.bind(window)
    let headers
    const asChosen = async () => {
      const response = await plain('/demo/token', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(chosen),
      })
      if (!response.ok) return {}
      const { token } = await response.json()
      return { authorization: 'Bearer ' + token, ...(chosen.purpose ? { 'x-hub-purpose': chosen.purpose } : {}) }
    }
    window.fetch = async (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href)
      if (!chosen || url.origin !== location.origin || url.pathname !== '/graphql') return plain(input, init)
      headers ??= asChosen()
      const sent = new Headers(init.headers)
      for (const [name, value] of Object.entries(await headers)) if (!sent.has(name)) sent.set(name, value)
      return plain(input, { ...init, headers: sent })
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
      const role = select('role', 'public', roles, chosen?.role)
      const purpose = select('purpose', 'no purpose', purposes, chosen?.purpose)
      const choose = () => {
        if (role.value) sessionStorage.setItem(kept, JSON.stringify({ role: role.value, ...(purpose.value ? { purpose: purpose.value } : {}) }))
        else sessionStorage.removeItem(kept)
        location.reload()
      }
      const bar = document.createElement('div')
      bar.style.cssText = 'position:fixed;top:8px;right:240px;z-index:20;display:flex;gap:6px;font-size:13px'
      role.onchange = choose
      purpose.onchange = choose
      bar.append(role, purpose)
      document.body.append(bar)
    })
  })()
`
