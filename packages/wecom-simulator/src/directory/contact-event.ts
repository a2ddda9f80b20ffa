/** What WeCom tells a corp's callback about people and rooms: fields of the event's XML, in their order. */
export interface ContactEvent {
  readonly event: 'change_contact' | 'change_external_contact' | 'change_external_chat';
  readonly changeType: string;
  /** Numbers stand bare in the XML, texts in CDATA. */
  readonly fields: Readonly<Record<string, string | number>>;
}

/** The fields of an event between its `Event` and the end, as XML. */
export function writeEventFields({ event, changeType, fields }: ContactEvent): string {
  const parts = Object.entries(fields).map(([name, value]) => writeField(name, value));
  return `${writeField('Event', event)}${writeField('ChangeType', changeType)}${parts.join('')}`;
}

function writeField(name: string, value: string | number): string {
  if (typeof value === 'number') return `<${name}>${value}</${name}>`;
  return `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}
