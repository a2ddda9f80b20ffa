export const simulate = 1;
