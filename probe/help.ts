/** The text of --help. */
import type { MessageKey, Translate } from '@/utils/i18n/translate';
import { OPTION_HELP } from './arguments';
import { table } from './terminal/table';

const STATUSES: readonly (readonly [string, MessageKey])[] = [
  ['0', 'probe.status.done'],
  ['2', 'probe.status.usage'],
  ['3', 'probe.status.nothing'],
  ['130', 'probe.status.stopped'],
];

/** Usage, options and exit statuses. */
export function probeHelp(t: Translate): string {
  return [
    `${t('probe.usage')}\n${t('probe.about')}\n\n${t('cli.options')}\n`,
    table(OPTION_HELP.map(([form, key, value]) => [`  ${form}`, t(key, [value])])),
    `\n${t('cli.statuses')}\n`,
    table(STATUSES.map(([status, key]) => [`  ${status}`, t(key)])),
  ].join('');
}
