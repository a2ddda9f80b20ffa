import { z } from '@hono/zod-openapi';
import { time } from './values.ts';

export const mailView = z.object({ id: z.string(), to: z.string(), subject: z.string(), at: time });
export const mailList = z.object({ items: z.array(mailView).readonly(), nextCursor: z.null() });
export const fullMail = mailView.extend({ text: z.string(), html: z.string() });
