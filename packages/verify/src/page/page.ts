/** The page that checks an evidence file: what is dropped in is read here and goes nowhere. */
import { verifyBundle } from '../bundle/index.ts';
import { explain, say, type Explanation, type Language } from '../words/index.ts';

const part = (id: string): HTMLElement => document.getElementById(id)!;
const [answer, roots, file, drop] = [part('answer'), part('roots') as HTMLTextAreaElement, part('file') as HTMLInputElement, part('drop')];

/** The language of the link that led here, else the browser's. */
const wanted = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages];
let lang: Language = wanted.flatMap((tag) => (['vi', 'lo', 'en'] as const).find((each) => tag.startsWith(each)) ?? [])[0] ?? 'en';
let held: Uint8Array | null = null;
let turn = 0;

/** Text only, never markup: what a bundle says is written by whoever made it. */
function element(tag: string, text: string, ...classes: string[]): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  made.classList.add(...classes);
  return made;
}

function list(lines: readonly string[]): HTMLElement {
  const made = document.createElement('ul');
  made.append(...lines.map((line) => element('li', line)));
  return made;
}

const drawn = (parts: Explanation['sections']): HTMLElement[] => parts.flatMap(({ title, lines, notShown }) => [
  ...(title ? [element('h2', title)] : []), list(lines),
  ...(notShown.length > 0 ? [element('h3', say('not-shown', lang)), list(notShown)] : []),
]);

function draw({ verdict, headline, sections, others, keys }: Explanation): void {
  const found: HTMLElement[] = [element('p', headline, 'verdict', verdict), ...drawn(sections)];
  if (others) {
    const folded = document.createElement('details');
    folded.append(element('summary', others.note), ...drawn(others.sections));
    found.push(folded);
  }
  if (keys.length > 0) found.push(element('h2', say('keys', lang)), list(keys));
  answer.replaceChildren(...found);
}

const refuse = (text: string): void => { answer.replaceChildren(element('p', text, 'verdict', 'broken')); };

async function check(): Promise<void> {
  if (!held) return answer.replaceChildren();
  const mine = (turn += 1);
  const given = roots.value.split(/\s+/u).filter(Boolean).map((line) => line.toLowerCase());
  const wrong = given.find((line) => !/^[0-9a-f]{64}$/u.test(line));
  if (wrong !== undefined) return refuse(say('bad-root', lang, { line: wrong }));
  try {
    const report = await verifyBundle(held, { roots: given });
    // A slower check of an earlier file must not write over this one's answer.
    if (mine !== turn) return;
    if (report.ok) draw(explain(report.value, lang));
    else refuse(say('unreadable', lang, { reason: report.reason }));
  } catch {
    refuse(say('no-platform', lang));
  }
}

function speak(): void {
  document.documentElement.lang = lang;
  document.title = say('title', lang);
  for (const [id, name] of [['heading', 'title'], ['hint', 'drop'], ['choose', 'choose'], ['local', 'local'], ['roots-label', 'roots']] as const) part(id).textContent = say(name, lang);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[lang]')) button.setAttribute('aria-pressed', String(button.lang === lang));
  void check();
}

async function take(given: File | undefined): Promise<void> {
  if (!given) return;
  part('chosen').textContent = given.name;
  held = new Uint8Array(await given.arrayBuffer());
  await check();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[lang]')) button.addEventListener('click', () => { lang = button.lang as Language; speak(); });
roots.addEventListener('input', () => { void check(); });
// The same file may be chosen again once it has changed.
file.addEventListener('click', () => { file.value = ''; });
file.addEventListener('change', () => { void take(file.files?.[0]); });
drop.addEventListener('dragover', (event) => { event.preventDefault(); });
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files[0]);
});
speak();
