/** The mark of a level: a shape of its own, so that colour is never alone. */
import type { NoticeRow } from './notice-model';
import { setAttribute } from './make';

const SVG = 'http://www.w3.org/2000/svg';

/** Paths on a 24 × 24 grid by level, and those of "conditional" and "waiting". */
export type Marks = Readonly<Record<string, string>>;

/** A mark, hidden from screen readers: the word says the same. */
export function makeMark(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  setAttribute(svg, 'viewBox', '0 0 24 24');
  setAttribute(svg, 'aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  return svg;
}

/** Draws the mark of a row; without a level it is drawn as waiting. */
export function drawMark(mark: SVGElement, marks: Marks, row: NoticeRow | null): void {
  const name = row?.conditional ? 'conditional' : (row?.level ?? 'waiting');
  const path = mark.firstElementChild;
  if (path) setAttribute(path, 'd', marks[name] ?? '');
}
