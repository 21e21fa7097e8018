import type { Strings } from './en.ts';

/** The interface in Arabic. */
export const ar: Strings = {
  skip: 'انتقل إلى المحتوى',
  home: 'الرئيسية',
  navigation: 'القائمة الرئيسية',
  menu: 'القائمة',

  theme: 'الألوان',
  themes: { system: 'حسب النظام', light: 'فاتح', dark: 'داكن' },

  tags: 'الوسوم',
  categories: 'التصنيفات',
  archives: 'الأرشيف',
  tag: (name) => `الوسم: ${name}`,
  category: (name) => `التصنيف: ${name}`,
  year: (year) => `تدوينات ${year}`,
  years: 'السنوات',
  posts: (count) =>
    plural(count, {
      zero: 'لا تدوينات',
      one: 'تدوينة واحدة',
      two: 'تدوينتان',
      few: `${count} تدوينات`,
      other: `${count} تدوينة`,
    }),
  noPosts: 'لم يُنشر شيء بعد.',

  pages: 'الصفحات',
  page: (number) => `الصفحة ${number}`,
  pageOf: (number, count) => `الصفحة ${number} من ${count}`,
  newer: 'الأحدث',
  older: 'الأقدم',
  newerPost: 'التالية',
  olderPost: 'السابقة',
  neighbours: 'التدوينة السابقة والتالية',

  updated: 'حُدّثت في',
  minutes: (count) =>
    plural(count, {
      one: 'دقيقة قراءة',
      two: 'دقيقتا قراءة',
      few: `${count} دقائق قراءة`,
      other: `${count} دقيقة قراءة`,
    }),
  contents: 'المحتويات',
  pinned: 'مثبّتة',

  draft: 'مسودة',
  scheduled: 'مجدولة',
  draftNote: 'تجربة طباعة: هذه التدوينة مسودة، وليست في الموقع العام.',
  scheduledNote: 'تجربة طباعة: لن تظهر هذه التدوينة في الموقع العام قبل تاريخها.',
  previewNote: 'معاينة تشمل المسودات: ليس كل ما هنا في الموقع العام.',
  unlisted: 'غير مدرجة',

  feed: 'الخلاصة',
  feedOf: (name) => `خلاصة ${name}`,
  feeds: 'الخلاصات',
  feedsText:
    'تحمل الخلاصة إليك التدوينات الجديدة بترتيب نشرها، بلا حساب ومن دون أن يعرف أحد أنك تقرؤها. انسخ عنوانًا إلى قارئ خلاصات، برنامجًا كان أو خدمة، وهو يسأل بنفسه عن الجديد.',
  diagram: 'شاهد الرسم التخطيطي في صفحة التدوينة',

  moved: 'انتقلت هذه الصفحة',

  callouts: {
    note: 'ملاحظة',
    tip: 'نصيحة',
    info: 'معلومة',
    important: 'مهم',
    warning: 'تحذير',
    caution: 'تنبيه',
    danger: 'خطر',
  },
  table: 'جدول',
  backToReference: (reference) => `العودة إلى الإحالة ${reference}`,
  copy: 'نسخ',
  copied: 'نُسخ',
  picture: 'صورة',
  enlarge: 'تكبير',
  close: 'إغلاق',
  load: (host) => `تحميل من ${host}`,

  series: (name) => `سلسلة: ${name}`,
  related: 'ذات صلة',
  writtenBy: 'بقلم',
  edit: 'تعديل هذه الصفحة',
  copyLink: 'نسخ الرابط',
  share: 'مشاركة',

  search: {
    title: 'بحث',
    label: 'ابحث عن',
    tag: 'وسم',
    category: 'تصنيف',
    year: 'سنة',
    any: 'الكل',
    found: (count) => `النتائج: ${count}`,
    nothing: 'لم يُعثر على شيء.',
    near: (count) => `لا شيء بهذه الكلمات تمامًا. نتائج قريبة: ${count}`,
    failed: 'تعذّر تحميل البحث.',
    more: 'المزيد من النتائج',
    shortcut: 'المفتاح / يفتح البحث',
    noScript: 'يحتاج البحث إلى جافاسكربت. ويمكن العثور على كل شيء في هذه القوائم:',
    browse: 'أو تصفّح',
  },

  comments: {
    title: 'التعليقات',
    show: 'عرض التعليقات',
    consent: (host) => `تأتي من ${host}، الذي سيعرف عنوانك عند عرضها وقد يحفظ ملفات تعريف ارتباط.`,
    failed: (host) => `تعذّر تحميل التعليقات من ${host}.`,
    noScript: 'يحتاج عرضها إلى جافاسكربت.',
  },

  gone: 'هذه الصفحة لم تعد موجودة',
  goneText: 'سُحب ما كان في هذا العنوان.',
  notFound: 'الصفحة غير موجودة',
  notFoundText: 'لا توجد صفحة في هذا العنوان. ربما نُقلت، أو أن في الرابط خطأً.',
};

const rules = new Intl.PluralRules('ar');

function plural(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[rules.select(count)] ?? forms.other;
}
