// Planted: zod in domain outside its schemas.
export { z } from 'zod';
