import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import path from 'node:path';

/**
 * Paths of all files below a folder, relative to it, with `/`, in alphabetical order. Links to files
 * and folders are followed, but for those that lead back to a folder they lie in. None where there is
 * no such folder.
 * @param dead hears of links that lead nowhere
 */
export function filesBelow(folder: string, dead?: (file: string) => void): string[] {
  const files: string[] = [];
  // Only a link can lead back: of other folders nobody asks where they really are.
  const read = (below: string, passed: readonly string[]) => {
    const here = path.join(folder, below);
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      const target = targetOf(entry);
      const file = below + entry.name;
      if (target === undefined) dead?.(file);
      else if (target.isFile()) files.push(file);
      else if (target === entry && target.isDirectory()) read(`${file}/`, passed);
      else if (target.isDirectory()) {
        const above = [...passed, realpathSync(here)];
        const real = realpathSync(path.join(folder, file));
        if (!above.some((one) => `${one}/`.startsWith(`${real}/`))) read(`${file}/`, above);
      }
    }
  };
  if (existsSync(folder)) read('', []);
  return files.toSorted();
}

/** What an entry is, or leads to; nothing for a link to nowhere. */
function targetOf(entry: Dirent): Dirent | Stats | undefined {
  if (!entry.isSymbolicLink()) return entry;
  try {
    return statSync(path.join(entry.parentPath, entry.name));
  } catch {
    return undefined;
  }
}

/** Reads files one after the other: what the last call gave is gone with the next. */
export function createReader(): (file: string) => Buffer {
  let room = Buffer.allocUnsafeSlow(1 << 20);
  return (file) => {
    const opened = openSync(file, 'r');
    try {
      let length = 0;
      for (;;) {
        const read = readSync(opened, room, length, room.length - length, null);
        if (read === 0) return room.subarray(0, length);
        length += read;
        if (length < room.length) continue;
        const more = Buffer.allocUnsafeSlow(room.length * 2);
        room.copy(more);
        room = more;
      }
    } finally {
      closeSync(opened);
    }
  };
}

/** The text of a file, as `fileText` gives it; what is no UTF-8 in it becomes replacement characters. */
export function readText(file: string): string {
  return fileText(readFileSync(file, 'utf8'));
}

/**
 * Text as everything reads it: without a byte order mark, every line ending in `\n`, also where an
 * editor on Windows ended it in `\r\n`. So a text means the same however it was saved.
 */
export function fileText(written: string): string {
  return written.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/**
 * What a file says in whatever encoding it was saved: UTF-8, UTF-16 with a mark or with zeros beside
 * its letters, else Windows-1252, in which every byte is a character (Latin-1 is a part of it).
 */
export function textInAnyEncoding(bytes: Uint8Array): string {
  const read = (encoding: string) =>
    fileText(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  const [first, second] = bytes;
  try {
    if ((first === 0xff && second === 0xfe) || (first && second === 0)) return read('utf-16le');
    if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return read('utf-16be');
    return read('utf-8');
  } catch {
    return read('windows-1252');
  }
}

/** Whether a file holds nothing that only pictures and programs have. */
export function isText(file: string): boolean {
  return !textInAnyEncoding(readFileSync(file)).includes('\0');
}

/** Whether the name of a file, or a path, ends as those of pictures do. */
export function isPicture(name: string): boolean {
  return /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)$/i.test(name);
}
