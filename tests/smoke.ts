/**
 * Starts the product as a person does, asks the address that it prints, and stops it again. Arguments go to the
 * server: `tsx tests/smoke.ts --port 4199`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const startMsMax = 180_000;

/** The address that `npm start` prints once it serves. */
function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const plain = stripVTControlCharacters(output);
      const address = /https?:\/\/localhost:\d+\/\S*/.exec(plain)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`no address in time:\n${output}`)), startMsMax).unref();
  });
}

async function check(address: string): Promise<void> {
  const response = await fetch(address);
  const policy = response.headers.get('content-security-policy') ?? '';
  const page = await response.text();
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
  if (!policy.includes("default-src 'none'")) throw new Error(`no policy: ${policy}`);
  const scripts = [...page.matchAll(/src="(\.\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
  if (scripts.length === 0) throw new Error('the page has no script');
  for (const script of scripts) {
    const { status } = await fetch(new URL(script, address));
    if (status !== 200) throw new Error(`${script} answers ${status}`);
  }
  console.log(`${address} answers 200 with its policy and ${scripts.length} script(s)`);
}

// A group of its own, so that npm, its shell and the server end together.
const child = spawn('npm', ['start', '--', ...process.argv.slice(2)], {
  cwd: join(import.meta.dirname, '..'),
  detached: true,
});
try {
  await check(await printedAddress(child));
} finally {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
}
