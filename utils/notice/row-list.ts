/**
 * The rows of a notice, one for each domain. A row is made once and changed in place, and a long list is
 * made in slices, so that thousands of recipients do not hold up the page.
 */
import { drawMark, makeMark, type Marks } from './mark';
import { make, setAttribute, setText } from './make';
import { worstFirst, type NoticeRow } from './notice-model';
import { countedPhrase, type Speech } from './phrase';

/** Rows worked on before the page gets its turn. */
const SLICE = 250;

interface RowView {
  readonly element: HTMLLIElement;
  show(row: NoticeRow): void;
}

export interface RowList {
  readonly element: HTMLUListElement;
  show(rows: readonly NoticeRow[]): void;
}

/** An empty list of rows. */
export function makeRowList(marks: Marks, speech: Speech): RowList {
  const element = make('ul', '');
  const views = new Map<string, RowView>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function slice(rows: readonly NoticeRow[], cursor: Element | null): void {
    let next = cursor;
    for (const row of rows.slice(0, SLICE)) {
      const view = views.get(row.domain) ?? makeRow(marks, speech);
      views.set(row.domain, view);
      view.show(row);
      if (view.element === next) next = next.nextElementSibling;
      else element.insertBefore(view.element, next);
    }
    if (rows.length > SLICE) timer = setTimeout(slice, 0, rows.slice(SLICE), next);
  }

  function show(rows: readonly NoticeRow[]): void {
    clearTimeout(timer);
    const wanted = new Set(rows.map(({ domain }) => domain));
    for (const [domain, view] of views) {
      if (wanted.has(domain)) continue;
      view.element.remove();
      views.delete(domain);
    }
    slice(worstFirst(rows), element.firstElementChild);
  }

  return { element, show };
}

function makeRow(marks: Marks, speech: Speech): RowView {
  const mark = makeMark();
  const [name, count] = [make('bdi', ''), make('span', 'count')];
  const [word, why] = [make('span', 'word'), make('span', 'why')];
  const element = make('li', '', mark, make('span', '', name, count), word, why);
  let shown = '';
  const show = (row: NoticeRow): void => {
    const news = JSON.stringify(row);
    if (news === shown) return;
    shown = news;
    const { domain, level, conditional, recipients } = row;
    setAttribute(element, 'data-domain', domain);
    setAttribute(element, 'data-level', level);
    setAttribute(element, 'data-conditional', conditional ? '' : null);
    drawMark(mark, marks, row);
    setText(name, row.name);
    const many = domain !== '' && recipients > 1;
    setText(count, many ? ` ${countedPhrase(speech, 'notice.recipients', recipients, [recipients])} ` : '');
    setText(word, row.word);
    setText(why, row.sentence);
  };
  return { element, show };
}
