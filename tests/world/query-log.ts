import { readFileSync } from 'node:fs';

/** One question the resolver was asked. */
export interface LoggedQuery {
  /** Lower case, without final dot. */
  readonly name: string;
  /** As "MX", "TXT". */
  readonly type: string;
}

/**
 * Questions asked since a mark: the number of questions known then (0 for all). Reads the log file, so
 * it works in any process.
 */
export function queriesSince(queryLog: string, mark = 0): LoggedQuery[] {
  const lines = readFileSync(queryLog, 'utf8').split('\n');
  return lines.flatMap(readLine).slice(mark);
}

/** unbound's line: "[time] unbound[pid:thread] info: 127.0.0.1 name. TYPE CLASS". */
function readLine(line: string): LoggedQuery[] {
  const match = /info: 127\.0\.0\.1 (\S+)\. (\S+) IN$/.exec(line);
  const [, name, type] = match ?? [];
  return name === undefined || type === undefined ? [] : [{ name: name.toLowerCase(), type }];
}
