export interface NodePortRange {
  readonly first: number;
  readonly last: number;
  /** true where the object names none, so that the API server's own default holds */
  readonly isDefault: boolean;
}
