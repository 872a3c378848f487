// What a date of digits was understood as, in the words the server has for it (`datesInWords`): the day first, or the year.
const spelled = (typed, lang) => {
  const text = typed.trim().replace(/[\u0ed0-\u0ed9]/g, (digit) => digit.charCodeAt(0) - 0xed0).replace(/[\u2010-\u2015\u2212]/g, '-');
  const shapes = [/^(?<d>\d\d?) ?([-/.]) ?(?<m>\d\d?) ?\2 ?(?<y>\d{4})$/, /^(?<y>\d{4})-(?<m>\d\d?)-(?<d>\d\d?)$/, /^(?<y>\d{4})[-/.](?<m>\d\d?)$/, /^(?<m>\d\d?) ?[-/.] ?(?<y>\d{4})$/, /^(?<y>\d{4})$/];
  const { y, m, d } = shapes.map((shape) => shape.exec(text)).find(Boolean)?.groups ?? {};
  if (!y || y < 1800 || y > 2199 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return '';
  const words = datesInWords[lang] ?? datesInWords.en;
  return m === undefined ? y : words[d === undefined ? 'month' : 'day'][m - 1].replace('{day}', words.two ? d?.padStart(2, '0') : Number(d)).replace('{year}', y);
};
for (const echo of all('[data-echo]')) {
  const input = echo.parentNode.querySelector('input[type=text]');
  input?.addEventListener('input', () => { echo.textContent = spelled(input.value, document.documentElement.lang); });
}

// A file control in the reader's words: the browser's own stays, unseen, for the keyboard and for screen readers.
for (const input of all('input[type=file][data-none]')) {
  const { none, drop, clear, most, large } = input.dataset;
  const state = make('span', { role: 'status', id: `${input.id}-state` }, none);
  const empty = make('button', { type: 'button', class: 'btn quiet' }, clear);
  const wrong = make('p', { class: 'field-problem', role: 'alert' });
  const box = make('div', { class: 'file-box' }, make('label', { class: 'btn second', for: input.id, 'aria-hidden': 'true' }, input.getAttribute('aria-label')), make('span', { class: 'quiet' }, drop), state, empty, wrong);
  const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const tell = () => {
    const files = [...input.files];
    state.textContent = files.map(({ name, size: bytes }) => `${name} (${bytes < 1e3 ? `${bytes} B` : bytes < 1e6 ? `${size.format(Math.round(bytes / 1e3))} KB` : `${size.format(bytes / 1e6)} MB`})`).join(' · ') || none;
    empty.hidden = files.length === 0;
    const over = files.find((file) => file.size > (most ?? Infinity));
    wrong.textContent = over ? large.replace('{name}', over.name) : '';
    wrong.hidden = !over;
  };
  const put = (files) => {
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    input.files = held.files;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    tell();
  };
  input.before(box);
  box.prepend(input);
  input.classList.add('unseen');
  input.setAttribute('aria-describedby', state.id);
  input.addEventListener('change', tell);
  empty.addEventListener('click', () => { put([]); input.focus(); });
  box.addEventListener('dragover', (event) => { event.preventDefault(); box.classList.add('over'); });
  box.addEventListener('dragleave', () => box.classList.remove('over'));
  box.addEventListener('drop', (event) => {
    event.preventDefault();
    box.classList.remove('over');
    put(input.multiple ? [...input.files, ...event.dataTransfer.files] : [...event.dataTransfer.files].slice(0, 1));
  });
  // Not sent for nothing: the server refuses it before it is read.
  input.form.addEventListener('submit', (event) => { if (!wrong.hidden) { event.preventDefault(); input.focus(); wrong.scrollIntoView({ block: 'center' }); } });
  addEventListener('pageshow', tell);
  tell();
}

// The browser's calendar beside a date that is typed.
for (const input of all('input[data-picker]')) {
  const picker = make('input', { type: 'date', tabindex: '-1', 'aria-hidden': 'true', class: 'date-picker' });
  if (!picker.showPicker) break;
  const button = make('button', { type: 'button', class: 'btn second', 'aria-label': [input.dataset.picker, input.labels[0]?.firstChild.textContent].join(': ') }, input.dataset.picker);
  button.addEventListener('click', () => picker.showPicker());
  picker.addEventListener('change', () => {
    const [year, month, day] = picker.value.split('-').map(Number);
    if (!day) return;
    input.value = `${day}/${month}/${year}`;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  input.after(button, picker);
}
