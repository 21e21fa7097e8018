import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { auditFiles, post, type Files } from './audit-fixture.ts';

const DRAFT = post('_drafts/plan.md');
const TEA = post('2026-01-01-tea.md');

/** A published post, and a draft with this front matter and text. */
function sources(front: string, text = '', more: Files = {}): Files {
  return {
    [TEA]: '---\ntitle: Tea\ntags: [kitchen]\n---\nBoil the water and wait for it.\n',
    [DRAFT]: `---\n${front}\n---\n${text}\n`,
    ...more,
  };
}

async function filesNamed(files: Files, output: Files): Promise<string[]> {
  return [...new Set((await auditFiles(files, output)).map(({ file }) => file))];
}

/** A chunk of a PNG. */
function chunk(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, Buffer.from(type), data, Buffer.alloc(4)]);
}
const png = (type: string, data: Buffer) =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk(type, data)]);

/** A JPEG with one segment. */
function jpeg(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xd8, 0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 4);
  return Buffer.concat([head, data, Buffer.from([0xff, 0xd9])]);
}

/** A ZIP archive with one file. */
function zip(name: string, content: string): Buffer {
  const data = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt16LE(name.length, 28);
  return Buffer.concat([local, Buffer.from(name), data, entry, Buffer.from(name)]);
}

describe('short names are found where titles and terms are named', () => {
  it.each([
    ['title: 買収', '<h1>買収</h1>'],
    ['title: 東京', '<p>昨日の東京です</p>'],
    ['title: Q3', '<title>Q3 · Field notes</title>'],
    ['title: M&A', '<h2 class="p-name"><a href="/x/">M&amp;A</a></h2>'],
    ['title: 184500', '<item><title>184500</title></item>'],
    ['title: 2027', '<meta property="og:title" content="2027">'],
    ['title: May 2027', '<script type="application/ld+json">{"headline":"May 2027"}</script>'],
    ['title: ลับ', '<a href="/x/">ลับ</a>'],
    ['title: We all do as they say here', '<h2>We all do as…</h2>'],
    ['tags: [AI]', '<a class="p-category" href="/x/">AI</a>'],
    ['tags: [Q3]', '<category term="q3"/>'],
    ['tags: ["2031"]', '{"tags":["kitchen","2031"]}'],
    ['tags: [x]', '<li class="tag-x">'],
    ['tags: [x]', '<script>list({tag:"x"})</script>'],
    ['tags: ["🔥"]', '<category>🔥</category>'],
  ])('%s in %s', async (front, html) => {
    expect(await filesNamed(sources(front), { 'x.html': html })).toEqual([DRAFT]);
  });

  it.each([
    ['title: 2027', 'archives/2027/index.html', '<title>2027 · Field notes</title><h1>2027</h1>'],
    ['title: "2"', 'page/2/index.html', '<a href="/page/2/">2</a>'],
    ['title: Tea', 'x.html', '<h2>Tea</h2>'],
    ['title: Water', 'x.html', '<p>Boil the water and wait for it.</p>'],
    ['tags: [wait]', 'x.html', '<p>wait</p><li>wait</li>'],
  ])('%s is none in %s', async (front, file, html) => {
    expect(await filesNamed(sources(front), { [file]: html })).toEqual([]);
  });
});

describe('short words that say something are found', () => {
  it.each([
    ['We buy Ikea now.', '<p>We buy Ikea now</p>'],
    ['Call +49 171 555 0199.', '<p>171 555 0199</p>'],
    ['It costs 184,500.', '<td>184,500</td>'],
    ['IBAN DE89 3704 0044 0532', '<p>3704 0044</p>'],
    ['Account 2750918264', '<p>2750918264</p>'],
    ['Ask jo@ex.io about it', '<a href="mailto:jo@ex.io">x</a>'],
    ['سر كبير', '<p>كبير</p>'],
    ['סוד גדול', '<p>גדול</p>'],
    ['यह रहस्य है', '<p>रहस्य</p>'],
    ['機密事項です', '<p>機密事項</p>'],
  ])('%s', async (text, html) => {
    expect(await filesNamed(sources('title: Plan B', text), { 'x.html': html })).toEqual([DRAFT]);
  });

  it.each([
    ['On 2026-03-01 at 12:30:15 in 2024, 2025', '<time datetime="2026-03-01">2024, 2025</time>'],
    ['Version 10.15.7', '<p>10.15.7</p>'],
  ])('%s says nothing', async (text, html) => {
    expect(await filesNamed(sources('title: Plan B', text), { 'x.html': html })).toEqual([]);
  });
});

