import type { Strings } from './en.ts';

/** The interface in French. */
export const fr: Strings = {
  skip: 'Aller au contenu',
  home: 'Accueil',
  navigation: 'Principale',
  menu: 'Menu',

  theme: 'Couleurs',
  themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },

  tags: 'Mots-clés',
  categories: 'Catégories',
  archives: 'Archives',
  tag: (name) => `Mot-clé : ${name}`,
  category: (name) => `Catégorie : ${name}`,
  year: (year) => `Articles de ${year}`,
  years: 'Années',
  posts: (count) => (count < 2 ? `${count} article` : `${count} articles`),
  noPosts: 'Rien n’a encore été publié.',

  pages: 'Pages',
  page: (number) => `Page ${number}`,
  pageOf: (number, count) => `Page ${number} sur ${count}`,
  newer: 'Plus récents',
  older: 'Plus anciens',
  newerPost: 'Suivant',
  olderPost: 'Précédent',
  neighbours: 'Articles précédent et suivant',

  updated: 'Mis à jour',
  minutes: (count) => `${count} min de lecture`,
  contents: 'Sommaire',
  pinned: 'Épinglé',

  draft: 'Brouillon',
  scheduled: 'Programmé',
  draftNote: 'Une épreuve : cet article est un brouillon. Le site public ne l’a pas.',
  scheduledNote: 'Une épreuve : le site public n’aura pas cet article avant sa date.',
  previewNote: 'Un aperçu avec les brouillons. Le site public n’a pas tout ce qui est ici.',
  unlisted: 'Non répertorié',

  feed: 'Flux',
  feedOf: (name) => `Flux de ${name}`,
  feeds: 'Flux',
  feedsText:
    'Un flux vous apporte les nouveaux articles, dans l’ordre de leur parution, sans compte et sans que personne sache que vous les lisez. Copiez une adresse dans un lecteur de flux, un programme ou un service : il demande lui-même ce qui est nouveau.',
  diagram: 'Voir le diagramme sur la page de l’article',

  moved: 'Cette page a été déplacée',

  callouts: {
    note: 'Remarque',
    tip: 'Astuce',
    info: 'Info',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
    danger: 'Danger',
  },
  table: 'Tableau',
  backToReference: (reference) => `Retour à l’appel de note ${reference}`,
  copy: 'Copier',
  copied: 'Copié',
  picture: 'Image',
  enlarge: 'Agrandir',
  close: 'Fermer',
  load: (host) => `Charger depuis ${host}`,

  series: (name) => `Série : ${name}`,
  related: 'À lire aussi',
  writtenBy: 'Écrit par',
  edit: 'Modifier cette page',
  copyLink: 'Copier le lien',
  share: 'Partager',

  search: {
    title: 'Rechercher',
    label: 'Rechercher',
    tag: 'Étiquette',
    category: 'Catégorie',
    year: 'Année',
    any: 'Tout',
    found: (count) => `Résultats : ${count}`,
    nothing: 'Aucun résultat.',
    near: (count) => `Rien ne contient exactement ces mots. Résultats proches : ${count}`,
    failed: 'La recherche n’a pas pu être chargée.',
    more: 'Plus de résultats',
    shortcut: 'La touche / ouvre la recherche',
    noScript: 'La recherche a besoin de JavaScript. Tout se trouve aussi dans ces listes :',
    browse: 'Ou parcourir',
  },

  comments: {
    title: 'Commentaires',
    show: 'Afficher les commentaires',
    consent: (host) =>
      `Ils viennent de ${host}, qui apprendra votre adresse et pourra déposer des cookies à l’affichage.`,
    failed: (host) => `Les commentaires n’ont pas pu être chargés depuis ${host}.`,
    noScript: 'Leur affichage nécessite JavaScript.',
  },

  gone: 'Cette page n’existe plus',
  goneText: 'Ce qui se trouvait à cette adresse a été retiré.',
  notFound: 'Page introuvable',
  notFoundText:
    'Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou le lien contient une erreur.',
};
