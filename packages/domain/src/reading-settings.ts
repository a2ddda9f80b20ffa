/** How a company reads its archive and when it works. */
export interface ReadingSettings {
  /** IANA name; the zone of the days and hours below. */
  readonly zone: string;
  /** A silence longer than this ends a dialog; 5–1440. */
  readonly dialogGapMinutes: number;
  /** Working hours within which a message from outside is to be answered; 1–72. */
  readonly unansweredHours: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly workingDays: readonly number[];
  /** "HH:MM", before `workingUntil`. */
  readonly workingFrom: string;
  readonly workingUntil: string;
}
