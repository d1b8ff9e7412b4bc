/**
 * Debian packages that the tests and the demo need. Plain Node without dependencies, because it runs
 * before anything else is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** Keeps apt from starting the daemons it installs: everything here runs in the foreground, on free ports. */
const POLICY_FILE = '/usr/sbin/policy-rc.d';
const POLICY_TEXT = '#!/bin/sh\nexit 101\n';

/** Answers given before a package asks, by package name; lines for debconf-set-selections. */
const PRESEEDS = {
  postfix: 'postfix postfix/main_mailer_type select No configuration',
  roundcube: 'roundcube-core roundcube/dbconfig-install boolean false',
};

/**
 * Makes sure that Debian packages are installed; installs what is missing with apt.
 *
 * @param {Iterable<string>} names package names
 * @throws {Error} if something is missing and may not or could not be installed; its message holds the
 *   one command to run.
 */
export function ensurePackages(names) {
  const missing = [...new Set(names)].filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const byHand = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const prefix = rootPrefix();
  if (prefix === null || !hasCommand('apt-get')) throw new Error(`Packages are missing. Run: ${byHand}`);
  console.log(`Installing ${missing.join(' ')} …`);
  try {
    install(prefix, missing);
  } catch (error) {
    throw new Error(`Installing failed (${error.message}). Run: ${byHand}`);
  }
}

/**
 * Whether dpkg has the package configured.
 *
 * @param {string} name
 * @returns {boolean}
 */
export function isInstalled(name) {
  const found = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return found.status === 0 && found.stdout === 'installed';
}

/** What to put before a command so that it runs as root: nothing, `sudo -n`, or null if it cannot. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

function hasCommand(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

function install(prefix, names) {
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300'];
  const ownPolicy = !existsSync(POLICY_FILE);
  if (ownPolicy) putPolicy(prefix);
  try {
    run([...prefix, ...apt, 'update', '-q']);
    for (const name of names) if (name in PRESEEDS) preseed(prefix, PRESEEDS[name]);
    run([...prefix, ...apt, 'install', '-y', '-q', '--no-install-recommends', ...names]);
  } finally {
    if (ownPolicy) removePolicy(prefix);
  }
}

function putPolicy(prefix) {
  if (prefix.length === 0) {
    writeFileSync(POLICY_FILE, POLICY_TEXT, { mode: 0o755 });
    return;
  }
  run([...prefix, 'tee', POLICY_FILE], POLICY_TEXT);
  run([...prefix, 'chmod', '755', POLICY_FILE]);
}

function removePolicy(prefix) {
  if (prefix.length === 0) rmSync(POLICY_FILE, { force: true });
  else run([...prefix, 'rm', '-f', POLICY_FILE]);
}

function preseed(prefix, selection) {
  // A machine without debconf asks nothing either.
  if (hasCommand('debconf-set-selections')) run([...prefix, 'debconf-set-selections'], `${selection}\n`);
}

function run([command, ...args], input = '') {
  const done = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) {
    const tail = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
    throw new Error(`${command} ${args.join(' ')}: ${done.error?.message ?? tail}`);
  }
}
