import type { ComponentChildren, Key, VNode } from 'preact';
import { useWords } from '../words.ts';
import { EmptyState } from './EmptyState.tsx';
import { Pagination, type PaginationProps } from './Pagination.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers and money stand at the end of their column. */
  readonly align?: 'start' | 'end';
  /** Short values that are never broken over two lines: dates. */
  readonly whole?: boolean;
  /** The column that names the row: a row header, and the title of the row on a phone. */
  readonly main?: boolean;
  /** Makes the heading a link; `now` is the order in force. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' };
}

export interface DataTableProps<Row> {
  readonly caption: string;
  /** Keep the caption for those who do not see the heading above. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  /** Exports of exactly what is shown. */
  readonly exports?: readonly { readonly href: string; readonly label: string }[];
  readonly pages?: PaginationProps;
  readonly empty?: ComponentChildren;
}

/** Rows and columns: sortable by links, exported as shown, a stack of cards on a phone. */
export function DataTable<Row>({ caption, captionHidden = false, columns, rows, rowKey, exports = [], pages, empty }: DataTableProps<Row>): VNode {
  const w = useWords();
  if (rows.length === 0) return <EmptyState>{empty ?? w('no-rows')}</EmptyState>;
  return (
    <div class="data">
      <table role="table">
        <caption class={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead role="rowgroup"><tr role="row">{columns.map((c) => <Heading key={c.key} column={c} />)}</tr></thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)}>
              {columns.map((c) => c.main
                ? <th role="rowheader" scope="row" key={c.key}>{c.cell(row)}</th>
                : <td role="cell" key={c.key} class={c.align === 'end' ? 'end num' : c.whole ? 'whole' : undefined} data-label={c.label}>{c.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {(pages || exports.length > 0) && (
        <div class="under">
          {pages && <Pagination {...pages} />}
          {exports.length > 0 && (
            <p class="exports">{w('export')} {exports.map((e) => <a key={e.href} href={e.href} download="">{e.label}</a>)}</p>
          )}
        </div>
      )}
    </div>
  );
}

function Heading<Row>({ column }: { readonly column: Column<Row> }): VNode {
  const { sort } = column;
  return (
    <th role="columnheader" scope="col" class={column.align === 'end' ? 'end' : undefined} aria-sort={sort?.now}>
      {sort ? <a href={sort.href}>{column.label}</a> : column.label}
    </th>
  );
}
