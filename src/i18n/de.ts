import type { Strings } from './en.ts';

/** The interface in German. */
export const de: Strings = {
  skip: 'Zum Inhalt springen',
  home: 'Startseite',
  navigation: 'Hauptmenü',
  menu: 'Menü',

  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },

  tags: 'Schlagwörter',
  categories: 'Kategorien',
  archives: 'Archiv',
  tag: (name) => `Schlagwort: ${name}`,
  category: (name) => `Kategorie: ${name}`,
  year: (year) => `Beiträge aus ${year}`,
  years: 'Jahre',
  posts: (count) => (count === 1 ? '1 Beitrag' : `${count} Beiträge`),
  noPosts: 'Noch ist nichts veröffentlicht.',

  pages: 'Seiten',
  page: (number) => `Seite ${number}`,
  pageOf: (number, count) => `Seite ${number} von ${count}`,
  newer: 'Neuere',
  older: 'Ältere',
  newerPost: 'Nächster',
  olderPost: 'Voriger',
  neighbours: 'Beiträge davor und danach',

  updated: 'Geändert',
  minutes: (count) => `${count} Min. Lesezeit`,
  contents: 'Inhalt',
  pinned: 'Angeheftet',

  draft: 'Entwurf',
  scheduled: 'Geplant',
  draftNote:
    'Ein Abzug: Dieser Beitrag ist ein Entwurf. Die öffentliche Website enthält ihn nicht.',
  scheduledNote: 'Ein Abzug: Die öffentliche Website enthält diesen Beitrag erst an seinem Tag.',
  previewNote: 'Eine Vorschau mit Entwürfen. Nicht alles hier steht auf der öffentlichen Website.',
  unlisted: 'Nicht gelistet',

  feed: 'Feed',
  feedOf: (name) => `Feed von ${name}`,
  feeds: 'Feeds',
  feedsText:
    'Ein Feed bringt neue Beiträge zu Ihnen, in der Reihenfolge, in der sie erscheinen, ohne Konto und ohne dass jemand davon weiß. Kopieren Sie eine Adresse in ein Programm oder einen Dienst für Feeds, einen Feedreader: Er fragt von selbst nach Neuem.',
  diagram: 'Das Diagramm auf der Seite des Beitrags ansehen',

  moved: 'Diese Seite ist umgezogen',

  callouts: {
    note: 'Hinweis',
    tip: 'Tipp',
    info: 'Info',
    important: 'Wichtig',
    warning: 'Warnung',
    caution: 'Vorsicht',
    danger: 'Gefahr',
  },
  table: 'Tabelle',
  backToReference: (reference) => `Zurück zu Verweis ${reference}`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  picture: 'Bild',
  enlarge: 'Vergrößern',
  close: 'Schließen',
  load: (host) => `Von ${host} laden`,

  series: (name) => `Serie: ${name}`,
  related: 'Verwandtes',
  writtenBy: 'Geschrieben von',
  edit: 'Diese Seite bearbeiten',
  copyLink: 'Link kopieren',
  share: 'Teilen',

  search: {
    title: 'Suche',
    label: 'Suchen nach',
    tag: 'Schlagwort',
    category: 'Kategorie',
    year: 'Jahr',
    any: 'Alle',
    found: (count) => `Treffer: ${count}`,
    nothing: 'Nichts gefunden.',
    near: (count) => `Genau diese Wörter kommen nicht vor. Ähnliche Treffer: ${count}`,
    failed: 'Die Suche konnte nicht geladen werden.',
    more: 'Weitere Treffer',
    shortcut: 'Die Taste / öffnet die Suche',
    noScript: 'Die Suche braucht JavaScript. Alles ist auch in diesen Listen zu finden:',
    browse: 'Oder stöbern',
  },

  comments: {
    title: 'Kommentare',
    show: 'Kommentare anzeigen',
    consent: (host) =>
      `Sie kommen von ${host}. Werden sie angezeigt, erfährt dieser Dienst Ihre Adresse und setzt vielleicht Cookies.`,
    failed: (host) => `Die Kommentare konnten nicht von ${host} geladen werden.`,
    noScript: 'Um sie anzuzeigen, ist JavaScript nötig.',
  },

  gone: 'Diese Seite gibt es nicht mehr',
  goneText: 'Was unter dieser Adresse stand, wurde zurückgezogen.',
  notFound: 'Seite nicht gefunden',
  notFoundText:
    'An dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder der Link enthält einen Fehler.',
};
