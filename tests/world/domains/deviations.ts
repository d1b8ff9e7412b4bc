/** What Postfix 3.7 and postfix-mta-sts-resolver 1.1.2 are known to do otherwise; docs/verdicts.md says so, too. */
import type { Deviation } from '../domain-row';

const INSECURE = ['no-starttls', 'wrong-certificate'] as const;
const ANY = [...INSECURE, 'right-certificate'] as const;

/** Postfix itself, whatever it checks and whatever server it meets. */
export function postfix(does: Deviation['does'], why: string): readonly Deviation[] {
  return (['dane', 'mta-sts'] as const).map((sender) => ({ sender, sinks: ANY, does, why }));
}

/** The policy daemon finds a policy where there is none. */
export function bindsAnyway(why: string): readonly Deviation[] {
  return [{ sender: 'mta-sts', sinks: INSECURE, does: 'defers', why }];
}

/** The policy daemon finds a policy that no server can meet where there is none. */
export function keepsMail(why: string): readonly Deviation[] {
  return [{ sender: 'mta-sts', sinks: ANY, does: 'defers', why }];
}

/** The policy daemon finds no policy where there is one. */
export function ignores(why: string): readonly Deviation[] {
  return [{ sender: 'mta-sts', sinks: ANY, does: 'delivers', why }];
}

/** Postfix holds the names of the policy against the certificate, and not against the MX record. */
export function trustsCertificate(why: string): readonly Deviation[] {
  return [{ sender: 'mta-sts', sinks: ['right-certificate'], does: 'delivers', why }];
}
