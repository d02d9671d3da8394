/** What Review tells the wizard's footer. */
export interface ReviewState {
  /** true while the plan must not be sent: checks are missing, one failed, or nothing would get through */
  readonly isHeld: boolean;
  /** the text for an administrator; undefined until it is made, and where the user may send the plan */
  readonly request: string | undefined;
}

/** Before Review has looked. */
export const HELD: ReviewState = { isHeld: true, request: undefined };
