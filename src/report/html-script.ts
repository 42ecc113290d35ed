// Holds the script of the HTML report, which filters its entries.

/**
 * The script only hides entries that the filter excludes. It reads text, and writes `hidden`, a number and the
 * fragment of the address (`#kind=critical,high&text=os.system`), so that a filtered view can be shared as a link. It
 * makes no element of any text. The content security policy of the page allows it by its hash.
 */
export const SCRIPT = `
'use strict'
{
  const form = document.getElementById('filter')
  const search = document.getElementById('text')
  const shown = document.getElementById('shown')
  const boxes = [...form.querySelectorAll('input[type=checkbox]')]
  const sections = [...document.querySelectorAll('section')]
  const items = []
  for (const section of sections) {
    const file = section.querySelector('summary').textContent
    for (const item of section.querySelectorAll('li[data-kind]')) {
      let text = file + ' ' + item.textContent
      for (let at = item.parentElement; at !== section; at = at.parentElement) {
        if (at.matches('li.member')) text += ' ' + at.firstElementChild.textContent
      }
      items.push({ item, kind: item.dataset.kind, text: text.toLowerCase() })
    }
  }
  const apply = () => {
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    const wanted = search.value.trim().toLowerCase()
    let visible = 0
    for (const { item, kind, text } of items) {
      item.hidden = !kinds.has(kind) || !text.includes(wanted)
      if (!item.hidden) visible++
    }
    for (const group of document.querySelectorAll('section, li.member')) {
      group.hidden = group.querySelector('li[data-kind]:not([hidden])') === null
    }
    shown.textContent = visible + ' of ' + items.length + ' entries shown'
  }
  const fromAddress = () => {
    const wanted = new URLSearchParams(location.hash.slice(1))
    const kinds = wanted.get('kind')
    for (const box of boxes) box.checked = kinds === null || kinds.split(',').includes(box.value)
    search.value = wanted.get('text') ?? ''
    apply()
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => {
    const kinds = boxes.filter((box) => box.checked).map((box) => box.value)
    const wanted = new URLSearchParams()
    if (kinds.length < boxes.length) wanted.set('kind', kinds.join(','))
    if (search.value !== '') wanted.set('text', search.value)
    history.replaceState(null, '', '#' + wanted)
    apply()
  })
  addEventListener('hashchange', fromAddress)
  form.hidden = false
  fromAddress()
}
`
