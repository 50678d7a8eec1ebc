import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Compiled, Job, Taken } from './worker.js';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** The loader of TypeScript, and megabytes of heap that the process may grow to. */
const OPTIONS = ['--import', 'tsx', '--max-old-space-size=6144'];

/** A country compiled in a process of its own, which is ended and begun anew where an answer takes too long. */
export class Asked {
  #process: ChildProcess | null = null;

  private constructor(private readonly stages: number) {}

  static async of(stages: number): Promise<{ asked: Asked; compiled: Compiled }> {
    const asked = new Asked(stages);
    return { asked, compiled: await asked.#begin() };
  }

  /** What an answer took; null where it was not there after so many seconds, or the memory did not suffice. */
  async answer(job: Job, seconds: number): Promise<Taken | null> {
    if (!this.#process) await this.#begin();
    const worker = this.#process!;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), 1_000 * seconds);
    worker.once('exit', () => late.abort());
    try {
      worker.send(job);
      const [taken] = await once(worker, 'message', { signal: late.signal });
      return taken as Taken;
    } catch (error) {
      if (!late.signal.aborted) throw error;
      this.end();
      return null;
    } finally {
      clearTimeout(timer);
      worker.removeAllListeners('exit');
    }
  }

  end(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }

  async #begin(): Promise<Compiled> {
    this.#process = fork(WORKER, [String(this.stages)], { execArgv: OPTIONS });
    const [compiled] = await once(this.#process, 'message');
    return compiled as Compiled;
  }
}
