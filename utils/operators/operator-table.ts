/** Every operator of mail servers something is known of. */
import { FILTER_SERVICES } from './filter-services';
import { HOSTING_OPERATORS } from './hosting-operators';
import { MAILBOX_OPERATORS } from './mailbox-operators';
import type { Operator } from './operator';
import { REGIONAL_OPERATORS } from './regional-operators';

export const OPERATORS: readonly Operator[] = [
  ...MAILBOX_OPERATORS,
  ...REGIONAL_OPERATORS,
  ...HOSTING_OPERATORS,
  ...FILTER_SERVICES,
];
