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
  /** A GET form for words, dates and pickers: address, kept parameters, and its fields. */
  readonly form?: { readonly action: string; readonly hidden?: readonly (readonly [string, string])[]; readonly fields: ComponentChildren };
}

/** Filters of a list: plain links with counts, and a GET form for what is typed. Folds on a phone. */
export function Filters({ active = [], clear, groups, form }: FiltersProps): VNode {
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
      {groups.length > 0 && (
        <details class="fold" open>
          <summary>{w('filters')}</summary>
          <div class="filter-groups">{groups.map((group) => <Group key={group.title} group={group} />)}</div>
        </details>
      )}
    </search>
  );
}

function Group({ group }: { readonly group: FilterGroup }): VNode {
  const { lang } = useReader();
  return (
    <nav aria-label={group.title}>
      <b>{group.title}</b>
      <ul>
        {group.options.map((o) => (
          <li key={o.href}>
            <a href={o.href} aria-current={o.current ? 'true' : undefined} class={o.party ? 'party' : undefined} data-party={o.party}>
              <span>{o.label}</span>{o.count !== undefined && <span class="num quiet"> {count(o.count, lang)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
