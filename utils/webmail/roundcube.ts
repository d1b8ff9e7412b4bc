/**
 * Roundcube at any host. The skin "elastic" shows chips; "larry" and "classic" (until 1.5) show plain
 * textareas. `#_to`, `#_cc`, `#_bcc` exist in every skin and hold what is sent. Elastic writes them
 * without an event, so its chips are watched and the textarea is read beside them.
 *
 * Sources: Roundcube's own code, 1.4 to 1.7 (July 2026), and Debian's package of 1.6.5.
 */
import type { Webmail } from './contract';

export const ROUNDCUBE: Webmail = {
  id: 'roundcube',
  name: 'Roundcube',
  matches: [],
  detect: 'body.task-mail.action-compose textarea[name="_to"], #bounceheaders textarea[name="_to"]',
  compose: [{ root: '#compose-content' }, { root: 'form[name="form"]' }, { root: '#bounceheaders' }],
  fields: {
    to: ['#compose_to', 'textarea[name="_to"]'],
    cc: ['#compose_cc', 'textarea[name="_cc"]'],
    bcc: ['#compose_bcc', 'textarea[name="_bcc"]'],
  },
  chip: ['li.recipient'],
  // "Name <addr>," with a name; without one the address is all the name there is, then a comma.
  address: [{ text: '', pick: '<([^<>]+)>[^<>]*$' }, { text: '.name' }, { text: '', pick: '^(.*?)[\\s,]*$' }],
  // A list of identities; an input once the writer changes the address by hand.
  from: [{ text: '[name="_from"]', pick: '([^<\\s]+@[^>\\s]+)' }, { value: 'input[name="_from"]' }],
  typed: ['li.input > input', 'textarea'],
  list: { to: 'textarea[name="_to"]', cc: 'textarea[name="_cc"]', bcc: 'textarea[name="_bcc"]' },
  notice: [
    { selector: '#compose-headers', where: 'after' },
    { selector: '#composebodycontainer', where: 'before' },
    { selector: '.compose-headers', where: 'after' },
    { selector: '#composebody', where: 'before' },
  ],
  exclude: ['#compose_replyto', '#compose_followupto', '[name="_replyto"]', '[name="_followupto"]'],
  canary: ['textarea[name="_to"]'],
};
