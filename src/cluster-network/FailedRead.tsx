import { Button } from '@patternfly/react-core';
import type { Failure } from '../domain/k8s/failure';
import { FailureAlert } from '../ui/FailureAlert';
import { useText } from '../ui/useText';

interface FailedReadProps {
  readonly failure: Failure;
  /** reads all of it again */
  readonly onAgain: () => void;
}

/** A read that has failed, with the server's words; a file of its own, because most readers never see one. */
const FailedRead = ({ failure, onAgain }: FailedReadProps) => {
  const t = useText();
  return (
    <FailureAlert title={t('Some values could not be read')} failure={failure}>
      <Button variant="link" isInline onClick={onAgain}>
        {t('Try again')}
      </Button>
    </FailureAlert>
  );
};

export default FailedRead;
