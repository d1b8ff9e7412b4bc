/** Reads the notice the way anybody can: by the signs docs and design fix for the page. */
import { until, type Tab } from '../browsers/driver';

export interface NoticeRow {
  readonly domain: string;
  readonly level: string;
  readonly conditional: boolean;
  readonly text: string;
}

export interface NoticeReading {
  readonly state: string | null;
  readonly level: string | null;
  readonly rows: readonly NoticeRow[];
}

/** Every notice in the page, or within what the selector finds. */
export function readNotices(tab: Tab, within = 'html'): Promise<NoticeReading[]> {
  return tab.evaluate(
    (place) =>
      [...document.querySelectorAll(`${place} waxseal-notice`)].map((notice) => ({
        state: notice.getAttribute('data-state'),
        level: notice.getAttribute('data-level'),
        rows: [...(notice.shadowRoot?.querySelectorAll('[data-domain][data-level]') ?? [])].map((row) => ({
          domain: row.getAttribute('data-domain') ?? '',
          level: row.getAttribute('data-level') ?? '',
          conditional: row.hasAttribute('data-conditional'),
          text: row.textContent.replace(/\s+/g, ' ').trim(),
        })),
      })),
    within,
  );
}

/** Waits until the one notice there has looked everything up and shows exactly these domains. */
export function settledNotice(
  tab: Tab,
  domains: readonly string[],
  timeout = 40_000,
  within = 'html',
): Promise<NoticeReading> {
  const wanted = [...domains].sort().join(' ');
  return until(
    `a settled notice for ${wanted}`,
    async () => {
      const notices = await readNotices(tab, within);
      const [notice] = notices;
      const shown = [...(notice?.rows ?? [])].map((row) => row.domain).sort();
      if (notices.length === 1 && notice?.state === 'done' && shown.join(' ') === wanted) return notice;
      throw new Error(JSON.stringify(notices));
    },
    timeout,
  );
}
