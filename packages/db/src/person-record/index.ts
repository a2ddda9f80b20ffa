export { findPerson, type PersonPlace, type PersonRecordRow } from './find-person.ts';
export { listPersonHistory, type PersonChange } from './list-person-history.ts';
export { listFollowsOf, type FollowRow } from './list-follows.ts';
export { listDepartmentPaths, type DepartmentPath } from './list-department-paths.ts';
export { listRoomsOfPerson, listRoomStays, type RoomOfPerson, type RoomStay } from './list-rooms-of-person.ts';
export { listPermitsOfPerson, type PermitRow } from './list-permits-of-person.ts';
export {
  joinCustomer,
  listCustomerIds,
  listOtherIds,
  separateCustomer,
  type CustomerIdRow,
  type OtherIdRow,
} from './same-customer.ts';
export { listSameIds } from './list-same-ids.ts';
