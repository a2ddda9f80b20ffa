#!/usr/bin/env node
// The way in for every command: runs on the Node that a fresh machine has (20 or later), uses nothing that is installed.
// Brings the packages up to date with package-lock.json, then runs infra/commands/<command>.ts under the pinned Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockText = readFileSync(join(root, 'package-lock.json'));
const marker = join(root, 'node_modules/.highwater-lock');
const pinnedNode = join(root, `node_modules/node-linux-${process.arch}/bin/node`);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkMachine() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    fail(`Highwater runs on Linux (x64 or arm64). This is ${process.platform} on ${process.arch}.`);
  }
  if (process.report.getReport().header.glibcVersionRuntime === undefined) {
    fail(
      'Highwater needs a Linux with glibc (Debian, Ubuntu, Fedora and most others). This one has another C library.',
    );
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`Highwater starts from Node 20 or later. This is Node ${process.versions.node}.`);
  }
}

/** What the installed packages must agree with: the lock and the machine they were installed for. */
function wanted() {
  return createHash('sha256').update(lockText).update(process.arch).digest('hex');
}

function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted()) return true;
  if (!npmInstalledTheSame()) return false;
  writeFileSync(marker, wanted());
  return true;
}

/** Somebody ran npm by hand: its own record of what it installed is compared, entry by entry, with the lock. */
function npmInstalledTheSame() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(lockText).packages).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** A lock that the kernel gives back however its holder ends: a socket in Linux's abstract namespace. */
async function holdInstallLock() {
  const name = `\0highwater-install-${createHash('sha256').update(root).digest('hex').slice(0, 32)}`;
  for (let tries = 0; ; tries += 1) {
    const server = createServer((socket) => socket.destroy());
    const taken = await new Promise((resolve, reject) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
      server.listen(name, () => resolve(true));
    });
    if (taken) return server;
    if (tries === 0) console.log('Another start is installing the packages; waiting for it.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function install() {
  const lock = await holdInstallLock();
  try {
    if (isInstalled()) return;
    const begun = Date.now();
    const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
    console.log('Installing the packages. The first time this takes about a minute.');
    const ticker = setInterval(() => console.log(`  still installing, ${seconds()}`), 15_000);
    const { code, output } = await runNpmCi();
    clearInterval(ticker);
    if (code !== 0 || !existsSync(pinnedNode)) {
      console.error(output);
      fail(`The packages could not be installed (npm ci ended with ${code}); what npm said stands above.`);
    }
    writeFileSync(marker, wanted());
    console.log(`The packages are installed (${seconds()}).`);
  } finally {
    lock.close();
  }
}

/** The npm that runs this command, under the Node that runs it: the one below node_modules is about to be replaced. */
function runNpmCi() {
  const npm = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  const systemNode = node && existsSync(node) && !node.startsWith(join(root, 'node_modules')) ? node : process.execPath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  // Inside `npm run` npm sets variables that describe the running script; the nested npm must not take them for its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_(lifecycle|package)_/.test(key)));
  const [program, ...rest] =
    npm && /\.c?js$/.test(npm) && existsSync(npm) ? [systemNode, npm, ...args] : ['npm', ...args];
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: error.code, output }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** npm among this process's ancestors, so that a killed npm ends the command too. */
function findNpm() {
  let pid = process.ppid;
  for (let depth = 0; process.env.npm_lifecycle_event && pid > 1 && depth < 3; depth += 1) {
    const seen = readStat(pid);
    if (seen === undefined) return undefined;
    if (seen.name.startsWith('npm')) return { pid, startTime: seen.startTime };
    pid = seen.parent;
  }
  return undefined;
}

function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return {
      name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
      parent: Number(fields[1]),
      startTime: fields[19],
    };
  } catch {
    return undefined;
  }
}

/** Runs the command in its own process with a channel: when this process is gone, the channel closes and the command ends. */
function run(file, args) {
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn(pinnedNode, [file, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path, NODE_NO_WARNINGS: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const npm = findNpm();
  const watch = setInterval(() => {
    if (npm && readStat(npm.pid)?.startTime !== npm.startTime) child.kill('SIGTERM');
  }, 500);
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(signal ? 1 : (code ?? 1));
  });
}

const [command = '', ...args] = process.argv.slice(2);
const file = join(root, 'infra/commands', `${command}.ts`);
if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(file)) {
  const names = readdirSync(join(root, 'infra/commands')).filter((name) => /^[a-z-]+\.ts$/.test(name));
  fail(`There is no command "${command}". There are: ${names.map((name) => name.slice(0, -3)).join(', ')}.`);
}
checkMachine();
if (!isInstalled()) await install();
run(file, args);
