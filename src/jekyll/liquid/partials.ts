import fs from 'node:fs';
import path from 'node:path';
import type { Template } from 'liquidjs';
import { readText } from '../../lib/files.ts';
import { nearest, type Problem } from '../../lib/problem.ts';
import { parse, type Language } from './parser.ts';
import { LiquidMistake, MissingFile } from './place.ts';
import { runOf, withTrail } from './liquid-run.ts';
import type { TagCall } from './tag.ts';
import { definedIn } from './undefined.ts';

interface Partial {
  readonly templates: Template[];
  readonly defines: readonly string[];
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

const DEEPEST = 100;

/** The templates of a folder, each read and parsed once. */
export class Partials {
  readonly #folder: string;
  readonly #root: string;
  readonly #language: Language;
  readonly #bodyOf: (text: string) => string;
  readonly #provided: ReadonlyMap<string, string>;
  readonly #parsed = new Map<string, Partial>();

  /**
   * @param folder absolute path of the folder that they may not leave
   * @param root absolute path of the project, for the reports
   * @param options.bodyOf the end of a file's text that is the template
   * @param options.provided templates by the names of files that need not be there
   */
  constructor(
    folder: string,
    root: string,
    language: Language,
    options: {
      bodyOf?: (text: string) => string;
      provided?: ReadonlyMap<string, string>;
    } = {},
  ) {
    this.#folder = folder;
    this.#root = root;
    this.#language = language;
    this.#bodyOf = options.bodyOf ?? ((text) => text);
    this.#provided = options.provided ?? new Map();
  }

  /**
   * Renders a file in the place of a tag.
   * @param name its path in the folder
   * @param parameters what it sees as `include`
   */
  render(name: string, call: TagCall, parameters?: Record<string, unknown>): string {
    const { report, trail, defined } = runOf(call.context);
    if (trail.length >= DEEPEST) {
      throw new LiquidMistake(
        'expected includes to come to an end',
        `\`${name}\` includes itself.`,
      );
    }
    const partial = this.#partial(name);
    for (const name of partial.defines) defined.add(name);
    trail.push(call.place);
    try {
      for (const problem of partial.problems) report.error(withTrail(problem, trail));
      for (const warning of partial.warnings) report.warn(withTrail(warning, trail));
      return call.run(partial.templates, parameters && { include: parameters });
    } finally {
      trail.pop();
    }
  }

  #partial(name: string): Partial {
    const provided = this.#isThere(name) ? undefined : this.#provided.get(name);
    const file = provided === undefined ? this.#find(name) : path.join(this.#folder, name);
    return this.#parsed.get(file) ?? this.#parse(file, provided ?? readText(file));
  }

  #isThere(name: string): boolean {
    const file = path.join(this.#folder, name);
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  }

  #parse(file: string, text: string): Partial {
    const problems: Problem[] = [];
    const warnings: Problem[] = [];
    const body = this.#bodyOf(text);
    const line = text.slice(0, text.length - body.length).split('\n').length;
    const templates = parse({ text: body, file: this.#shown(file), line }, this.#language, {
      error: (problem) => problems.push(problem),
      warn: (problem) => warnings.push(problem),
    });
    const partial = { templates, defines: definedIn(body), problems, warnings };
    this.#parsed.set(file, partial);
    return partial;
  }

  /** @throws LiquidMistake when there is no such file, or it lies outside of the folder */
  #find(name: string): string {
    const file = path.join(this.#folder, name);
    if (!this.#isThere(name)) {
      const names = fs.existsSync(this.#folder)
        ? fs.readdirSync(this.#folder, { recursive: true, encoding: 'utf8' })
        : [];
      const near = nearest(name, [...names, ...this.#provided.keys()]);
      throw new MissingFile(
        `expected a file \`${name}\` in ${this.#shown(this.#folder)}/; there is none`,
        near === undefined ? undefined : `Did you mean \`${near}\`?`,
      );
    }
    if (!fs.realpathSync(file).startsWith(fs.realpathSync(this.#folder) + path.sep)) {
      throw new LiquidMistake(`expected a file inside of ${this.#shown(this.#folder)}/`);
    }
    return file;
  }

  #shown(file: string): string {
    return path.relative(this.#root, file).split(path.sep).join('/');
  }
}
