/** Web hosts, registrars and clouds that also take mail. Their customers' machines often share the suffix. */
import type { Operator } from './operator';
import { EFF_LIST, MXMAP, PARSEDMARC } from './sources';

export const HOSTING_OPERATORS: readonly Operator[] = [
  // Servers for rent are called vps-….ovh.net and the like; those below "mail" and the forwarder are its own.
  {
    name: 'OVHcloud',
    role: 'mailbox',
    patterns: ['*.mail.ovh.net', 'redirect.ovh.net'],
    names: [PARSEDMARC],
    tls: [EFF_LIST],
  },
  // Machines for rent stand directly below dreamhost.com.
  {
    name: 'DreamHost',
    role: 'mailbox',
    patterns: ['mx1.dreamhost.com', 'mx2.dreamhost.com', '**.mail.dreamhost.com'],
    names: [PARSEDMARC],
    tls: [EFF_LIST],
  },
  // Machines for rent are called ec2-….amazonaws.com.
  {
    name: 'Amazon SES',
    role: 'mailbox',
    patterns: ['inbound-smtp.*.amazonaws.com'],
    names: [MXMAP],
    tls: [EFF_LIST],
  },
  {
    name: 'Mailgun',
    role: 'mailbox',
    patterns: ['mxa.mailgun.org', 'mxb.mailgun.org'],
    names: [],
    tls: [EFF_LIST],
  },
  { name: 'Strato', role: 'mailbox', patterns: ['*.rzone.de'], names: [PARSEDMARC], tls: [EFF_LIST] },
  { name: 'Gandi', role: 'mailbox', patterns: ['*.mail.gandi.net'], names: [PARSEDMARC], tls: [EFF_LIST] },
  { name: 'Namecheap', role: 'mailbox', patterns: ['*.privateemail.com'], names: [PARSEDMARC], tls: [] },
  {
    name: 'GoDaddy',
    role: 'mailbox',
    patterns: ['smtp.secureserver.net', 'mailstore1.secureserver.net'],
    names: [PARSEDMARC],
    tls: [],
  },
  {
    name: 'IONOS',
    role: 'mailbox',
    patterns: ['*.kundenserver.de', '*.perfora.net'],
    names: [PARSEDMARC],
    tls: [],
  },
  { name: 'Hostinger', role: 'mailbox', patterns: ['*.hostinger.com'], names: [PARSEDMARC], tls: [] },
  {
    name: 'Bluehost',
    role: 'mailbox',
    patterns: ['**.bluehost.com', '**.unifiedlayer.com'],
    names: [PARSEDMARC],
    tls: [],
  },
];
