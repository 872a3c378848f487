/** What the buttons of a page would send, as a browser without scripts sends it. */

export interface Offer {
  /** Address the form goes to. */
  readonly action: string;
  readonly label: string;
  readonly entries: readonly (readonly [string, string])[];
}

/** Every button of a page that can be pressed and posts something. */
export function offersOf(html: string): readonly Offer[] {
  return [...html.matchAll(/<form\s([^>]*)>([^]*?)<\/form>/gu)].flatMap(([, head = '', inner = '']) => {
    if (attribute(head, 'method') !== 'post') return [];
    const typed = [
      ...[...inner.matchAll(/<input\s([^>]*)>/gu)].flatMap(([, input = '']) => entryOf(input)),
      ...[...inner.matchAll(/<textarea\s([^>]*)>([^<]*)/gu)].map(([, area = '', text = '']) => [attribute(area, 'name') ?? '', plain(text)] as const),
      ...[...inner.matchAll(/<select\s([^>]*)>([^]*?)<\/select>/gu)].flatMap(([, select = '', options = '']) =>
        [...options.matchAll(/<option\s([^>]*)>/gu)].filter(([, option = '']) => /\sselected/u.test(option)).map(([, option = '']) => [attribute(select, 'name') ?? '', attribute(option, 'value') ?? ''] as const)),
    ];
    return [...inner.matchAll(/<button\s([^>]*)>([^<]*)/gu)].filter(([, button = '']) => attribute(button, 'type') === 'submit' && !/\sdisabled/u.test(button)).map(([, button = '', label = '']): Offer => {
      const name = attribute(button, 'name');
      return { action: attribute(button, 'formaction') ?? attribute(head, 'action') ?? '', label, entries: name === undefined ? typed : [...typed, [name, attribute(button, 'value') ?? '']] };
    });
  });
}

function entryOf(input: string): readonly (readonly [string, string])[] {
  const [name, type] = [attribute(input, 'name'), attribute(input, 'type')];
  const isLeftOut = name === undefined || type === 'file' || ((type === 'checkbox' || type === 'radio') && !/\schecked/u.test(input));
  return isLeftOut ? [] : [[name, attribute(input, 'value') ?? '']];
}

const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'iu').exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
}