describe('however it is encoded or packed', () => {
  const SENTENCE = 'They meet in Winterthur tomorrow';
  const each = (text: string, format: (character: string, code: number) => string) =>
    [...text].map((character) => format(character, character.charCodeAt(0))).join('');
  const CHANNELS: [string, string, string | Uint8Array][] = [
    ['brotli', 'x.html.br', brotliCompressSync(SENTENCE)],
    ['zlib', 'x.dat', deflateSync(SENTENCE)],
    ['gzip in gzip', 'x.gz', gzipSync(gzipSync(SENTENCE))],
    ['ZIP', 'x.docx', zip('word/document.xml', `<w:t>${SENTENCE}</w:t>`)],
    ['UTF-16', 'x.txt', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le')],
    ['UTF-16 without a mark', 'x.txt', Buffer.from(SENTENCE, 'utf16le')],
    ['text with the ending of a picture', 'x.png', SENTENCE],
    ['PNG, text', 'x.png', png('tEXt', Buffer.from(`Title\0${SENTENCE}`))],
    [
      'PNG, packed',
      'x.png',
      png('zTXt', Buffer.concat([Buffer.from('T\0\0'), deflateSync(SENTENCE)])),
    ],
    ['JPEG, comment', 'x.jpg', jpeg(0xfe, Buffer.from(SENTENCE))],
    ['JPEG, XMP', 'x.jpg', jpeg(0xe1, Buffer.from(`http://ns.adobe.com\0<x>${SENTENCE}</x>`))],
    ['PDF', 'x.pdf', `%PDF-1.4\nstream\nBT (${SENTENCE}) Tj ET\nendstream`],
    [
      'PDF, packed',
      'x.pdf',
      Buffer.concat([
        Buffer.from('%PDF-1.4\nstream\n'),
        deflateSync('BT [(They meet in Win) -20 (terthur)] TJ ET'),
        Buffer.from('\nendstream'),
      ]),
    ],
    [
      'escapes with braces',
      'x.js',
      `a="${each(SENTENCE, (_, code) => `\\u{${code.toString(16)}}`)}"`,
    ],
    [
      'octal',
      'x.js',
      `a="${each(SENTENCE, (_, code) => `\\${code.toString(8).padStart(3, '0')}`)}"`,
    ],
    [
      'CSS',
      'x.css',
      `a::after{content:"${each(SENTENCE, (_, code) => `\\${code.toString(16)} `)}"}`,
    ],
    ['entities without end', 'x.html', `<p>${each(SENTENCE, (_, code) => `&#${code}`)}</p>`],
    [
      'percent, twice',
      'x.html',
      `<a href="/?q=${each(SENTENCE, (_, code) => `%25${code.toString(16)}`)}">`,
    ],
    ['base 64', 'x.html', `<script>atob("${Buffer.from(SENTENCE).toString('base64')}")</script>`],
    [
      'data URI',
      'x.html',
      `<a href="data:text/plain;base64,${Buffer.from(SENTENCE).toString('base64')}">`,
    ],
    ['hexadecimal', 'x.json', `{"x":"${Buffer.from(SENTENCE).toString('hex')}"}`],
    ['<wbr>', 'x.html', '<p>They meet in Win<wbr>ter<wbr>thur</p>'],
    [
      'a letter each',
      'x.html',
      `<p>${each('Winterthur', (letter) => `<span>${letter}</span>`)}</p>`,
    ],
    ['template for scripts', 'x.html', '<script type="text/template"><p>Winterthur</p></script>'],
  ];
  it.each(CHANNELS)('%s', async (_, file, content) => {
    const found = await filesNamed(sources('title: Plan B', SENTENCE), { [file]: content });
    expect(found).toEqual([DRAFT]);
  });
});

describe('nothing clears but what a published text shows', () => {
  const TEXT = 'Winterthur wants the whole lake for itself';
  const OUTPUT = { 'x.html': `<p>${TEXT}</p>` };
  it.each<[string, Files]>([
    ['data of Liquid', { 'src/liquid/data/plan.yml': TEXT }],
    ['templates of Liquid', { 'src/liquid/includes/plan.html': TEXT }],
    ['comments in code', { 'src/pages/a.astro': `---\n// ${TEXT}\n---\n<!-- ${TEXT} --><p></p>` }],
    ['code that reads posts', { 'src/source/a.ts': `// x\nconst text = '${TEXT}';` }],
    ['files in hidden folders', { [post('_drafts/plan.yml')]: TEXT }],
  ])('not %s', async (_, more) => {
    expect(await filesNamed(sources('title: Plan B', TEXT, more), OUTPUT)).toContain(DRAFT);
  });

  it('not the defaults of folders', async () => {
    const defaults = [{ scope: { path: '_posts/acme', type: '' }, values: { tags: ['acme'] } }];
    const files = sources('tags: [acme]');
    expect(await auditFiles(files, { 'x.html': '<p>acme</p>' }, { defaults })).not.toEqual([]);
  });

  it('but a template that a published text shows', async () => {
    const more = {
      'src/liquid/includes/plan.html': TEXT,
      [post('2026-02-02-x.md')]: '{% include plan.html %}',
    };
    expect(await filesNamed(sources('title: Plan B', TEXT, more), OUTPUT)).toEqual([]);
  });
});

describe('what is understood of a draft is a secret', () => {
  it('what Liquid makes of it', async () => {
    const text = "{{ 'ruhtretniW' | split: '' | reverse | join: '' }}";
    expect(await filesNamed(sources('title: Plan B', text), { 'x.html': 'Winterthur' })).toEqual([
      DRAFT,
    ]);
  });

  it.each(['plan.org', 'plan.adoc', 'plan.tex', 'plan', 'trip/notes.rtf'])(
    'what %s in a folder of drafts says',
    async (name) => {
      const more = { [post(`_drafts/${name}`)]: 'They meet in Winterthur.\n' };
      const found = await filesNamed(sources('title: Plan B', '', more), { 'x.txt': 'Winterthur' });
      expect(found).toEqual([post(`_drafts/${name}`)]);
    },
  );

  it('values of its front matter', async () => {
    const front = String.raw`summary: "Win\x74erthur"`;
    expect(await filesNamed(sources(front), { 'x.html': 'Winterthur' })).toEqual([DRAFT]);
  });

  it.each([
    ['date: tomorrow\ntitle: Q9\ntags: [Initech]', '<a class="p-category">Initech</a>'],
    ['date: tomorrow\ntitle: Q9', '<h2>Q9</h2>'],
    ['title: "Q9\ntags: [Q8, Q7]', '<category>Q7</category>'],
  ])('names of a half-written one: %j', async (front, html) => {
    expect(await filesNamed(sources(front), { 'x.html': html })).toContain(DRAFT);
  });
});

it.each([
  '<a href="/x/"">The cupboard</a> <a href="/y/">y</a>',
  "<b title='it's'>The cupboard</b>",
  '<p class="a" ">The cupboard</p> <p class="b">y</p>',
])('words behind a stray quotation mark are found: %s', async (html) => {
  const files = sources('title: X', 'Look into the cupboard.');
  expect(await filesNamed(files, { 'x.html': html })).toEqual([DRAFT]);
});
