/**
 * Runs `stop` once when the process is asked to end (SIGTERM, SIGINT) and ends it then: with 0, or with 1 when `stop`
 * failed. What has not stopped after `limitMs` is left; the whole product stops within 20 s.
 */
export function stopOnSignal(stop: () => Promise<void>, limitMs: number): void {
  let isStopping = false;
  const begin = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), limitMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
}
