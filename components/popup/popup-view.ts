/** What the popup shows, as plain data. */
import { compareLevels, worstLevel, type Level } from '@/utils/verdict/level';
import type { ReportsShown } from '@/components/facts/report-facts';
import type { LevelHistory } from '@/utils/verdict/level-history';
import type { Verdict } from '@/utils/verdict/verdict';

/** All recipients of one domain. */
export interface RecipientRow {
  /** A-labels, or an address literal in brackets; null for addresses that cannot be read. */
  readonly domain: string | null;
  readonly unicode: string;
  /** As the page shows them. */
  readonly addresses: readonly string[];
  /** null until there is one. */
  readonly verdict: Verdict | null;
  /** How the domain's level changed; empty where nothing is remembered. */
  readonly history: LevelHistory;
  /** Where the domain wants reports; null until its details are open and the answer has come. */
  readonly reports: ReportsShown;
  /** Name of the provider the verdict is for; null for one that is not known. */
  readonly senderName: string | null;
  /** Where the verdict is kept; null while there is none, or where it is not kept. */
  readonly storage: 'disk' | 'memory' | null;
  /** `failed`: the background gave no answer. */
  readonly state: 'checking' | 'done' | 'failed';
}

/** Why there are no recipients to show. */
export type EmptyReason = 'no-compose' | 'no-recipients' | 'no-permission' | 'no-consent' | 'unusable';

export type PopupView =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'empty';
      readonly why: EmptyReason;
      /** Host of the page, where it is known. */
      readonly host: string | null;
      /** The user just refused what was asked. */
      readonly refused: boolean;
    }
  | {
      readonly kind: 'recipients';
      readonly rows: readonly RecipientRow[];
      readonly limited: boolean;
      /** Host of the resolver if no row could be looked up for want of a connection; else null. */
      readonly unreachableResolver: string | null;
      /** Policies may be read when the user clicks. */
      readonly mayAskPolicy: boolean;
      /** Domain whose details are open from the start. */
      readonly opened: string | null;
      readonly refused: boolean;
    };

/** What the popup's controls do. */
export interface PopupActions {
  readonly checkAgain: (domain: string) => void;
  readonly readPolicy: (domain: string) => void;
  /** The details of a domain were unfolded. */
  readonly openDetails: (domain: string) => void;
  readonly useHere: () => void;
  readonly setUp: () => void;
  readonly openSettings: () => void;
}

/** Whether looking again could change anything: not where the address itself says that there is nothing to look up. */
export function canCheckAgain({ domain, verdict }: RecipientRow): boolean {
  const settled = verdict?.reasons.some(
    ({ code }) => code === 'address-literal' || code === 'special-use-name',
  );
  return domain !== null && settled !== true;
}

/** Level of a row for order and mark; unknown while there is no verdict. */
export function rowLevel(row: RecipientRow): Level {
  return row.verdict?.level ?? 'unknown';
}

/**
 * Worst first, of one level those with a proviso first, as in the notice; rows still being checked last;
 * otherwise in the order of the message.
 */
export function sortRows(rows: readonly RecipientRow[]): RecipientRow[] {
  return [...rows].sort(
    (a, b) =>
      Number(a.verdict === null) - Number(b.verdict === null) ||
      compareLevels(rowLevel(a), rowLevel(b)) ||
      Number(b.verdict?.conditional ?? false) - Number(a.verdict?.conditional ?? false),
  );
}

/** Worst level of the rows that have a verdict; null while none has. */
export function messageLevel(rows: readonly RecipientRow[]): Level | null {
  return worstLevel(rows.filter((row) => row.verdict !== null).map(rowLevel));
}
