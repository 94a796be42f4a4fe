import clsx from 'clsx';
import type { ReactNode } from 'react';
import { SortHeader, type Sort } from './sort-header';

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** `end` for numbers: right, tabular figures. */
  align?: 'start' | 'end';
  /** The cell that names the row; leads the card on a narrow screen. */
  rowHeader?: boolean;
  sortable?: boolean;
  /** Where the header is not plain text: what stands before the value on a card. Empty string: nothing. */
  cardLabel?: string;
};

export type TableProps<Row> = {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  /** Totals, under the rows: one node a column, by its id. */
  totals?: Record<string, ReactNode>;
  empty?: ReactNode;
  /** Keep it a table at every width and let it scroll sideways inside its own box (year by year tables). */
  scroll?: boolean;
};

const labelOf = <Row,>(column: Column<Row>) => column.cardLabel ?? (typeof column.header === 'string' ? column.header : '');

/** A table drawn on the server. Below 560 px of its own box each row becomes a card; the roles keep it a table for those who listen. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, sort, totals, empty, scroll }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  const cell = (column: Column<Row>, children: ReactNode) => {
    const props = { className: clsx(column.align === 'end' && 'end'), 'data-label': labelOf(column) || undefined, children };
    return column.rowHeader ? <th key={column.id} scope="row" role="rowheader" {...props} /> : <td key={column.id} role="cell" {...props} />;
  };
  return (
    <div className="table-box" {...(scroll ? { tabIndex: 0, role: 'region', 'aria-label': typeof caption === 'string' ? caption : undefined } : {})}>
      <table className={clsx('grid-table', !scroll && 'grid-table-cards')} role="table">
        <caption className={clsx(captionHidden && 'visually-hidden')}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) =>
              sort && column.sortable ? (
                <SortHeader key={column.id} id={column.id} align={column.align} sort={sort}>{column.header}</SortHeader>
              ) : (
                <th key={column.id} scope="col" role="columnheader" className={clsx(column.align === 'end' && 'end')}>{column.header}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">{columns.map((column) => cell(column, column.cell(row)))}</tr>
          ))}
        </tbody>
        {totals && (
          <tfoot role="rowgroup">
            <tr role="row">{columns.map((column) => cell(column, totals[column.id]))}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
