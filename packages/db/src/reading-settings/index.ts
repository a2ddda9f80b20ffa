export { findUnansweredRule } from './find-unanswered-rule.ts';
export { updateReadingSettings } from './update-reading-settings.ts';
export { findReadingSettings } from './find-reading-settings.ts';
