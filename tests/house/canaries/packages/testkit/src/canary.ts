export const createTestDatabase = 1;
