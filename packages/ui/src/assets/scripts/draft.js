// What is typed into a form is kept in this browser until the server says it has it, so that a dead line loses nothing.
const KEEP_DAYS = 7;
const place = (key) => `entente-draft:${key}`;
const stored = (key) => {
  try {
    const draft = JSON.parse(localStorage.getItem(place(key)) ?? 'null');
    return draft && Date.now() - draft.at < KEEP_DAYS * 864e5 ? draft : undefined;
  } catch { return undefined; }
};
const forget = (key) => { try { localStorage.removeItem(place(key)); } catch { /* storage refused: nothing was kept */ } };
// A picker's choice is kept with its words, since the list it was found in is gone when it is put back.
const wordsOf = (form, name, value) => form.querySelector(`.chosen [name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.closest('label').textContent;
const typed = (form) => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && form.elements[name]?.type !== 'hidden' && form.elements[name]?.type !== 'password')
  .map(([name, value]) => [name, value, wordsOf(form, name, value)]);

// Puts kept values back into the fields that are there; a choice kept for a list that has changed is left alone. With them
// comes the form's key: sent again, what the server had taken before its answer was lost is not taken twice.
const fill = (form, { fields, key }) => {
  if (key && form.elements._key) form.elements._key.value = key;
  for (const element of form.elements) {
    if (!element.name || ['hidden', 'password', 'file', 'submit', 'button'].includes(element.type)) continue;
    const values = fields.filter(([name]) => name === element.name).map(([, value]) => value);
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = values.includes(element.value);
    else if (values.length) element.value = values[0];
  }
  for (const [name, value, label] of fields) {
    const picker = form.querySelector(`.picker[data-name="${CSS.escape(name)}"]`);
    if (value && label && !picker?.querySelector(`[value="${CSS.escape(value)}"]`)) picker?.choose?.({ value, label });
  }
};

const done = document.querySelector('meta[name=draft-saved]')?.content;
if (done) forget(done);

for (const form of all('form[data-draft]')) {
  const { draft: key, offline, found, restore, discard } = form.dataset;
  const shown = typed(form);
  let dirty = false;
  let sending = false;
  let timer;
  const line = make('div', { class: 'notice', role: 'status' }, make('p', {}, offline));
  const tell = () => { if (navigator.onLine) line.remove(); else form.prepend(line); };
  const save = () => { try { localStorage.setItem(place(key), JSON.stringify({ at: Date.now(), key: form.elements._key?.value, fields: typed(form) })); } catch { /* storage full or refused */ } };

  const kept = stored(key);
  // Something worth offering: a value that is not on the page. A row just added is no difference.
  if (kept?.fields.some(([name, value]) => value && !shown.some((now) => now[0] === name && now[1] === value)) && !form.querySelector('.problems')) {
    const notice = make('div', { class: 'notice', role: 'status' }, make('p', {}, found));
    const button = (label, kind, act) => {
      const b = make('button', { type: 'button', class: `btn ${kind}` }, label);
      b.addEventListener('click', () => { act(); notice.remove(); });
      return b;
    };
    notice.append(make('div', { class: 'buttons small' }, button(restore, 'second', () => { fill(form, kept); dirty = true; }), button(discard, 'quiet', () => forget(key))));
    form.prepend(notice);
  }

  form.addEventListener('input', () => { dirty = true; clearTimeout(timer); timer = setTimeout(save, 400); });
  form.addEventListener('submit', (event) => {
    save();
    if (!navigator.onLine) { event.preventDefault(); tell(); line.scrollIntoView({ block: 'center' }); } else sending = true;
  });
  addEventListener('beforeunload', (event) => { if (dirty && !sending) event.preventDefault(); });
  addEventListener('pageshow', () => { sending = false; });
  addEventListener('offline', tell);
  addEventListener('online', tell);
  tell();
}
