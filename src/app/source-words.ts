/** The Chinese word files by name: the source from which every key is typed. A new screen adds its line. */
// A JSON file's type is the file itself; only the import of its value goes by `default`.
type File<Module> = Module;

export type SourceWords = {
  readonly about: File<typeof import('#locales/zh-CN/about.json')>;
  readonly acting: File<typeof import('#locales/zh-CN/acting.json')>;
  readonly add: File<typeof import('#locales/zh-CN/add.json')>;
  readonly check: File<typeof import('#locales/zh-CN/check.json')>;
  readonly common: File<typeof import('#locales/zh-CN/common.json')>;
  readonly 'done-for-me': File<typeof import('#locales/zh-CN/done-for-me.json')>;
  readonly errors: File<typeof import('#locales/zh-CN/errors.json')>;
  readonly family: File<typeof import('#locales/zh-CN/family.json')>;
  readonly 'finish-visit': File<typeof import('#locales/zh-CN/finish-visit.json')>;
  readonly 'hall-request': File<typeof import('#locales/zh-CN/hall-request.json')>;
  readonly 'hall-settings': File<typeof import('#locales/zh-CN/hall-settings.json')>;
  readonly 'hand-over': File<typeof import('#locales/zh-CN/hand-over.json')>;
  readonly help: File<typeof import('#locales/zh-CN/help.json')>;
  readonly home: File<typeof import('#locales/zh-CN/home.json')>;
  readonly lookup: File<typeof import('#locales/zh-CN/lookup.json')>;
  readonly matter: File<typeof import('#locales/zh-CN/matter.json')>;
  readonly mend: File<typeof import('#locales/zh-CN/mend.json')>;
  readonly more: File<typeof import('#locales/zh-CN/more.json')>;
  readonly question: File<typeof import('#locales/zh-CN/question.json')>;
  readonly queue: File<typeof import('#locales/zh-CN/queue.json')>;
  readonly rate: File<typeof import('#locales/zh-CN/rate.json')>;
  readonly 'read-aloud': File<typeof import('#locales/zh-CN/read-aloud.json')>;
  readonly reopen: File<typeof import('#locales/zh-CN/reopen.json')>;
  readonly request: File<typeof import('#locales/zh-CN/request.json')>;
  readonly requests: File<typeof import('#locales/zh-CN/requests.json')>;
  readonly sent: File<typeof import('#locales/zh-CN/sent.json')>;
  readonly settings: File<typeof import('#locales/zh-CN/settings.json')>;
  readonly 'sign-in': File<typeof import('#locales/zh-CN/sign-in.json')>;
  readonly update: File<typeof import('#locales/zh-CN/update.json')>;
  readonly welcome: File<typeof import('#locales/zh-CN/welcome.json')>;
  readonly withdraw: File<typeof import('#locales/zh-CN/withdraw.json')>;
};
