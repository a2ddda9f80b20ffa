/** A JSON array with one element a line, written as its elements come. */
export async function* jsonList(elements: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const element of elements) {
    yield before + JSON.stringify(element);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
