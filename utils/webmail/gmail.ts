/**
 * Gmail. Two layouts side by side: chips with `data-hovercard-id` (since October 2021) and hidden inputs
 * (before). Class names churn yearly; `name`, `role` and `data-hovercard-id` have stayed.
 *
 * Sources: selectors that at least two public extensions share, a page of 2020 and code of July 2026.
 */
import type { Webmail } from './contract';

export const GMAIL: Webmail = {
  id: 'gmail',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  compose: [
    { anchor: 'input[name="composeid"]', holding: ['[g_editable="true"]'] },
    // An untouched inline reply may have no hidden inputs yet.
    { root: 'div.M9' },
  ],
  fields: {
    to: ['div[name="to"]', '.vR:has(input[name="to"]), textarea[name="to"]'],
    cc: ['div[name="cc"]', '.vR:has(input[name="cc"]), textarea[name="cc"]'],
    bcc: ['div[name="bcc"]', '.vR:has(input[name="bcc"]), textarea[name="bcc"]'],
  },
  // A chip without an address (a group, a contact label) still has its name.
  chip: ['[role="option"][data-hovercard-id], [role="option"][data-name]', '.vR'],
  address: [
    { attribute: 'data-hovercard-id' },
    { attribute: 'email', on: '[email]' },
    { value: 'input[type="hidden"]' },
  ],
  // Set also where there is no choice of addresses.
  from: [{ value: 'input[name="from"]' }],
  typed: ['input[role="combobox"]', 'textarea'],
  summary: {
    when: '.aoD.hl',
    chip: 'span[email], span[data-hovercard-id]',
    address: [{ attribute: 'email' }, { attribute: 'data-hovercard-id' }],
  },
  notice: [
    { selector: 'table.iN', where: 'prepend' },
    { selector: 'form', where: 'after' },
  ],
  remeasure: true,
  exclude: [],
  canary: ['[name="to"]', '[name="composeid"], [name="subjectbox"], [name="draft"]'],
};
