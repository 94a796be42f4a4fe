'use client';

import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button } from '../form/button';
import { Table, type Column } from '../table/table';
import { ChartFrame } from './chart-frame';
import { toCsv, type CsvCell } from './csv';
import { download, svgToPng } from './download';
import { useWidth } from './use-width';

export type WorkChartLabels = { table: ReactNode; chart: ReactNode; png: ReactNode; csv: ReactNode };
export type WorkChartProps = {
  /** The finding in words; also heads the PNG. */
  title: string;
  sentence: string;
  caption?: ReactNode;
  source?: ReactNode;
  /** Without an ending: «ход-сбора-2027-03-06». */
  fileName: string;
  labels: WorkChartLabels;
};

type Row = { key: string; cells: readonly CsvCell[] };
type Props = WorkChartProps & { header: readonly string[]; rows: readonly Row[]; show: (cell: CsvCell, column: number) => ReactNode; children: (width: number, box: RefObject<HTMLDivElement | null>) => ReactNode };

/** What every chart of a workplace has: the finding, the drawing or its table, and both to take away. */
export function WorkChart({ title, sentence, caption, source, fileName, labels, header, rows, show, children }: Props) {
  const [isTable, setTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const columns = header.map((name, at): Column<Row> => ({ id: String(at), header: name, cell: (row) => show(row.cells[at], at), rowHeader: at === 0, align: at === 0 ? 'start' : 'end' }));
  const savePng = async () => {
    const svg = box.current?.querySelector<SVGSVGElement>('svg.recharts-surface');
    if (svg) download(await svgToPng(svg, title), `${fileName}.png`);
  };
  const saveCsv = () => download(new Blob([toCsv([header, ...rows.map((row) => row.cells)])], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
  return (
    <ChartFrame title={title} caption={caption} source={source}>
      <div ref={box} className="work-chart">
        {isTable ? <Table caption={title} captionHidden columns={columns} rows={rows} rowKey={(row) => row.key} /> : <div role="img" aria-label={sentence}>{children(width, box)}</div>}
      </div>
      <div className="acts chart-acts">
        <Button variant="plain" onPress={() => setTable(!isTable)}>{isTable ? labels.chart : labels.table}</Button>
        {isTable ? null : <Button variant="plain" onPress={savePng}>{labels.png}</Button>}
        <Button variant="plain" onPress={saveCsv}>{labels.csv}</Button>
      </div>
    </ChartFrame>
  );
}
