import type { BodyParser } from './body-parser.ts';

export const parseCard: BodyParser = (fields, { state }) => ({
  kind: 'card',
  corpName: fields.text('corpname'),
  person: state.person(fields.text('userid', 'Userid', 'UserId')),
});

export const parseLocation: BodyParser = (fields) => ({
  kind: 'location',
  title: fields.text('title'),
  address: fields.text('address'),
  latitude: fields.number('latitude'),
  longitude: fields.number('longitude'),
  zoom: fields.number('zoom'),
});
