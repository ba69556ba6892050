import { execFileSync, spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** What a table of numbers is worth nothing without. */
export type Machine = {
  date: string;
  commit: string;
  processor: string;
  cores: number;
  memoryGb: number;
  node: string;
  pinned: boolean;
};

export function describeMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    commit: commit(),
    processor: cpus()[0]?.model.trim() ?? '?',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    pinned: canPin,
  };
}

/** One minute's load average. */
export const load = (): number => Math.round(loadavg()[0]! * 100) / 100;

const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command line that runs `command` on one core, where that can be said. */
export function onCore(core: number, command: string[]): string[] {
  return canPin ? ['taskset', '-c', String(core), ...command] : command;
}

/** As `onCore`, on every core: without it what is started stands where this process does. */
export const onAllCores = (command: string[]): string[] =>
  canPin ? ['taskset', '-c', `0-${cpus().length - 1}`, ...command] : command;

/** Keeps this process, which makes the load, off the server's core. */
export function moveToCore(core: number): void {
  if (canPin) execFileSync('taskset', ['-a', '-c', '-p', String(core), String(process.pid)]);
}

function commit(): string {
  const told = spawnSync('git', ['rev-parse', '--short', 'HEAD']);
  const changed = spawnSync('git', [
    'status',
    '--porcelain',
    '--untracked-files=no',
    '--',
    'api',
    'seeds',
    'web',
  ]);
  return `${told.stdout?.toString().trim() || '?'}${changed.stdout?.toString() ? ' 加未提交的改动' : ''}`;
}
