import type { Strings } from './en.ts';

/** The interface in Spanish. */
export const es: Strings = {
  skip: 'Saltar al contenido',
  home: 'Inicio',
  navigation: 'Principal',
  menu: 'Menú',

  theme: 'Colores',
  themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },

  tags: 'Etiquetas',
  categories: 'Categorías',
  archives: 'Archivo',
  tag: (name) => `Etiqueta: ${name}`,
  category: (name) => `Categoría: ${name}`,
  year: (year) => `Artículos de ${year}`,
  years: 'Años',
  posts: (count) => (count === 1 ? '1 artículo' : `${count} artículos`),
  noPosts: 'Todavía no se ha publicado nada.',

  pages: 'Páginas',
  page: (number) => `Página ${number}`,
  pageOf: (number, count) => `Página ${number} de ${count}`,
  newer: 'Más recientes',
  older: 'Más antiguos',
  newerPost: 'Siguiente',
  olderPost: 'Anterior',
  neighbours: 'Artículos anterior y siguiente',

  updated: 'Actualizado',
  minutes: (count) => `${count} min de lectura`,
  contents: 'Contenido',
  pinned: 'Fijado',

  draft: 'Borrador',
  scheduled: 'Programado',
  draftNote: 'Una prueba: este artículo es un borrador. El sitio público no lo tiene.',
  scheduledNote: 'Una prueba: el sitio público no tendrá este artículo antes de su fecha.',
  previewNote: 'Una vista previa con borradores. No todo lo que hay aquí está en el sitio público.',
  unlisted: 'No listado',

  feed: 'Canal',
  feedOf: (name) => `Canal de ${name}`,
  feeds: 'Canales',
  feedsText:
    'Un canal le trae las entradas nuevas, en el orden en que aparecen, sin cuenta y sin que nadie sepa que las lee. Copie una dirección en un lector de canales, un programa o un servicio: él mismo pregunta por lo nuevo.',
  diagram: 'Ver el diagrama en la página de la entrada',

  moved: 'Esta página se ha mudado',

  callouts: {
    note: 'Nota',
    tip: 'Consejo',
    info: 'Información',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
    danger: 'Peligro',
  },
  table: 'Tabla',
  backToReference: (reference) => `Volver a la referencia ${reference}`,
  copy: 'Copiar',
  copied: 'Copiado',
  picture: 'Imagen',
  enlarge: 'Ampliar',
  close: 'Cerrar',
  load: (host) => `Cargar desde ${host}`,

  series: (name) => `Serie: ${name}`,
  related: 'Relacionados',
  writtenBy: 'Escrito por',
  edit: 'Editar esta página',
  copyLink: 'Copiar enlace',
  share: 'Compartir',

  search: {
    title: 'Buscar',
    label: 'Buscar',
    tag: 'Etiqueta',
    category: 'Categoría',
    year: 'Año',
    any: 'Todo',
    found: (count) => `Resultados: ${count}`,
    nothing: 'No se encontró nada.',
    near: (count) => `Nada contiene exactamente estas palabras. Resultados parecidos: ${count}`,
    failed: 'No se pudo cargar la búsqueda.',
    more: 'Más resultados',
    shortcut: 'La tecla / abre la búsqueda',
    noScript: 'La búsqueda necesita JavaScript. Todo se encuentra también en estas listas:',
    browse: 'O explorar',
  },

  comments: {
    title: 'Comentarios',
    show: 'Mostrar los comentarios',
    consent: (host) =>
      `Vienen de ${host}, que al mostrarlos conocerá su dirección y puede guardar cookies.`,
    failed: (host) => `No se han podido cargar los comentarios desde ${host}.`,
    noScript: 'Para mostrarlos hace falta JavaScript.',
  },

  gone: 'Esta página ya no existe',
  goneText: 'Lo que había en esta dirección se ha retirado.',
  notFound: 'Página no encontrada',
  notFoundText:
    'No hay ninguna página en esta dirección. Puede que se haya movido o que el enlace tenga un error.',
};
