import { useState } from 'react';
import { FormGroup, TextInput } from '@patternfly/react-core';
import { toTypedIp, type AddressRange } from '../domain/network/cidr';
import { lazyPart } from '../ui/loading/lazyPart';
import { useText } from '../ui/useText';

// comes with the first address: most of the page's readers type none
const AddressAnswer = lazyPart(() => import('./AddressAnswer'), null);

interface AddressLookupProps {
  readonly ranges: readonly AddressRange[];
  /** false when a range of pods or of Services could not be read */
  readonly isComplete: boolean;
}

/** Asks for an address, and says which of the cluster's ranges it is from. */
export const AddressLookup = ({ ranges, isComplete }: AddressLookupProps) => {
  const t = useText();
  const [text, setText] = useState('');
  const [isLeft, setLeft] = useState(false);
  const isWrong = isLeft && text.trim() !== '' && !toTypedIp(text);
  return (
    <FormGroup label={t('Which range is this address from?')} fieldId="address">
      <TextInput
        id="address"
        value={text}
        onChange={(_event, next) => {
          setText(next);
          setLeft(false);
        }}
        onBlur={() => setLeft(true)}
        onKeyDown={({ key }) => key === 'Enter' && setLeft(true)}
        validated={isWrong ? 'error' : 'default'}
        placeholder="172.30.5.9"
        aria-describedby="address-range"
        autoComplete="off"
        spellCheck={false}
      />
      <div id="address-range" role="status">
        {text.trim() !== '' && <AddressAnswer text={text} isLeft={isLeft} ranges={ranges} isComplete={isComplete} />}
      </div>
    </FormGroup>
  );
};
