export { findReadingSettings } from './find-reading-settings.ts';
