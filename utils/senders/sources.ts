/** Sources that speak of more than one sender, with the date each gives itself. */
import { documented, measured, reported } from './fact';
import type { Answer, SenderFact } from './sender';

/** Mail was sent from each provider to a domain whose policy its own server broke. */
export function audited(value: Answer): SenderFact {
  return measured(
    value,
    'alexsci.com "SMTP Downgrade Attacks and MTA-STS"; github.com/ralexander-phi/mta-sts-sender-audit',
    '2024-09-30',
  );
}

/** Google's figures of how much of each domain's mail to Gmail came over TLS. Old, but TLS has only grown since. */
export function seenByGoogle2014(): SenderFact {
  return measured(
    'yes',
    'github.com/EFForg/starttls-everywhere share/google-starttls-domains.csv (Google safer-email data)',
    '2014-08-07',
  );
}

export function dmarcguard(value: Answer): SenderFact {
  return reported(value, 'https://dmarcguard.io/blog/mta-sts-vs-dane.md', '2026-06-25');
}

/** A study of senders that look up and check TLSA records, and the reviews it was given. */
export function daneStudy(value: Answer): SenderFact {
  return reported(
    value,
    'github.com/dane-study/dane-study.github.io security2020/critics/index.html (USENIX Security 2020)',
    '2020',
  );
}

/** Members encrypt mail among themselves; nothing is said of mail to others. */
export function madeInGermany(): SenderFact {
  return documented(
    'no',
    'https://www.spiegel.de/netzwelt/web/e-mail-made-in-germany-deutsche-anbieter-setzen-auf-verschluesselung-a-961634.html',
    '2014-04',
  );
}

/** Guidance of the Dutch internet standards platform, by mail server. */
export function toolboxWiki(value: Answer): SenderFact {
  return documented(value, 'github.com/internetstandards/toolbox-wiki DANE-for-SMTP-how-to.md', '2025-10-01');
}
