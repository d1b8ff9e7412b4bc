/** Services that stand before the mailbox: they filter mail, or send it on to an address elsewhere. */
import type { Operator } from './operator';
import { EFF_LIST, MXMAP, PARSEDMARC, POLICY_2024, communityShaping, ownWord } from './sources';

const FORWARD_EMAIL = ownWord(
  'Forward Email',
  'github.com/forwardemail/forwardemail.net config/alternatives.js',
  '2024-01',
);
const SIMPLE_LOGIN = ownWord('SimpleLogin', 'https://github.com/simple-login/app/issues/158', '2020-05-06');

export const FILTER_SERVICES: readonly Operator[] = [
  { name: 'Mimecast', role: 'filter', patterns: ['**.mimecast.com'], names: [MXMAP], tls: [EFF_LIST] },
  { name: 'Proofpoint', role: 'filter', patterns: ['**.pphosted.com'], names: [MXMAP, PARSEDMARC], tls: [] },
  {
    name: 'Proofpoint Essentials',
    role: 'filter',
    patterns: ['**.ppe-hosted.com'],
    names: [MXMAP, PARSEDMARC],
    tls: [],
  },
  {
    name: 'Barracuda',
    role: 'filter',
    patterns: ['**.ess.barracudanetworks.com', '**.ess.*.barracudanetworks.com'],
    names: [MXMAP],
    tls: [communityShaping('2026-03-27')],
  },
  {
    name: 'Cisco Secure Email',
    role: 'filter',
    patterns: ['**.iphmx.com'],
    names: [MXMAP, PARSEDMARC],
    tls: [EFF_LIST],
  },
  { name: 'Sophos', role: 'filter', patterns: ['**.hydra.sophos.com'], names: [MXMAP], tls: [EFF_LIST] },
  { name: 'Trend Micro', role: 'filter', patterns: ['**.trendmicro.eu'], names: [MXMAP], tls: [EFF_LIST] },
  {
    name: 'Trend Micro',
    role: 'filter',
    patterns: ['**.trendmicro.com'],
    names: [MXMAP, PARSEDMARC],
    tls: [],
  },
  {
    name: 'Symantec Email Security',
    role: 'filter',
    patterns: ['**.messagelabs.com'],
    names: [MXMAP, PARSEDMARC],
    tls: [],
  },
  {
    name: 'Hornetsecurity',
    role: 'filter',
    patterns: ['**.antispameurope.com'],
    names: [PARSEDMARC],
    tls: [EFF_LIST],
  },
  {
    name: 'Hornetsecurity',
    role: 'filter',
    patterns: ['**.hornetsecurity.com'],
    names: [MXMAP, PARSEDMARC],
    tls: [],
  },
  {
    name: 'Forcepoint',
    role: 'filter',
    patterns: ['**.mailcontrol.com'],
    names: [PARSEDMARC],
    tls: [EFF_LIST],
  },
  {
    name: 'Cloudflare Email Routing',
    role: 'forwarder',
    patterns: ['*.mx.cloudflare.net'],
    names: [],
    tls: [],
  },
  { name: 'ImprovMX', role: 'forwarder', patterns: ['*.improvmx.com'], names: [PARSEDMARC], tls: [] },
  {
    name: 'Forward Email',
    role: 'forwarder',
    patterns: ['*.forwardemail.net'],
    names: [PARSEDMARC],
    tls: [FORWARD_EMAIL],
  },
  { name: 'SimpleLogin', role: 'forwarder', patterns: ['*.simplelogin.co'], names: [], tls: [SIMPLE_LOGIN] },
  { name: 'addy.io', role: 'forwarder', patterns: ['*.anonaddy.me'], names: [POLICY_2024], tls: [EFF_LIST] },
  {
    name: 'Namecheap',
    role: 'forwarder',
    patterns: ['*.registrar-servers.com'],
    names: [PARSEDMARC],
    tls: [],
  },
];
