import { roomPage } from '../schemas/message.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listRooms, listRoomsInput } from './list-rooms.ts';

export const roomRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/rooms',
      operation: 'listRooms',
      summary: 'Customer rooms and internal rooms',
      audience: 'member',
      input: listRoomsInput,
      answer: roomPage,
    },
    listRooms,
  ),
];
