export type ConsoleLanguage = 'zh-CN' | 'en';

/** An input that the console does not take, with one sentence per language saying what to change. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly zh: string;
  readonly en: string;

  constructor(code: string, zh: string, en: string) {
    super(code);
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  sentence(language: ConsoleLanguage): string {
    return language === 'en' ? this.en : this.zh;
  }
}
