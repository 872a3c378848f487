import type { VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { count, useWords } from '../words.ts';

export interface PaginationProps {
  /** First page is 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly href: (page: number) => string;
}

/** Which rows of how many, and the pages around. */
export function Pagination({ page, pageSize, total, href }: PaginationProps): VNode {
  const w = useWords();
  const { lang } = useReader();
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  const pages = [...new Set([1, page - 1, page, page + 1, last])].filter((p) => p >= 1 && p <= last);
  return (
    <nav class="pages" aria-label={w('pages')}>
      <span>{w('rows-of', { from: count(from, lang), to: count(Math.min(total, page * pageSize), lang), total: count(total, lang) })}</span>
      {last > 1 && (
        <ul>
          {page > 1 && <li><a href={href(page - 1)} rel="prev">{w('previous')}</a></li>}
          {pages.map((p, i) => (
            <li key={p} class="page-number">
              {i > 0 && p - (pages[i - 1] ?? p) > 1 && <span aria-hidden="true">…</span>}
              <a href={href(p)} aria-label={w('page-number', { page: p })} aria-current={p === page ? 'page' : undefined}>{p}</a>
            </li>
          ))}
          {page < last && <li><a href={href(page + 1)} rel="next">{w('next')}</a></li>}
        </ul>
      )}
    </nav>
  );
}
