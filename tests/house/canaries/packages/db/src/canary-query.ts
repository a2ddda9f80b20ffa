export const canaryQuery = 'SELECT 1';
