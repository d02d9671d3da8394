import { useState } from 'react';
import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { isImageName } from '../domain/cluster-test/imageName';
import { useElementId } from '../host/useElementId';
import { TextField } from '../ui/TextField';
import { useText } from '../ui/useText';

interface TestImageModalProps {
  readonly image: string;
  /** what the button says, for it may run the test as well */
  readonly action: string;
  /** called with the name of an image */
  readonly onImage: (image: string) => void;
  readonly onClose: () => void;
}

/** Asks for the image of the connection test. */
const TestImageModal = ({ image, action, onImage, onClose }: TestImageModalProps) => {
  const t = useText();
  const [typed, setTyped] = useState(image);
  const fieldId = useElementId();
  const titleId = useElementId();
  const isName = isImageName(typed);
  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby={titleId}>
      <ModalHeader title={t('Test image')} labelId={titleId} />
      <ModalBody>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            if (isName) onImage(typed);
          }}
        >
          <TextField
            id={fieldId}
            label={t('Image')}
            value={typed}
            onChange={setTyped}
            hint={t('Requires bash, getent, and timeout. The cluster must be able to pull it from this project.')}
            {...(typed !== '' && !isName
              ? { problem: t('Enter the name of an image, for example registry.example.com/tools:1.') }
              : {})}
          />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button isDisabled={!isName} onClick={() => onImage(typed)}>
          {action}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

export default TestImageModal;
