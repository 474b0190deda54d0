/**
 * The explorer's view of the present answer as a table: it asks the hub for the table of the operation that was run last, and shows its rows with units
 * and the reasons of gaps, its downloads, and lines that open it elsewhere. Runs in the page, before GraphiQL.
 */
;(() => {
  /** @typedef {{ query: string, variables: Record<string, unknown> }} Asked */
  /** @typedef {{ name: string, titles?: { en?: string }, 'schema:unitText'?: string, 'dc:description'?: string }} Meaning */
  /** @typedef {Record<string, string | number | boolean | null>} Row */
  /** @typedef {{ addressOf: (format: string) => string, rows: Row[], meanings: Map<string, Meaning> }} Loaded */
  /** @typedef {{ formats: string[], snippets: { label: string, text: string }[], registered: { name: string, texts: string[] }[] }} Given */

  const shownRows = 200
  /** @type {Asked | undefined} */
  let asked
  /** @type {Promise<Loaded> | undefined} */
  let loading
  let isTable = false

  const plain = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const response = await plain(input, init)
    const sent = operationIn(input, init)
    if (sent && response.ok) {
      asked = sent
      loading = undefined
      redraw()
    }
    return response
  }

  /**
   * @param {RequestInfo | URL} input
   * @param {RequestInit | undefined} init
   * @returns {Asked | undefined}
   */
  function operationIn(input, init) {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    if (url.origin !== location.origin || url.pathname !== '/graphql' || typeof init?.body !== 'string')
      return
    try {
      const { query, variables, operationName } = JSON.parse(init.body)
      if (operationName === 'IntrospectionQuery' || typeof query !== 'string') return
      return { query, variables: variables ?? {} }
    } catch {
      return
    }
  }

  /** @returns {Given} */
  function given() {
    return JSON.parse(document.getElementById('table-view-given')?.textContent ?? '{}')
  }

  /**
   * The address that stays, of an operation that is registered.
   * @param {Asked} operation
   * @returns {string | undefined}
   */
  function registeredAddress({ query, variables }) {
    const same = given().registered.find(({ texts }) => texts.includes(query.trim()))
    if (!same) return
    const used = Object.entries(variables).filter(([name]) => !['first', 'after'].includes(name))
    const search = new URLSearchParams()
    for (const [name, value] of used)
      for (const item of Array.isArray(value) ? value : [value])
        search.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item))
    return `${location.origin}/q/${same.name}.{format}${search.size > 0 ? `?${search}` : ''}`
  }

  /**
   * @param {Asked} operation
   * @returns {Promise<Loaded>}
   */
  async function load(operation) {
    const headers = { 'content-type': 'application/json', accept: 'application/x-ndjson' }
    const body = JSON.stringify(operation)
    const response = await plain(`/q?limit=${shownRows}`, { method: 'POST', headers, body })
    if (!response.ok) {
      const problem = await response.json().catch(() => ({}))
      throw new Error(problem.detail ?? 'The hub has no table of this.')
    }
    const rows = (await response.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const sent = new URL(response.url)
    const kept = `${sent.origin}${sent.pathname.replace(/\.ndjson$/, '')}`
    const template = registeredAddress(operation) ?? `${kept}.{format}`
    /** @type {{ tableSchema?: { columns: Meaning[] } }} */
    const dictionary = await plain(`${kept}.csv.meta.json`).then((answer) => (answer.ok ? answer.json() : {}))
    const columns = dictionary.tableSchema?.columns ?? []
    return {
      rows,
      addressOf: (format) => template.replace('{format}', format),
      meanings: new Map(columns.map((column) => [column.name, column])),
    }
  }

  /** @returns {Promise<Loaded>} */
  function loaded() {
    if (!asked) return Promise.reject(new Error('Run an operation first.'))
    loading ??= load(asked)
    return loading
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
   * @param {...(Node | string)} children
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  const bar = element('div', { className: 'views' })
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', 'The answer')
  const asJson = element('button', { type: 'button', textContent: 'JSON' })
  const asTable = element('button', { type: 'button', textContent: 'Table' })
  const downloads = menu('Download')
  const snippets = menu('Open in')
  const view = element('section', { className: 'table-view', hidden: true })
  view.setAttribute('aria-label', 'The answer as a table')
  view.tabIndex = 0
  downloads.whole.classList.add('lead')
  bar.append(asJson, asTable, downloads.whole, snippets.whole)
  asJson.addEventListener('click', () => show(false))
  asTable.addEventListener('click', () => show(true))

  /** @param {string} name */
  function menu(name) {
    const content = element('div')
    const whole = element('details', {}, element('summary', { textContent: name }), content)
    whole.addEventListener('toggle', () => {
      if (!whole.open) return
      for (const other of [downloads.whole, snippets.whole]) if (other !== whole) other.open = false
      fill()
    })
    whole.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') whole.open = false
    })
    return { whole, content }
  }

  /** @param {boolean} table */
  function show(table) {
    isTable = table
    redraw()
  }

  function redraw() {
    for (const { whole } of [downloads, snippets]) whole.open = false
    asJson.setAttribute('aria-pressed', String(!isTable))
    asTable.setAttribute('aria-pressed', String(isTable))
    view.hidden = !isTable
    if (isTable) draw()
  }

  async function draw() {
    view.replaceChildren(element('p', { textContent: 'Reading the table …' }))
    const mine = asked
    try {
      const table = await loaded()
      if (asked === mine) view.replaceChildren(...drawn(table))
    } catch (error) {
      if (asked === mine) view.replaceChildren(element('p', { textContent: messageOf(error) }))
    }
  }

  /** @param {unknown} error */
  function messageOf(error) {
    return error instanceof Error ? error.message : String(error)
  }

  /**
   * @param {Loaded} table
   * @returns {HTMLElement[]}
   */
  function drawn({ rows, meanings }) {
    const names = Object.keys(rows[0] ?? {})
    const columns = names.filter((name) => !isStatus(name, names))
    const cut =
      rows.length === shownRows ? `The first ${shownRows} rows; a download has all.` : `${rows.length} rows.`
    const heads = columns.map((name) => headOf(name, meanings.get(name)))
    const body = rows.map((row) => element('tr', {}, ...columns.map((name) => cellOf(row, name))))
    return [
      element('p', { textContent: `${cut} Where a figure is missing its reason stands in its place.` }),
      element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...body)),
    ]
  }

  /**
   * @param {string} name
   * @param {readonly string[]} names
   */
  function isStatus(name, names) {
    return name.endsWith('_status') && names.includes(name.slice(0, -'_status'.length))
  }

  /**
   * @param {string} name
   * @param {Meaning | undefined} meaning
   */
  function headOf(name, meaning) {
    const unit = meaning?.['schema:unitText']
    const head = element('th', { scope: 'col', title: meaning?.['dc:description'] ?? '' }, name)
    if (unit) head.append(element('span', { textContent: unit.toLowerCase().replaceAll('_', ' ') }))
    return head
  }

  /**
   * @param {Row} row
   * @param {string} name
   */
  function cellOf(row, name) {
    const value = row[name]
    if (value !== null && value !== undefined)
      return element('td', {
        className: typeof value === 'number' ? 'number' : '',
        textContent: String(value),
      })
    const status = row[`${name}_status`]
    const reason = typeof status === 'string' ? status.toLowerCase().replaceAll('_', ' ') : ''
    return element('td', { className: 'gap', textContent: reason })
  }

  async function fill() {
    const open = downloads.whole.open ? downloads : snippets
    open.content.replaceChildren(element('p', { textContent: 'Asking for the address …' }))
    try {
      const { addressOf } = await loaded()
      open.content.replaceChildren(...(open === downloads ? linksTo(addressOf) : linesFor(addressOf)))
    } catch (error) {
      open.content.replaceChildren(element('p', { textContent: messageOf(error) }))
    }
  }

  /** @param {Loaded['addressOf']} addressOf */
  function linksTo(addressOf) {
    return given().formats.map((format) =>
      element('a', { href: addressOf(format), download: `table.${format}`, textContent: format }),
    )
  }

  /** @param {Loaded['addressOf']} addressOf */
  function linesFor(addressOf) {
    return given().snippets.flatMap(({ label, text }) => {
      const lines = text.replaceAll(/\{(csv|parquet|xlsx)\}/g, (_, format) => addressOf(format))
      const copy = element('button', { type: 'button', textContent: 'Copy' })
      copy.setAttribute('aria-label', `Copy the lines for ${label}`)
      copy.addEventListener('click', async () => {
        await navigator.clipboard.writeText(lines)
        copy.textContent = 'Copied'
      })
      const lead = element('div', {}, element('strong', { textContent: `${label} ` }), copy)
      return [lead, element('pre', { textContent: lines })]
    })
  }

  addEventListener('DOMContentLoaded', () => {
    const put = () => {
      const place = document.querySelector('.graphiql-response')
      if (place && !place.contains(bar)) place.append(bar, view)
    }
    redraw()
    put()
    const root = document.getElementById('root')
    if (root) new MutationObserver(put).observe(root, { childList: true, subtree: true })
  })
})()
