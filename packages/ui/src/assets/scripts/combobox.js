// A picker that searches as one types (ARIA combobox with a listbox); its search button steps aside.
const pick = (picker) => {
  const { pick: source, name, none, remove, clear } = picker.dataset;
  const multiple = 'multiple' in picker.dataset;
  const input = picker.querySelector('input[type=search]');
  if (!input) return;
  const chosen = picker.querySelector('.chosen');
  const id = `${input.id}-list`;
  const list = make('ul', { role: 'listbox', id, 'aria-label': input.getAttribute('aria-label') });
  const said = make('span', { class: 'unseen', role: 'status' });
  list.hidden = true;
  for (const [key, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) input.setAttribute(key, value);
  const wrap = make('div', { class: 'combo' });
  input.parentNode.replaceWith(wrap);
  wrap.append(input, list, said);

  let options = [];
  let at = -1;
  let timer;
  let asked = 0;
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) { at = -1; input.removeAttribute('aria-activedescendant'); }
  };
  const point = (to) => {
    if (options.length === 0) return;
    at = (to + options.length) % options.length;
    all('[role=option]', list).forEach((item, i) => {
      item.setAttribute('aria-selected', String(i === at));
      if (i === at) { input.setAttribute('aria-activedescendant', item.id); item.scrollIntoView({ block: 'nearest' }); }
    });
  };
  const choice = (option) => make('li', option.value ? { title: remove } : {}, make('label', option.lang ? { lang: option.lang } : {},
    make('input', { type: multiple ? 'checkbox' : 'radio', name, value: option.value }), make('span', {}, option.label)));
  const take = (option) => {
    if (!multiple) chosen.replaceChildren(...(clear ? [choice({ value: '', label: clear })] : []));
    if (!all('input', chosen).some((box) => box.value === option.value)) {
      const item = choice(option);
      const box = item.querySelector('input');
      box.checked = true;
      chosen.append(item);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
    input.value = '';
    show(false);
    said.textContent = option.label;
  };
  picker.choose = take;
  const draw = () => {
    list.replaceChildren(...options.map((option, i) => {
      const item = make('li', { role: 'option', id: `${id}-${i}`, 'aria-selected': 'false', ...(option.lang && { lang: option.lang }) }, option.label);
      if (option.hint) item.append(make('small', {}, ` ${option.hint}`));
      item.addEventListener('mousedown', (event) => { event.preventDefault(); take(option); });
      return item;
    }));
    said.textContent = options.length ? String(options.length) : none;
    if (!options.length) list.append(make('li', { class: 'none' }, none));
    show(true);
  };
  const ask = async (unasked) => {
    const mine = ++asked;
    const words = input.value.trim();
    if (!words && !unasked) return show(false);
    try {
      const answer = await fetch(`${source}${source.includes('?') ? '&' : '?'}q=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } });
      if (mine !== asked || !answer.ok) return;
      ({ options } = await answer.json());
      draw();
    } catch { show(false); }
  };
  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => ask(), 200); });
  input.addEventListener('blur', () => show(false));
  input.addEventListener('keydown', (event) => {
    const open = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) point(at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1)); else void ask(true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && options[Math.max(0, at)]) take(options[Math.max(0, at)]);
    } else if (event.key === 'Escape' && open) { event.preventDefault(); show(false); }
  });
};
for (const picker of all('.picker[data-pick]')) pick(picker);
