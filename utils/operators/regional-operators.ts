/** Operators of mailboxes known mostly in one country or language. */
import type { Operator } from './operator';
import {
  EFF_LIST,
  GOOGLE_2014,
  MXMAP,
  PARSEDMARC,
  POLICY_2024,
  communityShaping,
  ownWord,
  shaping,
} from './sources';

const INTERNET_NL = ownWord('internet.nl', 'https://en.internet.nl/mail/gmx.de/51094/', 'undated');
const DANE_STUDY = ownWord(
  'USENIX Security 2020 DANE study',
  'github.com/dane-study/dane-study.github.io security2020/critics/index.html',
  '2020',
);

export const REGIONAL_OPERATORS: readonly Operator[] = [
  {
    name: 'mailbox.org',
    role: 'mailbox',
    patterns: ['*.mailbox.org'],
    names: [PARSEDMARC],
    tls: [POLICY_2024, EFF_LIST],
  },
  { name: 'Posteo', role: 'mailbox', patterns: ['*.posteo.de'], names: [], tls: [POLICY_2024, DANE_STUDY] },
  { name: 'mail.de', role: 'mailbox', patterns: ['**.mail.de'], names: [], tls: [POLICY_2024] },
  {
    name: 'GMX',
    role: 'mailbox',
    patterns: ['*.gmx.net'],
    names: [],
    tls: [communityShaping('2026-06-23'), INTERNET_NL, GOOGLE_2014],
  },
  {
    name: 'WEB.DE',
    role: 'mailbox',
    patterns: ['*.web.de'],
    names: [],
    tls: [communityShaping('2026-06-23'), GOOGLE_2014],
  },
  // Customers' connections have names below comcast.net too; a list of 2020 named these two servers.
  {
    name: 'Comcast',
    role: 'mailbox',
    patterns: ['mx1.comcast.net', 'mx2.comcast.net'],
    names: [],
    tls: [shaping('2026-02-23'), POLICY_2024, EFF_LIST, GOOGLE_2014],
  },
  {
    name: 'Orange',
    role: 'mailbox',
    patterns: ['smtp-in.orange.fr'],
    names: [],
    tls: [shaping('2026-02-23')],
  },
  {
    name: 'KPN',
    role: 'mailbox',
    patterns: ['**.kpnmail.nl'],
    names: [],
    tls: [communityShaping('2026-06-23')],
  },
  { name: 'La Poste', role: 'mailbox', patterns: ['**.laposte.net'], names: [], tls: [EFF_LIST] },
  {
    name: 'Yandex',
    role: 'mailbox',
    patterns: ['*.yandex.ru'],
    names: [],
    tls: [EFF_LIST, GOOGLE_2014],
  },
  { name: 'Yandex', role: 'mailbox', patterns: ['*.yandex.net'], names: [], tls: [EFF_LIST] },
  {
    name: 'Tencent (QQ)',
    role: 'mailbox',
    patterns: ['*.qq.com'],
    names: [],
    tls: [communityShaping('2026-06-23'), EFF_LIST, GOOGLE_2014],
  },
  {
    name: 'NetEase',
    role: 'mailbox',
    patterns: ['**.netease.com'],
    names: [],
    tls: [communityShaping('2026-06-23'), GOOGLE_2014],
  },
  // Its customers' connections have names below the same suffix, and no source names its servers.
  {
    name: 'Netvigator',
    role: 'mailbox',
    patterns: ['**.netvigator.com'],
    names: [communityShaping('2026-03-27')],
    tls: [],
  },
  { name: 'VK Mail.ru', role: 'mailbox', patterns: ['*.mail.ru'], names: [PARSEDMARC], tls: [] },
  { name: 'Naver', role: 'mailbox', patterns: ['*.naver.com'], names: [PARSEDMARC], tls: [] },
  {
    name: 'Naver Corp',
    role: 'mailbox',
    patterns: ['*.navercorp.com'],
    names: [PARSEDMARC],
    tls: [EFF_LIST],
  },
  { name: 'Kakao', role: 'mailbox', patterns: ['*.kakao.com', '**.daum.net'], names: [PARSEDMARC], tls: [] },
  { name: 'Deutsche Telekom', role: 'mailbox', patterns: ['*.t-online.de'], names: [GOOGLE_2014], tls: [] },
  { name: 'Seznam', role: 'mailbox', patterns: ['*.seznam.cz'], names: [PARSEDMARC], tls: [] },
  { name: 'WP', role: 'mailbox', patterns: ['*.wp.pl'], names: [GOOGLE_2014], tls: [] },
  {
    name: 'Infomaniak',
    role: 'mailbox',
    patterns: ['**.infomaniak.ch', '**.ikmail.com', '**.mxpool.infomaniak.com'],
    names: [MXMAP, PARSEDMARC],
    tls: [EFF_LIST],
  },
];
