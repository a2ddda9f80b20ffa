/** How long a graceful stop may take once the parent is gone; then the process ends hard. Below the 20 s of a stop. */
const GRACE_MS = 10_000;

/**
 * Ends this process when the one that started it is gone, however it ended: the channel between them closes.
 * Sends itself SIGTERM first, so that its own graceful stop runs. Does nothing when there is no channel.
 */
export function exitWithParent(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
