export { back as cycle } from './canary-imports-app.ts';
