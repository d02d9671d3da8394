import type { Finding } from '../../domain/diagnosis/finding';
import { findingTitle } from '../../ui/text/findings/findingText';
import { useText } from '../../ui/useText';

/** In a few words what blocks, below the status of a row. */
const BlockedNote = ({ finding }: { readonly finding: Finding }) => <>{findingTitle(useText(), finding)}</>;

export default BlockedNote;
