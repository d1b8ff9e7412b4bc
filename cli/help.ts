/** The text of --help. */
import type { MessageKey, Translate } from '@/utils/i18n/translate';
import { SENDERS } from '@/utils/senders/sender-table';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import { DEFAULT_TIMEOUT_MS } from './arguments';
import { NOTHING, OTHER, SEALED, USAGE } from './exit-status';
import { padTo } from '@/utils/terminal/text-width';

const WIDTH = 100;

const OPTIONS: readonly (readonly [string, MessageKey, string | number])[] = [
  ['--json', 'cli.option.json', ''],
  ['--doh URL', 'cli.option.doh', DEFAULT_RESOLVER.url],
  ['--from ID', 'cli.option.from', ''],
  ['--policies always|never', 'cli.option.policies', ''],
  ['--trust-anchor FILE', 'cli.option.trust_anchor', ''],
  ['--resolve HOST:443:ADDR:PORT', 'cli.option.resolve', ''],
  ['--timeout MS', 'cli.option.timeout', DEFAULT_TIMEOUT_MS],
  ['--help', 'cli.option.help', ''],
];

const STATUSES: readonly (readonly [number, MessageKey])[] = [
  [SEALED, 'cli.status.sealed'],
  [OTHER, 'cli.status.other'],
  [USAGE, 'cli.status.usage'],
  [NOTHING, 'cli.status.nothing'],
];

/** Usage, options, exit statuses and the ids of all senders. */
export function helpText(t: Translate): string {
  const ids = [...SENDERS.map(({ id }) => id), 'unknown'].join(', ');
  return [
    t('cli.usage'),
    t('cli.about'),
    '',
    t('cli.options'),
    ...OPTIONS.map(([form, key, value]) => entry(form, 28, t(key, [value]))),
    '',
    t('cli.statuses'),
    ...STATUSES.map(([status, key]) => entry(String(status), 1, t(key))),
    '',
    t('cli.senders'),
    ...wrap(ids, WIDTH - 2).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function entry(term: string, width: number, text: string): string {
  const indent = width + 4;
  return wrap(text, WIDTH - indent)
    .map((line, index) => (index === 0 ? `  ${padTo(term, width)}  ${line}` : ' '.repeat(indent) + line))
    .join('\n');
}

/** The words in lines no longer than `width`, if they can be. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
  }
  return lines;
}
