/** Operators of mailboxes known well beyond one country. */
import type { Operator } from './operator';
import {
  AUDIT_2024,
  AUTOCONFIG,
  EFF_LIST,
  GOOGLE_2014,
  MXMAP,
  PARSEDMARC,
  POLICY_2024,
  ownWord,
  shaping,
} from './sources';

const GOOGLE_TLS = ownWord('Google', 'https://support.google.com/a/answer/9276511', 'undated');
const MICROSOFT_STS = ownWord(
  'Microsoft',
  'github.com/MicrosoftDocs/microsoft-365-docs microsoft-365/compliance/enhancing-mail-flow-with-mta-sts.md',
  '2022',
);
const PROTON_READER = ownWord('Wonderfall', 'https://wonderfall.dev/mta-sts', 'undated');

export const MAILBOX_OPERATORS: readonly Operator[] = [
  {
    name: 'Google',
    role: 'mailbox',
    patterns: ['**.google.com', '**.googlemail.com'],
    names: [MXMAP],
    tls: [shaping('2026-02-23'), GOOGLE_TLS, EFF_LIST],
  },
  {
    name: 'Google',
    role: 'mailbox',
    patterns: ['**.smtp.goog'],
    names: [],
    tls: [EFF_LIST],
  },
  {
    name: 'Outlook.com',
    role: 'mailbox',
    patterns: ['**.olc.protection.outlook.com'],
    names: [],
    tls: [POLICY_2024, EFF_LIST, GOOGLE_2014],
  },
  {
    name: 'Microsoft 365',
    role: 'mailbox',
    patterns: ['*.mail.protection.outlook.com'],
    names: [MXMAP],
    tls: [MICROSOFT_STS, EFF_LIST],
  },
  {
    name: 'Microsoft 365',
    role: 'mailbox',
    patterns: ['**.mx.microsoft'],
    names: [MXMAP],
    tls: [shaping('2026-02-23')],
  },
  {
    name: 'Yahoo',
    role: 'mailbox',
    patterns: ['**.yahoodns.net'],
    names: [],
    tls: [AUDIT_2024, EFF_LIST],
  },
  {
    name: 'Apple iCloud',
    role: 'mailbox',
    patterns: ['*.mail.icloud.com'],
    names: [],
    tls: [EFF_LIST, GOOGLE_2014],
  },
  { name: 'Zoho', role: 'mailbox', patterns: ['**.zoho.com', '**.zoho.eu'], names: [], tls: [EFF_LIST] },
  {
    name: 'Proton',
    role: 'mailbox',
    patterns: ['*.protonmail.ch'],
    names: [],
    tls: [POLICY_2024, PROTON_READER, EFF_LIST],
  },
  {
    name: 'Fastmail',
    role: 'mailbox',
    patterns: ['*.messagingengine.com'],
    names: [PARSEDMARC],
    tls: [AUDIT_2024, EFF_LIST],
  },
  { name: 'Tuta', role: 'mailbox', patterns: ['*.tutanota.de'], names: [], tls: [AUDIT_2024, EFF_LIST] },
  {
    name: 'StartMail',
    role: 'mailbox',
    patterns: ['**.startmail.com'],
    names: [],
    tls: [POLICY_2024, EFF_LIST],
  },
  { name: 'Disroot', role: 'mailbox', patterns: ['**.disroot.org'], names: [], tls: [EFF_LIST] },
  { name: 'Mailfence', role: 'mailbox', patterns: ['**.mailfence.com'], names: [], tls: [EFF_LIST] },
  { name: 'Soverin', role: 'mailbox', patterns: ['**.soverin.net'], names: [PARSEDMARC], tls: [EFF_LIST] },
  { name: 'Riseup', role: 'mailbox', patterns: ['**.riseup.net'], names: [], tls: [EFF_LIST] },
  { name: 'Migadu', role: 'mailbox', patterns: ['*.migadu.com'], names: [PARSEDMARC], tls: [] },
  { name: 'MXroute', role: 'mailbox', patterns: ['**.mxroute.com'], names: [PARSEDMARC], tls: [] },
  { name: 'Titan', role: 'mailbox', patterns: ['*.titan.email'], names: [PARSEDMARC], tls: [] },
  {
    name: 'Rackspace Email',
    role: 'mailbox',
    patterns: ['*.emailsrvr.com'],
    names: [PARSEDMARC, AUTOCONFIG],
    tls: [],
  },
  { name: 'Amazon WorkMail', role: 'mailbox', patterns: ['**.awsapps.com'], names: [MXMAP], tls: [] },
];
