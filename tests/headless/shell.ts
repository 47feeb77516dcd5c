import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/port';
import { runCommand } from '../../src/headless/command';
import { failureText } from '../../src/headless/problemText';

const project = join(import.meta.dirname, '../..');

/** What a command of the shell answered. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd: project, maxBuffer: 1 << 28, encoding: 'utf8' },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/** The command as a person types it: `npm run --silent import -- …`. */
export function npmRun(script: 'import' | 'report', args: readonly string[]): Promise<Answer> {
  return run('npm', ['run', '--silent', script, '--', ...args]);
}

/** The same command in this process, on an engine that many tests share: what it answers, not how it is started. */
export async function ask(engine: Engine, argv: readonly string[]): Promise<Answer> {
  let stderr = '';
  const tell = (line: string): void => {
    stderr += `${line}\n`;
  };
  try {
    const stdout = await runCommand(argv, { withEngine: (work) => work(engine), tell });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const text = failureText(error);
    if (text === undefined) throw error;
    tell(text);
    return { code: 2, stdout: '', stderr };
  }
}
