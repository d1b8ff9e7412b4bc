/** Match patterns of extensions, as far as webmails need them: scheme, host with an optional leading "*.", path prefix. */

/** Whether `url` is covered by `pattern`, such as "https://mail.example.org/*". False for what is no pattern. */
export function matchesPattern(pattern: string, url: string): boolean {
  const parts = /^(https?):\/\/(\*\.)?([^/*]+)(\/.*)$/.exec(pattern);
  if (!parts || !URL.canParse(url)) return false;
  const [, scheme = '', wildcard, host = '', path = ''] = parts;
  const page = new URL(url);
  const hostFits = page.host === host || (wildcard !== undefined && page.host.endsWith(`.${host}`));
  return page.protocol === `${scheme}:` && hostFits && pathFits(path, page.pathname + page.search);
}

function pathFits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
