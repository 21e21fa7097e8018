const ENDINGS = ['.br', '.gz'];

/** The names of what a text is when it is packed, which lies beside it. */
export const packedForms = (file: string): string[] => ENDINGS.map((ending) => file + ending);

/** The name of the text of which a file is a packed form, or its own. */
export const unpackedName = (file: string): string =>
  ENDINGS.reduce(
    (name, ending) => (name.endsWith(ending) ? name.slice(0, -ending.length) : name),
    file,
  );
