// Runs before each command, so that a Node which cannot run TypeScript says so in a sentence
// (https://nodejs.org/api/process.html#processfeaturestypescript).
if (!process.features.typescript) {
  console.error(
    `Galley needs Node 22.18 or later, and this is ${process.versions.node}: get one from https://nodejs.org, ` +
      'or run `npm ci` without `--omit=dev`, which brings it along.',
  );
  process.exit(1);
}
