// What a page gains where scripts run; without them everything works as it stands.
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
// Letters without their marks, for filtering as one types; Lao tone marks fall away, Lao vowels stay.
const folded = (text) => text.normalize('NFD').replace(/[\u0300-\u036f\u0ec8-\u0ecc]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();

document.querySelector('.problems:not(.exhibit *)')?.focus();

// The account menu closes when one goes elsewhere.
addEventListener('click', ({ target }) => {
  for (const menu of all('details.me[open]')) if (!menu.contains(target)) menu.open = false;
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') for (const menu of all('details.me[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
});

// The second press of a button that is already being sent does nothing.
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
  setTimeout(() => { delete form.dataset.sent; }, 8000);
});
addEventListener('pageshow', () => { for (const form of all('form[data-sent]')) delete form.dataset.sent; });

// A filter above long lists of boxes.
for (const box of all('[data-filter]')) {
  const input = make('input', { type: 'search', 'aria-label': box.dataset.filter, placeholder: box.dataset.filter, class: 'filter-list' });
  input.addEventListener('input', () => {
    const wanted = folded(input.value);
    for (const item of all('li', box)) item.hidden = !folded(item.textContent).includes(wanted);
  });
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  box.before(input);
}

for (const button of all('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Copy what stands in a code.
for (const code of all('[data-copy]')) {
  if (!navigator.clipboard) break;
  const button = make('button', { type: 'button', class: 'btn quiet copy' }, code.dataset.copy);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = code.dataset.copied;
  });
  code.after(' ', button);
}

// A long job shows its progress as the server tells it; where that fails the page loads itself again.
const again = Number(document.documentElement.dataset.refresh) || 5;
const reloadSoon = () => setTimeout(() => location.reload(), again * 1000);
const jobs = all('[data-live]');
for (const job of jobs) {
  const events = new EventSource(job.dataset.live);
  events.addEventListener('message', ({ data }) => {
    const fresh = new DOMParser().parseFromString(data, 'text/html').body.firstElementChild;
    if (fresh) job.replaceChildren(...fresh.childNodes);
  });
  events.addEventListener('done', () => { events.close(); location.reload(); });
  events.addEventListener('error', () => { events.close(); reloadSoon(); });
}
if (jobs.length === 0 && document.documentElement.dataset.refresh) reloadSoon();
