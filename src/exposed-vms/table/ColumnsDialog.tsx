import { useState } from 'react';
import {
  Button,
  Checkbox,
  Content,
  List,
  ListItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { FIXED_COLUMNS, OPTIONAL_COLUMNS } from '../../domain/exposed/chosenColumns';
import { COLUMNS, type Column } from '../../domain/exposed/rowOrder';
import { useElementId } from '../../host/useElementId';
import { columnText } from '../../ui/text/exposed/exposedVmsText';
import { useText } from '../../ui/useText';

interface ColumnsDialogProps {
  /** the optional columns that are shown */
  readonly chosen: readonly Column[];
  readonly onSave: (columns: readonly Column[]) => void;
  readonly onClose: () => void;
}

/** Chooses the columns of the list. */
const ColumnsDialog = ({ chosen, onSave, onClose }: ColumnsDialogProps) => {
  const t = useText();
  const id = useElementId();
  const [wanted, setWanted] = useState(chosen);
  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby={`${id}-title`} aria-describedby={`${id}-body`}>
      <ModalHeader title={t('Manage columns')} labelId={`${id}-title`} />
      <ModalBody id={`${id}-body`}>
        <Content component="p">{t('Selected columns are shown in the table.')}</Content>
        <List isPlain aria-label={t('Columns')}>
          {COLUMNS.map((column) => (
            <ListItem key={column}>
              <Checkbox
                id={`${id}-${column}`}
                label={columnText(t, column)}
                isChecked={FIXED_COLUMNS.includes(column) || wanted.includes(column)}
                isDisabled={FIXED_COLUMNS.includes(column)}
                onChange={(_event, isWanted) =>
                  setWanted(OPTIONAL_COLUMNS.filter((each) => (each === column ? isWanted : wanted.includes(each))))
                }
              />
            </ListItem>
          ))}
        </List>
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => onSave(wanted)}>{t('Save')}</Button>
        <Button variant="secondary" onClick={() => setWanted([])}>
          {t('Restore default columns')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

export default ColumnsDialog;
