import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded into a build by `npm run bench -- --profile`: says at the end what each stage took.

/** In seconds, but for memory. */
interface Moment {
  stage: string;
  wall: number;
  /** Of the thread that makes the pages, and of all threads together. */
  main: number;
  all: number;
  /** Of programs that have ended, such as Pagefind; where the system tells. */
  programs: number;
  /** In MB. */
  memory: number;
}

const STAGE = /^ +[\d.]+ s +(\w+)/;

function now(stage: string): Moment {
  const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
  return {
    stage,
    wall: performance.now() / 1000,
    main: seconds(process.threadCpuUsage()),
    all: seconds(process.cpuUsage()),
    programs: programSeconds(),
    memory: process.memoryUsage.rss() / 1e6,
  };
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: fields 16 and 17, in hundredths of a second. */
function programSeconds(): number {
  try {
    const [, fields = ''] = /\) (.*)/.exec(readFileSync('/proc/self/stat', 'utf8')) ?? [];
    const [user = 0, system = 0] = fields.split(' ').slice(13, 15).map(Number);
    return (user + system) / 100;
  } catch {
    return 0;
  }
}

function table(moments: readonly Moment[]): string {
  const rows = moments.map((moment, i) => {
    const before = moments[i - 1] ?? { wall: 0, main: 0, all: 0, programs: 0 };
    const { stage, wall, main, all, programs, memory } = moment;
    const others = all - before.all - (main - before.main);
    const seconds = [wall - before.wall, main - before.main, others, programs - before.programs];
    return [stage, ...seconds.map((one) => one.toFixed(1)), memory.toFixed(0)];
  });
  const { maxRSS } = process.resourceUsage();
  return [
    ['  until', 'wall s', 'main s', 'others s', 'programs s', 'MB'],
    ...rows,
    ['peak', '', '', '', '', (maxRSS / 1000).toFixed(0)],
  ]
    .map(([stage = '', ...rest]) => stage.padEnd(12) + rest.map((one) => one.padStart(11)).join(''))
    .join('\n  ');
}

if (isMainThread) {
  const moments: Moment[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string | Uint8Array, ...rest: []) => {
    const stage = STAGE.exec(String(text))?.[1];
    if (stage !== undefined) moments.push(now(stage));
    return write(text, ...rest);
  }) as typeof process.stdout.write;
  process.once('exit', () => {
    moments.push(now('end'));
    process.stderr.write(`${table(moments)}\n`);
  });
}
