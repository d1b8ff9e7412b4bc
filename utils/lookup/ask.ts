/** One DNS question of a look-up. */
import type { RrTypeName } from '@/utils/dns/message';
import type { DnsOutcome } from '@/utils/dns/outcome';
import type { Deadline } from './deadline';
import type { LookupEffects, QueryOptions } from './effects';

/** What asking needs of the effects. */
export type AskingEffects = Pick<LookupEffects, 'query' | 'resolver' | 'now'>;

/** Asks for (name, type); a question that outlasts the deadline has failed with `timeout`. Never rejects. */
export function ask(
  effects: AskingEffects,
  deadline: Deadline,
  name: string,
  type: RrTypeName,
  options: QueryOptions = {},
): Promise<DnsOutcome> {
  return deadline.within(
    () => effects.query(name, type, deadline.signal, options),
    () => ({
      status: 'failed',
      failure: { code: deadline.signal.aborted ? 'timeout' : 'network' },
      resolver: effects.resolver,
      at: effects.now(),
    }),
  );
}
