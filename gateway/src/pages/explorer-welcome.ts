/**
 * The text in the answer pane of the explorer until the first answer: what this is and what to press. Also,
 * names and colours of GraphiQL corrected for people who use a screen reader or see little contrast.
 */

export const welcome = `
  addEventListener('DOMContentLoaded', () => {
    const note = document.createElement('section')
    note.className = 'welcome'
    note.setAttribute('aria-label', 'What this is')
    note.innerHTML = '<h2>Samenhang</h2>' +
      '<p>One graph over the Dutch social domain: what its domains know of a neighbourhood, district, municipality, province or the country, in one question.</p>' +
      '<p>The query beside this is an example. Press ▶ (Ctrl+Enter) and its answer comes here; the tabs hold other examples, and the book at the side describes every field.</p>' +
      '<p>Every figure, with its unit and source, is in the <a href="/catalogue">catalogue</a>.</p>'
    const set = (element, name, value) => { if (element.getAttribute(name) !== value) element.setAttribute(name, value) }
    // GraphiQL calls its tabs tabs of the ARIA kind, which may hold no buttons, and theirs do.
    const mendNames = () => {
      for (const list of document.querySelectorAll('.graphiql-tabs')) set(list, 'role', 'list')
      for (const tab of document.querySelectorAll('.graphiql-tab')) {
        set(tab, 'role', 'listitem')
        const button = tab.querySelector('.graphiql-tab-button')
        if (button) set(button, 'aria-current', String(tab.classList.contains('graphiql-tab-active')))
        tab.removeAttribute('aria-selected')
      }
    }
    const put = () => {
      const place = document.querySelector('.graphiql-response')
      if (place && !place.contains(note)) place.append(note)
      const isAnswered = (document.querySelector('.result-window .view-lines')?.textContent ?? '').trim() !== ''
      if (note.hidden !== isAnswered) note.hidden = isAnswered
      mendNames()
    }
    new MutationObserver(put).observe(document.getElementById('root'), { childList: true, subtree: true, attributes: true, attributeFilter: ['role', 'aria-selected', 'class'] })
    put()
  })
`

export const welcomeStyle = `
  .graphiql-response { position: relative }
  .graphiql-logo, .graphiql-logo a { color: #3b4b68 !important }
  .graphiql-dark .graphiql-logo, .graphiql-dark .graphiql-logo a { color: #d5dceb !important }
  body:not(.graphiql-dark) .result-window .mtk8 { color: #06704a }
  .welcome { position: absolute; inset: 56px 32px auto; z-index: 1; font: 15px/1.5 system-ui, sans-serif; color: #3b4b68; max-width: 34em }
  .welcome[hidden] { display: none }
  .welcome h2 { font-size: 20px; margin: 0 0 8px }
  .welcome p { margin: 0 0 10px }
  .welcome a { color: #0a58ca }
  .graphiql-dark .graphiql-container .line-numbers { color: #a9b4c8 !important }
  .graphiql-dark .welcome { color: #d5dceb }
  .graphiql-dark .welcome a { color: #8ab4f8 }
  @media (prefers-color-scheme: dark) {
    body:not(.graphiql-light) .graphiql-logo, body:not(.graphiql-light) .graphiql-logo a { color: #d5dceb !important }
    body:not(.graphiql-light) .result-window .mtk8 { color: #b5cea8 }
    body:not(.graphiql-light) .graphiql-container .line-numbers { color: #a9b4c8 !important }
    body:not(.graphiql-light) .welcome { color: #d5dceb }
    body:not(.graphiql-light) .welcome a { color: #8ab4f8 }
  }
`
