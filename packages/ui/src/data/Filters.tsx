import type { ComponentChildren, VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { count, useWords } from '../words.ts';

export interface FilterOption {
  readonly label: string;
  /** Address of the list with this option taken or, when it is taken already, left out. */
  readonly href: string;
  /** Rows it would leave. */
  readonly count?: number;
  readonly current?: boolean;
  readonly party?: string;
}

export interface FilterGroup {
  readonly title: string;
  readonly options: readonly FilterOption[];
}

export interface FiltersProps {
  /** What is taken now, each with the address of the list without it. */
  readonly active?: readonly { readonly label: string; readonly href: string }[];
  /** Address of the list without any filter. */
  readonly clear?: string;
  readonly groups: readonly FilterGroup[];
  /** The address says that the reader works with the filters (`filters=open`); they are folded otherwise. */
  readonly open?: boolean;
  /** A GET form for words, dates and pickers: address, kept parameters, and its fields. */
  readonly form?: { readonly action: string; readonly hidden?: readonly (readonly [string, string])[]; readonly fields: ComponentChildren };
}

/**
 * Filters of a list: a GET form for what is typed, what is taken now, and links with counts, folded so that the list comes
 * first. A link taken in the open fold leaves it open on the page it leads to: the address remembers, no script does.
 */
export function Filters({ active = [], clear, groups, open = false, form }: FiltersProps): VNode {
  const w = useWords();
  return (
    <search class="filters">
      {form && (
        <form action={form.action} method="get" class="find-form">
          {form.hidden?.map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
          {form.fields}
          <button class="btn second" type="submit">{w('apply')}</button>
        </form>
      )}
      {active.length > 0 && (
        <ul class="active">
          {active.map((a) => <li key={a.href}><a href={a.href} aria-label={w('remove-filter', { filter: a.label })}>{a.label} <span aria-hidden="true">×</span></a></li>)}
          {clear && <li><a class="clear" href={clear}>{w('clear-filters')}</a></li>}
        </ul>
      )}
      {groups.length === 1 && <div class="filter-groups">{groups.map((group) => <Group key={group.title} group={group} />)}</div>}
      {groups.length > 1 && (
        <details class="fold" open={open}>
          <summary>{w('filters')}<span class="fold-names">{groups.map((group) => group.title).join(' · ')}</span></summary>
          <div class="filter-groups">{groups.map((group) => <Group key={group.title} group={{ ...group, options: group.options.map((one) => ({ ...one, href: keptOpen(one.href) })) }} />)}</div>
        </details>
      )}
    </search>
  );
}

/** The address with the filters open. */
function keptOpen(href: string): string {
  const [, path = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/u.exec(href) ?? [];
  const values = new URLSearchParams(query);
  values.set('filters', 'open');
  return `${path}?${values.toString()}${anchor}`;
}

function Group({ group }: { readonly group: FilterGroup }): VNode {
  const w = useWords();
  const [shown, folded] = firstLine(group.options);
  return (
    <div role="group" aria-label={group.title}>
      <b>{group.title}</b>
      <div>
        <ul>{shown.map((o) => <Option key={o.href} option={o} />)}</ul>
        {folded.length > 0 && (
          <details>
            <summary>{w('more-options', { count: folded.length })}</summary>
            <ul>{folded.map((o) => <Option key={o.href} option={o} />)}</ul>
          </details>
        )}
      </div>
    </div>
  );
}

function Option({ option }: { readonly option: FilterOption }): VNode {
  const { lang } = useReader();
  return (
    <li>
      <a href={option.href} title={option.label.length > LABEL ? option.label : undefined} aria-current={option.current ? 'true' : undefined}
        class={option.party ? 'party' : undefined} data-party={option.party}>
        <span>{option.label}</span>{option.count !== undefined && <span class="num quiet"> {count(option.count, lang)}</span>}
      </a>
    </li>
  );
}

/** Letters that stand on one line of a laptop, those of a label before it is cut (form.css cuts as wide), and what a count takes. */
const [LINE, LABEL, COUNT] = [96, 34, 6] as const;

/** What stands on the group's line, and what is folded under it: a table comes before its filters. A chosen option is never folded. */
export function firstLine(options: readonly FilterOption[]): readonly [shown: readonly FilterOption[], folded: readonly FilterOption[]] {
  let room: number = LINE;
  const shown: FilterOption[] = [];
  const folded: FilterOption[] = [];
  for (const option of options) {
    room -= Math.min(LABEL, option.label.length) + COUNT;
    (room >= 0 || option.current || shown.length === 0 ? shown : folded).push(option);
  }
  // One alone is not worth folding.
  return folded.length === 1 ? [options, []] : [shown, folded];
}
