/** Where domains want reports on failed encryption: asked for when somebody opens the details, and kept while it holds. */
import type { Cache } from '@/utils/cache/cache';
import { makeLookUpReports } from '@/utils/lookup/look-up-reports';
import type { ReportEvidence } from '@/utils/tlsrpt/record';
import type { AnswerKind, Answers } from './answers';
import { after, now } from './clock';

const DEADLINE_MS = 8_000;

/** Asks about one domain, unless it is known. Never rejects. */
export type LookUpReports = (domain: string) => Promise<ReportEvidence>;

export interface ReportParts {
  readonly answersFor: (kind: AnswerKind) => Answers;
  readonly cacheFor: (incognito: boolean) => Cache;
}

/** Gives the look-up of a kind, always the same one. */
export function makeReportLookUps(parts: ReportParts): (kind: AnswerKind) => LookUpReports {
  const made = new Map<string, LookUpReports>();
  return (kind) => {
    const key = JSON.stringify([kind.resolvers, kind.incognito]);
    const lookUp = made.get(key) ?? wire(kind, parts);
    made.set(key, lookUp);
    return lookUp;
  };
}

function wire(kind: AnswerKind, { answersFor, cacheFor }: ReportParts): LookUpReports {
  const cache = cacheFor(kind.incognito);
  const [resolver] = kind.resolvers;
  const { query } = answersFor(kind);
  const lookUp = makeLookUpReports({ query, now, after, resolver }, { deadlineMs: DEADLINE_MS });
  return async (domain) => {
    const known = await cache.getReports(domain, resolver);
    if (known !== null) return known;
    const reports = await lookUp(domain);
    if (!wasRateLimited(reports)) await cache.putReports(reports);
    return reports;
  };
}

/** Our own limit says nothing about the domain. */
function wasRateLimited({ reading }: ReportEvidence): boolean {
  return reading.kind === 'failed' && reading.failure.code === 'rate-limited';
}
