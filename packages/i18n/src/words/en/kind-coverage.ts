import type { WordsLike } from '../../words.ts';
import type { kindCoverage as first } from '../zh-CN/kind-coverage.ts';

export const kindCoverage = {
  title: 'Kinds of messages',
  lead: 'How far each kind of WeCom message is brought here. The numbers come from running every sample message, not from a hand.',
  link: 'See what is done with each kind of message',
  caption: 'What came of the samples of each kind, step by step',
  kind: 'Kind',
  sample: 'Sample',
  of: '{{whole}} / {{of}}',
  none: 'No words',
  step: { stored: 'Stored', parsed: 'Parsed', drawn: 'Drawn', searched: 'Searched', exported: 'Exported' },
  means: {
    stored:
      'Sealed with the company’s key and opened again, the original is the same to the byte; every file it names is fetched.',
    parsed: 'It is recognised as its kind and not left as unrecognised.',
    drawn: 'Every text that people saw then stands on the page, in both languages.',
    searched: 'Every word that somebody wrote can be found; kinds without words are not counted.',
    exported: 'An export package is written and read back, and everything written is in it.',
  },
  all: 'All {{samples}} samples came through',
  missing: 'What did not come through',
  missingIn: '{{step}}: {{text}} is missing',
} as const satisfies WordsLike<typeof first>;
