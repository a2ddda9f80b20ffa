/** One network a line, with a name after it. */
export function readNetworkLines(text: string): { network: string; label: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [network = '', ...label] = line.split(/\s+/);
      return { network, label: label.join(' ') };
    });
}

export function writeNetworkLines(networks: readonly { network: string; label: string }[]): string {
  return networks.map(({ network, label }) => (label === '' ? network : `${network} ${label}`)).join('\n');
}
