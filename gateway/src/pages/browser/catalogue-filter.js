/**
 * The filter of the catalogue: shows the rows that have every word, with the sections that have such rows open, and how many there are. Opens the section of
 * the address too, in browsers that do not by themselves.
 */
;(() => {
  /** @typedef {{ row: HTMLTableRowElement, text: string, section: HTMLDetailsElement | null }} Filtered */

  const filter = /** @type {HTMLInputElement} */ (document.getElementById('filter'))
  const sections = [...document.querySelectorAll('details')]
  /** @type {Filtered[]} */
  const rows = [...document.querySelectorAll('tbody')].flatMap((body) => {
    const section = body.closest('details')
    const about = section ? `${section.querySelector('summary')?.textContent ?? ''} ` : ''
    return [...body.rows].map((row) => ({ row, section, text: (about + row.textContent).toLowerCase() }))
  })

  filter.addEventListener('input', () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean)
    /** @type {Set<HTMLDetailsElement | null>} */
    const found = new Set()
    const counts = { indicators: 0, values: 0 }
    for (const { row, text, section } of rows) {
      row.hidden = !words.every((word) => text.includes(word))
      if (row.hidden) continue
      found.add(section)
      counts[section ? 'values' : 'indicators'] += 1
    }
    for (const section of sections) {
      section.hidden = !found.has(section)
      section.open = words.length > 0 && found.has(section)
    }
    tell('#indicators', counts.indicators, 'indicator')
    tell('#vocabulary', counts.values, 'value')
  })

  /**
   * @param {string} address
   * @param {number} count
   * @param {string} what
   */
  function tell(address, count, what) {
    const link = document.querySelector(`#shown a[href="${address}"]`)
    if (link) link.textContent = `${count} ${what}${count === 1 ? '' : 's'}`
  }

  function openAddressed() {
    const section = document.getElementById(location.hash.slice(1))?.closest('details')
    if (section && !section.open) section.open = true
  }
  window.addEventListener('hashchange', openAddressed)
  openAddressed()
})()
