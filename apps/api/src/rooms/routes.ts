import { roomMemberPage, roomPage, roomRecordView } from '../schemas/room.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getRoom, getRoomInput, listMembersOfRoom, listRoomMembersInput } from './get-room.ts';
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
  defineRoute(
    {
      method: 'get',
      path: '/connections/{connectionId}/rooms/{roomId}',
      operation: 'getRoom',
      summary: 'A room with its names, owners and notices over time',
      audience: 'member',
      input: getRoomInput,
      answer: roomRecordView,
    },
    getRoom,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/connections/{connectionId}/rooms/{roomId}/members',
      operation: 'listMembersOfRoom',
      summary: 'Who is in a room, or who left it',
      audience: 'member',
      input: listRoomMembersInput,
      answer: roomMemberPage,
    },
    listMembersOfRoom,
  ),
];
