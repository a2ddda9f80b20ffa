/** Progress as a bar with its count beside it. */
export function Meter({
  label,
  done,
  total,
  text,
}: {
  label: string;
  done: number;
  total: number | null;
  text: string;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap justify-between gap-x-3 text-xs">
        <span className="text-muted">{label}</span>
        <span className="tabular-nums">{text}</span>
      </div>
      {total === null ? (
        <progress aria-label={label} className="w-full" />
      ) : (
        <progress aria-label={label} className="w-full" max={Math.max(total, 1)} value={total === 0 ? 1 : done} />
      )}
    </div>
  );
}
