/** Texts between five employees and forty customers, a message a second. */
export function composeTexts(messages: number, seed: number): Buffer[] {
  const from = Date.now() - messages * 1000;
  return Array.from({ length: messages }, (_, at) => {
    const customer = `wmBENCH${String((at * 7 + seed) % 40).padStart(25, 'A')}`;
    const employee = `employee${(at + seed) % 5}`;
    const text = `第 ${at} 条：报价单已经发到群里，请今天下午四点前确认数量和送货地址。`;
    return Buffer.from(
      JSON.stringify({
        msgid: `${seed}${at}_${from + at * 1000}_external`,
        action: 'send',
        from: at % 2 === 0 ? employee : customer,
        tolist: [at % 2 === 0 ? customer : employee],
        roomid: '',
        msgtime: from + at * 1000,
        msgtype: 'text',
        text: { content: text },
      }),
    );
  });
}
