import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Table } from './table';

const table = (rows: { name: string; count: number }[], by = 'count') => renderToStaticMarkup(
  <Table caption="Районы" rows={rows} rowKey={(row) => row.name} empty={<p>пусто</p>}
    sort={{ by, direction: 'descending', href: (column, direction) => `?sort=${column}&dir=${direction}` }}
    columns={[{ id: 'name', header: 'Район', cell: (row) => row.name, rowHeader: true, sortable: true }, { id: 'count', header: 'Инициатив', cell: (row) => row.count, align: 'end', sortable: true }]} />,
);

describe('таблица', () => {
  const html = table([{ name: 'Яранский', count: 164 }]);
  it('заголовок, по которому отсортировано, говорит об этом и ведёт к обратному порядку', () => {
    expect(html).toMatch(/aria-sort="descending"[^>]*><a href="\?sort=count&amp;dir=ascending"/);
    expect(html.match(/aria-sort/g)).toHaveLength(1);
  });
  it('слова сортируются сначала по возрастанию, числа — сначала по убыванию', () => {
    expect(html).toContain('?sort=name&amp;dir=ascending');
    expect(table([{ name: 'Яранский', count: 164 }], 'name')).toContain('?sort=count&amp;dir=descending');
  });
  it('на карточке у значения есть его название, и строка остаётся строкой таблицы', () => {
    expect(html).toContain('data-label="Инициатив"');
    expect(html.match(/role="row"/g)).toHaveLength(2);
  });
  it('вместо пустой таблицы стоит приглашение', () => expect(table([])).toBe('<p>пусто</p>'));
});
