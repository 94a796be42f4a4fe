'use client';

export function download(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity'];

/** The drawn SVG as a PNG of twice its size, on the surface's colour, with its heading above. An SVG inside an image knows neither stylesheet nor fonts: shapes go in a copy with the styles written in, words are written by the canvas. */
export async function svgToPng(svg: SVGSVGElement, heading: string): Promise<Blob> {
  await document.fonts.ready;
  const { width, height } = svg.getBoundingClientRect();
  const shapes = await shapesOf(svg, width, height);
  const styles = getComputedStyle(svg);
  const canvas = document.createElement('canvas');
  canvas.width = width * 2 + 48;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const font = `600 34px ${styles.fontFamily}`;
  context.font = font;
  const lines = wrap(heading, canvas.width - 48, (text) => context.measureText(text).width);
  const top = 32 + lines.length * 44;
  canvas.height = height * 2 + 16 + top;
  context.fillStyle = styles.getPropertyValue('--surface') || '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = styles.getPropertyValue('--ink') || '#000';
  context.font = font;
  lines.forEach((line, at) => context.fillText(line, 24, 52 + at * 44));
  context.drawImage(shapes, 24, top);
  for (const word of wordsOf(svg)) {
    context.font = word.font;
    context.fillStyle = word.fill;
    context.fillText(word.text, 24 + word.x * 2, top + word.y * 2);
  }
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png'));
}

async function shapesOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
    const original = originals[at];
    if (!original || !(element instanceof SVGElement)) return;
    const computed = getComputedStyle(original);
    element.setAttribute('style', STYLES.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';'));
  });
  for (const text of copy.querySelectorAll('text')) text.remove();
  copy.setAttribute('width', String(width * 2));
  copy.setAttribute('height', String(height * 2));
  copy.setAttribute('viewBox', svg.getAttribute('viewBox') ?? `0 0 ${width} ${height}`);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** Each run of text with the point where it begins, in px of the drawing. */
function wordsOf(svg: SVGSVGElement) {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll<SVGTextContentElement>('text, tspan')].flatMap((element) => {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('');
    const matrix = element.getScreenCTM();
    if (!text || !matrix || element.getNumberOfChars() === 0) return [];
    const start = element.getStartPositionOfChar(0).matrixTransform(matrix);
    const styles = getComputedStyle(element);
    return [{ text, x: start.x - box.left, y: start.y - box.top, fill: styles.fill, font: `${styles.fontWeight} ${Number.parseFloat(styles.fontSize) * 2}px ${styles.fontFamily}` }];
  });
}

/** Words into lines no wider than `width`. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
