import { spawn } from 'node:child_process';

export interface OpenSslSight {
  /** Whether it found STARTTLS. */
  readonly offered: boolean;
  /** null: no handshake. */
  readonly version: string | null;
  /** OpenSSL's verification of chain and name: 0 is good. */
  readonly verifyCode: number | null;
}

/** What `openssl s_client -starttls smtp` sees of a server on loopback, told to trust the file. */
export function askOpenSsl(
  port: number,
  host: string,
  caFile: string,
  address = '127.0.0.1',
): Promise<OpenSslSight> {
  const place = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  const args = ['s_client', '-starttls', 'smtp', '-connect', place, '-servername', host, '-CAfile', caFile];
  const names = ['-verify_hostname', host, '-cipher', 'DEFAULT:@SECLEVEL=0', '-min_protocol', 'TLSv1'];
  return new Promise((resolve) => {
    const child = spawn('openssl', [...args, ...names], { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('latin1');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.stdin.on('error', () => undefined);
    child.stdin.end('QUIT\r\n');
    const clock = setTimeout(() => child.kill(), 10_000);
    child.once('close', () => {
      clearTimeout(clock);
      const version = /^(?:New|Reused), (TLSv[\d.]+)/m.exec(output)?.[1] ?? null;
      const protocol = /^\s*Protocol\s*:\s*(TLSv[\d.]+)/m.exec(output)?.[1] ?? version;
      const code = /Verify return code: (\d+)/.exec(output)?.[1];
      resolve({
        offered: !/[Dd]idn't find STARTTLS/.test(output),
        version: protocol,
        verifyCode: code === undefined ? null : Number(code),
      });
    });
  });
}
