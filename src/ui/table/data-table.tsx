'use client';

import { useState, type ReactNode } from 'react';
import { Cell, Column as AriaColumn, Row as AriaRow, Table as AriaTable, TableBody, TableHeader, type Selection } from 'react-aria-components';
import { Button } from '../form/button';
import { Checkbox } from '../form/checkbox';
import { Skeleton } from '../feedback/skeleton';
import { ColumnChoice } from './column-choice';
import type { Direction } from './sort-header';
import type { Column } from './table';

export type DataColumn<Row> = Column<Row> & {
  /** Hidden until chosen. */
  isExtra?: boolean;
};

export type DataTableProps<Row> = {
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What a row is called when it is read out or selected. */
  rowLabel: (row: Row) => string;
  onOpen?: (key: string) => void;
  sort?: { by?: string; direction?: Direction };
  onSort?: (by: string, direction: Direction) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (keys: Set<string>) => void;
  /** Actions on what is selected; stands above the table while anything is. */
  bulk?: (keys: ReadonlySet<string>) => ReactNode;
  shown?: readonly string[];
  onShown?: (columns: string[]) => void;
  state?: 'ready' | 'loading' | 'error';
  empty: ReactNode;
  /** What happened and a button to try again. */
  error?: ReactNode;
  paging?: { onPrevious?: () => unknown; onNext?: () => unknown; note?: ReactNode };
  /** Stands left in the bar above: search, filters. */
  tools?: ReactNode;
  labels: { columns: string; loading: string; select: string; selected: (count: number) => ReactNode; clear: ReactNode; previous: ReactNode; next: ReactNode };
};

/** A workplace's table: arrow keys go from row to row, Enter opens, Space selects. Cards below 560 px. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, rowLabel, onOpen, sort, onSort, selected, onSelect, bulk, state = 'ready', empty, error, paging, tools, labels } = props;
  const [own, setOwn] = useState<string[]>(() => columns.filter((column) => !column.isExtra).map((column) => column.id));
  const shown = props.shown ?? own;
  const visible = columns.filter((column) => column.rowHeader || shown.includes(column.id));
  const canSelect = Boolean(onSelect);
  const choose = (keys: Selection) => {
    if (keys === 'all') onSelect?.(new Set([...(selected ?? []), ...rows.map(rowKey)]));
    else onSelect?.(new Set([...keys].map(String)));
  };
  const hasChoice = columns.some((column) => column.isExtra) || props.onShown !== undefined;
  const count = selected?.size ?? 0;
  return (
    <div className="work-table">
      {tools || hasChoice ? (
        <div className="work-table-bar">
          {tools}
          {hasChoice ? <ColumnChoice label={labels.columns} columns={columns.filter((column) => !column.rowHeader)} shown={shown} onShown={(ids) => { setOwn(ids); props.onShown?.(ids); }} /> : null}
        </div>
      ) : null}
      {count > 0 && selected ? (
        <div className="bulk" role="region" aria-live="polite">
          <span className="num">{labels.selected(count)}</span>
          {bulk?.(selected)}
          <Button variant="plain" onPress={() => onSelect?.(new Set())}>{labels.clear}</Button>
        </div>
      ) : null}
      <div className="table-box">
        <AriaTable
          aria-label={label}
          className="grid-table grid-table-cards grid-table-rows"
          selectionMode={canSelect ? 'multiple' : 'none'}
          selectedKeys={selected}
          onSelectionChange={choose}
          onRowAction={onOpen ? (key) => onOpen(String(key)) : undefined}
          sortDescriptor={sort?.by && sort.direction ? { column: sort.by, direction: sort.direction } : undefined}
          onSortChange={(next) => onSort?.(String(next.column), next.direction)}
        >
          <TableHeader>
            {canSelect ? <AriaColumn className="select-cell" textValue={labels.select}><Checkbox slot="selection" /></AriaColumn> : null}
            {visible.map((column) => (
              <AriaColumn key={column.id} id={column.id} isRowHeader={column.rowHeader} allowsSorting={Boolean(onSort && column.sortable)} className={column.align === 'end' ? 'end' : ''}>
                {({ allowsSorting, sortDirection }) => (allowsSorting ? <span className="sort" data-direction={sortDirection}>{column.header}</span> : column.header)}
              </AriaColumn>
            ))}
          </TableHeader>
          <TableBody renderEmptyState={() => <div className="table-state">{state === 'loading' ? <Skeleton label={labels.loading} lines={6} height={22} /> : state === 'error' ? error : empty}</div>}>
            {state === 'ready' ? rows.map((row) => (
              <AriaRow key={rowKey(row)} id={rowKey(row)} textValue={rowLabel(row)}>
                {canSelect ? <Cell className="select-cell"><Checkbox slot="selection" /></Cell> : null}
                {visible.map((column) => (
                  <Cell key={column.id} className={column.align === 'end' ? 'end' : ''}>
                    {column.rowHeader ? null : <CardLabel column={column} />}
                    {column.cell(row)}
                  </Cell>
                ))}
              </AriaRow>
            )) : []}
          </TableBody>
        </AriaTable>
      </div>
      {paging && (paging.onPrevious || paging.onNext || paging.note) ? (
        <div className="pager">
          {paging.onPrevious ? <Button variant="quiet" onPress={paging.onPrevious}>{labels.previous}</Button> : null}
          {paging.onNext ? <Button variant="quiet" onPress={paging.onNext}>{labels.next}</Button> : null}
          {paging.note ? <span className="muted small">{paging.note}</span> : null}
        </div>
      ) : null}
    </div>
  );
}

/** On a card the header stands before the value; in a table it is not drawn. */
function CardLabel<Row>({ column }: { column: DataColumn<Row> }) {
  const words = column.cardLabel ?? column.header;
  return words ? <span className="card-label" aria-hidden="true">{words}</span> : null;
}
