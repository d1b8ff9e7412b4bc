/** Providers known above all in one country, of whose sending at least something is known. */
import { measured, NOT_FOUND } from './fact';
import type { Sender } from './sender';
import { madeInGermany, seenByGoogle2014, toolboxWiki } from './sources';

/** A provider of which only old figures of TLS are known. */
function tlsOnly(id: string, name: string, domains: readonly string[]): Sender {
  return {
    id,
    name,
    domains,
    startTls: seenByGoogle2014(),
    checksMtaSts: NOT_FOUND,
    checksDane: NOT_FOUND,
    requiresTls: NOT_FOUND,
    lazyPolicies: NOT_FOUND,
  };
}

export const REGIONAL_PROVIDERS: readonly Sender[] = [
  {
    ...tlsOnly('comcast', 'Comcast', ['comcast.net', 'xfinity.com']),
    // Named among those with DANE, without saying whether for sending.
    checksDane: { ...toolboxWiki('unknown'), kind: 'third-party' },
  },
  { ...tlsOnly('t-online', 'T-Online', ['t-online.de']), requiresTls: madeInGermany() },
  {
    ...tlsOnly('freenet', 'freenet', ['freenet.de']),
    // Said only of mail to other members of "E-Mail made in Germany".
    startTls: { ...madeInGermany(), value: 'unknown' },
    requiresTls: madeInGermany(),
  },
  {
    ...tlsOnly('mail-ru', 'Mail.ru', ['mail.ru', 'bk.ru', 'list.ru', 'inbox.ru']),
    // One of its TLS reports shows that it fetches policies; whether it then refuses was not tried.
    checksMtaSts: measured(
      'yes',
      'github.com/domainaware/parsedmarc samples/smtp_tls/mail.ru.json (a TLS report)',
      '2024-02-22',
    ),
  },
  tlsOnly('yandex', 'Yandex Mail', ['yandex.ru', 'yandex.com']),
  tlsOnly('naver', 'Naver', ['naver.com']),
  tlsOnly('qq', 'QQ Mail', ['qq.com', 'foxmail.com']),
];
