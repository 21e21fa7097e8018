import type { Strings } from './en.ts';

/** The interface in Japanese. */
export const ja: Strings = {
  skip: '本文へ移動',
  home: 'ホーム',
  navigation: 'メインメニュー',
  menu: 'メニュー',

  theme: '配色',
  themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },

  tags: 'タグ',
  categories: 'カテゴリー',
  archives: 'アーカイブ',
  tag: (name) => `タグ：${name}`,
  category: (name) => `カテゴリー：${name}`,
  year: (year) => `${year}年の記事`,
  years: '年',
  posts: (count) => `${count}件の記事`,
  noPosts: 'まだ記事がありません。',

  pages: 'ページ',
  page: (number) => `${number}ページ`,
  pageOf: (number, count) => `${count}ページ中${number}ページ`,
  newer: '新しい記事',
  older: '古い記事',
  newerPost: '次の記事',
  olderPost: '前の記事',
  neighbours: '前後の記事',

  updated: '更新',
  minutes: (count) => `${count}分で読めます`,
  contents: '目次',
  pinned: '固定',

  draft: '下書き',
  scheduled: '公開予定',
  draftNote: '校正刷り：この記事は下書きです。公開サイトにはありません。',
  scheduledNote: '校正刷り：この記事は、その日付になるまで公開サイトに現れません。',
  previewNote: '下書きを含むプレビューです。ここにあるすべてが公開サイトにあるわけではありません。',
  unlisted: '限定公開',

  feed: 'フィード',
  feedOf: (name) => `${name}のフィード`,
  feeds: 'フィード',
  feedsText:
    'フィードは新しい記事を公開順に届けます。アカウントは要らず、読んでいることは誰にも知られません。フィードリーダー（アプリやサービス）にアドレスを登録すると、新しい記事を自動的に確認します。',
  diagram: '図は記事のページで見られます',

  moved: 'このページは移動しました',

  callouts: {
    note: 'メモ',
    tip: 'ヒント',
    info: '情報',
    important: '重要',
    warning: '警告',
    caution: '注意',
    danger: '危険',
  },
  table: '表',
  backToReference: (reference) => `本文の注番号${reference}に戻る`,
  copy: 'コピー',
  copied: 'コピーしました',
  picture: '画像',
  enlarge: '拡大',
  close: '閉じる',
  load: (host) => `${host}から読み込む`,

  series: (name) => `連載：${name}`,
  related: '関連記事',
  writtenBy: '書いた人',
  edit: 'このページを編集',
  copyLink: 'リンクをコピー',
  share: '共有',

  search: {
    title: '検索',
    label: '検索する語句',
    tag: 'タグ',
    category: 'カテゴリー',
    year: '年',
    any: 'すべて',
    found: (count) => `検索結果：${count}`,
    nothing: '見つかりませんでした。',
    near: (count) => `一致する語はありません。近い結果：${count}`,
    failed: '検索を読み込めませんでした。',
    more: 'さらに表示',
    shortcut: '「/」キーで検索を開く',
    noScript: '検索には JavaScript が必要です。次の一覧からも探せます。',
    browse: '一覧から探す',
  },

  comments: {
    title: 'コメント',
    show: 'コメントを表示',
    consent: (host) =>
      `コメントは ${host} から読み込まれます。表示すると、あなたの IP アドレスが伝わり、Cookie が保存されることがあります。`,
    failed: (host) => `${host} からコメントを読み込めませんでした。`,
    noScript: '表示には JavaScript が必要です。',
  },

  gone: 'このページはなくなりました',
  goneText: 'このアドレスにあった内容は取り下げられました。',
  notFound: 'ページが見つかりません',
  notFoundText:
    'このアドレスにページはありません。移動したか、リンクに誤りがあるのかもしれません。',
};
