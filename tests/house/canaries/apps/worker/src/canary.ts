export interface Worker {
  readonly name: string;
}
